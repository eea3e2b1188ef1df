import type { ClaimPayment, ProviderAdjustment, ServicePayment } from './model-remittance.ts'
import {
  addCity,
  addStreet,
  appended,
  contactIn,
  emptyAddress,
  nameIn,
  procedureIn,
  referenceIn,
  textIn,
  unitsIn,
  withAdjustments,
} from './read-party.ts'
import type { RemittanceReader } from './read-remittance.ts'
import type { Segment } from './segment.ts'

export type RemittanceHandler = (reader: RemittanceReader, segment: Segment) => void

const onClaim =
  (deed: (claim: ClaimPayment, segment: Segment) => void): RemittanceHandler =>
  (reader, segment) => {
    if (reader.claim !== null) deed(reader.claim, segment)
  }

const onLine =
  (deed: (line: ServicePayment, segment: Segment) => void): RemittanceHandler =>
  (reader, segment) => {
    if (reader.line !== null) deed(reader.line, segment)
  }

const keepClaimReference = onClaim((claim, segment) => {
  claim.references = appended(claim.references, referenceIn(segment))
})

const keepClaimDate = onClaim((claim, segment) => {
  claim.dates = appended(claim.dates, { qualifier: segment.element(1), on: segment.date(2) })
})

const keepLineReference = onLine((line, segment) => {
  line.references = appended(line.references, referenceIn(segment))
})

const keepHeaderReference: RemittanceHandler = ({ remittance }, segment) => {
  remittance.references = appended(remittance.references, referenceIn(segment))
}

/** What each segment of an 835 adds to the remittance, by loop, name and first qualifier. */
export const remittanceHandlers: Record<string, RemittanceHandler> = {
  '/BPR': readPayment,
  '/TRN:1': (reader, segment) => {
    reader.tracePlace = reader.log.placeOf(segment)
    reader.remittance.trace = { number: segment.element(2), originator: segment.element(3) }
    if (segment.has(4)) reader.remittance.trace.supplement = segment.element(4)
  },
  '/REF:EV': keepHeaderReference,
  '/REF:F2': keepHeaderReference,
  '/DTM:405': ({ remittance }, segment) => {
    remittance.producedOn = segment.date(2)
  },
  '1000A/N1:PR': ({ remittance: { payer } }, segment) => {
    payer.name = segment.element(2)
    if (segment.has(4)) payer.planId = segment.element(4)
  },
  '1000A/N3': ({ remittance: { payer } }, segment) => void addStreet(payer.address, segment),
  '1000A/N4': ({ remittance: { payer } }, segment) => void addCity(payer.address, segment),
  '1000A/REF:2U': ({ remittance: { payer } }, segment) => {
    payer.references = appended(payer.references, referenceIn(segment))
  },
  '1000A/PER:CX': ({ remittance: { payer } }, segment) => {
    payer.businessContact = contactIn(segment)
  },
  '1000A/PER:BL': ({ remittance: { payer } }, segment) => void payer.technicalContacts.push(contactIn(segment)),
  '1000A/PER:IC': ({ remittance: { payer } }, segment) => {
    payer.website = segment.element(4)
  },
  '1000B/N1:PE': readPayee,
  '1000B/N3': ({ remittance: { payee } }, segment) => {
    payee.address = addStreet(payee.address ?? emptyAddress(), segment)
  },
  '1000B/N4': ({ remittance: { payee } }, segment) => {
    payee.address = addCity(payee.address ?? emptyAddress(), segment)
  },
  '1000B/REF:0B': ({ remittance: { payee } }, segment) => {
    payee.references = appended(payee.references, referenceIn(segment))
  },
  '2000/LX': ({ remittance }, segment) => {
    const header = { number: Number(segment.element(1)), firstClaim: remittance.claims.length }
    remittance.headers = appended(remittance.headers, header)
  },
  '2100/CLP': readClaim,
  '2100/CAS': onClaim((claim, segment) => {
    claim.adjustments = withAdjustments(claim.adjustments, segment)
  }),
  '2100/NM1:QC': onClaim((claim, segment) => {
    claim.patient = nameIn(segment)
    if (segment.has(8)) claim.memberIdQualifier = segment.element(8)
    if (segment.has(9)) claim.memberId = segment.element(9)
  }),
  '2100/NM1:IL': onClaim((claim, segment) => {
    claim.insured = { name: nameIn(segment), idQualifier: segment.element(8), id: segment.element(9) }
  }),
  '2100/NM1:74': onClaim((claim, segment) => {
    claim.correctedInsured = { name: nameIn(segment) }
    if (segment.has(9)) claim.correctedInsured.id = segment.element(9)
  }),
  '2100/NM1:82': onClaim((claim, segment) => {
    const name = segment.has(2) ? nameIn(segment) : undefined
    claim.renderingProvider = { name, idQualifier: segment.element(8), id: segment.element(9) }
  }),
  '2100/NM1:TT': onClaim((claim, segment) => {
    claim.crossoverPayer = organizationIn(segment)
  }),
  '2100/NM1:PR': onClaim((claim, segment) => {
    claim.correctedPriorityPayer = organizationIn(segment)
  }),
  '2100/MOA': onClaim((claim, segment) => {
    const remarks = segment.elements().slice(3, 8).filter(Boolean)
    if (segment.has(1) || segment.has(2) || segment.count > 7) {
      claim.other = appended(claim.other, { loop: '2100', elements: segment.canonical() })
    } else claim.remarks = remarks
  }),
  '2100/REF:1L': keepClaimReference,
  '2100/REF:0B': keepClaimReference,
  '2100/DTM:232': keepClaimDate,
  '2100/DTM:036': keepClaimDate,
  '2100/DTM:050': keepClaimDate,
  '2100/PER:CX': onClaim((claim, segment) => {
    claim.contacts = appended(claim.contacts, contactIn(segment))
  }),
  '2100/AMT:AU': onClaim((claim, segment) => {
    claim.amounts = appended(claim.amounts, { qualifier: segment.element(1), cents: segment.cents(2) })
  }),
  '2110/SVC': readLine,
  '2110/DTM:150': onLine((line, segment) => {
    if (segment.element(1) === '151') line.serviceDateEnd = segment.date(2)
    else line.serviceDate = segment.date(2)
  }),
  '2110/CAS': onLine((line, segment) => {
    line.adjustments = withAdjustments(line.adjustments, segment)
  }),
  '2110/REF:1S': keepLineReference,
  '2110/REF:6R': onLine((line, segment) => {
    line.lineControlNumber = segment.element(2)
  }),
  '2110/REF:0B': keepLineReference,
  '2110/REF:0K': keepLineReference,
  '2110/AMT:B6': onLine((line, segment) => {
    line.amounts = appended(line.amounts, { qualifier: segment.element(1), cents: segment.cents(2) })
  }),
  '2110/LQ:HE': onLine((line, segment) => {
    if (segment.element(1) !== 'HE') {
      line.other = appended(line.other, { loop: '2110', elements: segment.canonical() })
      return
    }
    line.remarks = appended(line.remarks, segment.element(2))
  }),
  '/PLB': readProviderAdjustments,
}

function readPayment(reader: RemittanceReader, segment: Segment): void {
  reader.paymentPlace = reader.log.placeOf(segment)
  const account = (at: number) => ({
    routingQualifier: segment.element(at),
    routing: segment.element(at + 1),
    accountQualifier: segment.element(at + 2),
    account: segment.element(at + 3),
  })
  const { remittance } = reader
  remittance.payment = {
    handling: segment.element(1),
    cents: segment.has(2) ? segment.cents(2) : Number.NaN,
    creditDebit: segment.element(3),
    method: segment.element(4),
    date: segment.date(16),
  }
  if (segment.has(5)) remittance.payment.format = segment.element(5)
  if (segment.has(7) || segment.has(9)) remittance.payment.sender = account(6)
  if (segment.has(10)) remittance.payment.originator = segment.element(10)
  if (segment.has(11)) remittance.payment.originatorSupplement = segment.element(11)
  if (segment.has(13) || segment.has(15)) remittance.payment.receiver = account(12)
}

function readPayee(reader: RemittanceReader, segment: Segment): void {
  const { payee } = reader.remittance
  payee.name = segment.element(2)
  payee.idQualifier = segment.element(3)
  payee.id = segment.element(4)
}

function readClaim(reader: RemittanceReader, segment: Segment): void {
  const claim: ClaimPayment = {
    claimControlNumber: segment.element(1),
    status: segment.element(2),
    chargeCents: segment.has(3) ? segment.cents(3) : Number.NaN,
    paidCents: segment.has(4) ? segment.cents(4) : Number.NaN,
    patientResponsibilityCents: segment.has(5) ? segment.cents(5) : undefined,
    filingCode: segment.element(6),
    payerClaimControlNumber: segment.element(7),
    placeOfService: textIn(segment, 8),
    frequency: textIn(segment, 9),
    patient: { kind: 'person', last: '' },
    memberIdQualifier: undefined,
    memberId: undefined,
    renderingProvider: undefined,
    adjustments: [],
    references: undefined,
    dates: undefined,
    amounts: undefined,
    lines: [],
    readFrom: {
      byteOffset: segment.byteOffset,
      line: segment.line,
      segmentNumber: segment.number,
      segmentInSet: segment.numberInSet,
      segmentCount: 0,
    },
  }
  reader.claim = claim
  reader.line = null
  reader.log.claim = claim.claimControlNumber
  reader.places = { claim: reader.log.placeOf(segment), lines: [] }
}

function readLine(reader: RemittanceReader, segment: Segment): void {
  if (reader.claim === null) return
  const { qualifier, procedure, modifiers } = procedureIn(segment, 1)
  const line: ServicePayment = {
    procedureQualifier: qualifier,
    procedure,
    modifiers,
    chargeCents: segment.has(2) ? segment.cents(2) : Number.NaN,
    paidCents: segment.has(3) ? segment.cents(3) : Number.NaN,
    units: unitsIn(segment, 5),
    lineControlNumber: undefined,
    serviceDate: undefined,
    adjustments: [],
    references: undefined,
    amounts: undefined,
    remarks: undefined,
  }
  if (segment.has(6)) {
    const submitted = procedureIn(segment, 6)
    line.submitted = { procedure: submitted.procedure, modifiers: submitted.modifiers }
    if (segment.has(7)) line.submitted.units = Number(segment.element(7))
  }
  reader.line = line
  reader.claim.lines = appended(reader.claim.lines, line)
  reader.places?.lines.push(reader.log.placeOf(segment))
}

function readProviderAdjustments(reader: RemittanceReader, segment: Segment): void {
  for (let element = 3; element <= segment.count; element += 2) {
    if (!segment.has(element) && !segment.has(element + 1)) continue
    const adjustment: ProviderAdjustment = {
      providerId: segment.element(1),
      fiscalDate: segment.date(2),
      reason: segment.component(element, 1),
      cents: segment.has(element + 1) ? segment.cents(element + 1) : Number.NaN,
    }
    const reference = segment.component(element, 2)
    if (reference !== '') adjustment.reference = reference
    reader.remittance.providerAdjustments.push(adjustment)
  }
}

function organizationIn(segment: Segment): { name: string; idQualifier: string; id: string } {
  return { name: segment.element(3), idQualifier: segment.element(8), id: segment.element(9) }
}
