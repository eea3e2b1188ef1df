import { dateIn } from '../../libraries/calendar/index.ts'
import { sum } from '../../libraries/money/index.ts'
import { declinedCharges } from '../charges/index.ts'
import { peopleByIds } from '../clients/index.ts'
import { payersAll } from '../contracts/index.ts'
import { balancesOfKind } from '../ledger/index.ts'
import {
  explainHold,
  openPayLines,
  type PayoutEventKind,
  payeeOf,
  payoutDestination,
  payoutEvents,
  payoutsWhere,
  sendMoment,
} from '../payouts/index.ts'
import { practicesAll } from '../practices/index.ts'
import { transactionsTaken, unmatchedClaims } from '../remittances/index.ts'
import type { Db, World } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import { explainQuarantine } from './explain-quarantine.ts'
import { nameOfPayer } from './name-of-payer.ts'
import type { Waiting } from './queue-names.ts'

type Names = ReadonlyMap<string, string>

/** What waits around money: remittances, payouts, cards. */
export async function moneyQueues(db: Db, world: World) {
  const names = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  return {
    quarantinedRemittances: await quarantined(db, world),
    unmatchedRemittances: await unmatched(db, world),
    heldPayouts: await heldPayouts(db, world, names),
    payoutReturns: await payoutReturns(db, names),
    declinedCards: await declinedCards(db, world, names),
  }
}

const plain = { code: null, payer: null, deadline: null, deadlineKind: null }

async function quarantined(db: Db, world: World): Promise<Waiting[]> {
  const transactions = await transactionsTaken(db, world.operator)
  const payers = await payersAll(db)
  return transactions
    .filter(({ outcome, judgement }) => outcome === 'quarantined' && judgement === null)
    .map((one) => ({
      ...plain,
      item: `remittance ${one.id}`,
      reason: explainQuarantine(one) ?? 'Set aside',
      name: one.trace === '' ? one.fileName : `Payment ${one.trace}`,
      detail: one.fileName,
      payer: one.payerName === '' ? null : nameOfPayer(one.payerName, payers),
      cents: one.paid,
      since: dateIn(one.recordedAt, world.zone),
      movedAt: one.recordedAt,
      next: 'Decide what becomes of it',
      page: { kind: 'remittance' as const, practiceId: null, id: one.id },
    }))
}

async function unmatched(db: Db, world: World): Promise<Waiting[]> {
  const payments = new Map((await transactionsTaken(db, world.operator)).map((one) => [one.id, one]))
  const payers = await payersAll(db)
  const waiting = (await unmatchedClaims(db, world.operator)).filter(({ settlement }) => settlement === null)
  return waiting.map((one) => {
    const payment = payments.get(one.transactionId)
    return {
      ...plain,
      item: `unmatched ${one.id}`,
      reason: capital(one.because),
      name: one.claimControlNumber === '' ? 'What is over' : `Claim ${one.claimControlNumber}`,
      detail: payment === undefined ? '' : `Payment ${payment.trace}, ${payment.fileName}`,
      payer: payment === undefined ? null : nameOfPayer(payment.payerName, payers),
      cents: one.paid,
      since: dateIn(one.recordedAt, world.zone),
      movedAt: one.recordedAt,
      next: 'Find its claim',
      page: { kind: 'unmatched' as const, practiceId: null, id: one.transactionId },
    }
  })
}

/** Pay whose moment has come and that is in no payout, with the hold that keeps it. */
async function heldPayouts(db: Db, world: World, names: Names): Promise<Waiting[]> {
  const now = world.clock.now()
  const due = (await openPayLines(db)).filter(({ payOn }) => sendMoment(payOn, world.zone) <= now)
  const rows: Waiting[] = []
  for (const [practiceId, lines] of Map.groupBy(due, (line) => line.practiceId)) {
    const destination = payoutDestination(await payeeOf(db, practiceId), now)
    const moments = lines.map(({ recordedAt }) => recordedAt).sort()
    rows.push({
      ...plain,
      item: `held pay ${practiceId}`,
      reason: 'hold' in destination ? explainHold(destination.hold) : 'Goes out on the next banking day',
      name: names.get(practiceId) ?? practiceId,
      detail: lines.length === 1 ? 'One line of pay' : `${lines.length} lines of pay`,
      cents: sum(lines.map((line) => line.cents)),
      since: lines.map(({ payOn }) => payOn).sort()[0] ?? null,
      movedAt: moments.at(-1) ?? now,
      next: 'hold' in destination ? 'Ask the practice' : null,
      page: null,
    })
  }
  return rows
}

const news: readonly PayoutEventKind[] = ['returned', 'refused', 'change_notified']
const saidOf: Partial<Record<PayoutEventKind, string>> = {
  returned: 'Came back from the bank',
  refused: 'The bank did not take it',
  change_notified: 'The bank names another account',
}

async function payoutReturns(db: Db, names: Names): Promise<Waiting[]> {
  const payouts = new Map((await payoutsWhere(db, 'all')).map((payout) => [payout.id, payout]))
  const waiting = new Set((await openPayLines(db)).map(({ subject }) => subject))
  const events = (await payoutEvents(db, 'all')).filter(({ kind }) => news.includes(kind))
  return events
    .filter(({ kind, payoutId }) => kind === 'change_notified' || waiting.has(payoutId))
    .map(({ practiceId, payoutId, kind, code, happenedOn, detail, at, sourceKey }) => ({
      ...plain,
      item: `payout ${payoutId} ${sourceKey}`,
      reason: saidOf[kind] ?? kind,
      code,
      name: names.get(practiceId) ?? practiceId,
      detail,
      cents: payouts.get(payoutId)?.cents ?? null,
      since: happenedOn,
      movedAt: at,
      next: kind === 'change_notified' ? 'Ask the practice to confirm it' : 'Ask for another account',
      page: null,
    }))
}

async function declinedCards(db: Db, world: World, names: Names): Promise<Waiting[]> {
  const owed = new Set((await balancesOfKind(db, 'client_receivable')).map(({ subject }) => subject))
  // What was forgiven, or lowered by the payer, no card is asked for any more.
  const charges = (await declinedCharges(db)).filter(({ sessionId }) => owed.has(sessionId))
  const people = new Map(
    (await peopleByIds(db, [...new Set(charges.map(({ personId }) => personId))])).map((person) => [
      person.personId,
      abbreviateName(person),
    ]),
  )
  return charges.map((charge) => ({
    ...plain,
    item: `charge ${charge.id}`,
    reason: charge.outcome === 'no_payment_method' ? 'There is no card' : 'The card said no',
    code: charge.declineCode,
    name: people.get(charge.personId) ?? 'A client',
    detail: `${names.get(charge.practiceId) ?? ''}, tried ${charge.attempts === 1 ? 'once' : `${charge.attempts} times`}`,
    cents: charge.cents,
    since: dateIn(charge.lastTriedAt, world.zone),
    movedAt: charge.lastTriedAt,
    next: 'Ask the client for a card',
    page: { kind: 'session' as const, practiceId: charge.practiceId, id: charge.sessionId },
  }))
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
