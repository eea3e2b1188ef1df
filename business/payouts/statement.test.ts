import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { cents, formatCents, parseDecimal, sum } from '../../libraries/money/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { aBank } from '../../server/made-up-bank.ts'
import { groupPractice, mayaId, soloPractice, variantClients, zone } from '../../server/story-network.ts'

const base = `/api/practices/${soloPractice.id}`

let house: StoryHouse
let maya: Requests
let payoutId: string

beforeAll(async () => {
  house = await appWithStory()
  const bank = aBank(house)
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  const clients: { personId: string; locations: { id: string }[] }[] = (await maya.get(`${base}/clients`)).json()
  for (const [index, client] of [variantClients.pays_in_june, variantClients.pays_late].entries()) {
    const at = (time: string) => instantAt(calendarDate('2026-04-08'), time, zone)
    const times = { startsAt: at(`1${index}:00`), endsAt: at(`1${index}:55`) }
    const session = { personId: client.id, memberId: mayaId, ...times, modality: 'telehealth' }
    const { id } = (await maya.post(`${base}/sessions`, session)).json()
    const answer = await maya.post(`${base}/sessions/${id}/confirmations`, {
      startedAt: times.startsAt,
      stoppedAt: times.endsAt,
      modality: 'telehealth',
      locationId: clients.find(({ personId }) => personId === client.id)?.locations[0]?.id ?? null,
      codes: [{ code: '90837', modifiers: [], units: 1 }],
      diagnoses: ['F41.1'],
      note: { body: 'Talked about the week.' },
    })
    expect(answer.statusCode).toBe(201)
  }
  for (const on of ['2026-04-10', '2026-04-29', '2026-04-30']) {
    house.goToDay(calendarDate(on), '18:00')
    await house.doWhatIsDue()
    house.goToDay(calendarDate(on), '23:30')
    bank.closeDay()
    await house.doWhatIsDue()
  }
  const { past } = (await maya.get(`${base}/payments`)).json()
  payoutId = past[0].payoutId
})
afterAll(() => house?.close())

test('the rows of a payout’s table add up to the deposit, cent by cent', async () => {
  const answer = await maya.get(`${base}/payments/${payoutId}/statement.csv`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toContain('text/csv')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="payout-2026-04-30.csv"')
  const [head, ...records] = answer.body.trimEnd().split('\r\n')
  expect(head).toBe('Date of service,Client,Clinician,Plan,State,Service,What,Amount')
  const [payout] = await house.operations.selectFrom('payouts.payout').select('cents').execute()
  const amounts = records.map((record) => parseDecimal(record.split(',').at(-1) ?? '') ?? cents(0))
  expect(sum(amounts)).toBe(payout?.cents)
  expect(records[0]).toBe('2026-04-08,Ada Fenwick,Maya Lindqvist,Cedar Mutual PPO,NY,90837,Session,118.00')
})

test('the paper of a payout says the same, with its sum and where it went', async () => {
  const answer = await maya.get(`${base}/payments/${payoutId}/statement.pdf`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('application/pdf')
  const pdf = await getDocumentProxy(new Uint8Array(answer.rawPayload))
  const { text } = await extractText(pdf, { mergePages: true })
  expect(text).toContain('Payout of Thu, Apr 30, 2026')
  expect(text).toContain('Ada Fenwick')
  expect(text).toContain(formatCents(cents(23600)))
  expect(text).toContain('Arrived on Thu, Apr 30, 2026')
  expect(text).toContain('0021')
})

test('a neighbour finds no such payout', async () => {
  const ines = await house.login(groupPractice.members[0]?.userId ?? '')
  const own = await ines.get(`/api/practices/${groupPractice.id}/payments/${payoutId}/statement.csv`)
  expect([own.statusCode, own.json().code]).toEqual([404, 'payout_not_found'])
  const others = await ines.get(`${base}/payments/${payoutId}/statement.csv`)
  expect(others.statusCode).toBe(404)
})
