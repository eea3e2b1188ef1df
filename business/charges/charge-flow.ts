import { asOperations } from '../../database/act-as.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { account } from '../ledger/accounts.ts'
import { holdSubject, recordPosting } from '../ledger/index.ts'
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
  for (const charge of due) await chargeOnce(db, world, charge)
  return due.length
}

async function chargeOnce(db: Db, world: World, charge: OpenCharge): Promise<void> {
  const now = world.clock.now()
  const attempt = charge.attempts + 1
  const [method] = await asOperations(db, { user: null, now }, (tx) => paymentMethodsOf(tx, [charge.personId]))
  const answer =
    method === undefined
      ? null
      : await world.outside.cards.charge({
          key: `${charge.id}:${attempt}`,
          token: method.token,
          cents: charge.cents,
          reference: charge.id,
        })
  world.witness('card-charged')
  await asOperations(db, { user: null, now }, (tx) => recordAnswer(tx, world, charge, attempt, answer))
  world.witness('card-charge-recorded')
}

async function recordAnswer(
  db: Db,
  world: World,
  charge: OpenCharge,
  attempt: number,
  answer: CardAnswer | null,
): Promise<void> {
  const at = world.clock.now()
  await holdSubject(db, charge.sessionId)
  await recordAttempt(db, charge, {
    attempt,
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
    transfers: postClientPaid(charge.sessionId, charge.cents),
  })
  await recordPosting(db, {
    ...posting,
    id: world.ids.next(),
    practiceId: world.operator,
    transfers: transfer(account('card_clearing'), account('book', charge.practiceId), charge.cents),
  })
}
