import type {
  AcknowledgedClaim,
  AcknowledgedProvider,
  ClaimAcknowledgement,
  ClaimStatus,
} from './model-acknowledgement.ts'
import type { Claim, ClaimTransaction, Subscriber } from './model-claim.ts'
import type { Name } from './model-party.ts'

/** What the payer decides about one claim of a batch before adjudication. */
export type ClaimDecision = {
  statuses: ClaimStatus[]
  payerClaimControlNumber?: string | undefined
}

export type AnswerHeader = Pick<
  ClaimAcknowledgement,
  | 'transactionControlNumber'
  | 'reference'
  | 'createdOn'
  | 'createdAt'
  | 'source'
  | 'sourceTrace'
  | 'receivedOn'
  | 'processedOn'
>

/** The 277CA of a batch of claims: each claim in its place, with what `decide` says of it; totals are computed. */
export function to277CA(
  batch: ClaimTransaction,
  header: AnswerHeader,
  decide: (claim: Claim, subscriber: Subscriber) => ClaimDecision,
): ClaimAcknowledgement {
  const providers = batch.billingProviders.map((provider): AcknowledgedProvider => {
    const claims = provider.subscribers.flatMap((subscriber) => [
      ...subscriber.claims.map((claim) => answer(claim, subscriber, subscriber.name, decide)),
      ...subscriber.dependents.flatMap((dependent) =>
        dependent.claims.map((claim) => answer(claim, subscriber, dependent.name, decide)),
      ),
    ])
    const idQualifier = provider.npi === undefined ? 'FI' : 'XX'
    return { name: provider.name, idQualifier, id: provider.npi ?? provider.taxIdentification.number, claims }
  })
  const status = { category: 'A1', status: '20' }
  const charged = providers
    .flatMap((each) => each.claims)
    .reduce((sum, each) => sum + (each.statuses[0]?.chargeCents ?? 0), 0)
  return {
    ...header,
    receiver: { name: batch.submitter.name, id: batch.submitter.id },
    batchReference: batch.batchReference,
    statuses: [{ codes: [status], effectiveOn: header.processedOn, action: 'WQ', chargeCents: charged }],
    providers,
  }
}

function answer(
  claim: Claim,
  subscriber: Subscriber,
  patient: Name,
  decide: (claim: Claim, subscriber: Subscriber) => ClaimDecision,
): AcknowledgedClaim {
  const { statuses, payerClaimControlNumber } = decide(claim, subscriber)
  const days = claim.lines
    .map((line) => line.serviceDate)
    .filter(Boolean)
    .sort()
  const [first, last] = [days[0], days.at(-1)]
  return {
    patient,
    memberId: subscriber.memberId,
    claimControlNumber: claim.claimControlNumber,
    statuses: statuses.map((each) => ({ chargeCents: claim.chargeCents, ...each })),
    payerClaimControlNumber,
    clearinghouseTrace: claim.clearinghouseTrace,
    serviceDate: first,
    ...(last === first ? {} : { serviceDateEnd: last }),
    lines: [],
  }
}
