import { asOperations } from '../../database/act-as.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { type Cents, least, zero } from '../../libraries/money/index.ts'
import { account } from '../ledger/accounts.ts'
import { balances, holdSubject, recordPosting } from '../ledger/index.ts'
import { postClientPaid } from '../ledger/post-session.ts'
import { transfer } from '../ledger/transfer.ts'
import type { CardAnswer, Db, World } from '../world.ts'
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
  const [cents, [method]] = await asOperations(db, { user: null, now }, async (tx) => [
    await stillOwed(tx, charge),
    await paymentMethodsOf(tx, [charge.personId]),
  ])
  if (cents <= zero) return 0
  const answer =
    method === undefined
      ? null
      : await world.outside.cards.charge({
          key: `${charge.id}:${attempt}`,
          token: method.token,
          cents,
          reference: charge.id,
        })
  await asOperations(db, { user: null, now }, (tx) => recordAnswer(tx, world, charge, { attempt, cents }, answer))
  world.witness('card-charge-recorded')
  return 1
}

async function recordAnswer(
  db: Db,
  world: World,
  charge: OpenCharge,
  { attempt, cents }: { attempt: number; cents: Cents },
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
    transfers: postClientPaid(charge.sessionId, cents),
  })
  world.witness('card-charge-posted')
  await recordPosting(db, {
    ...posting,
    id: world.ids.next(),
    practiceId: world.operator,
    transfers: transfer(account('card_clearing'), account('book', charge.practiceId), cents),
  })
}
