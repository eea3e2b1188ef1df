import type { CalendarDate } from '../../libraries/calendar/index.ts'
import {
  type ClaimAcknowledgement,
  type ClaimStatus,
  type ClaimTransaction,
  type EnvelopeInput,
  to277CA,
  type Written,
  write277CA,
} from '../../libraries/x12/index.ts'
import type { PayerConfig } from './payer-config.ts'
import type { Intake } from './read-claims.ts'

/** One batch (ST) of claims and what became of each. */
export type AnsweredBatch = { batch: ClaimTransaction; intake: Intake[] }

/** Tells the submitter which claims go into adjudication, under which number, and which do not (005010X214). */
export function writeClaimAcknowledgement(
  config: PayerConfig,
  batches: readonly AnsweredBatch[],
  { envelope, on }: { envelope: EnvelopeInput; on: CalendarDate },
): Written {
  const transactions = batches.map((answered, index) => acknowledgement(config, answered, { envelope, on, index }))
  return write277CA({ envelope, transactions })
}

function acknowledgement(
  config: PayerConfig,
  { batch, intake }: AnsweredBatch,
  { envelope, on, index }: { envelope: EnvelopeInput; on: CalendarDate; index: number },
): ClaimAcknowledgement {
  const reference = `${config.payer.id}-${envelope.interchangeControlNumber}-${index + 1}`
  const header = {
    transactionControlNumber: String(index + 1).padStart(4, '0'),
    reference,
    createdOn: envelope.createdOn,
    createdAt: envelope.createdAt,
    source: { kind: 'payer' as const, name: config.payer.name, idQualifier: 'PI', id: config.payer.id },
    sourceTrace: reference,
    receivedOn: on,
    processedOn: on,
  }
  const answer = to277CA(batch, header, (claim) => {
    const item = intake.find(({ submitted }) => submitted.claim === claim)
    if (item?.outcome === 'accepted') {
      return { statuses: [status('A2', '20', on)], payerClaimControlNumber: item.claim.payerClaimNumber }
    }
    return { statuses: [status(item?.because.category ?? 'A3', item?.because.status ?? '23', on)] }
  })
  const charged = intake.reduce((total, { submitted }) => total + submitted.claim.chargeCents, 0)
  return intake.some(({ outcome }) => outcome === 'accepted')
    ? answer
    : { ...answer, statuses: [{ ...status('A3', '23', on), chargeCents: charged }] }
}

/** A0, A1, A2 and A5 take the claim on; A3 and A7 give it back. */
function status(category: string, code: string, on: CalendarDate): ClaimStatus {
  const action = category === 'A2' ? 'WQ' : 'U'
  return { codes: [{ category, status: code }], effectiveOn: on, action }
}
