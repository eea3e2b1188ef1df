import { afterAll, beforeAll, expect, test } from 'vitest'
import { appWithStory, type StoryHouse } from '../../server/app-with-story.ts'
import { soloPractice } from '../../server/story-network.ts'
import { personById } from '../clients/person-store.ts'

let house: StoryHouse
let cookie: string
const practiceId = soloPractice.id
const memberId = soloPractice.members[0]?.id ?? ''
const base = `/api/practices/${practiceId}`

beforeAll(async () => {
  house = await appWithStory()
  cookie = (await house.login(soloPractice.members[0]?.userId ?? '')).cookie
})
afterAll(() => house?.close())

const get = async (url: string) => (await house.app.inject({ url, headers: { cookie } })).json()
const post = (url: string, payload: object = {}) =>
  house.app.inject({ method: 'POST', url, payload, headers: { cookie, 'idempotency-key': crypto.randomUUID() } })

function upload(content: string | Buffer, name = 'clients.csv') {
  const edge = 'edge-of-the-file'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${edge}--\r\n`)])
  const headers = {
    cookie,
    'content-type': `multipart/form-data; boundary=${edge}`,
    'idempotency-key': crypto.randomUUID(),
  }
  return house.app.inject({ method: 'POST', url: `${base}/imports?memberId=${memberId}`, payload, headers })
}

const head = 'First Name,Last Name,Email,DOB,Insurance,Member ID,Copay,Date,Time\n'
const listed = async () => [...(await get(`${base}/clients?show=prospect`)), ...(await get(`${base}/clients`))]
const policiesOf = async (personId: string) => (await get(`${base}/clients/${personId}/billing-method`)).plan

test('a file is shown line by line first, imported as one act, and taken back until the first use', async () => {
  const text = `${head}Quinn,Otter,quinn@example.com,1990-01-02,Cedar Mutual PPO,PAYS900001,25,4/20/2026,2:30 PM
Rio,Marsh,rio@example.com,3/4/1985,,,,,
Quinn,Otter,quinn@example.com,1990-01-02,,,,4/27/2026,2:30 PM
Bad,Line,not an address,,,,,,
Old,Visit,old@example.com,1970-01-01,,,,1/5/2026,9:00 AM
`
  const before = (await listed()).length
  const uploaded = await upload(text)
  expect(uploaded.statusCode).toBe(201)
  const { id, preview } = uploaded.json()
  expect(preview.counts).toEqual({
    lines: 5,
    newClients: 3,
    knownClients: 0,
    plans: 1,
    appointments: 2,
    pastAppointments: 1,
  })
  expect(
    preview.rows.map(({ line, client, plan }: { line: number; client: string; plan: string }) => [line, client, plan]),
  ).toEqual([
    [2, 'new', 'listed'],
    [3, 'new', null],
    [4, 'twice_in_file', null],
    [6, 'new', null],
  ])
  expect(preview.errors).toMatchObject([{ line: 5, code: 'email_wrong', column: 'Email' }])
  expect((await listed()).length).toBe(before)

  const act = await post(`${base}/imports/${id}/acts`)
  expect([act.statusCode, act.json()]).toEqual([201, { clients: 3, policies: 1, sessions: 2, left: [] }])
  expect((await post(`${base}/imports/${id}/acts`)).json().code).toBe('stands_so_already')
  const names = (await listed()).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Quinn Otter', 'Rio Marsh', 'Old Visit']))
  const quinn = (await listed()).find(({ name }) => name === 'Quinn Otter')
  expect(await policiesOf(quinn.personId)).toMatchObject({ name: 'Cedar Mutual PPO', memberId: 'PAYS900001' })
  const letters = await house.as((db) =>
    db.selectFrom('house.mail').select('id').where('recipient', '=', 'quinn@example.com').execute(),
  )
  expect(letters).toEqual([])

  const undone = await post(`${base}/imports/${id}/undos`)
  expect([undone.statusCode, undone.json()]).toEqual([201, { count: 6 }])
  expect((await listed()).length).toBe(before)
  const day = await get(`${base}/calendar?from=2026-04-20&to=2026-04-28`)
  expect(JSON.stringify(day)).not.toContain('Quinn')
  expect((await post(`${base}/imports/${id}/undos`)).json().code).toBe('stands_so_already')
})

test('a client whom the practice has is recognised; the same file brought again brings nothing new', async () => {
  const [client] = soloPractice.clients
  const known = await house.as((db) => personById(db, client?.id ?? ''))
  const text = `${head}${known?.givenName},${known?.familyName},,${known?.dateOfBirth},Another Plan,XYZ1,,,\n`
  const first = (await upload(text)).json()
  expect(first.preview.rows).toMatchObject([{ client: 'known', plan: 'not_listed' }])
  expect((await post(`${base}/imports/${first.id}/acts`)).json()).toMatchObject({ clients: 0, policies: 1 })
  const again = (await upload(text)).json()
  expect((await post(`${base}/imports/${again.id}/acts`)).json()).toMatchObject({
    clients: 0,
    policies: 0,
    sessions: 0,
  })
  await post(`${base}/imports/${first.id}/undos`)
  expect(await policiesOf(client?.id ?? '')).not.toMatchObject({ memberId: 'XYZ1' })
})

test('what was used stays: an appointment that was moved, a plan that was added since', async () => {
  const { id } = (await upload(`${head}Sage,Wild,sage@example.com,1991-01-01,,,,4/21/2026,9:00 AM\n`)).json()
  await post(`${base}/imports/${id}/acts`)
  const [session] = (await get(`${base}/sessions?show=all`)).filter(
    ({ clientName }: { clientName: string }) => clientName === 'Sage Wild',
  )
  const times = { startsAt: '2026-04-22T13:00:00.000Z', endsAt: '2026-04-22T14:00:00.000Z', modality: 'telehealth' }
  const moved = await post(`${base}/sessions/${session.id}/moves`, { version: 1, scope: 'this', despite: [], ...times })
  expect(moved.statusCode).toBe(201)
  const refused = await post(`${base}/imports/${id}/undos`)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'import_was_used'])
  expect((await listed()).map(({ name }) => name)).toContain('Sage Wild')
})

test.each([
  ['an empty file', '', 'csv_empty'],
  ['a spreadsheet of another kind', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'csv_not_text'],
  ['another encoding', Buffer.from([...Buffer.from('Name,Email\nZo'), 0xeb, 0x0a]), 'csv_not_utf8'],
  ['a quote that never closes', 'Name,Email\n"Ada,ada@example.com\n', 'csv_quote_unclosed'],
  ['a million columns', `Name${',x'.repeat(1_000_000)}\n`, 'csv_too_many_columns'],
  ['no column that names anybody', 'Balance,Colour\n1,red\n', 'columns_not_known'],
  ['eleven megabytes', 'x'.repeat(11 * 1024 * 1024), 'csv_too_large'],
])('a hostile file is answered by name, and nothing is kept: %s', async (_, content, code) => {
  const before = (await get(`${base}/imports`)).length
  const answer = await upload(content)
  expect([answer.statusCode >= 400 && answer.statusCode < 500, answer.json().code]).toEqual([true, code])
  expect((await get(`${base}/imports`)).length).toBe(before)
})

test('formulas in cells are named as errors and never stored', async () => {
  const answer = await upload(`${head}=HYPERLINK(""),Otter,a@example.com,,,,,,\n@SUM(1),Otter,b@example.com,,,,,,\n`)
  const { preview, id } = answer.json()
  expect(preview.errors.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['formula', 'formula']),
  )
  expect((await post(`${base}/imports/${id}/acts`)).json().code).toBe('nothing_to_import')
})
