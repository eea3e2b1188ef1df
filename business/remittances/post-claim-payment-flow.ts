import { addHours, type CalendarDate, dateIn, holds } from '../../libraries/calendar/index.ts'
import { type Cents, cents, minus, sum, zero } from '../../libraries/money/index.ts'
import type { ClaimPayment } from '../../libraries/x12/model-remittance.ts'
import { chargesOf, recordCharge, tellAboutMoney } from '../charges/index.ts'
import { type Claim, claimByControlNumber, claimById, recordClaimEvent } from '../claims/index.ts'
import { type Account, account } from '../ledger/accounts.ts'
import { holdSubject, recordPosting, transfersAbout } from '../ledger/index.ts'
import { sessionAccounts } from '../ledger/post-session.ts'
import { effectOn, transfer } from '../ledger/transfer.ts'
import { timeLimits } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { type ClassifiedAnswer, classifyAnswer } from './classify-answer.ts'
import { claimByPayerNumber, type Decision, recordDecision } from './decision-store.ts'
import { describeAnswer } from './describe-answer.ts'
import { postAnswer } from './post-answer.ts'
import { sessionStands } from './session-stands.ts'
import type { RemittanceTransaction } from './transaction-store.ts'
import { recordUnmatched } from './unmatched-store.ts'

/** What became of one claim of a payment. */
export type TakenClaim = {
  claimControlNumber: string
  status: string
  paid: Cents
  became: 'posted' | 'unmatched' | 'information'
}

export type Paying = {
  record: RemittanceTransaction
  fileSha256: string
  claim: ClaimPayment
  position: number
  effectiveOn: CalendarDate
  clearing: Account
}

/** Posts one claim of a payment: to the session it pays, or as unmatched with its money accounted for. */
export async function postClaimPayment(db: Db, world: World, paying: Paying): Promise<TakenClaim> {
  const { claim, record, position, effectiveOn, clearing } = paying
  const answer = classifyAnswer(claim)
  const taken = { claimControlNumber: claim.claimControlNumber, status: claim.status, paid: answer.paid }
  const ours = await matchClaim(db, claim)
  if (ours === null) {
    await keepUnmatched(db, world, paying, 'no claim of ours has this number')
    return { ...taken, became: 'unmatched' }
  }
  const decision = await decide(db, world, paying, ours, answer)
  if (answer.kind === 'information') return { ...taken, became: 'information' }
  await recordPosting(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    key: `835:${record.id}:${position}`,
    kind: `remittance_${answer.kind}`,
    cause: 'payer',
    subject: record.id,
    effectiveOn,
    payOn: null,
    at: record.recordedAt,
    by: 'house',
    transfers: transfer(clearing, account('book', ours.practiceId), answer.paid),
  })
  world.witness('remittance-money-posted')
  await postToSession(db, world, paying, ours, { ...answer, kind: answer.kind }, decision)
  return { ...taken, became: 'posted' }
}

/** Our claim control number first, then the payer's own number of an answer before; never a guess. */
async function matchClaim(db: Db, claim: ClaimPayment): Promise<Claim | null> {
  const byNumber = await claimByControlNumber(db, claim.claimControlNumber)
  if (byNumber !== null) return byNumber
  const before = await claimByPayerNumber(db, claim.payerClaimControlNumber)
  return before === null ? null : claimById(db, before.practiceId, before.claimId)
}

/** Money that belongs to no claim of ours, or to one whose amounts do not add up, waits for a person. */
export async function keepUnmatched(
  db: Db,
  world: World,
  {
    record,
    claim,
    position,
    effectiveOn,
    clearing,
  }: Omit<Paying, 'claim' | 'fileSha256'> & {
    claim: Pick<ClaimPayment, 'claimControlNumber' | 'payerClaimControlNumber' | 'paidCents'>
  },
  because: string,
): Promise<void> {
  const paid = cents(claim.paidCents)
  await recordUnmatched(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    transactionId: record.id,
    position,
    claimControlNumber: claim.claimControlNumber,
    payerControlNumber: claim.payerClaimControlNumber,
    paid,
    because,
    at: record.recordedAt,
  })
  await recordPosting(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    key: `835:${record.id}:${position}`,
    kind: 'remittance_unmatched',
    cause: 'payer',
    subject: record.id,
    effectiveOn,
    payOn: null,
    at: record.recordedAt,
    by: 'house',
    transfers: transfer(clearing, account('unmatched', record.trace, `${position}`, claim.claimControlNumber), paid),
  })
}

/** What the payer says of a claim of ours, recorded before anything is posted. */
export async function decide(
  db: Db,
  world: World,
  { record, claim, position, effectiveOn }: Paying,
  ours: Claim,
  answer: ClassifiedAnswer,
): Promise<Decision> {
  const decision: Decision = {
    practiceId: ours.practiceId,
    id: world.ids.next(),
    claimId: ours.id,
    sessionId: ours.sessionId,
    transactionId: record.id,
    position,
    kind: answer.kind,
    statusCode: claim.status,
    charge: cents(claim.chargeCents),
    paid: answer.paid,
    clientShare: answer.clientShare,
    payerControlNumber: claim.payerClaimControlNumber === '' ? null : claim.payerClaimControlNumber,
    payerId: ours.payerId,
    adjustments: answer.adjustments,
    answeredOn: effectiveOn,
    recordedAt: record.recordedAt,
  }
  await recordDecision(db, decision)
  return decision
}

/** Posts an answer to the session of a claim: in its practice's book, in the claim's life, and on the client's card. */
export async function postToSession(
  db: Db,
  world: World,
  { record, fileSha256, position, effectiveOn }: Paying,
  ours: Claim,
  answer: ClassifiedAnswer & { kind: 'answer' | 'denial' | 'reversal' },
  decision: Decision,
): Promise<void> {
  const { practiceId, sessionId, payerId } = ours
  await holdSubject(db, sessionId)
  const before = await transfersAbout(db, practiceId, sessionId)
  const transfers = postAnswer(sessionStands({ sessionId, payerId }, before), answer)
  await recordPosting(db, {
    practiceId,
    id: world.ids.next(),
    key: `835:${record.id}:${position}`,
    kind: `payer_${answer.kind}`,
    cause: 'payer',
    subject: sessionId,
    effectiveOn,
    payOn: null,
    at: record.recordedAt,
    by: 'house',
    transfers,
  })
  const accounts = sessionAccounts(sessionId, payerId)
  const left = effectOn([...before, ...transfers], accounts.payerReceivable)
  const told = describeAnswer(answer, left)
  await recordClaimEvent(db, {
    practiceId,
    claimId: ours.id,
    id: world.ids.next(),
    kind: told.kind,
    sourceKey: `835:${record.id}:${position}`,
    happenedOn: effectiveOn,
    at: record.recordedAt,
    detail: {
      words: told.words,
      codes: told.codes,
      file: { id: record.fileId, name: record.fileName, sha256: fileSha256 },
    },
  })
  await askForMore(db, world, ours, decision, effectOn([...before, ...transfers], accounts.clientReceivable))
}

/** What an answer adds to the client's share is charged, after the client was told. */
async function askForMore(db: Db, world: World, ours: Claim, decision: Decision, owed: Cents): Promise<void> {
  const charges = await chargesOf(db, ours.practiceId, ours.sessionId)
  const open = sum(
    charges
      .filter(({ attempts }) => !attempts.some(({ outcome }) => outcome === 'captured'))
      .map(({ cents: amount }) => amount),
  )
  const more = minus(owed, open)
  if (more <= zero) return
  const now = world.clock.now()
  const limits = await timeLimits(db)
  const notice = limits.find((row) => row.name === 'share_increase_notice' && holds(row, dateIn(now, world.zone)))
  const dueAt = addHours(now, 24 * (notice?.value ?? 0))
  await recordCharge(db, {
    practiceId: ours.practiceId,
    id: world.ids.next(),
    sessionId: ours.sessionId,
    personId: ours.personId,
    cents: more,
    because: 'share_increased',
    causeKey: `decision:${decision.id}`,
    dueAt,
    at: now,
  })
  const letter = { practiceId: ours.practiceId, sessionId: ours.sessionId, id: decision.id }
  const told = { kind: 'share_increased' as const, cents: more, chargedOn: dateIn(dueAt, world.zone) }
  await tellAboutMoney(db, world, letter, told)
}
