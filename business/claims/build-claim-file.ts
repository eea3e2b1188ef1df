import type { ClaimFile, Claim as X12Claim } from '../../libraries/x12/model-claim.ts'
import type { Payer } from '../contracts/index.ts'
import type { BillingEntity } from '../practices/index.ts'
import type { OutgoingClaim } from './claim-store.ts'
import type { Clearinghouse } from './clearinghouse-store.ts'

export type ClaimFileNumbers = {
  interchange: number
  group: number
  transaction: number
  createdOn: string
  createdAt: string
}

/** BHT03: what the 277CA of this batch repeats. */
export function batchReference(numbers: Pick<ClaimFileNumbers, 'interchange' | 'createdOn'>): string {
  return `EK${numbers.createdOn.replaceAll('-', '')}${String(numbers.interchange).padStart(9, '0')}`
}

/** One 837P file: the claims of one payer, under the billing entities that bill them, each patient their own subscriber. */
export function buildClaimFile(
  claims: readonly OutgoingClaim[],
  {
    clearinghouse,
    payer,
    entities,
  }: { clearinghouse: Clearinghouse; payer: Payer; entities: readonly BillingEntity[] },
  numbers: ClaimFileNumbers,
): ClaimFile {
  const { submitterId, receiverId, usage } = clearinghouse
  const billing = entities.filter(({ id }) => claims.some(({ billingEntityId }) => billingEntityId === id))
  return {
    envelope: {
      senderQualifier: 'ZZ',
      senderId: submitterId,
      receiverQualifier: 'ZZ',
      receiverId,
      createdOn: numbers.createdOn,
      createdAt: numbers.createdAt,
      usage,
      interchangeControlNumber: String(numbers.interchange).padStart(9, '0'),
      groupControlNumber: String(numbers.group),
    },
    transactions: [
      {
        transactionControlNumber: String(numbers.transaction).padStart(4, '0'),
        batchReference: batchReference(numbers),
        createdOn: numbers.createdOn,
        createdAt: numbers.createdAt,
        submitter: {
          name: { kind: 'organization', last: inCapitals(clearinghouse.submitterName) },
          id: submitterId,
          contacts: [{ name: inCapitals(clearinghouse.contactName), telephone: clearinghouse.contactPhone }],
        },
        receiver: { name: inCapitals(clearinghouse.name), id: receiverId },
        billingProviders: billing.map((entity) => billingProvider(entity, payer, claims)),
      },
    ],
  }
}

function billingProvider(entity: BillingEntity, payer: Payer, claims: readonly OutgoingClaim[]) {
  return {
    name: { kind: 'organization' as const, last: inCapitals(entity.legalName) },
    npi: entity.npi,
    taxIdentification: { kind: 'employer' as const, number: entity.tin },
    taxonomy: entity.taxonomy,
    address: addressOf(entity),
    subscribers: claims
      .filter(({ billingEntityId }) => billingEntityId === entity.id)
      .map((claim) => subscriber(claim, payer)),
  }
}

function subscriber(claim: OutgoingClaim, payer: Payer) {
  const { subscriber: person, memberId, groupNumber } = claim.content
  return {
    responsibility: 'P',
    relationship: '18',
    groupNumber: groupNumber ?? undefined,
    filingCode: payer.filingCode,
    name: { kind: 'person' as const, last: inCapitals(person.familyName), first: inCapitals(person.givenName) },
    memberId,
    address: addressOf(person),
    dateOfBirth: person.dateOfBirth,
    sex: person.sex,
    payer: { name: inCapitals(payer.name), id: payer.electronicId },
    claims: [professionalClaim(claim)],
    dependents: [],
  }
}

function professionalClaim(claim: OutgoingClaim): X12Claim {
  const { content } = claim
  return {
    claimControlNumber: claim.controlNumber,
    chargeCents: claim.charge,
    placeOfService: content.placeOfService,
    frequency: claim.frequency,
    ...(claim.originalReference === null ? {} : { originalReference: claim.originalReference }),
    diagnoses: content.diagnoses,
    renderingProvider: {
      name: {
        kind: 'person',
        last: inCapitals(content.rendering.familyName),
        first: inCapitals(content.rendering.givenName),
      },
      npi: content.rendering.npi,
      taxonomy: content.rendering.taxonomy,
    },
    lines: content.lines.map((line) => ({
      lineControlNumber: line.lineControlNumber,
      procedure: line.code,
      modifiers: line.modifiers,
      chargeCents: line.charge,
      units: line.units,
      // A line names at most four of the claim's diagnoses (SV107).
      diagnosisPointers: content.diagnoses.slice(0, 4).map((_, index) => index + 1),
      serviceDate: claim.serviceOn,
    })),
  }
}

function addressOf({ street, city, state, zip }: { street: string; city: string; state: string; zip: string }) {
  return { street: inCapitals(street), city: inCapitals(city), state, zip }
}

// Payers compare names with their own records, which are in capitals.
function inCapitals(text: string): string {
  return text.toUpperCase()
}
