import { npiFrom } from '../../libraries/npi/index.ts'
import { type Claim, type ClaimFile, type ClaimLine, type Subscriber, write837P } from '../../libraries/x12/index.ts'

export type TestClaim = {
  claimControlNumber: string
  memberId: string
  chargeCents?: number
  frequency?: string
  lines?: Partial<ClaimLine>[]
}

/** A claim file of the network in New York for the payer's tests: one line of 90837 at 150.00 per claim, unless said. */
export function aClaimFile(claims: TestClaim[], over: { number?: number; payerId?: string } = {}): Uint8Array {
  const written = write837P(claimFile(claims, over))
  if (!written.ok) throw new Error(JSON.stringify(written.findings))
  return written.bytes
}

function claimFile(
  claims: TestClaim[],
  { number = 1, payerId = 'MEADOW' }: { number?: number; payerId?: string },
): ClaimFile {
  return {
    envelope: {
      senderQualifier: 'ZZ',
      senderId: 'EVENKEEL',
      receiverQualifier: 'ZZ',
      receiverId: 'CLEARING',
      createdOn: '2026-04-10',
      createdAt: '18:00',
      usage: 'T',
      interchangeControlNumber: String(number).padStart(9, '0'),
      groupControlNumber: String(number),
    },
    transactions: [
      {
        transactionControlNumber: '0001',
        batchReference: `B${number}`,
        createdOn: '2026-04-10',
        createdAt: '18:00',
        submitter: {
          name: { kind: 'organization', last: 'NETWORK OPERATOR' },
          id: 'EVENKEEL',
          contacts: [{ name: 'CLAIMS', telephone: '2125550100' }],
        },
        receiver: { name: 'CLEARINGHOUSE', id: 'CLEARING' },
        billingProviders: [
          {
            name: { kind: 'organization', last: 'NETWORK OF NEW YORK' },
            npi: npiFrom('123456789'),
            taxIdentification: { kind: 'employer', number: '131234567' },
            address: { street: '10 BROADWAY', city: 'NEW YORK', state: 'NY', zip: '100041234' },
            subscribers: claims.map((claim) => subscriber(claim, payerId)),
          },
        ],
      },
    ],
  }
}

function subscriber(claim: TestClaim, payerId: string): Subscriber {
  return {
    responsibility: 'P',
    relationship: '18',
    filingCode: 'CI',
    name: { kind: 'person', last: 'ROE', first: 'JAMIE' },
    memberId: claim.memberId,
    address: { street: '5 ELM STREET', city: 'ALBANY', state: 'NY', zip: '12207' },
    dateOfBirth: '1990-05-17',
    sex: 'F',
    payer: { name: 'MEADOW HEALTH', id: payerId },
    claims: [claimOf(claim)],
    dependents: [],
  }
}

function claimOf({ claimControlNumber, chargeCents = 15_000, frequency = '1', lines = [{}] }: TestClaim): Claim {
  const charged = lines.map((line, index) => ({
    lineControlNumber: `L${index + 1}`,
    procedure: '90837',
    modifiers: ['95'],
    chargeCents,
    units: 1,
    diagnosisPointers: [1],
    serviceDate: '2026-04-08',
    ...line,
  }))
  return {
    claimControlNumber,
    chargeCents: charged.reduce((total, line) => total + line.chargeCents, 0),
    placeOfService: '10',
    frequency,
    originalReference: frequency === '1' ? undefined : '202604100000001',
    diagnoses: ['F411'],
    renderingProvider: {
      name: { kind: 'person', last: 'DOE', first: 'ALEX' },
      npi: npiFrom('198765432'),
      taxonomy: '1041C0700X',
    },
    lines: charged,
  }
}
