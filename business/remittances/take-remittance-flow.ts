import { type CalendarDate, dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, cents, negate, zero } from '../../libraries/money/index.ts'
import { readX12, type Transaction } from '../../libraries/x12/index.ts'
import type { Remittance } from '../../libraries/x12/model-remittance.ts'
import { account } from '../ledger/accounts.ts'
import { holdSubject, recordPosting } from '../ledger/index.ts'
import { transfer } from '../ledger/transfer.ts'
import { type BillingEntity, billingEntities } from '../practices/index.ts'
import type { Db, StoredFile, World } from '../world.ts'
import { contentOf, identityOf, judgeTransaction } from './judge-transaction.ts'
import { postClaimPayment, type TakenClaim } from './post-claim-payment-flow.ts'
import type { QuarantineReason } from './quarantine-reason.ts'
import { readUnsupported } from './read-unsupported.ts'
import {
  knownContents,
  type RemittanceTransaction,
  recordProviderAdjustment,
  recordTransaction,
} from './transaction-store.ts'

/** What became of one payment of a file, and of every cent in it. */
export type TakenTransaction = {
  trace: string
  payer: string
  paidOn: string
  paid: Cents
  outcome: 'posted' | 'repeated' | 'quarantined'
  because: QuarantineReason | null
  difference: Cents | null
  claims: TakenClaim[]
  adjustedOutsideClaims: Cents
}

export type TakenFile = { file: string; transactions: TakenTransaction[]; problems: string[] }

/**
 * Takes an 835 file in: each payment is balanced, recognised when it came before, quarantined or posted, in the caller's
 * transaction. `asEntity` treats a payee that is not ours as that billing entity, for trying out files.
 */
export async function takeRemittanceFile(
  db: Db,
  world: World,
  file: StoredFile,
  { asEntity }: { asEntity?: string } = {},
): Promise<TakenFile> {
  const read = readX12(file.bytes)
  // One file after the other: two that name the same payments or sessions in another order would wait for each other.
  await holdSubject(db, 'remittances')
  const entities = await billingEntities(db)
  const transactions: TakenTransaction[] = []
  let position = 0
  for (const transaction of read.transactions) {
    if (transaction.set === 'unsupported' && transaction.kind === '835') {
      position += 1
      transactions.push(await keepUnsupported(db, world, file, { transaction, position }))
    }
    if (transaction.set !== '835') continue
    position += 1
    transactions.push(await takeTransaction(db, world, file, { transaction, position, entities, asEntity }))
  }
  const problems = read.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)
  return { file: file.name, transactions, problems: [...new Set(problems)] }
}

type Incoming = {
  transaction: Extract<Transaction, { set: '835' }>
  position: number
  entities: readonly BillingEntity[]
  asEntity: string | undefined
}

async function takeTransaction(
  db: Db,
  world: World,
  file: StoredFile,
  { transaction, position, entities, asEntity }: Incoming,
): Promise<TakenTransaction> {
  const { remittance, segments, findings } = transaction
  const identityHash = identityOf(remittance)
  const contentHash = contentOf(segments)
  const judged = judgeTransaction(remittance, findings)
  const known = await knownContents(db, world.operator, identityHash)
  const taken = summaryOf(remittance)
  if (known.some((before) => before.contentHash === contentHash)) return { ...taken, outcome: 'repeated' }

  const entity = entities.find(({ id }) => id === asEntity) ?? entities.find((one) => isPayee(remittance, one)) ?? null
  const posted = known.some(({ outcome }) => outcome === 'posted')
  const because = judged.because ?? (entity === null ? 'payee_not_ours' : posted ? 'same_trace_other_content' : null)
  const record: RemittanceTransaction = {
    practiceId: world.operator,
    id: world.ids.next(),
    fileId: file.id,
    fileName: file.name,
    position,
    payerName: remittance.payer.name,
    originator: remittance.trace.originator,
    payee: remittance.payee.id,
    billingEntityId: entity?.id ?? null,
    trace: remittance.trace.number,
    method: remittance.payment.method,
    paid: taken.paid,
    paidOn: isCalendarDate(remittance.payment.date) ? remittance.payment.date : null,
    identityHash,
    contentHash,
    outcome: because === null ? 'posted' : 'quarantined',
    because,
    difference: judged.difference,
    findings: judged.findings,
    recordedAt: world.clock.now(),
  }
  await recordTransaction(db, record)
  world.witness('remittance-recorded')
  if (because !== null) return { ...taken, outcome: 'quarantined', because, difference: judged.difference }
  return { ...taken, claims: await postTransaction(db, world, { record, fileSha256: file.sha256 }, remittance) }
}

/** An 835 of a version that we do not read is kept whole, with the amount and trace that its first segments name. */
async function keepUnsupported(
  db: Db,
  world: World,
  file: StoredFile,
  { transaction, position }: { transaction: Extract<Transaction, { set: 'unsupported' }>; position: number },
): Promise<TakenTransaction> {
  const { segments, findings, version } = transaction
  const told = readUnsupported(segments)
  const contentHash = contentOf(segments)
  const taken = { ...told, payer: told.originator, difference: null, claims: [], adjustedOutsideClaims: zero }
  await holdSubject(db, `835:${contentHash}`)
  const known = await knownContents(db, world.operator, contentHash)
  if (known.length > 0) return { ...taken, outcome: 'repeated', because: null }
  await recordTransaction(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    fileId: file.id,
    fileName: file.name,
    position,
    payerName: '',
    originator: told.originator,
    payee: '',
    billingEntityId: null,
    trace: told.trace,
    method: version,
    paid: told.paid,
    paidOn: isCalendarDate(told.paidOn) ? told.paidOn : null,
    identityHash: contentHash,
    contentHash,
    outcome: 'quarantined',
    because: 'unsupported_version',
    difference: null,
    findings: findings.map(({ code, message, segmentNumber }) => ({ code, message, segmentNumber })),
    recordedAt: world.clock.now(),
  })
  return { ...taken, outcome: 'quarantined', because: 'unsupported_version' }
}

function summaryOf(remittance: Remittance): TakenTransaction {
  const { payment, trace, payer, providerAdjustments } = remittance
  const readable = (amount: number) => cents(Number.isSafeInteger(amount) ? amount : 0)
  const outside = providerAdjustments.reduce((total, { cents: amount }) => total - readable(amount), 0)
  return {
    trace: trace.number,
    payer: payer.name,
    paidOn: payment.date,
    paid: readable(payment.cents),
    outcome: 'posted',
    because: null,
    difference: null,
    claims: [],
    adjustedOutsideClaims: cents(outside),
  }
}

// N104 is an NPI or a tax number; REF TJ of the payee carries the tax number beside an NPI (005010X221A1, 1000B).
function isPayee({ payee }: Remittance, entity: BillingEntity): boolean {
  const taxNumbers = (payee.references ?? []).filter(({ qualifier }) => qualifier === 'TJ').map(({ value }) => value)
  if (payee.idQualifier === 'XX' && payee.id === entity.npi) return true
  return (payee.idQualifier === 'FI' && payee.id === entity.tin) || taxNumbers.includes(entity.tin)
}

async function postTransaction(
  db: Db,
  world: World,
  { record, fileSha256 }: { record: RemittanceTransaction; fileSha256: string },
  remittance: Remittance,
): Promise<TakenClaim[]> {
  const effectiveOn = record.paidOn ?? dateIn(record.recordedAt, world.zone)
  const clearing = clearingAccount(record)
  const claims: TakenClaim[] = []
  for (const [index, claim] of remittance.claims.entries()) {
    const paying = { record, fileSha256, claim, position: index + 1, effectiveOn, clearing }
    claims.push(await postClaimPayment(db, world, paying))
    world.witness('remittance-claim-posted')
  }
  await postOutsideClaims(db, world, record, remittance, effectiveOn)
  world.witness('remittance-adjustments-posted')
  return claims
}

/** Where a payment waits between the bank's deposit and the claims it pays; zero once both are there. */
export function clearingAccount({ originator, trace }: { originator: string; trace: string }) {
  return account('remittance_clearing', originator, trace)
}

/** Positive amounts keep money back, negative ones add it (PLB, 005010X221A1); interest is the operator's result. */
export async function postOutsideClaims(
  db: Db,
  world: World,
  record: RemittanceTransaction,
  { providerAdjustments }: Remittance,
  effectiveOn: CalendarDate,
): Promise<void> {
  const clearing = clearingAccount(record)
  const transfers = providerAdjustments.flatMap(({ reason, cents: amount }) =>
    reason === 'L6'
      ? transfer(clearing, account('payer_interest', record.originator), negate(cents(amount)))
      : transfer(account('payer_balance', record.originator), clearing, cents(amount)),
  )
  for (const [index, adjustment] of providerAdjustments.entries()) {
    await recordProviderAdjustment(db, {
      practiceId: world.operator,
      transactionId: record.id,
      line: index + 1,
      reason: adjustment.reason,
      reference: adjustment.reference ?? '',
      cents: cents(adjustment.cents),
      at: record.recordedAt,
    })
  }
  await recordPosting(db, {
    practiceId: world.operator,
    id: world.ids.next(),
    key: `835:${record.id}:outside-claims`,
    kind: 'provider_adjustments',
    cause: 'payer',
    subject: record.id,
    effectiveOn,
    payOn: null,
    at: record.recordedAt,
    by: 'house',
    transfers,
  })
}
