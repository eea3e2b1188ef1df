import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { a835 } from '../../server/made-up-files.ts'
import { giveCard } from '../../server/made-up-practice.ts'
import { mayaId, operatorStaff, soloPractice, variantClients, zone } from '../../server/story-network.ts'
import { claimsOfSession } from '../claims/claim-store.ts'
import { transfersAbout } from '../ledger/posting-store.ts'

// One house, its tests in order: a card that said no, one that was taken back, and a fee.

let house: StoryHouse
let maya: Requests
let robin: Requests
const base = `/api/practices/${soloPractice.id}`
const ops = '/api/operations'
const at = (sessionId: string) => `${ops}/sessions/${soloPractice.id}/${sessionId}`
const times = (on: string) => ({
  startsAt: instantAt(calendarDate(on), '09:00', zone),
  endsAt: instantAt(calendarDate(on), '09:55', zone),
})

let declined = ''
let paid = ''
let fee = ''

beforeAll(async () => {
  house = await appWithStory()
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  robin = await house.login(operatorStaff.userId)
  house.goToDay(calendarDate('2026-04-08'), '18:00')
  await giveCard(house, variantClients.pays_less.id, 'tok_declined_late')
  declined = await confirmed(variantClients.pays_less.id)
  paid = await confirmed(variantClients.pays_in_june.id)
  const policy = { startsOn: '2026-04-12', windowHours: 24, lateCents: 5000, noShowCents: 8000 }
  const set = await maya.post(`${base}/cancellation-policies`, policy)
  if (set.statusCode !== 201) throw new Error(set.body)
}, 120_000)
afterAll(() => house?.close())

async function planned(personId: string, on: string): Promise<string> {
  const answer = await maya.post(`${base}/sessions`, {
    personId,
    memberId: mayaId,
    modality: 'telehealth',
    ...times(on),
  })
  return answer.json().id
}

async function confirmed(personId: string): Promise<string> {
  const on = '2026-04-08'
  const id = await planned(personId, on)
  const { client: seen } = (await maya.get(`${base}/sessions/${id}`)).json()
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, {
    startedAt: times(on).startsAt,
    stoppedAt: times(on).endsAt,
    modality: 'telehealth',
    locationId: seen.locations[0].id,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    crisis: null,
    note: { body: 'Worked on sleep.' },
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)
  return id
}

const day = async (on: string) => {
  house.goToDay(calendarDate(on), '20:00')
  await house.doWhatIsDue()
}

/** How every account of a session stands, by its kind; those that stand at nothing are left out. */
async function standing(sessionId: string): Promise<Record<string, number>> {
  const transfers = await house.as((tx) => transfersAbout(tx, soloPractice.id, sessionId))
  const stands: Record<string, number> = {}
  for (const { debit, credit, cents } of transfers) {
    stands[debit.kind] = (stands[debit.kind] ?? 0) + cents
    stands[credit.kind] = (stands[credit.kind] ?? 0) - cents
  }
  return Object.fromEntries(Object.entries(stands).filter(([, cents]) => cents !== 0))
}

const money = async (sessionId: string) => (await robin.get(`${at(sessionId)}/client-money`)).json()
const sound = async () => expect((await house.verify()).faults).toEqual([])
const looks = (sessionId: string) =>
  house.as((tx) =>
    tx
      .selectFrom('audit.event')
      .select(['action', 'reason', 'user_id as userId'])
      .where('subject', '=', `session ${sessionId}`)
      .where('action', 'like', 'write POST /api/operations%')
      .execute(),
  )

test('before the lock nothing is forgiven: the practice may still correct the session', async () => {
  const answer = await robin.post(`${at(declined)}/forgivenesses`, { cents: 2500, reason: 'Hardship' })
  expect(answer.json()).toMatchObject({ status: 409, code: 'share_not_final' })
  expect((await money(declined)).refusal).toMatch(/may still correct/)
})

test('a share that a card refused is forgiven: previewed to the cent, our loss, the practice’s pay untouched', async () => {
  await day('2026-04-10')
  const cards = async () => (await robin.get(`${ops}/queues/declinedCards`)).json()
  expect((await cards()).count).toBe(1)
  const before = await standing(declined)
  expect(before.client_receivable).toBe(2500)
  const preview = (await robin.post(`${at(declined)}/forgiveness-preview`, {})).json()
  expect(preview).toMatchObject({
    refusal: null,
    words: [/owes \$0\.00/, 'We lose $25.00.', 'What the practice is paid does not change.'].map((each) =>
      typeof each === 'string' ? each : expect.stringMatching(each),
    ),
    postings: [
      {
        book: soloPractice.name,
        transfers: [{ debit: { kind: 'bad_debt_absorbed' }, credit: { kind: 'client_receivable' }, cents: 2500 }],
      },
    ],
  })
  const asked = { cents: 2500, reason: 'They lost their work' }
  const other = await robin.post(`${at(declined)}/forgivenesses`, { ...asked, cents: 2400 })
  expect(other.json()).toMatchObject({ status: 409, code: 'balance_changed' })
  const first = await robin.post(`${at(declined)}/forgivenesses`, asked, 'once-and-once-only')
  expect([first.statusCode, first.json()]).toEqual([201, { cents: 2500 }])
  const again = await robin.post(`${at(declined)}/forgivenesses`, asked, 'once-and-once-only')
  expect(again.json()).toEqual(first.json())
  expect(await standing(declined)).toEqual({ ...without(before, 'client_receivable'), bad_debt_absorbed: 2500 })
  expect(await money(declined)).toMatchObject({
    owed: 0,
    forgiven: 2500,
    deeds: [{ kind: 'forgiven', cents: 2500, by: 'Robin Calder', words: 'They lost their work' }],
  })
  expect((await robin.post(`${at(declined)}/forgivenesses`, asked)).json()).toMatchObject({ code: 'nothing_owed' })
  expect((await cards()).count).toBe(0)
  expect(await looks(declined)).toMatchObject([{ reason: 'They lost their work', userId: operatorStaff.userId }])
  await sound()
})

test('no card is asked for what was forgiven, and where the payer lowers the share less was lost', async () => {
  const asked = house.outside.desk.charges.length
  await giveCard(house, variantClients.pays_less.id, 'tok_good_late')
  await day('2026-04-20')
  expect(house.outside.desk.charges.length).toBe(asked)
  const [claim] = await house.as((tx) => claimsOfSession(tx, soloPractice.id, declined))
  const answers = [{ number: claim?.controlNumber ?? '', charge: 15000, paid: 14000, share: 1000 }]
  const file = a835({ trace: 'LOWER', on: '2026-04-20', answers })
  house.outside.clearinghouse.offer('lower.835', new TextEncoder().encode(file))
  await house.doWhatIsDue()
  const stands = await standing(declined)
  expect([stands.bad_debt_absorbed, stands.client_receivable, stands.client_refunds_due]).toEqual([
    1000,
    undefined,
    undefined,
  ])
  await sound()
})

test('a chargeback is previewed, taken in once, and leaves the client owing and the practice paid', async () => {
  const { payments } = await money(paid)
  expect(payments).toMatchObject([{ what: 'session_share', captured: 2500, refunded: 0, takenBack: 0, most: 2500 }])
  const [{ chargeId }] = payments
  const tooMuch = (await robin.post(`${at(paid)}/chargeback-preview`, { chargeId, cents: 2501 })).json()
  expect(tooMuch).toMatchObject({ refusal: expect.stringMatching(/^At most \$25\.00/), postings: [] })
  const preview = (await robin.post(`${at(paid)}/chargeback-preview`, { chargeId, cents: 2500 })).json()
  expect(preview).toMatchObject({
    refusal: null,
    postings: [
      { isOperators: false, transfers: [{ debit: { kind: 'client_receivable' }, credit: { kind: 'treasury' } }] },
      { isOperators: true, transfers: [{ debit: { kind: 'book' }, credit: { kind: 'card_clearing' }, cents: 2500 }] },
    ],
  })
  const before = await standing(paid)
  const told = { chargeId, cents: 2500, reference: 'dp_1043' }
  expect((await robin.post(`${at(paid)}/chargebacks`, told)).statusCode).toBe(201)
  expect((await robin.post(`${at(paid)}/chargebacks`, told)).statusCode).toBe(201)
  const other = await robin.post(`${at(paid)}/chargebacks`, { ...told, cents: 100 })
  expect(other.json()).toMatchObject({ status: 409, code: 'reference_of_another' })
  const more = await robin.post(`${at(paid)}/chargebacks`, { ...told, reference: 'dp_1044' })
  expect(more.json()).toMatchObject({ status: 409, code: 'chargeback_of_nothing' })
  expect(await standing(paid)).toEqual({ ...without(before, 'treasury'), client_receivable: 2500 })
  expect((await money(paid)).deeds).toMatchObject([{ kind: 'taken_back', cents: 2500, by: 'Robin Calder' }])
  const { rows, owedCents } = (await robin.get(`${ops}/owed-by-clients`)).json()
  expect({ rows, owedCents }).toMatchObject({
    owedCents: 2500,
    rows: [{ sessionId: paid, kind: 'share', owed: 2500, because: 'Their bank took it back' }],
  })
  await sound()
})

test('a denial after a chargeback owes the client nothing that their bank has given them', async () => {
  const [claim] = await house.as((tx) => claimsOfSession(tx, soloPractice.id, paid))
  const answers = [{ number: claim?.controlNumber ?? '', charge: 15000, paid: 15000, share: 0 }]
  house.outside.clearinghouse.offer(
    'zero.835',
    new TextEncoder().encode(a835({ trace: 'ZERO', on: '2026-04-20', answers })),
  )
  await house.doWhatIsDue()
  const stands = await standing(paid)
  expect([stands.client_receivable, stands.client_refunds_due]).toEqual([undefined, undefined])
  await sound()
})

test('the staff forgive a fee that nobody paid; a paid one is the practice’s to give back', async () => {
  await giveCard(house, variantClients.pays_less.id, 'tok_declined_again')
  for (const [personId, name] of [
    [variantClients.pays_less.id, 'unpaid'],
    [variantClients.pays_in_june.id, 'paid'],
  ] as const) {
    const id = await planned(personId, '2026-04-21')
    const cancelled = { version: 1, kind: 'cancelled', initiator: 'client', reason: 'Ill', feeCents: null }
    const answer = await maya.post(`${base}/sessions/${id}/cancellations`, cancelled)
    expect(answer.json()).toMatchObject({ feeCents: 5000 })
    if (name === 'unpaid') fee = id
    else paid = id
  }
  await house.doWhatIsDue()
  const kept = await robin.post(`${at(paid)}/forgivenesses`, { cents: 5000, reason: 'Ill' })
  expect(kept.json()).toMatchObject({ status: 409, code: 'fee_is_paid' })
  const preview = (await robin.post(`${at(fee)}/forgiveness-preview`, {})).json()
  expect(preview.postings).toMatchObject([
    {
      transfers: [{ debit: { kind: 'practice_awaiting_client' }, credit: { kind: 'client_receivable' }, cents: 5000 }],
    },
  ])
  expect((await robin.post(`${at(fee)}/forgivenesses`, { cents: 5000, reason: 'Ill' })).statusCode).toBe(201)
  expect(await standing(fee)).toEqual({})
  expect((await money(fee)).deeds).toMatchObject([{ kind: 'forgiven', cents: 5000, words: 'Ill' }])
  await sound()
})

function without(balancesOf: Record<string, number>, kind: string): Record<string, number> {
  return Object.fromEntries(Object.entries(balancesOf).filter(([each]) => each !== kind))
}
