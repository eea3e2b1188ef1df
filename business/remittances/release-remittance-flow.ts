import { dateIn } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import type { Remittance } from '../../libraries/x12/model-remittance.ts'
import { holdSubject } from '../ledger/index.ts'
import { billingEntityById } from '../practices/index.ts'
import type { Db, StoredFile, World } from '../world.ts'
import { doAmountsAddUp } from './do-amounts-add-up.ts'
import { findRemittance } from './find-remittance-flow.ts'
import { keepUnmatched, postClaimPayment, type TakenClaim } from './post-claim-payment-flow.ts'
import { clearingAccount, postOutsideClaims } from './take-remittance-flow.ts'
import { type RemittanceTransaction, recordJudgement, transactionById } from './transaction-store.ts'

export type JudgementAsked = { transactionId: string; reason: string; by: string } & (
  | { verdict: 'set_aside' }
  | { verdict: 'taken_in'; asEntity: string }
)

export type JudgementRefusal =
  | 'remittance_not_found'
  | 'not_in_quarantine'
  | 'already_judged'
  | 'cannot_be_taken_in'
  | 'entity_not_found'

export type Judged =
  | { outcome: 'judged'; claims: TakenClaim[] }
  | { outcome: 'refused'; because: JudgementRefusal; words: string }

/**
 * A person decides about a payment in quarantine. Set aside: nothing is posted, its deposit stays in clearing. Taken in:
 * the claims that balance are posted, the others are kept as unmatched, and so is what the payment has beside them.
 */
export async function judgeQuarantined(db: Db, world: World, asked: JudgementAsked): Promise<Judged> {
  await holdSubject(db, 'remittances')
  const found = await transactionById(db, world.operator, asked.transactionId)
  if (found === null) return refused('remittance_not_found', 'There is no such remittance.')
  const { judgement, ...record } = found
  if (record.outcome !== 'quarantined') return refused('not_in_quarantine', 'It is in the books already.')
  if (judgement !== null) {
    const words = judgement.verdict === 'taken_in' ? 'It has been taken in already.' : 'It has been set aside already.'
    return refused('already_judged', words)
  }
  const at = world.clock.now()
  const common = { practiceId: world.operator, transactionId: record.id, reason: asked.reason, at, by: asked.by }
  if (asked.verdict === 'set_aside') {
    await recordJudgement(db, { ...common, verdict: 'set_aside', billingEntityId: null })
    return { outcome: 'judged', claims: [] }
  }
  const entity = await billingEntityById(db, asked.asEntity)
  if (entity === null) return refused('entity_not_found', 'There is no such billing entity.')
  const read = record.because === 'unbalanced' || record.because === 'payee_not_ours'
  const told = read ? await findRemittance(db, world, record) : null
  if (told === null) return refused('cannot_be_taken_in', whyNot(record))
  await recordJudgement(db, { ...common, verdict: 'taken_in', billingEntityId: entity.id })
  return { outcome: 'judged', claims: await takeIn(db, world, { ...record, recordedAt: at }, told) }
}

function whyNot({ because }: RemittanceTransaction): string {
  if (because === 'same_trace_other_content') {
    return 'The payment with this trace is in the books already: taking this one in would count its money twice. Set it aside, and settle what differs claim by claim.'
  }
  return 'It could not be read as an 835, so nothing of it can be posted. Ask the payer to send it again, and set this one aside.'
}

async function takeIn(
  db: Db,
  world: World,
  record: RemittanceTransaction,
  { remittance, file }: { remittance: Remittance; file: StoredFile },
): Promise<TakenClaim[]> {
  const effectiveOn = dateIn(record.recordedAt, world.zone)
  const clearing = clearingAccount(record)
  const taken: TakenClaim[] = []
  for (const [index, claim] of remittance.claims.entries()) {
    const paying = { record, fileSha256: file.sha256, claim, position: index + 1, effectiveOn, clearing }
    if (doAmountsAddUp(claim)) {
      taken.push(await postClaimPayment(db, world, paying))
      continue
    }
    await keepUnmatched(db, world, paying, 'its amounts do not add up')
    const { claimControlNumber, status } = claim
    taken.push({ claimControlNumber, status, paid: cents(claim.paidCents), became: 'unmatched' })
  }
  await postOutsideClaims(db, world, record, remittance, effectiveOn)
  const left = record.paid - explained(remittance)
  if (left !== 0) {
    const claim = { claimControlNumber: '', payerClaimControlNumber: '', paidCents: left }
    const position = remittance.claims.length + 1
    const rest = { record, claim, position, effectiveOn, clearing }
    await keepUnmatched(db, world, rest, 'the payment differs by this from its claims and adjustments')
  }
  world.witness('remittance-released')
  return taken
}

function explained({ claims, providerAdjustments }: Remittance): number {
  const toClaims = claims.reduce((total, { paidCents }) => total + paidCents, 0)
  return toClaims - providerAdjustments.reduce((total, { cents: amount }) => total + amount, 0)
}

function refused(because: JudgementRefusal, words: string): Judged {
  return { outcome: 'refused', because, words: `${words} Nothing was changed.` }
}
