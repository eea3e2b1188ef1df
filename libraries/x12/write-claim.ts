import type { Composer } from './composer.ts'
import type { Claim, ClaimLine, LineAdjudication, OtherPayer, Provider } from './model-claim.ts'
import {
  quantityToText,
  writeAddress,
  writeAdjustments,
  writeDays,
  writeName,
  writeReference,
  writeReferences,
} from './render.ts'
import { writeOther } from './write-other.ts'

/** One claim with its providers, other payers and lines (2300 to 2430), in the order of the guide. */
export function writeClaim(to: Composer, claim: Claim): void {
  to.claim = claim.claimControlNumber
  writeHeader(to, claim)
  writeClaimReferences(to, claim)
  writeOther(to, claim.other, '2300', among.fileInformation)
  if (claim.note !== undefined) to.add('NTE', 'ADD', claim.note)
  writeOther(to, claim.other, '2300', among.notes)
  writeDiagnoses(to, claim)
  writeOther(to, claim.other, '2300', among.codes)
  writeProvider(to, 'DN', claim.referringProvider)
  writeProvider(to, '82', claim.renderingProvider)
  const facility = claim.serviceFacility
  if (facility !== undefined) {
    writeName(to, '77', facility.name, 'XX', facility.npi)
    writeAddress(to, facility.address)
    writeReferences(to, facility.references)
  }
  writeProvider(to, 'DQ', claim.supervisingProvider)
  if (claim.other !== undefined)
    for (const loop of ['2310A', '2310B', '2310C', '2310D', '2310E', '2310F']) writeOther(to, claim.other, loop)
  for (const other of claim.otherPayers ?? []) writeOtherPayer(to, other)
  claim.lines.forEach((line, index) => {
    writeLine(to, line, index + 1)
  })
  to.claim = null
}

const isAmong = (ids: string[]) => (id: string) => ids.includes(id)

/** Segments without typed place, by where the guide has them. */
const among = {
  fileInformation: isAmong(['K3']),
  notes: isAmong(['NTE', 'CR1', 'CR2', 'CRC']),
  codes: isAmong(['HI', 'HCP']),
  dates: isAmong(['DTP', 'PWK', 'CN1']),
  references: isAmong(['REF']),
  lineSupplies: isAmong(['SV5', 'PWK', 'CR1', 'CR3', 'CRC']),
  lineDates: isAmong(['DTP', 'QTY', 'MEA', 'CN1']),
  lineReferences: isAmong(['REF', 'AMT', 'K3']),
  lineNotes: isAmong(['NTE', 'PS1', 'HCP']),
}

function writeHeader(to: Composer, claim: Claim): void {
  to.begin('CLM').text(claim.claimControlNumber).cents(claim.chargeCents).skip(2)
  to.text(claim.placeOfService).part('B').part(claim.frequency)
  to.text(claim.providerSignature ?? 'Y').text(claim.assignment ?? 'A')
  to.text(claim.benefitsAssigned ?? 'Y')
    .text(claim.releaseOfInformation ?? 'Y')
    .end()
  for (const { qualifier, on, until } of claim.dates ?? []) writeDays(to, qualifier, on, until)
  writeOther(to, claim.other, '2300', among.dates)
  if (claim.patientPaidCents !== undefined) to.begin('AMT').text('F5').cents(claim.patientPaidCents).end()
}

function writeClaimReferences(to: Composer, claim: Claim): void {
  writeReference(to, '9F', claim.referralNumber)
  writeReference(to, 'G1', claim.priorAuthorization)
  writeReference(to, 'F8', claim.originalReference)
  writeReference(to, 'D9', claim.clearinghouseTrace)
  writeReference(to, 'EA', claim.medicalRecordNumber)
  writeReferences(to, claim.references)
  writeOther(to, claim.other, '2300', among.references)
}

/** HI: the principal as ABK, up to eleven more as ABF. */
function writeDiagnoses(to: Composer, { diagnoses, diagnosisRevision }: Claim): void {
  if (diagnoses.length === 0) return
  const [principal, further] = diagnosisRevision === 'icd9' ? ['BK', 'BF'] : ['ABK', 'ABF']
  to.begin('HI')
  for (let index = 0; index < diagnoses.length; index++) {
    to.text(index === 0 ? principal : further).part(diagnoses[index])
  }
  to.end()
}

function writeProvider(to: Composer, entity: string, provider: Provider | undefined): void {
  if (provider === undefined) return
  writeName(to, entity, provider.name, 'XX', provider.npi)
  if (provider.taxonomy !== undefined) to.begin('PRV').text('PE').text('PXC').text(provider.taxonomy).end()
  writeReferences(to, provider.references)
}

function writeLine(to: Composer, line: ClaimLine, number: number): void {
  to.begin('LX').text(String(number)).end()
  to.begin('SV1')
    .text(line.procedureQualifier ?? 'HC')
    .part(line.procedure)
  for (let index = 0; index < 4; index++) to.part(line.modifiers[index])
  to.part(line.description)
    .cents(line.chargeCents)
    .text(line.unit ?? 'UN')
    .text(quantityToText(line.units))
  to.text(line.placeOfService).skip()
  const pointers = line.diagnosisPointers
  for (let index = 0; index < pointers.length; index++) {
    if (index === 0) to.text(String(pointers[index]))
    else to.part(String(pointers[index]))
  }
  to.end()
  writeOther(to, line.other, '2400', among.lineSupplies)
  if (line.serviceDate !== '') writeDays(to, '472', line.serviceDate, line.serviceDateEnd)
  writeOther(to, line.other, '2400', among.lineDates)
  writeReference(to, 'G1', line.priorAuthorization)
  writeReference(to, '6R', line.lineControlNumber)
  writeReferences(to, line.references)
  writeOther(to, line.other, '2400', among.lineReferences)
  if (line.note !== undefined) to.add('NTE', 'ADD', line.note)
  writeOther(to, line.other, '2400', among.lineNotes)
  writeOther(to, line.other, '2410')
  writeProvider(to, '82', line.renderingProvider)
  writeOther(to, line.other, '2420A')
  writeOther(to, line.other, '2420B')
  writeOther(to, line.other, '2420C')
  writeProvider(to, 'DQ', line.supervisingProvider)
  if (line.other !== undefined)
    for (const loop of ['2420D', '2420E', '2420F', '2420G', '2420H']) writeOther(to, line.other, loop)
  for (const adjudication of line.adjudications ?? []) writeAdjudication(to, adjudication)
  writeOther(to, line.other, '2440')
}

function writeAdjudication(to: Composer, done: LineAdjudication): void {
  to.add(
    ...(['SVD', done.payerId, done.paidCents] as const),
    [done.procedureQualifier ?? 'HC', done.procedure, ...done.modifiers],
    ...[undefined, String(done.units), done.bundledInto === undefined ? undefined : String(done.bundledInto)],
  )
  writeAdjustments(to, done.adjustments)
  writeDays(to, '573', done.paidOn, undefined)
  const owed = done.remainingPatientLiability
  if (owed !== undefined) to.add('AMT', 'EAF', owed.cents)
  writeOther(to, done.other, '2430')
}

function writeOtherPayer(to: Composer, other: OtherPayer): void {
  to.add(
    ...(['SBR', other.responsibility, other.relationship, other.groupNumber, other.groupName] as const),
    ...[other.medicareSecondaryReason, undefined, undefined, undefined, other.filingCode],
  )
  writeAdjustments(to, other.adjustments)
  const amounts: [string, number | undefined][] = [
    ['D', other.paidCents],
    ['A8', other.nonCoveredCents],
    ['EAF', other.remainingPatientLiabilityCents],
  ]
  for (const [qualifier, cents] of amounts) if (cents !== undefined) to.add('AMT', qualifier, cents)
  to.add(
    'OI',
    undefined,
    undefined,
    other.benefitsAssigned ?? 'Y',
    undefined,
    undefined,
    other.releaseOfInformation ?? 'Y',
  )
  writeOther(to, other.other, '2320')
  const { subscriber, payer } = other
  writeName(to, 'IL', subscriber.name, subscriber.memberIdQualifier ?? 'MI', subscriber.memberId)
  if (subscriber.address !== undefined) writeAddress(to, subscriber.address)
  writeOther(to, other.other, '2330A')
  writeName(to, 'PR', { kind: 'organization', last: payer.name }, payer.idQualifier ?? 'PI', payer.id)
  if (payer.paidOn !== undefined) writeDays(to, '573', payer.paidOn, undefined)
  if (payer.claimControlNumber !== undefined) to.add('REF', 'F8', payer.claimControlNumber)
  for (const loop of ['2330B', '2330C', '2330D', '2330E', '2330F', '2330G']) writeOther(to, other.other, loop)
}
