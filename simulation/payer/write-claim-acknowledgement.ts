import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { write277CA } from '../../libraries/x12/index.ts'
import type {
  AcknowledgedClaim,
  AcknowledgedProvider,
  ClaimAcknowledgement,
  ClaimStatus,
} from '../../libraries/x12/model-acknowledgement.ts'
import type { ClaimTransaction } from '../../libraries/x12/model-claim.ts'
import type { EnvelopeInput, Written } from '../../libraries/x12/model-envelope.ts'
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
  const rejectedWhole = intake.length > 0 && intake.every(({ outcome }) => outcome === 'rejected')
  const charge = intake.reduce((total, { submitted }) => total + submitted.claim.chargeCents, 0)
  return {
    transactionControlNumber: String(index + 1).padStart(4, '0'),
    reference,
    createdOn: envelope.createdOn,
    createdAt: envelope.createdAt,
    source: { kind: 'payer', name: config.payer.name, idQualifier: 'PI', id: config.payer.id },
    sourceTrace: reference,
    receivedOn: on,
    processedOn: on,
    receiver: { name: batch.submitter.name, id: batch.submitter.id },
    batchReference: batch.batchReference,
    statuses: [
      rejectedWhole
        ? status('A3', '23', { on, action: 'U', charge })
        : status('A1', '19', { on, action: 'WQ', charge }),
    ],
    providers: providersOf(intake, on),
  }
}

function providersOf(intake: readonly Intake[], on: CalendarDate): AcknowledgedProvider[] {
  const providers = [...new Set(intake.map(({ submitted }) => submitted.provider))]
  return providers.map((provider) => ({
    name: provider.name,
    idQualifier: provider.npi ? 'XX' : 'FI',
    id: provider.npi ?? provider.taxIdentification.number,
    claims: intake
      .filter(({ submitted }) => submitted.provider === provider)
      .map((item) => acknowledgedClaim(item, on)),
  }))
}

function acknowledgedClaim(item: Intake, on: CalendarDate): AcknowledgedClaim {
  const { claim, subscriber, dependent } = item.submitted
  const days = claim.lines.map(({ serviceDate }) => serviceDate).sort()
  const first = days[0]
  const last = days.at(-1)
  const charge = claim.chargeCents
  return {
    patient: dependent?.name ?? subscriber.name,
    memberId: subscriber.memberId,
    claimControlNumber: claim.claimControlNumber,
    statuses: [
      item.outcome === 'accepted'
        ? status('A2', '20', { on, action: 'WQ', charge })
        : status(item.because.category, item.because.status, { on, action: 'U', charge }),
    ],
    payerClaimControlNumber: item.outcome === 'accepted' ? item.claim.payerClaimNumber : undefined,
    serviceDate: first,
    serviceDateEnd: last === first ? undefined : last,
    lines: [],
  }
}

function status(
  category: string,
  code: string,
  { on, action, charge }: { on: CalendarDate; action: 'WQ' | 'U'; charge: number },
): ClaimStatus {
  return { codes: [{ category, status: code }], effectiveOn: on, action, chargeCents: charge }
}
