import { asOperations } from '../../database/act-as.ts'
import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, least, zero } from '../../libraries/money/index.ts'
import { account } from '../ledger/accounts.ts'
import { balances, holdSubject, recordPosting, transfersAbout } from '../ledger/index.ts'
import { levelReceivable } from '../ledger/level-receivable.ts'
import { feeStands, postFeePaid } from '../ledger/post-fee.ts'
import { postClientPaid, sessionAccounts } from '../ledger/post-session.ts'
import { type Transfer, transfer } from '../ledger/transfer.ts'
import { payOnIfConfirmedToday } from '../sessions/index.ts'
import type { CardAnswer, Db, World } from '../world.ts'
import { chargeRequest, recordChargeRequest } from './charge-request-store.ts'
import { type OpenCharge, openCharges, recordAttempt } from './charge-store.ts'
import { nextAttemptAt, type RetryRule } from './next-attempt-at.ts'
import { paymentMethodsOf } from './payment-method-store.ts'

/** Charges every share that is due now, each once; returns how many were tried. */
export async function chargeDueShares(db: Db, world: World, rule: RetryRule): Promise<number> {
  const now = world.clock.now()
  const open = await asOperations(db, { user: null, now }, openCharges)
  const due = open.filter((charge) => {
    const at = nextAttemptAt(charge, rule)
    return at !== null && at <= now
  })
  let tried = 0
  for (const charge of due) tried += await chargeOnce(db, world, charge)
  return tried
}

/** What the client still owes of a charge: an answer of the payer may have lowered it since. */
async function stillOwed(db: Db, charge: OpenCharge): Promise<Cents> {
  const accounts = await balances(db, charge.practiceId, [charge.sessionId])
  const owed = accounts.find(({ kind }) => kind === 'client_receivable')?.cents ?? zero
  return least(owed, charge.cents)
}

async function chargeOnce(db: Db, world: World, charge: OpenCharge): Promise<number> {
  const now = world.clock.now()
  const attempt = charge.attempts + 1
  // What a fee brings is the practice's, in the window of the day: without a schedule for it nothing is asked yet.
  const isFee = charge.because === 'cancellation_fee'
  const payOn = isFee ? await asOperations(db, { user: null, now }, (tx) => payOnIfConfirmedToday(tx, world)) : null
  if (isFee && payOn === null) return 0
  const asked = await asOperations(db, { user: null, now }, (tx) => whatToAsk(tx, charge, { attempt, at: now }))
  if (asked === null) return 0
  const { cents, token } = asked
  world.witness('card-charge-asked')
  const key = `${charge.id}:${attempt}`
  const answer = token === null ? null : await world.outside.cards.charge({ key, token, cents, reference: charge.id })
  await asOperations(db, { user: null, now }, (tx) =>
    recordAnswer(tx, world, charge, { attempt, cents, payOn }, answer),
  )
  world.witness('card-charge-recorded')
  return 1
}

/**
 * What the processor is asked for, or was asked for when the answer was lost: a key goes with one amount and one card.
 * Null when nothing is owed and nothing was asked; without a token when there is no card.
 */
async function whatToAsk(
  db: Db,
  charge: OpenCharge,
  { attempt, at }: { attempt: number; at: Instant },
): Promise<{ cents: Cents; token: string | null } | null> {
  const methods = await paymentMethodsOf(db, [charge.personId])
  const before = await chargeRequest(db, charge, attempt)
  if (before !== null) {
    const method = methods.find(({ id }) => id === before.paymentMethodId)
    return { cents: before.cents, token: method?.token ?? null }
  }
  const owed = await stillOwed(db, charge)
  if (owed <= zero) return null
  const [method] = methods
  if (method === undefined) return { cents: owed, token: null }
  await recordChargeRequest(db, charge, { attempt, cents: owed, paymentMethodId: method.id, at })
  return { cents: owed, token: method.token }
}

async function recordAnswer(
  db: Db,
  world: World,
  charge: OpenCharge,
  { attempt, cents, payOn }: { attempt: number; cents: Cents; payOn: CalendarDate | null },
  answer: CardAnswer | null,
): Promise<void> {
  const at = world.clock.now()
  await holdSubject(db, charge.sessionId)
  await recordAttempt(db, charge, {
    attempt,
    cents,
    outcome: answer?.outcome ?? 'no_payment_method',
    processorId: answer?.processorId ?? null,
    declineCode: answer?.outcome === 'declined' ? answer.declineCode : null,
    at,
  })
  if (answer?.outcome !== 'captured') return
  const posting = {
    key: `charge:${charge.id}`,
    kind: 'client_paid',
    cause: 'client' as const,
    subject: charge.sessionId,
    effectiveOn: dateIn(at, world.zone),
    payOn: null,
    at,
    by: 'house',
  }
  await recordPosting(db, {
    ...posting,
    id: world.ids.next(),
    practiceId: charge.practiceId,
    payOn,
    transfers: await clientPaid(db, charge, cents),
  })
  world.witness('card-charge-posted')
  await recordPosting(db, {
    ...posting,
    id: world.ids.next(),
    practiceId: world.operator,
    transfers: transfer(account('card_clearing'), account('book', charge.practiceId), cents),
  })
}

/** What came beyond the share, because the payer lowered it while the answer was on its way, is due back to the client. */
async function clientPaid(db: Db, { practiceId, sessionId, because }: OpenCharge, cents: Cents): Promise<Transfer[]> {
  if (because === 'cancellation_fee') {
    const stands = feeStands(sessionId, await transfersAbout(db, practiceId, sessionId))
    return postFeePaid(sessionId, cents, stands)
  }
  const found = await balances(db, practiceId, [sessionId])
  const balanceOf = (kind: string) => found.find((one) => one.kind === kind)?.cents ?? zero
  const { clientReceivable, refundsDue } = sessionAccounts(sessionId, '')
  const paid = postClientPaid(sessionId, cents)
  const pair = {
    receivable: clientReceivable,
    receivableBalance: balanceOf('client_receivable'),
    excess: refundsDue,
    excessBalance: balanceOf('client_refunds_due'),
  }
  return [...paid, ...levelReceivable(pair, paid)]
}
