import type { Claim, ClaimLine, Provider } from './model-claim.ts'
import { otherPayerHandlers } from './other-payer-handlers.ts'
import type { ClaimReader } from './read-claims.ts'
import {
  addCity,
  addStreet,
  appended,
  contactIn,
  daysIn,
  emptyAddress,
  nameIn,
  procedureIn,
  qualifiedDateIn,
  referenceIn,
  unitsIn,
} from './read-party.ts'
import { type Segment, timeFrom } from './segment.ts'
import { subscriberHandlers } from './subscriber-handlers.ts'
import { type ClaimHandler, whenOpen } from './when-open.ts'

const onClaim = (deed: (claim: Claim, segment: Segment) => void) => whenOpen('claim', deed)
const onLine = (deed: (line: ClaimLine, segment: Segment) => void) => whenOpen('line', deed)

const keepDate = onClaim((claim, segment) => {
  claim.dates ??= []
  claim.dates.push(qualifiedDateIn(segment))
})

const keepReference = onClaim((claim, segment) => {
  claim.references ??= []
  claim.references.push(referenceIn(segment))
})

const keepLineReference = onLine((line, segment) => {
  line.references ??= []
  line.references.push(referenceIn(segment))
})

const providerReference = whenOpen('named', (provider, segment) => {
  provider.references ??= []
  provider.references.push(referenceIn(segment))
})

const providerTaxonomy = whenOpen('named', (provider, segment) => {
  provider.taxonomy = segment.element(3)
})

/** A provider of the claim or of a line, put where `place` says. */
function provider(place: (reader: ClaimReader, provider: Provider) => void): ClaimHandler {
  return (reader, segment) => {
    const named: Provider = { name: nameIn(segment) }
    if (segment.element(8) === 'XX') named.npi = segment.element(9)
    reader.named = named
    place(reader, named)
  }
}

export const claimHandlers: Record<string, ClaimHandler> = {
  ...subscriberHandlers,
  ...otherPayerHandlers,
  '/BHT': ({ batch }, segment) => {
    batch.purpose = segment.element(2)
    batch.batchReference = segment.element(3)
    batch.createdOn = segment.date(4)
    batch.createdAt = timeFrom(segment.element(5))
    batch.kind = segment.element(6)
  },
  '1000A/NM1:41': ({ batch }, segment) => {
    batch.submitter.name = nameIn(segment)
    batch.submitter.id = segment.element(9)
  },
  '1000A/PER:IC': ({ batch }, segment) => void batch.submitter.contacts.push(contactIn(segment)),
  '1000B/NM1:40': ({ batch }, segment) => {
    batch.receiver = { name: segment.element(3), id: segment.element(9) }
  },
  '2300/CLM': readClaim,
  '2300/AMT:F5': onClaim((claim, segment) => {
    claim.patientPaidCents = segment.cents(2)
  }),
  '2300/REF:F8': onClaim((claim, segment) => {
    claim.originalReference = segment.element(2)
  }),
  '2300/REF:G1': onClaim((claim, segment) => {
    claim.priorAuthorization = segment.element(2)
  }),
  '2300/REF:9F': onClaim((claim, segment) => {
    claim.referralNumber = segment.element(2)
  }),
  '2300/REF:EA': onClaim((claim, segment) => {
    claim.medicalRecordNumber = segment.element(2)
  }),
  '2300/REF:D9': onClaim((claim, segment) => {
    claim.clearinghouseTrace = segment.element(2)
  }),
  '2300/NTE:ADD': (reader, segment) => {
    const { claim } = reader
    if (claim === null) return
    if (segment.element(1) === 'ADD') claim.note = segment.element(2)
    else {
      claim.other ??= []
      claim.other.push({ loop: '2300', elements: segment.canonical() })
    }
  },
  '2300/HI:ABK': readDiagnoses,
  '2310A/NM1:DN': provider((reader, named) => {
    if (reader.claim !== null) reader.claim.referringProvider = named
  }),
  '2310B/NM1:82': provider((reader, named) => {
    if (reader.claim !== null) reader.claim.renderingProvider = named
  }),
  '2310C/NM1:77': provider((reader, named) => {
    if (reader.claim !== null) reader.claim.serviceFacility = Object.assign(named, { address: emptyAddress() })
  }),
  '2310C/N3': onClaim((claim, segment) => {
    if (claim.serviceFacility !== undefined) addStreet(claim.serviceFacility.address, segment)
  }),
  '2310C/N4': onClaim((claim, segment) => {
    if (claim.serviceFacility !== undefined) addCity(claim.serviceFacility.address, segment)
  }),
  '2310D/NM1:DQ': provider((reader, named) => {
    if (reader.claim !== null) reader.claim.supervisingProvider = named
  }),
  '2310B/PRV:PE': providerTaxonomy,
  '2420A/PRV:PE': providerTaxonomy,
  '2310A/REF:0B': providerReference,
  '2310B/REF:0B': providerReference,
  '2310C/REF:0B': providerReference,
  '2310D/REF:0B': providerReference,
  '2400/LX': startLine,
  '2400/SV1': onLine(readService),
  '2400/DTP:472': onLine((line, segment) => {
    const days = daysIn(segment)
    line.serviceDate = days.on
    if (days.until !== undefined) line.serviceDateEnd = days.until
  }),
  '2400/REF:6R': onLine((line, segment) => {
    line.lineControlNumber = segment.element(2)
  }),
  '2400/REF:G1': onLine((line, segment) => {
    line.priorAuthorization = segment.element(2)
  }),
  '2400/REF:9F': keepLineReference,
  '2400/NTE:ADD': onLine((line, segment) => {
    if (segment.element(1) === 'ADD') line.note = segment.element(2)
    else line.other = appended(line.other, { loop: '2400', elements: segment.canonical() })
  }),
  '2420A/NM1:82': provider((reader, named) => {
    if (reader.line !== null) reader.line.renderingProvider = named
  }),
  '2420D/NM1:DQ': provider((reader, named) => {
    if (reader.line !== null) reader.line.supervisingProvider = named
  }),
}

const dates = [
  '431',
  '454',
  '304',
  '453',
  '439',
  '484',
  '455',
  '471',
  '314',
  '297',
  '296',
  '435',
  '096',
  '090',
  '444',
  '050',
]
for (const qualifier of dates) claimHandlers[`2300/DTP:${qualifier}`] = keepDate
const references = ['4N', 'F5', 'EW', 'X4', '9A', '9C', 'LX', 'P4', '1J']
for (const qualifier of references) claimHandlers[`2300/REF:${qualifier}`] = keepReference

function readClaim(reader: ClaimReader, segment: Segment): void {
  const [placeOfService = '', , frequency = ''] = segment.components(5)
  const claim: Claim = {
    claimControlNumber: segment.element(1),
    chargeCents: segment.has(2) ? segment.cents(2) : Number.NaN,
    placeOfService,
    frequency,
    providerSignature: segment.element(6),
    assignment: segment.element(7),
    benefitsAssigned: segment.element(8),
    releaseOfInformation: segment.element(9),
    diagnoses: [],
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
  reader.log.claim = claim.claimControlNumber
  reader.places = { claim: reader.log.placeOf(segment), diagnoses: null, numbers: [], lines: [], controls: [] }
}

function readDiagnoses(reader: ClaimReader, segment: Segment): void {
  if (reader.claim === null) return
  if (reader.places !== null) reader.places.diagnoses = reader.log.placeOf(segment)
  if (segment.component(1, 1) === 'BK') reader.claim.diagnosisRevision = 'icd9'
  for (let element = 1; element <= segment.count; element++) {
    if (segment.has(element)) reader.claim.diagnoses.push(segment.component(element, 2))
  }
}

function startLine(reader: ClaimReader, segment: Segment): void {
  const line: ClaimLine = {
    procedure: '',
    modifiers: [],
    chargeCents: Number.NaN,
    units: 0,
    diagnosisPointers: [],
    serviceDate: '',
  }
  reader.line = line
  reader.claim?.lines.push(line)
  reader.places?.lines.push(reader.log.placeOf(segment))
  reader.places?.numbers.push(segment.element(1))
}

function readService(line: ClaimLine, segment: Segment): void {
  const { qualifier, procedure, modifiers, description } = procedureIn(segment, 1)
  line.procedureQualifier = qualifier
  line.procedure = procedure
  line.modifiers = modifiers
  if (description !== '') line.description = description
  line.chargeCents = segment.has(2) ? segment.cents(2) : Number.NaN
  line.unit = segment.element(3)
  line.units = unitsIn(segment, 4)
  if (segment.has(5)) line.placeOfService = segment.element(5)
  line.diagnosisPointers = segment.components(7).map(Number)
}
