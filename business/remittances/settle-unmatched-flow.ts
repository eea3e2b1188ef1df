import { dateIn } from '../../libraries/calendar/index.ts'
import { claimById } from '../claims/index.ts'
import { account } from '../ledger/accounts.ts'
import { holdSubject, recordPosting } from '../ledger/index.ts'
import { transfer } from '../ledger/transfer.ts'
import type { Db, World } from '../world.ts'
import { classifyAnswer } from './classify-answer.ts'
import { findRemittance } from './find-remittance-flow.ts'
import { decide, postToSession } from './post-claim-payment-flow.ts'
import { clearingAccount } from './take-remittance-flow.ts'
import { type RemittanceTransaction, transactionById } from './transaction-store.ts'
import { recordSettlement, type Unmatched, unmatchedById } from './unmatched-store.ts'

export type SettlementAsked = { unmatchedId: string; reason: string; by: string } & (
  | { outcome: 'owed_back' }
  | { outcome: 'matched'; practiceId: string; claimId: string }
)

export type SettlementRefusal = 'unmatched_not_found' | 'already_settled' | 'claim_not_found' | 'no_claim_in_it'

export type Settled = { outcome: 'settled' } | { outcome: 'refused'; because: SettlementRefusal; words: string }

/**
 * A person decides about money that matched no claim: it is this claim's, and is posted as its payer's answer; or it is
 * the payer's, who will keep it out of a later payment.
 */
export async function settleUnmatched(db: Db, world: World, asked: SettlementAsked): Promise<Settled> {
  await holdSubject(db, 'remittances')
  const unmatched = await unmatchedById(db, world.operator, asked.unmatchedId)
  const judged = unmatched === null ? null : await transactionById(db, world.operator, unmatched.transactionId)
  if (unmatched === null || judged === null) return refused('unmatched_not_found', 'There is no such payment.')
  if (unmatched.settlement !== null) return refused('already_settled', 'It has been settled already.')
  const { judgement: _, ...record } = judged
  return asked.outcome === 'owed_back'
    ? oweBack(db, world, record, unmatched, asked)
    : match(db, world, record, unmatched, asked)
}

async function oweBack(
  db: Db,
  world: World,
  record: RemittanceTransaction,
  unmatched: Unmatched,
  { reason, by }: SettlementAsked,
): Promise<Settled> {
  const to = account('payer_balance', record.originator)
  await keep(db, world, { unmatched, outcome: 'owed_back', claimId: null, reason, by })
  await postFromUnmatched(db, world, { record, unmatched, to, kind: 'unmatched_owed_back', by })
  return { outcome: 'settled' }
}

async function match(
  db: Db,
  world: World,
  record: RemittanceTransaction,
  unmatched: Unmatched,
  asked: Extract<SettlementAsked, { outcome: 'matched' }>,
): Promise<Settled> {
  const ours = await claimById(db, asked.practiceId, asked.claimId)
  if (ours === null) return refused('claim_not_found', 'There is no such claim.')
  const told = await findRemittance(db, world, record)
  const claim = told?.remittance.claims[unmatched.position - 1]
  if (told === null || claim === undefined) {
    return refused('no_claim_in_it', 'The payment says nothing of a claim for this money: it can only be owed back.')
  }
  const { reason, by } = asked
  const answer = classifyAnswer(claim)
  await keep(db, world, { unmatched, outcome: 'matched', claimId: ours.id, reason, by })
  const at = world.clock.now()
  const paying = {
    record: { ...record, recordedAt: at },
    fileSha256: told.file.sha256,
    claim,
    position: unmatched.position,
    effectiveOn: dateIn(at, world.zone),
    clearing: clearingAccount(record),
  }
  const decision = await decide(db, world, paying, ours, answer)
  const to = account('book', ours.practiceId)
  await postFromUnmatched(db, world, { record, unmatched, to, kind: 'unmatched_matched', by })
  if (answer.kind !== 'information') {
    await postToSession(db, world, paying, ours, { ...answer, kind: answer.kind }, decision)
  }
  return { outcome: 'settled' }
}

async function keep(
  db: Db,
  world: World,
  settled: {
    unmatched: Unmatched
    outcome: 'matched' | 'owed_back'
    claimId: string | null
    reason: string
    by: string
  },
): Promise<void> {
  const { unmatched, ...rest } = settled
  await recordSettlement(db, {
    practiceId: world.operator,
    unmatchedId: unmatched.id,
    ...rest,
    at: world.clock.now(),
  })
}

async function postFromUnmatched(
  db: Db,
  world: World,
  {
    record,
    unmatched,
    to,
    kind,
    by,
  }: {
    record: RemittanceTransaction
    unmatched: Unmatched
    to: ReturnType<typeof account>
    kind: string
    by: string
  },
): Promise<void> {
  const at = world.clock.now()
  const { position, claimControlNumber, paid } = unmatched
  await recordPosting(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    key: `unmatched:${unmatched.id}`,
    kind,
    cause: 'operator',
    subject: record.id,
    effectiveOn: dateIn(at, world.zone),
    payOn: null,
    at,
    by,
    transfers: transfer(account('unmatched', record.trace, `${position}`, claimControlNumber), to, paid),
  })
}

function refused(because: SettlementRefusal, words: string): Settled {
  return { outcome: 'refused', because, words: `${words} Nothing was changed.` }
}
