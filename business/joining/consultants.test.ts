import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addHours, calendarDate, type Instant, instant, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { seedJoining } from '../../server/seed-joining.ts'
import { operatorStaff, soloPractice } from '../../server/story-network.ts'
import { remindConsultants, remindOfDocuments } from './joining-jobs.ts'

const zone = 'America/New_York'
let house: StoryHouse
let robin: Requests
beforeAll(async () => {
  house = await appWithStory()
  await house.as((tx) => seedJoining(tx, house.world))
  robin = await house.login(operatorStaff.userId)
})
afterAll(() => house?.close())

const begin = instant('2026-04-08T22:00:00Z')
const form = (over: object) => ({
  kind: 'solo',
  givenName: 'Wren',
  familyName: 'Adeyemi',
  phone: null,
  practiceName: 'Adeyemi Counseling',
  clinicians: 1,
  licenceFamily: 'social_work',
  licenceState: 'NY',
  licenceNumber: 'NY-90011',
  npi: null,
  states: ['NY'],
  planIds: [],
  words: null,
  ...over,
})
const post = (url: string, payload: object) => house.app.inject({ method: 'POST', url: `/api/joining/${url}`, payload })
const slots = async (): Promise<string[]> =>
  (await house.app.inject({ method: 'GET', url: '/api/joining/choices' })).json().slots
const lettersTo = async (email: string) =>
  (await house.as((tx) => tx.selectFrom('house.mail').select(['recipient', 'subject', 'body']).orderBy('id').execute()))
    .filter(({ recipient }) => recipient === email)
    .map(({ subject, body }) => `${subject}\n${body}`)
const callToken = (letter = '') => /\/joining\/call#([A-Za-z0-9_-]{43})/.exec(letter)?.[1] ?? ''
const applicationsOf = async (email: string) =>
  (await robin.get('/api/operations/joining')).json().filter((each: { email: string }) => each.email === email)

test('a call is moved by the letter’s link once, keeps its calendar id, gives its slot back, and a guess opens nothing', async () => {
  const email = 'move@wren.example'
  const [first, second] = await slots()
  expect((await post('applications', form({ email, slot: first, timeZone: 'America/Los_Angeles' }))).statusCode).toBe(
    201,
  )
  const token = callToken((await lettersTo(email)).at(-1))
  const seen = (await post('calls/openings', { token })).json()
  expect(seen).toMatchObject({
    state: 'stands',
    callAt: first,
    zone: 'America/Los_Angeles',
    consultant: 'Robin Calder',
  })
  expect(seen.slots).not.toContain(first)
  const file = (await post('calls/files', { token })).body
  expect((await post('calls/changes', { token, deed: 'move', slot: second })).statusCode).toBe(201)
  expect(await slots()).toContain(first)
  const again = await post('calls/changes', { token, deed: 'move', slot: first })
  expect([again.statusCode, again.json().code]).toEqual([410, 'call_link_used'])
  const newer = callToken((await lettersTo(email)).at(-1))
  const moved = (await post('calls/files', { token: newer })).body
  const lineOf = (text: string, name: string) => text.split('\r\n').find((line) => line.startsWith(`${name}:`))
  expect(lineOf(moved, 'UID')).toBe(lineOf(file, 'UID'))
  expect([lineOf(file, 'SEQUENCE'), lineOf(moved, 'SEQUENCE')]).toEqual(['SEQUENCE:0', 'SEQUENCE:1'])
  const guess = await post('calls/openings', { token: 'a'.repeat(43) })
  expect([guess.statusCode, guess.json().code]).toEqual([404, 'call_not_found'])
  const progress = /\/joining#([A-Za-z0-9_-]{43})/.exec((await lettersTo(email))[0] ?? '')?.[1] ?? ''
  expect((await post('calls/changes', { token: progress, deed: 'cancel', slot: null })).json().code).toBe(
    'call_not_found',
  )
})

test('of two applicants who move to one slot one gets it, and the other keeps the call that they had', async () => {
  const [one, two, wanted] = await slots()
  const emails = ['ada@two.example', 'bo@two.example']
  for (const [index, email] of emails.entries()) await post('applications', form({ email, slot: [one, two][index] }))
  const tokens = await Promise.all(emails.map(async (email) => callToken((await lettersTo(email)).at(-1))))
  const answers = await Promise.all(tokens.map((token) => post('calls/changes', { token, deed: 'move', slot: wanted })))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  const loser = tokens[answers.findIndex(({ statusCode }) => statusCode === 409)] ?? ''
  expect((await post('calls/openings', { token: loser })).json().state).toBe('stands')
})

test('who calls off is told how to choose another time; the consultant hears of it without a name', async () => {
  const email = 'off@wren.example'
  const [slot, other] = await slots()
  await post('applications', form({ email, givenName: 'Zephyrine', slot }))
  await post('calls/changes', { token: callToken((await lettersTo(email)).at(-1)), deed: 'cancel', slot: null })
  const [application] = await applicationsOf(email)
  expect(application.state).toBe('no_call')
  const staff = await house.as((tx) => tx.selectFrom('house.mail').select(['subject', 'body']).orderBy('id').execute())
  const told = staff.findLast(({ subject }) => subject.startsWith('An applicant called off'))
  expect(told?.body).toContain(`/operations/joining/${application.id}`)
  expect(`${told?.subject} ${told?.body}`).not.toContain('Zephyrine')
  const booking = callToken((await lettersTo(email)).at(-1))
  expect((await post('calls/openings', { token: booking })).json().state).toBe('none_booked')
  expect((await post('calls/changes', { token: booking, deed: 'book', slot: other })).statusCode).toBe(201)
  expect((await applicationsOf(email))[0].state).toBe('call_booked')
})

test('the form sent twice joins the open application: the answer is the same, the slot is taken, and only the letter tells', async () => {
  const email = 'twice@wren.example'
  const [first, second] = await slots()
  const sent = await post('applications', form({ email, slot: first }))
  const again = await post(
    'applications',
    form({ email: 'Twice@Wren.example', slot: second, practiceName: 'Another name' }),
  )
  expect([again.statusCode, again.body]).toEqual([sent.statusCode, sent.body])
  const own = await applicationsOf(email)
  expect(own).toHaveLength(1)
  expect(own[0]).toMatchObject({ practiceName: 'Adeyemi Counseling', callAt: first, heldAt: second })
  expect(own[0].steps).toMatchObject([{ deed: 'sent_again', words: expect.stringContaining('practice: Another name') }])
  expect(await slots()).not.toContain(second)
  const letter = (await lettersTo(email)).at(-1) ?? ''
  expect(letter).toContain('We have your form already')
  const token = callToken(letter)
  expect((await post('calls/openings', { token })).json()).toMatchObject({ state: 'held_beside', standsAt: first })
  expect((await post('calls/changes', { token, deed: 'take', slot: null })).statusCode).toBe(201)
  expect((await applicationsOf(email))[0]).toMatchObject({ callAt: second, heldAt: null })
  expect(await slots()).toContain(first)
  await robin.post(`/api/operations/joining/${own[0].id}/steps`, { deed: 'closed', words: 'Not now.' })
  await post('applications', form({ email, slot: first }))
  expect(await applicationsOf(email)).toHaveLength(2)
})

test('hours from a day on give other slots, a day away takes them and names the calls that do not fit', async () => {
  const [robins] = (await robin.get('/api/operations/consultants'))
    .json()
    .filter((each: { slots: string[] }) => each.slots.length > 0)
  const on = calendarDate('2026-04-17')
  const at = `/api/operations/consultants/${robins.memberId}`
  const slot = instantAt(on, '14:00', zone)
  await post('applications', form({ email: 'away@wren.example', slot }))
  const away = { kind: 'away', from: on, lastDay: on, starts: null, stops: null, words: 'Conference' }
  expect((await robin.post(`${at}/exceptions`, away)).statusCode).toBe(201)
  const ofRobin = async () =>
    (await robin.get('/api/operations/consultants'))
      .json()
      .find((each: { memberId: string }) => each.memberId === robins.memberId)
  const seen = await ofRobin()
  expect(seen.conflicts).toMatchObject([{ callAt: slot, why: 'consultant_away' }])
  const ofDay = (all: string[]) => all.filter((each) => each.startsWith('2026-04-17'))
  expect(ofDay(await slots())).toEqual([])
  expect((await robin.post(`${at}/exceptions/${seen.exceptions[0].id}/removals`, {})).statusCode).toBe(201)
  expect((await ofRobin()).conflicts).toEqual([])
  const week = { startsOn: '2026-04-17', callMinutes: 60, blocks: [{ weekday: 5, starts: '09:00', stops: '11:00' }] }
  expect((await robin.post(`${at}/weeks`, week)).statusCode).toBe(201)
  expect(ofDay(await slots())).toEqual([instantAt(on, '09:00', zone), instantAt(on, '10:00', zone)])
  expect((await ofRobin()).conflicts).toMatchObject([{ why: 'outside_hours' }])
  const crossed = { ...week, blocks: [...week.blocks, { weekday: 5, starts: '10:30', stops: '12:00' }] }
  expect((await robin.post(`${at}/weeks`, crossed)).json().code).toBe('hours_wrong')
})

/** As the clock goes: from one morning to the next, running the deed twice at each. */
async function goThrough(deed: typeof remindConsultants, until: Instant): Promise<void> {
  for (;;) {
    await deed.run(house.operations, house.world)
    expect(await deed.run(house.operations, house.world)).toBe(0)
    const next = (await deed.nextDue?.(house.operations, house.world)) ?? null
    if (next === null || next > until) break
    house.goTo(next)
  }
}

test('a consultant gets one letter on each business day on which something is due, names nobody in it, and none once it is closed', async () => {
  for (const { id } of (await robin.get('/api/operations/joining')).json())
    await robin.post(`/api/operations/joining/${id}/steps`, { deed: 'closed', words: 'Cleared for this test.' })
  const email = 'late@wren.example'
  const slot = (await slots())[0] ?? ''
  await post('applications', form({ email, givenName: 'Zephyrine', slot }))
  const [application] = await applicationsOf(email)
  const path = `/api/operations/joining/${application.id}`
  const before = await lettersAboutFollowUps()
  house.goTo(addHours(slot as Instant, 2))
  expect((await robin.post(`${path}/steps`, { deed: 'call_held', words: 'Went well.' })).statusCode).toBe(201)
  const owed = (await robin.get(path)).json().followUps
  expect(owed).toMatchObject([{ why: 'call_held', standing: 'ahead', memberName: 'Robin Calder' }])
  const dueOn = calendarDate(owed[0].dueOn)
  await goThrough(remindConsultants, instantAt(addDays(dueOn, 1), '23:00', zone))
  const letters = (await lettersAboutFollowUps()).slice(before.length)
  expect(letters.map(({ subject }) => subject)).toEqual([
    'Follow-ups: one follow-up due today',
    ...(letters.length === 2 ? ['Follow-ups: one follow-up overdue'] : []),
  ])
  expect(letters.map(({ subject, body }) => subject + body).join('')).not.toMatch(/Zephyrine|Adeyemi|@/)
  const [row] = (await robin.get('/api/operations/queues/joining')).json().rows
  expect(row.reason).toMatch(/^Follow-up (due today|overdue)$/)
  const weekend = { deed: 'snoozed', dueOn: '2026-05-02' }
  const changes = `${path}/follow-ups/${owed[0].id}/changes`
  expect((await robin.post(changes, weekend)).json().code).toBe('not_a_business_day')
  expect((await robin.post(changes, { deed: 'snoozed', dueOn: '2026-05-04' })).statusCode).toBe(201)
  expect((await robin.get(path)).json().followUps).toMatchObject([{ dueOn: '2026-05-04', standing: 'ahead' }])
  expect((await robin.post(changes, { deed: 'done', words: 'Told her the rates.' })).statusCode).toBe(201)
  expect((await robin.post(changes, { deed: 'done', words: 'Again.' })).json().code).toBe('follow_up_not_standing')
  await robin.post(`${path}/steps`, { deed: 'closed', words: 'Chose another network.' })
  expect((await robin.get(path)).json().followUps).toEqual([])
  expect(await remindConsultants.nextDue?.(house.operations, house.world)).toBeNull()
  house.goTo(begin)
})

const lettersAboutFollowUps = () =>
  house.as((tx) =>
    tx
      .selectFrom('house.mail')
      .select(['subject', 'body'])
      .where('subject', 'like', 'Follow-ups:%')
      .orderBy('id')
      .execute(),
  )

const pdf = '%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <<>>\n%%EOF\n'

async function upload(userId: string, query: string, content: string) {
  const cookies = (await house.signIn.enterAs(userId)) ?? []
  const head = 'content-disposition: form-data; name="file"; filename="licence.pdf"\r\ncontent-type: application/pdf'
  return house.app.inject({
    method: 'POST',
    url: `/api/practices/${soloPractice.id}/documents?${query}`,
    payload: `--paper\r\n${head}\r\n\r\n${content}\r\n--paper--\r\n`,
    headers: {
      'content-type': 'multipart/form-data; boundary=paper',
      'idempotency-key': crypto.randomUUID(),
      cookie: cookies.map((line) => line.split(';')[0]).join('; '),
    },
  })
}

test('a paper is sent, looked at, asked for again, sent again and accepted; its end is told in time and once', async () => {
  const owner = soloPractice.members[0]?.userId ?? ''
  const maya = await house.login(owner)
  const at = `/api/practices/${soloPractice.id}/documents`
  const stateOf = async (kind: string) =>
    (await maya.get(at)).json().find((each: { kind: string }) => each.kind === kind)
  const { memberId, state } = await stateOf('licence')
  expect(state).toBe('missing')
  const query = `kind=licence&memberId=${memberId}&endsOn=2026-07-01`
  expect((await upload(owner, query, '<html><script>alert(1)</script>')).json().code).toBe('document_is_page')
  expect((await upload(owner, query, 'MZ program')).json().code).toBe('document_is_program')
  expect(
    (await upload(owner, query, pdf.replace('/Catalog', '/Catalog /OpenAction <</S /JavaScript>>'))).json().code,
  ).toBe('document_runs_code')
  expect((await upload(owner, query, pdf + 'x'.repeat(9 * 1024 * 1024))).json().code).toBe('document_too_large')
  expect((await upload(owner, `kind=licence&memberId=${memberId}`, pdf)).json().code).toBe('document_facts')
  expect((await upload(owner, `kind=licence&endsOn=2026-07-01`, pdf)).json().code).toBe('document_facts')
  const sent = await upload(owner, query, pdf)
  expect(sent.statusCode).toBe(201)
  const paper = await maya.get(`${at}/${sent.json().id}`)
  expect([paper.headers['content-disposition'], paper.headers['x-content-type-options']]).toEqual([
    'attachment; filename="licence.pdf"',
    'nosniff',
  ])
  const [waiting] = (await robin.get('/api/operations/documents')).json()
  expect(waiting).toMatchObject({ state: 'waits', practiceName: soloPractice.name })
  const review = (id: string) => `/api/operations/documents/${soloPractice.id}/${id}/reviews`
  const bad = { verdict: 'asked_again', words: null, endsOn: null }
  expect((await robin.post(review(sent.json().id), bad)).json().code).toBe('document_facts')
  await robin.post(review(sent.json().id), { ...bad, words: 'The number cannot be read.' })
  expect(await stateOf('licence')).toMatchObject({ state: 'asked_again', words: 'The number cannot be read.' })
  const second = (await upload(owner, query, pdf)).json().id
  const good = { verdict: 'accepted', words: null, endsOn: '2026-07-01' }
  expect((await robin.post(review(second), good)).statusCode).toBe(201)
  expect((await robin.post(review(second), good)).json().code).toBe('document_reviewed')
  expect(await stateOf('licence')).toMatchObject({ state: 'accepted', endsOn: '2026-07-01' })
  await goThrough(remindOfDocuments, instantAt(calendarDate('2026-07-05'), '12:00', zone))
  const letters = (
    await house.as((tx) => tx.selectFrom('house.mail').select('subject').orderBy('id').execute())
  ).filter(({ subject }) => subject.includes('of your practice ends'))
  expect(letters).toHaveLength(3)
  house.goTo(instantAt(calendarDate('2026-07-02'), '12:00', zone))
  expect(await stateOf('licence')).toMatchObject({ state: 'ended' })
  house.goTo(begin)
})
