import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { aBank } from '../../server/made-up-bank.ts'
import { a835 } from '../../server/made-up-files.ts'
import {
  groupPractice,
  mayaId,
  operatorStaff,
  otherClient,
  soloPractice,
  variantClients,
  zone,
} from '../../server/story-network.ts'

const base = `/api/practices/${soloPractice.id}`
const ada = variantClients.pays_in_june

let house: StoryHouse
let bank: ReturnType<typeof aBank>
let maya: Requests
let robin: Requests
let homes: Map<string, string>

beforeAll(async () => {
  house = await appWithStory()
  bank = aBank(house)
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  robin = await house.login(operatorStaff.userId)
  const clients: { personId: string; locations: { id: string }[] }[] = (await maya.get(`${base}/clients`)).json()
  homes = new Map(clients.map(({ personId, locations }) => [personId, locations[0]?.id ?? '']))
})
afterAll(() => house?.close())

type Step = { kind: string; state: string; on: string | null; words: string; evidence?: unknown }

/** Everything due on that day is done, and in the evening the bank's statement is taken in. */
async function day(on: string): Promise<void> {
  house.goToDay(calendarDate(on), '18:00')
  await house.doWhatIsDue()
  house.goToDay(calendarDate(on), '23:30')
  bank.closeDay()
  await house.doWhatIsDue()
}

async function confirmed(client = ada, on = '2026-04-08'): Promise<string> {
  const at = (time: string) => instantAt(calendarDate(on), time, zone)
  const times = { startsAt: at('10:00'), endsAt: at('10:55') }
  const session = { personId: client.id, memberId: mayaId, ...times, modality: 'telehealth' }
  const { id } = (await maya.post(`${base}/sessions`, session)).json()
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, {
    startedAt: times.startsAt,
    stoppedAt: times.endsAt,
    modality: 'telehealth',
    locationId: homes.get(client.id) ?? null,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Talked about the week.' },
  })
  expect(answer.statusCode).toBe(201)
  return id
}

const page = async (id: string) => (await maya.get(`${base}/sessions/${id}`)).json()
const steps = async (id: string) =>
  ((await page(id)).timeline as Step[]).map(({ kind, state, on }) => [kind, state, on])

async function remit(id: string, on: string, said: { paid: number; share?: number; reason?: string }): Promise<void> {
  const claim = await house.operations
    .selectFrom('claims.claim')
    .select('control_number')
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow()
  const trace = `EFT${on}${claim.control_number.slice(0, 4)}`
  const answers = [{ number: claim.control_number, charge: 15000, ...said }]
  house.outside.clearinghouse.offer(`${trace}.835`, new TextEncoder().encode(a835({ trace, on, answers })))
  if (said.paid > 0) bank.deposit(trace, said.paid)
  await day(on)
}

const queue = async (name: string) => (await robin.get(`/api/operations/queues/${name}`)).json()

test('a session of 8 April is paid on 30 April, the payer pays in June, and its page tells all of it', async () => {
  const id = await confirmed()
  const first = await page(id)
  expect(first).toMatchObject({
    state: 'confirmed',
    client: { personId: ada.id, name: 'Ada Fenwick', locations: [{ label: 'Home', state: 'NY' }] },
    policy: { planName: 'Cedar Mutual PPO', payerName: 'Cedar Mutual', memberId: ada.memberId, copayCents: 2500 },
    confirmation: {
      version: 1,
      codes: [{ code: '90837', modifiers: ['95'], units: 1 }],
      diagnoses: ['F41.1'],
      payerCents: 15000,
      providerCents: 11800,
      clientCents: 2500,
      payOn: '2026-04-30',
      settlesOn: '2026-04-30',
      held: false,
    },
    note: { body: 'Talked about the week.', signedBy: 'Maya Lindqvist', addenda: [] },
    money: { payerPaidCents: 0, clientPaidCents: 0, paidToYouCents: 0, operatorKeptCents: 3200, owedCents: 15000 },
    lastDiagnoses: ['F41.1'],
  })
  expect(await steps(id)).toEqual([
    ['seen', 'done', '2026-04-08'],
    ['confirmed', 'done', '2026-04-08'],
    ['client_charged', 'expected', '2026-04-10'],
    ['claim_sent', 'expected', '2026-04-10'],
    ['paid_to_you', 'expected', '2026-04-30'],
    ['payer_answered', 'expected', null],
    ['settled', 'expected', null],
  ])

  await day('2026-04-08')
  await day('2026-04-10')
  expect(await steps(id)).toEqual([
    ['seen', 'done', '2026-04-08'],
    ['confirmed', 'done', '2026-04-08'],
    ['client_charged', 'done', '2026-04-10'],
    ['claim_sent', 'done', '2026-04-10'],
    ['accepted', 'expected', '2026-04-13'],
    ['paid_to_you', 'expected', '2026-04-30'],
    ['payer_answered', 'expected', '2026-05-10'],
    ['settled', 'expected', '2027-04-10'],
  ])
  const sent = ((await page(id)).timeline as Step[]).find(({ kind }) => kind === 'claim_sent')
  expect(sent?.evidence).toEqual({
    file: { name: expect.stringMatching(/^837P-/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
  const upcoming = {
    payOn: '2026-04-30',
    sendsOn: '2026-04-29',
    settlesOn: '2026-04-30',
    cents: 11800,
    lines: 1,
    hold: null,
  }
  expect((await maya.get(`${base}/payments`)).json()).toEqual({ upcoming: [upcoming], past: [] })

  await day('2026-04-29')
  expect(await steps(id)).toContainEqual(['paid_to_you', 'now', '2026-04-30'])
  expect((await maya.get(`${base}/home`)).json().nextPayout).toEqual({
    payOn: '2026-04-30',
    settlesOn: '2026-04-30',
    cents: 11800,
    lines: 1,
  })
  await day('2026-04-30')
  expect(await steps(id)).toContainEqual(['paid_to_you', 'done', '2026-04-30'])
  expect(await page(id)).toMatchObject({
    state: 'locked',
    money: { paidToYouCents: 11800, clientPaidCents: 2500, owedCents: 12500 },
  })
  expect((await maya.get(`${base}/payments`)).json()).toEqual({
    upcoming: [],
    past: [
      {
        payoutId: expect.any(String),
        payOn: '2026-04-30',
        settlesOn: '2026-04-30',
        cents: 11800,
        state: 'settled',
        lines: [{ sessionId: id, clientName: 'Ada Fenwick', serviceOn: '2026-04-08', words: 'Session', cents: 11800 }],
      },
    ],
  })

  await day('2026-05-20')
  expect(await steps(id)).toContainEqual(['payer_answered', 'late', '2026-05-10'])
  expect(await queue('silentClaims')).toMatchObject({
    count: 1,
    rows: [{ detail: 'Juniper Counseling, Wed, Apr 8, 2026', cents: 15000 }],
  })

  await remit(id, '2026-06-12', { paid: 12500, share: 2500 })
  const last = await page(id)
  expect(last.money).toEqual({
    payerPaidCents: 12500,
    clientPaidCents: 2500,
    paidToYouCents: 11800,
    operatorKeptCents: 3200,
    absorbedCents: 0,
    owedCents: 0,
  })
  expect((last.timeline as Step[]).slice(-2)).toMatchObject([
    { kind: 'payer_answered', state: 'done', on: '2026-06-12', words: 'The insurer paid $125.00.' },
    { kind: 'settled', state: 'done', on: '2026-06-12' },
  ])
})

test('a denial moves nobody’s pay; it stands in the queue, and at its deadline the loss is the operator’s', async () => {
  house.goToDay(calendarDate('2026-06-15'))
  const id = await confirmed(variantClients.denies, '2026-06-15')
  await day('2026-06-17')
  await remit(id, '2026-07-10', { paid: 0, reason: '50' })
  expect(await queue('deniedClaims')).toMatchObject({
    count: 1,
    rows: [{ payer: 'Cedar Mutual', code: 'CO 50', deadline: '2027-01-06' }],
  })
  const answered = ((await page(id)).timeline as Step[]).find(({ kind }) => kind === 'payer_answered')
  expect(answered?.evidence).toEqual({
    file: { name: expect.stringMatching(/\.835$/), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    text: expect.stringMatching(/^CO 50: \w/),
  })
  const told = ((await page(id)).timeline as Step[]).find(({ kind }) => kind === 'absorbed')
  expect(told).toMatchObject({ state: 'expected', on: '2027-01-06' })
  await day('2026-06-29')
  await day('2026-06-30')
  await day('2027-01-06')
  expect((await page(id)).money).toMatchObject({
    payerPaidCents: 0,
    paidToYouCents: 11800,
    operatorKeptCents: -11800,
    absorbedCents: 15000,
    owedCents: 0,
  })
  expect((await queue('deniedClaims')).count).toBe(0)
  const books = (await robin.get('/api/operations/books')).json()
  expect(books).toMatchObject({ owedToPracticesCents: 0, operatorResultCents: 3200 - 11800 })
})

test('home lists what waits, the oldest first, with its last day and when it would be paid', async () => {
  house.goToDay(calendarDate('2027-02-10'))
  const add = (on: string, client = ada) =>
    maya.post(`${base}/sessions`, {
      personId: client.id,
      memberId: mayaId,
      startsAt: instantAt(calendarDate(on), '10:00', zone),
      endsAt: instantAt(calendarDate(on), '10:55', zone),
      modality: 'telehealth',
    })
  const inactive = soloPractice.clients.find(({ coverage }) => coverage === 'inactive')
  if (inactive === undefined) throw new Error('the story has no client without active insurance')
  await add('2027-02-09')
  await add('2027-02-01')
  const { id: theirs } = (await add('2027-02-20', inactive)).json()
  const home = (await maya.get(`${base}/home`)).json()
  expect(home).toMatchObject({
    zone,
    toConfirm: [
      { startsAt: '2027-02-01T15:00:00.000Z', confirmBy: '2027-03-03', paidIfConfirmedToday: '2027-02-26' },
      { startsAt: '2027-02-09T15:00:00.000Z', confirmBy: '2027-03-11' },
    ],
    nextPayout: null,
    needsYou: [{ kind: 'client_not_ready', sessionId: theirs, lacks: ['insurance', 'forms'] }],
  })
})

test('pay that comes back is owed again, waits for another account, and its session says so', async () => {
  house.goToDay(calendarDate('2027-03-01'))
  const id = await confirmed(variantClients.pays_late, '2027-03-01')
  await day('2027-03-30')
  await day('2027-03-31')
  const payout = await house.operations
    .selectFrom('payouts.payout')
    .select(['trace_number', 'cents'])
    .orderBy('pay_on', 'desc')
    .executeTakeFirstOrThrow()
  bank.sendBack(payout.trace_number, payout.cents, 'R02')
  await day('2027-04-02')
  const paid = (await maya.get(`${base}/payments`)).json()
  expect(paid.past[0]).toMatchObject({ state: 'returned' })
  expect(paid.upcoming).toMatchObject([{ cents: 11800, hold: expect.stringMatching(/Add another/) }])
  expect(await steps(id)).toContainEqual(['paid_to_you', 'late', expect.any(String)])
  expect((await page(id)).money.paidToYouCents).toBe(0)
  expect((await maya.get(`${base}/home`)).json().needsYou).toContainEqual(
    expect.objectContaining({ kind: 'payout_hold' }),
  )
  expect((await queue('payoutReturns')).rows).toMatchObject([{ name: 'Juniper Counseling', code: 'R02' }])
  expect((await queue('heldPayouts')).rows).toMatchObject([{ name: 'Juniper Counseling', cents: 11800 }])
})

test('a remittance that is not ours and one that matches nothing stand in their queues with their money', async () => {
  const unknown = a835({
    trace: 'UNKNOWN1',
    on: '2027-04-05',
    answers: [{ number: 'NOBODYS', charge: 9000, paid: 9000 }],
  })
  const payee = { qualifier: 'XX', id: '1234567893' }
  const notOurs = a835({
    trace: 'NOTOURS1',
    on: '2027-04-05',
    answers: [{ number: 'X', charge: 100, paid: 100 }],
    payee,
  })
  house.outside.clearinghouse.offer('unknown.835', new TextEncoder().encode(unknown))
  house.outside.clearinghouse.offer('not-ours.835', new TextEncoder().encode(notOurs))
  await day('2027-04-05')
  expect((await queue('unmatchedRemittances')).rows).toMatchObject([{ name: 'Claim NOBODYS', cents: 9000 }])
  expect((await queue('quarantinedRemittances')).rows).toMatchObject([
    { name: 'Payment NOTOURS1', reason: expect.stringMatching(/none of our billing/), cents: 100 },
  ])
})

test('the office of a group reads no notes, and a clinician of it sees the pay of their own sessions only', async () => {
  house.goToDay(calendarDate('2027-04-07'))
  const group = `/api/practices/${groupPractice.id}`
  const [owner, theo, sam] = await Promise.all(groupPractice.members.map(({ userId }) => house.login(userId)))
  if (owner === undefined || theo === undefined || sam === undefined) throw new Error('the group has three members')
  const at = (time: string) => instantAt(calendarDate('2027-04-07'), time, zone)
  const client = (await owner.get(`${group}/clients/${otherClient.id}`)).json()
  const session = {
    personId: otherClient.id,
    memberId: otherClient.clinicianId,
    startsAt: at('09:00'),
    endsAt: at('09:55'),
  }
  const { id } = (await sam.post(`${group}/sessions`, { ...session, modality: 'telehealth' })).json()
  const answer = await theo.post(`${group}/sessions/${id}/confirmations`, {
    startedAt: session.startsAt,
    stoppedAt: session.endsAt,
    modality: 'telehealth',
    locationId: client.locations[0].id,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Talked about work.' },
  })
  expect(answer.statusCode).toBe(201)
  expect((await sam.get(`${group}/sessions/${id}`)).json()).toMatchObject({ state: 'confirmed', note: null })
  expect((await theo.get(`${group}/sessions/${id}`)).json().note).toMatchObject({ signedBy: 'Theo Brandt' })
  const cents = async (who: Requests) => (await who.get(`${group}/payments`)).json().upcoming[0]?.cents
  expect([await cents(owner), await cents(sam), await cents(theo)]).toEqual([12500, 12500, 12500])
  expect((await maya.get(`${group}/sessions/${id}`)).statusCode).toBe(404)
})

test('every client’s page that was looked at is in the audit with the client', async () => {
  const events = await house.operations
    .selectFrom('audit.event')
    .select(['person_id', 'subject'])
    .where('action', '=', 'look GET /api/practices/:practiceId/sessions/:sessionId')
    .execute()
  expect(events.length).toBeGreaterThan(5)
  expect(events.every(({ person_id, subject }) => person_id !== null && subject.startsWith('session '))).toBe(true)
})
