import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { type Answered, a835, type MadeUpPayment, originator } from '../../server/made-up-files.ts'
import { aConfirmedSession, aPractice, claimOf, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { entity } from '../../server/story-network.ts'
import { claimStatusesOf } from '../claims/claim-store.ts'
import { balances, transfersAbout } from '../ledger/posting-store.ts'
import type { Session } from '../sessions/session-store.ts'
import type { StoredFile } from '../world.ts'
import { decisionsOf } from './decision-store.ts'
import { takeClearinghouseFiles } from './take-clearinghouse-files-flow.ts'
import { takeRemittanceFile } from './take-remittance-flow.ts'
import { transactionsTaken } from './transaction-store.ts'
import { unmatchedClaims } from './unmatched-store.ts'

let house: House
let practice: MadeUpPractice
beforeAll(async () => {
  house = await houseOnTestDatabase()
  practice = await aPractice(house)
  house.goToDay(calendarDate('2026-04-08'), '18:00')
  const sessions: Session[] = []
  for (let made = 0; made < 30; made += 1) sessions.push(await aConfirmedSession(house, practice))
  house.goToDay(calendarDate('2026-04-10'), '18:00')
  await house.doWhatIsDue()
  for (const session of sessions) sent.push({ session, number: (await claimOf(house, session)).controlNumber })
  house.goToDay(calendarDate(paidOn), '18:00')
})
afterAll(() => house?.close())

const paidOn = '2026-06-12'
let traces = 0
const aTrace = () => {
  traces += 1
  return `TRACE${traces}`
}

const sent: { session: Session; number: string }[] = []

/** A session confirmed on 8 April, locked and sent; its payer owes 125.00 and its client has paid 25.00. */
function aSentSession(): { session: Session; number: string } {
  const next = sent.pop()
  if (next === undefined) throw new Error('more sessions are needed than were made')
  return next
}

let files = 0
async function stored(text: string): Promise<StoredFile> {
  files += 1
  const bytes = new TextEncoder().encode(text)
  const where = { partner: 'clearinghouse', direction: 'in' as const, folder: 'out', name: `taken-${files}.835` }
  const { id } = await house.as((tx) => house.world.files.record(tx, { ...where, bytes, at: house.world.clock.now() }))
  const file = await house.as((tx) => house.world.files.find(tx, id))
  if (file === null) throw new Error('the file was not stored')
  // Read by the test itself, so that the house does not take it a second time.
  await house.as((tx) => house.world.files.addOutcome(tx, id, { outcome: 'read', at: house.world.clock.now() }))
  return file
}

async function take(text: string, options: { asEntity?: string } = {}) {
  const file = await stored(text)
  return house.as((tx) => takeRemittanceFile(tx, house.world, file, options))
}

const paidInFull = (number: string): Answered => ({ number, charge: 15000, paid: 12500, share: 2500 })
const payment = (...answers: Answered[]): MadeUpPayment => ({ trace: aTrace(), on: paidOn, answers })

async function standing({ practiceId, id }: Session): Promise<Record<string, number>> {
  const found = await house.as((tx) => balances(tx, practiceId, [id, `${id}/cedar-mutual`]))
  return Object.fromEntries(found.map(({ kind, cents }) => [kind, cents]))
}

async function clearing(trace: string): Promise<number> {
  const [found] = await house.as((tx) => balances(tx, house.world.operator, [`${originator}/${trace}`]))
  return found?.cents ?? 0
}

const postings = () =>
  house.operations
    .selectFrom('ledger.posting')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()

test('what balances is posted, and the claim is paid', async () => {
  const { session, number } = aSentSession()
  const paid = payment(paidInFull(number))
  const taken = await take(a835(paid))
  expect(taken.problems).toEqual([])
  expect(taken.transactions).toEqual([
    expect.objectContaining({ outcome: 'posted', because: null, paid: 12500, adjustedOutsideClaims: 0 }),
  ])
  expect(taken.transactions[0]?.claims).toEqual([
    { claimControlNumber: number, status: '1', paid: 12500, became: 'posted' },
  ])
  expect(await standing(session)).toEqual({})
  // The deposit is still to come.
  expect(await clearing(paid.trace)).toBe(12500)
  const statuses = await house.as((tx) => claimStatusesOf(tx, practice.practiceId))
  expect(statuses.find(({ sessionId }) => sessionId === session.id)?.status).toBe('paid')
})

test.each([
  ['the payment itself', (text: string) => text.replace('BPR*I*125*', 'BPR*I*124.99*'), -1],
  ['a claim', (text: string) => text.replace(/CLP\*(\w+)\*1\*150\*/, 'CLP*$1*1*150.01*'), -1],
  ['a service line', (text: string) => text.replace('CAS*PR*3*25', 'CAS*PR*3*24.98'), -2],
] as const)(
  '%s does not balance: quarantined whole with the exact difference, and nothing is posted',
  async (_, broken, difference) => {
    const { session, number } = aSentSession()
    const paid = payment(paidInFull(number))
    const good = a835(paid)
    const before = await postings()
    const text = broken(good)
    expect(text).not.toBe(good)
    const taken = await take(text)
    expect(taken.transactions).toEqual([
      expect.objectContaining({ outcome: 'quarantined', because: 'unbalanced', difference, claims: [] }),
    ])
    expect(await postings()).toEqual(before)
    expect(await standing(session)).toEqual({ payer_receivable: 12500 })
    const kept = (await house.as((tx) => transactionsTaken(tx, house.world.operator))).find(
      ({ trace }) => trace === paid.trace,
    )
    expect(kept).toMatchObject({ outcome: 'quarantined', because: 'unbalanced', difference })

    // What the payer sends instead is posted; the quarantined one stays as evidence.
    const corrected = await take(good)
    expect(corrected.transactions[0]?.outcome).toBe('posted')
    expect(await standing(session)).toEqual({})
  },
)

test('a line that does not balance is found even where the claim around it makes up for it', async () => {
  const { number } = aSentSession()
  const text = a835(payment(paidInFull(number)))
    .replace('CAS*PR*3*25~', 'CAS*PR*3*24~')
    .replace(/(CLP\*[^~]*~\s*)/, '$1CAS*OA*23*1~\n')
    .replace(/SE\*(\d+)\*/, (_, count: string) => `SE*${Number(count) + 1}*`)
  expect((await take(text)).transactions[0]).toMatchObject({
    outcome: 'quarantined',
    because: 'unbalanced',
    difference: -100,
  })
})

test('a payee who is none of our billing entities is read and balanced, and not posted', async () => {
  const { session, number } = aSentSession()
  const foreign = {
    ...payment(paidInFull(number)),
    payee: { qualifier: 'XX', id: '1992000004', taxNumber: '043210987' },
  }
  const taken = await take(a835(foreign))
  expect(taken.transactions[0]).toMatchObject({ outcome: 'quarantined', because: 'payee_not_ours', difference: null })
  expect(await standing(session)).toEqual({ payer_receivable: 12500 })
})

test('treated as ours for a trial, the same file is posted where a claim matches', async () => {
  const { session, number } = aSentSession()
  const foreign = { ...payment(paidInFull(number)), payee: { qualifier: 'XX', id: '1992000004' } }
  const taken = await take(a835(foreign), { asEntity: entity.id })
  expect(taken.transactions[0]).toMatchObject({ outcome: 'posted', because: null })
  expect(await standing(session)).toEqual({})
})

test('our tax number alone makes us the payee, beside a group NPI that we do not know', async () => {
  const { number } = aSentSession()
  const ours = { ...payment(paidInFull(number)), payee: { qualifier: 'XX', id: '1992000004', taxNumber: entity.tin } }
  expect((await take(a835(ours))).transactions[0]?.outcome).toBe('posted')
})

test('the same payment in another envelope changes nothing and says so', async () => {
  const { number } = aSentSession()
  const paid = payment(paidInFull(number))
  await take(a835(paid))
  const before = await postings()
  const again = await take(a835({ ...paid, interchange: 987654 }))
  expect(again.transactions[0]).toMatchObject({ outcome: 'repeated', because: null })
  expect(await postings()).toEqual(before)
})

test('the same trace, date and amount with other content is quarantined and posts nothing', async () => {
  const { number } = aSentSession()
  const other = aSentSession()
  const paid = payment(paidInFull(number))
  await take(a835(paid))
  const before = await postings()
  const taken = await take(a835({ ...paid, answers: [paidInFull(other.number)] }))
  expect(taken.transactions[0]).toMatchObject({ outcome: 'quarantined', because: 'same_trace_other_content' })
  expect(await postings()).toEqual(before)
})

test('a torn file posts nothing of what it still shows', async () => {
  const { session, number } = aSentSession()
  const other = aSentSession()
  const text = a835(payment(paidInFull(number), paidInFull(other.number)))
  const before = await postings()
  const torn = text.slice(0, text.indexOf('CLP*', text.indexOf('CLP*') + 1))
  const taken = await take(torn)
  expect(taken.transactions[0]).toMatchObject({ outcome: 'quarantined', because: 'unreadable' })
  expect(await postings()).toEqual(before)
  expect(await standing(session)).toEqual({ payer_receivable: 12500 })
})

test('an amount that nobody can read is no amount', async () => {
  const { number } = aSentSession()
  const text = a835(payment(paidInFull(number))).replace('CAS*PR*3*25', 'CAS*PR*3*2,5')
  expect((await take(text)).transactions[0]).toMatchObject({ outcome: 'quarantined', because: 'unreadable' })
})

test('money for a claim that is not ours is kept as unmatched, to the cent', async () => {
  const { session, number } = aSentSession()
  const paid = payment(paidInFull(number), { number: 'NOBODYS1', charge: 9000, paid: 7000 })
  const taken = await take(a835(paid))
  expect(taken.transactions[0]?.claims.map(({ became }) => became)).toEqual(['posted', 'unmatched'])
  expect(await standing(session)).toEqual({})
  const subject = `${paid.trace}/2/NOBODYS1`
  expect(await house.as((tx) => balances(tx, house.world.operator, [subject]))).toEqual([
    { kind: 'unmatched', subject, cents: -7000 },
  ])
  const kept = await house.as((tx) => unmatchedClaims(tx, house.world.operator))
  expect(kept).toContainEqual(expect.objectContaining({ claimControlNumber: 'NOBODYS1', paid: 7000 }))
  expect(await clearing(paid.trace)).toBe(19500)
})

test('a claim under another number is found by the payer’s own number of an answer before', async () => {
  const { session, number } = aSentSession()
  const first = { ...paidInFull(number), payerNumber: 'ICN-7' }
  await take(a835(payment(first)))
  const reversal = {
    ...payment({ ...first, number: 'CUT-OFF', status: '22' }),
    outside: [{ reason: 'FB', cents: -12500 }],
  }
  expect((await take(a835(reversal))).transactions[0]?.claims[0]?.became).toBe('posted')
  expect(await standing(session)).toEqual({ payer_receivable: 12500 })
})

test('a reversal and its correction in one payment: what was paid goes back, what is paid now is posted', async () => {
  const { session, number } = aSentSession()
  await take(a835(payment(paidInFull(number))))
  const corrected = { number, charge: 15000, paid: 13500, share: 1000 }
  const paid = payment({ ...paidInFull(number), status: '22' }, corrected)
  await take(a835(paid))
  expect(await standing(session)).toEqual({ client_refunds_due: -1500, payer_receivable: 500 })
  expect(await clearing(paid.trace)).toBe(1000)
  const decided = await house.as((tx) => decisionsOf(tx, session.practiceId, session.id))
  expect(decided.map(({ kind, paid: amount, clientShare }) => [kind, amount, clientShare])).toEqual([
    ['answer', 12500, 2500],
    ['reversal', -12500, -2500],
    ['answer', 13500, 1000],
  ])
})

test('a share that the payer made smaller, took back and says again is the same share', async () => {
  const { session, number } = aSentSession()
  const smaller = { number, charge: 15000, paid: 14000, share: 1000 }
  await take(a835(payment(smaller)))
  expect(await standing(session)).toEqual({ client_refunds_due: -1500 })
  await take(a835(payment({ ...smaller, status: '22' }, smaller)))
  expect(await standing(session)).toEqual({ client_refunds_due: -1500 })
})

test('interest is the operator’s, a recoupment stays on the payer’s balance, and the rest pays claims', async () => {
  const { number } = aSentSession()
  const paid = {
    ...payment(paidInFull(number)),
    outside: [
      { reason: 'L6', cents: -150 },
      { reason: 'WO', cents: 2000 },
    ],
  }
  const before = await house.as((tx) => balances(tx, house.world.operator, [originator]))
  const taken = await take(a835(paid))
  expect(taken.transactions[0]).toMatchObject({ outcome: 'posted', paid: 10650, adjustedOutsideClaims: -1850 })
  const after = await house.as((tx) => balances(tx, house.world.operator, [originator]))
  const of = (list: typeof after, kind: string) => list.find((one) => one.kind === kind)?.cents ?? 0
  expect(of(after, 'payer_interest') - of(before, 'payer_interest')).toBe(-150)
  expect(of(after, 'payer_balance') - of(before, 'payer_balance')).toBe(2000)
  expect(await clearing(paid.trace)).toBe(10650)
})

test.each(['23', '25'])(
  'a claim told with status %s moves no money and leaves the session as it is',
  async (status) => {
    const { session, number } = aSentSession()
    const before = await house.as((tx) => transfersAbout(tx, session.practiceId, session.id))
    const told = { number, charge: 15000, paid: 0, share: 2500, status, reason: '101' }
    const taken = await take(a835(payment(told)))
    expect(taken.transactions[0]?.claims[0]?.became).toBe('information')
    expect(await house.as((tx) => transfersAbout(tx, session.practiceId, session.id))).toEqual(before)
  },
)

test('a payer that pays more than is owed makes no receivable negative: the excess is kept as overpaid', async () => {
  const { session, number } = aSentSession()
  await take(a835(payment({ number, charge: 15000, paid: 16000, share: 2500 })))
  expect(await standing(session)).toEqual({ payer_overpaid: -3500 })
})

test('no posting that a payer caused touches what the practice is owed', async () => {
  const touching = await house.operations
    .selectFrom('ledger.posting as posting')
    .innerJoin('ledger.transfer as transfer', 'transfer.posting_id', 'posting.id')
    .select('posting.id')
    .where('posting.cause', '=', 'payer')
    .where(({ or, eb }) => or([eb('debit', '=', 'practice_payable'), eb('credit', '=', 'practice_payable')]))
    .execute()
  expect(touching).toEqual([])
})

test('the same file taken twice at once is posted once', async () => {
  const { session, number } = aSentSession()
  const paid = payment(paidInFull(number))
  const [first, second] = [await stored(a835(paid)), await stored(a835(paid))]
  const taken = await Promise.all(
    [first, second].map((file) => house.as((tx) => takeRemittanceFile(tx, house.world, file))),
  )
  expect(taken.map(({ transactions }) => transactions[0]?.outcome).toSorted()).toEqual(['posted', 'repeated'])
  expect(await standing(session)).toEqual({})
})

test('two files for the same sessions in opposite order, taken at once, both post', async () => {
  const one = aSentSession()
  const two = aSentSession()
  const half = (number: string) => ({ number, charge: 15000, paid: 6000, share: 2500 })
  const pairs = [
    [one.number, two.number],
    [two.number, one.number],
  ]
  const both = await Promise.all(pairs.map((numbers) => stored(a835(payment(...numbers.map(half))))))
  const taken = await Promise.all(both.map((file) => house.as((tx) => takeRemittanceFile(tx, house.world, file))))
  expect(taken.map(({ transactions }) => transactions[0]?.outcome)).toEqual(['posted', 'posted'])
  expect(await standing(one.session)).toEqual({ payer_receivable: 500 })
  expect(await standing(two.session)).toEqual({ payer_receivable: 500 })
})

test('the house fetches what the clearinghouse offers, once, and keeps what it cannot read apart', async () => {
  const { session, number } = aSentSession()
  const { clearinghouse } = house.outside
  clearinghouse.offer('a-paid.835', new TextEncoder().encode(a835(payment(paidInFull(number)))))
  clearinghouse.offer('b-junk.txt', new TextEncoder().encode('nothing that anybody could read'))
  expect(await takeClearinghouseFiles(house.operations, house.world)).toBe(2)
  expect(await takeClearinghouseFiles(house.operations, house.world)).toBe(0)
  expect(await standing(session)).toEqual({})
  const outcomes = await house.operations
    .selectFrom('house.file_outcome as outcome')
    .innerJoin('house.file as file', 'file.id', 'outcome.file_id')
    .select(['file.name', 'outcome.outcome'])
    .where('file.name', 'in', ['a-paid.835', 'b-junk.txt'])
    .orderBy('file.name')
    .execute()
  expect(outcomes).toEqual([
    { name: 'a-paid.835', outcome: 'read' },
    { name: 'b-junk.txt', outcome: 'quarantined' },
  ])
})

test('after all of this, and the payday, the books hold', async () => {
  await house.doWhatIsDue()
  expect((await house.verify()).faults).toEqual([])
})
