import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addHours, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { aBank, type MadeUpBank } from '../../server/made-up-bank.ts'
import { type Answered, a835 } from '../../server/made-up-files.ts'
import {
  aClient,
  aConfirmedSession,
  aPractice,
  confirm,
  giveBankAccount,
  giveCard,
  type MadeUpPractice,
  type Worths,
} from '../../server/made-up-practice.ts'
import { cancelWithFee } from '../charges/cancel-with-fee-flow.ts'
import { recordCancellationPolicy } from '../charges/cancellation-policy-store.ts'
import { chargesOf } from '../charges/charge-store.ts'
import { forgiveFee } from '../charges/fee-flow.ts'
import { forgiveOwed, owedOf } from '../charges/forgive-flow.ts'
import { refundsOf } from '../charges/refund-store.ts'
import { takeChargeback } from '../charges/take-chargeback-flow.ts'
import { claimsOfSession } from '../claims/claim-store.ts'
import { type AccountKind, account, neverNegative, neverPositive } from '../ledger/accounts.ts'
import { transfersAbout } from '../ledger/posting-store.ts'
import { postingsOf } from '../ledger/seal-store.ts'
import { effectOn } from '../ledger/transfer.ts'
import { confirmationInForce } from '../sessions/confirmation-store.ts'
import { lockOf } from '../sessions/lock-store.ts'
import { type PlannedSession, recordSession, type Session, sessionById } from '../sessions/session-store.ts'
import { voidSession } from '../sessions/void-session-flow.ts'
import { voidOf } from '../sessions/void-store.ts'
import { payoutEvents, payoutsWhere } from './payout-store.ts'

const zone = 'America/New_York'
const seed = Math.floor(Math.random() * 2 ** 31)

/** What happens next; numbers choose among what is there, so that every list of events is a possible history. */
const pick = fc.nat(1000)
const amount = fc.oneof(fc.constant(0), fc.nat(35_000))
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('confirm' as const), pick, copay: amount, card: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('correct' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 100, max: 400 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      pick,
      paid: amount,
      share: amount,
      plb: fc.integer({ min: -2000, max: 500 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('deny' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reverse' as const),
      pick,
      corrected: fc.option(fc.record({ paid: amount, share: amount })),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown claim' as const), paid: amount }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('send back' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('miss' as const), pick, fee: amount, card: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forgive' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('charge back' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forgive share' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('charge share back' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('mend' as const), pick }) },
)
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

const worth = fc.record({ payer: fc.integer({ min: 0, max: 30_000 }), provider: fc.integer({ min: 0, max: 30_000 }) })
const worths: fc.Arbitrary<Worths> = fc.record({ '90837': worth, '90834': worth })

// Every history begins with sessions that are locked, so that there is something for payers to answer.
const beginning: readonly Event[] = [
  { kind: 'confirm', pick: 0, copay: 2500, card: true },
  { kind: 'confirm', pick: 1, copay: 2500, card: true },
  { kind: 'confirm', pick: 2, copay: 40_000, card: false },
  { kind: 'wait', days: 3 },
]

type History = {
  house: House
  bank: MadeUpBank
  practices: MadeUpPractice[]
  sessions: Session[]
  /** Sessions that a client missed, with a fee: outside the promise. */
  missed: PlannedSession[]
  /** The payer's last word on a session that it could still reverse. */
  answers: Map<string, Answered>
  files: string[]
}

test('whatever happens in whatever order, the books hold after every event and no payer touches anybody’s pay', async () => {
  console.info(`any history: seed ${seed}`)
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(worths, worths),
      fc.array(event, { minLength: 10, maxLength: 24 }),
      async (rates, events) => {
        const house = await houseOnTestDatabase()
        try {
          const bank = aBank(house)
          await bank.ownMoney(1_000_000)
          const practices = [
            await aPractice(house, { worths: rates[0] }),
            await aPractice(house, { worths: rates[1], bank: 'unverified', holder: 'personal' }),
          ]
          const history: History = { house, bank, practices, sessions: [], missed: [], answers: new Map(), files: [] }
          for (const one of [...beginning, ...events]) {
            house.goTo(addHours(house.world.clock.now(), 1))
            await happen(history, one)
            await house.doWhatIsDue()
            await expectSound(history)
          }
        } finally {
          await house.close()
        }
      },
    ),
    { seed, numRuns: 4, endOnFailure: true },
  )
})

async function happen(history: History, one: Event): Promise<void> {
  switch (one.kind) {
    case 'confirm':
      return confirmNew(history, one)
    case 'correct':
    case 'void':
      return change(history, one)
    case 'wait':
      return wait(history, one.days)
    case 'answer':
    case 'deny':
    case 'reverse':
      return answer(history, one)
    case 'repeat':
      return offer(history, chosen(history.files, one.pick) ?? '')
    case 'unknown claim':
      return remit(history, [{ number: 'NOBODYS', charge: 35_000, paid: one.paid }], 0)
    case 'send back':
      return sendBack(history, one.pick)
    case 'mend':
      return mend(history, one.pick)
    case 'miss':
      return miss(history, one)
    case 'forgive':
      return forgive(history, one.pick)
    case 'charge back':
      return chargeBack(history, history.missed, one.pick)
    case 'forgive share':
      return forgiveShare(history, one.pick)
    case 'charge share back':
      return chargeBack(history, history.sessions, one.pick)
  }
}

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(list.length, 1)]

async function confirmNew(history: History, { pick, copay, card }: { pick: number; copay: number; card: boolean }) {
  const { house, practices, sessions } = history
  const practice = chosen(practices, pick)
  if (practice === undefined) return
  const on = addDays(dateIn(house.world.clock.now(), zone), -1)
  const client = await aClient(house, practice, { copay, card: card ? 'tok_good' : 'tok_declined' })
  sessions.push(await aConfirmedSession(house, practice, { client, on }))
}

/** Corrected or voided while it may be; afterwards nothing happens, as the house refuses. */
async function change({ house, sessions }: History, { kind, pick }: { kind: 'correct' | 'void'; pick: number }) {
  const session = chosen(sessions, pick)
  if (session === undefined) return
  const { practiceId, id } = session
  const closed = await house.as(
    async (tx) => (await lockOf(tx, practiceId, id)) !== null || (await voidOf(tx, practiceId, id)) !== null,
  )
  if (closed) return
  if (kind === 'correct') await confirm(house, session, '90834')
  else await house.as((tx) => voidSession(tx, house.world, { userId: 'test' }, session, 'did not come'))
}

async function wait({ house, bank }: History, days: number): Promise<void> {
  const day = addDays(dateIn(house.world.clock.now(), zone), days)
  house.goTo(instantAt(day, '09:30', zone))
  await house.doWhatIsDue()
  house.goTo(instantAt(day, '21:30', zone))
  bank.closeDay()
  await house.doWhatIsDue()
}

async function answer(history: History, one: Extract<Event, { kind: 'answer' | 'deny' | 'reverse' }>): Promise<void> {
  const session = chosen(history.sessions, one.pick)
  if (session === undefined) return
  const [claim] = await history.house.as((tx) => claimsOfSession(tx, session.practiceId, session.id))
  if (claim === undefined) return
  const number = claim.controlNumber
  const charge: number = claim.charge
  const before = history.answers.get(session.id)
  if (one.kind === 'reverse') {
    if (before === undefined) return
    const corrected = one.corrected === null ? [] : [{ number, charge, ...one.corrected }]
    await remit(history, [{ ...before, status: '22' }, ...corrected], 0)
    history.answers.delete(session.id)
    if (corrected[0] !== undefined) history.answers.set(session.id, corrected[0])
    return
  }
  // A payer that answers once more without taking the first answer back says the same claim twice: a person's case.
  if (before !== undefined) return
  if (one.kind === 'deny') return remit(history, [{ number, charge, paid: 0, status: '4', reason: '197' }], 0)
  const told = { number, charge, paid: one.paid, share: one.share }
  history.answers.set(session.id, told)
  return remit(history, [told], one.plb)
}

/** One 835; what it cannot pay because it takes back more than it pays is carried forward, as payers do. */
async function remit(history: History, answers: readonly Answered[], plb: number): Promise<void> {
  const { house, bank, files } = history
  const claims = answers.reduce((total, { paid, status }) => total + (status === '22' ? -paid : paid), 0)
  const outside = plb === 0 ? [] : [{ reason: plb < 0 ? 'L6' : 'WO', cents: plb }]
  const rest = claims - plb
  if (rest < 0) outside.push({ reason: 'FB', cents: rest })
  const trace = `T${files.length + 1}`
  const on = dateIn(house.world.clock.now(), zone)
  const file = a835({ trace, on, answers, outside })
  files.push(file)
  if (rest > 0) bank.deposit(trace, rest)
  return offer(history, file)
}

let offered = 0

async function offer({ house }: History, file: string): Promise<void> {
  if (file === '') return
  offered += 1
  house.outside.clearinghouse.offer(`file-${offered}.835`, new TextEncoder().encode(file))
  await house.doWhatIsDue()
}

async function sendBack(history: History, pick: number): Promise<void> {
  const { house, bank } = history
  const [payouts, events] = await house.as(async (tx) => [await payoutsWhere(tx, 'all'), await payoutEvents(tx, 'all')])
  const has = (id: string, kind: string) => events.some((one) => one.payoutId === id && one.kind === kind)
  const payout = chosen(
    payouts.filter(({ id }) => has(id, 'settled') && !has(id, 'returned')),
    pick,
  )
  if (payout === undefined) return
  await wait(history, 1)
  house.goTo(addHours(house.world.clock.now(), 24))
  bank.sendBack(payout.traceNumber, payout.cents, 'R02')
  bank.closeDay()
  await house.doWhatIsDue()
}

/** A client does not come, and their practice asks a fee of any amount, or waives it. */
async function miss({ house, practices, missed }: History, wanted: { pick: number; fee: number; card: boolean }) {
  const practice = chosen(practices, wanted.pick)
  if (practice === undefined) return
  const { world } = house
  const client = await aClient(house, practice, { card: wanted.card ? 'tok_good' : 'tok_declined' })
  const { practiceId, clinicianId: memberId } = practice
  const at = world.clock.now()
  const id = world.ids.next()
  const plan = { practiceId, id, memberId, personId: client.personId, modality: 'telehealth' as const }
  const policy = {
    startsOn: addDays(dateIn(at, zone), -1),
    windowHours: 24 as const,
    late: cents(0),
    noShow: cents(35_000),
  }
  await house.as(async (tx) => {
    const recorded = { recordedAt: at, recordedBy: 'test' }
    await recordCancellationPolicy(tx, practiceId, { ...policy, ...recorded, id: world.ids.next() })
    await recordSession(tx, { ...plan, startsAt: addHours(at, -1), endsAt: at, at, by: 'test' })
    const session = await sessionById(tx, practiceId, id)
    if (session === null) return
    const asked = {
      version: 1,
      kind: 'no_show' as const,
      initiator: 'client' as const,
      reason: 'x',
      scope: 'this' as const,
    }
    await cancelWithFee(tx, world, { userId: 'test' }, session, { ...asked, feeCents: wanted.fee })
    missed.push(session)
  })
}

async function forgive({ house, missed }: History, pick: number): Promise<void> {
  const session = chosen(missed, pick)
  if (session === undefined) return
  await house.as((tx) => forgiveFee(tx, house.world, { userId: 'test' }, session, 'x'))
}

/** The operator's staff forgive what a client owes of a session, where they may. */
async function forgiveShare({ house, sessions }: History, pick: number): Promise<void> {
  const session = chosen(sessions, pick)
  if (session === undefined) return
  await house.as(async (tx) => {
    const stands = await owedOf(tx, session)
    const owed = stands.kind === 'nothing' ? cents(0) : stands.owed
    await forgiveOwed(tx, house.world, session, { cents: owed, reason: 'x', by: 'test' })
  })
}

/** The client's bank takes back what a card paid, once; what was refunded before is not taken back again. */
async function chargeBack(
  { house }: History,
  of: readonly Pick<Session, 'practiceId' | 'id'>[],
  pick: number,
): Promise<void> {
  const session = chosen(of, pick)
  if (session === undefined) return
  const { practiceId, id } = session
  const charges = await house.as((tx) => chargesOf(tx, practiceId, id))
  const paid = charges.flatMap(({ attempts }) => attempts).find(({ outcome }) => outcome === 'captured')
  const refunds = await house.as((tx) => refundsOf(tx, practiceId, id))
  if (paid?.processorId == null || refunds.length > 0) return
  const told = { processorChargeId: paid.processorId, reference: `cb_${id}`, cents: paid.cents, by: 'test' }
  await house.as((tx) => takeChargeback(tx, house.world, told))
}

/** Somebody puts things right: a practice has a verified account again, a client another card. */
async function mend({ house, practices, sessions }: History, pick: number): Promise<void> {
  const practice = chosen(practices, pick)
  if (practice !== undefined) await giveBankAccount(house, practice, { recordedAt: house.world.clock.now() })
  const session = chosen(sessions, pick)
  if (session !== undefined) await giveCard(house, session.personId, 'tok_good')
}

async function expectSound(history: History): Promise<void> {
  const { house, practices, sessions, missed } = history
  expect((await house.verify()).faults).toEqual([])
  for (const session of sessions) await expectShare(history, session)
  for (const { practiceId } of [...practices, { practiceId: house.world.operator }]) {
    await expectNoSideBelowZero(house, practiceId)
  }
  for (const { practiceId } of practices) {
    await expectPromised(
      house,
      practiceId,
      sessions.filter((one) => one.practiceId === practiceId),
      new Set(missed.map(({ id }) => id)),
    )
  }
}

/** Not only now: after no posting did an account stand on the side where it may not. */
async function expectNoSideBelowZero(house: House, practiceId: string): Promise<void> {
  const postings = await house.as((tx) => postingsOf(tx, practiceId, 'all'))
  const balances = new Map<string, number>()
  for (const { transfers, kind } of postings) {
    for (const { debit, credit, cents } of transfers) {
      for (const [one, change] of [
        [debit, cents],
        [credit, -cents],
      ] as const) {
        const key = `${one.kind} ${one.subject}`
        balances.set(key, (balances.get(key) ?? 0) + change)
      }
    }
    for (const { debit, credit } of transfers) {
      for (const one of [debit, credit]) {
        const balance = balances.get(`${one.kind} ${one.subject}`) ?? 0
        if (neverNegative.includes(one.kind)) expect(balance, `${one.kind} after ${kind}`).toBeGreaterThanOrEqual(0)
        if (neverPositive.includes(one.kind)) expect(balance, `${one.kind} after ${kind}`).toBeLessThanOrEqual(0)
      }
    }
  }
}

/** The promise: what a practice has received and is still owed is its rate for what it confirmed, whatever payers do. */
async function expectPromised(
  house: House,
  practiceId: string,
  sessions: readonly Session[],
  missed: ReadonlySet<string>,
): Promise<void> {
  await house.as(async (tx) => {
    let promised = 0
    for (const { id } of sessions) {
      const confirmation = await confirmationInForce(tx, practiceId, id)
      if ((await voidOf(tx, practiceId, id)) === null) promised += confirmation?.provider ?? 0
    }
    const lines = (await postingsOf(tx, practiceId, 'all')).flatMap(({ kind, subject, transfers }) =>
      missed.has(subject) || kind === 'payday' || kind === 'payout_returned' || kind === 'payout_refused'
        ? []
        : transfers,
    )
    const owed = lines.reduce((total, { debit, credit, cents }) => {
      if (credit.kind === 'practice_payable') return total + cents
      return debit.kind === 'practice_payable' ? total - cents : total
    }, 0)
    expect(owed).toBe(promised)
  })
}

/** After an answer the client has paid and owes, less what goes back, the share that the payer said, and no cent else. */
async function expectShare({ house, answers }: History, { practiceId, id }: Session): Promise<void> {
  const said = answers.get(id)?.share
  if (said === undefined) return
  const transfers = await house.as((tx) => transfersAbout(tx, practiceId, id))
  const effect = (kind: AccountKind) => effectOn(transfers, account(kind, id))
  const paid = transfers
    .filter(({ kind }) => kind === 'client_paid' || kind === 'client_refunded' || kind === 'charged_back')
    .filter(({ debit, credit }) => debit.kind === 'treasury' || credit.kind === 'treasury')
    .reduce((total, { debit, cents }) => total + (debit.kind === 'treasury' ? cents : -cents), 0)
  // What the staff forgave they have not paid and do not owe.
  const forgiven = effectOn(transfers, account('bad_debt_absorbed'))
  expect(paid + effect('client_receivable') + effect('client_refunds_due') + forgiven).toBe(said)
}
