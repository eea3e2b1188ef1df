import type { Composer } from './composer.ts'
import type { Claim, ClaimLine, LineAdjudication, OtherPayer, Provider } from './model-claim.ts'
import { dayToText, writeAddress, writeAdjustments, writeName } from './render.ts'
import { writeOther } from './write-other.ts'

/** One claim with its providers, other payers and lines (2300 to 2430), in the order of the guide. */
export function writeClaim(to: Composer, claim: Claim): void {
  to.claim = claim.claimControlNumber
  writeHeader(to, claim)
  writeReferences(to, claim)
  writeOther(to, claim.other, '2300', isAmong(['K3']))
  if (claim.note !== undefined) to.add('NTE', 'ADD', claim.note)
  writeOther(to, claim.other, '2300', isAmong(['NTE', 'CR1', 'CR2', 'CRC']))
  writeDiagnoses(to, claim)
  writeOther(to, claim.other, '2300', isAmong(['HI', 'HCP']))
  writeProvider(to, 'DN', claim.referringProvider)
  writeProvider(to, '82', claim.renderingProvider)
  const facility = claim.serviceFacility
  if (facility !== undefined) {
    writeName(to, '77', facility.name, 'XX', facility.npi)
    writeAddress(to, facility.address)
    for (const { qualifier, value } of facility.references ?? []) to.add('REF', qualifier, value)
  }
  writeProvider(to, 'DQ', claim.supervisingProvider)
  for (const loop of ['2310A', '2310B', '2310C', '2310D', '2310E', '2310F']) writeOther(to, claim.other, loop)
  for (const other of claim.otherPayers ?? []) writeOtherPayer(to, other)
  claim.lines.forEach((line, index) => {
    writeLine(to, line, index + 1)
  })
  to.claim = null
}

const isAmong = (ids: string[]) => (id: string) => ids.includes(id)

function writeHeader(to: Composer, claim: Claim): void {
  to.add(
    ...(['CLM', claim.claimControlNumber, claim.chargeCents, undefined, undefined] as const),
    ...([[claim.placeOfService, 'B', claim.frequency], claim.providerSignature ?? 'Y'] as const),
    ...[claim.assignment ?? 'A', claim.benefitsAssigned ?? 'Y', claim.releaseOfInformation ?? 'Y'],
  )
  for (const { qualifier, on, until } of claim.dates ?? []) writeDate(to, qualifier, on, until)
  writeOther(to, claim.other, '2300', isAmong(['DTP', 'PWK', 'CN1']))
  if (claim.patientPaidCents !== undefined) to.add('AMT', 'F5', claim.patientPaidCents)
}

function writeReferences(to: Composer, claim: Claim): void {
  const references: [string, string | undefined][] = [
    ['9F', claim.referralNumber],
    ['G1', claim.priorAuthorization],
    ['F8', claim.originalReference],
    ['D9', claim.clearinghouseTrace],
    ['EA', claim.medicalRecordNumber],
  ]
  for (const [qualifier, value] of references) if (value !== undefined) to.add('REF', qualifier, value)
  for (const { qualifier, value } of claim.references ?? []) to.add('REF', qualifier, value)
  writeOther(to, claim.other, '2300', isAmong(['REF']))
}

/** HI: the principal as ABK, up to eleven more as ABF. */
function writeDiagnoses(to: Composer, { diagnoses, diagnosisRevision }: Claim): void {
  if (diagnoses.length === 0) return
  const [principal, further] = diagnosisRevision === 'icd9' ? ['BK', 'BF'] : ['ABK', 'ABF']
  to.add('HI', ...diagnoses.map((code, index) => [index === 0 ? principal : further, code]))
}

function writeProvider(to: Composer, entity: string, provider: Provider | undefined): void {
  if (provider === undefined) return
  writeName(to, entity, provider.name, 'XX', provider.npi)
  if (provider.taxonomy !== undefined) to.add('PRV', 'PE', 'PXC', provider.taxonomy)
  for (const { qualifier, value } of provider.references ?? []) to.add('REF', qualifier, value)
}

function writeDate(to: Composer, qualifier: string, on: string, until: string | undefined): void {
  if (until === undefined) to.add('DTP', qualifier, 'D8', dayToText(on))
  else to.add('DTP', qualifier, 'RD8', `${dayToText(on)}-${dayToText(until)}`)
}

function writeLine(to: Composer, line: ClaimLine, number: number): void {
  to.add('LX', String(number))
  const modifiers = [0, 1, 2, 3].map((index) => line.modifiers[index])
  to.add(
    ...(['SV1', [line.procedureQualifier ?? 'HC', line.procedure, ...modifiers, line.description]] as const),
    ...[line.chargeCents, line.unit ?? 'UN', String(line.units), line.placeOfService, undefined],
    line.diagnosisPointers.map(String),
  )
  writeOther(to, line.other, '2400', isAmong(['SV5', 'PWK', 'CR1', 'CR3', 'CRC']))
  if (line.serviceDate !== '') writeDate(to, '472', line.serviceDate, line.serviceDateEnd)
  writeOther(to, line.other, '2400', isAmong(['DTP', 'QTY', 'MEA', 'CN1']))
  if (line.priorAuthorization !== undefined) to.add('REF', 'G1', line.priorAuthorization)
  if (line.lineControlNumber !== undefined) to.add('REF', '6R', line.lineControlNumber)
  for (const { qualifier, value } of line.references ?? []) to.add('REF', qualifier, value)
  writeOther(to, line.other, '2400', isAmong(['REF', 'AMT', 'K3']))
  if (line.note !== undefined) to.add('NTE', 'ADD', line.note)
  writeOther(to, line.other, '2400', isAmong(['NTE', 'PS1', 'HCP']))
  writeOther(to, line.other, '2410')
  writeProvider(to, '82', line.renderingProvider)
  writeOther(to, line.other, '2420A')
  writeOther(to, line.other, '2420B')
  writeOther(to, line.other, '2420C')
  writeProvider(to, 'DQ', line.supervisingProvider)
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
  writeDate(to, '573', done.paidOn, undefined)
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
  if (payer.paidOn !== undefined) writeDate(to, '573', payer.paidOn, undefined)
  if (payer.claimControlNumber !== undefined) to.add('REF', 'F8', payer.claimControlNumber)
  for (const loop of ['2330B', '2330C', '2330D', '2330E', '2330F', '2330G']) writeOther(to, other.other, loop)
}
