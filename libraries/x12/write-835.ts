import type { Written } from './model-envelope.ts'
import type {
  ClaimPayment,
  Payment,
  ProviderAdjustment,
  Remittance,
  RemittanceFile,
  RemittanceHeader,
  ServicePayment,
} from './model-remittance.ts'
import {
  type Composer,
  centsToText,
  dayToText,
  quantityToText,
  writeAddress,
  writeAdjustments,
  writeContact,
  writeName,
} from './render.ts'
import { writeFile } from './write-envelope.ts'
import { writeOther } from './write-other.ts'

/** Writes remittance advice, one 835 per payment; refuses what does not balance at line, claim or payment. */
export function write835(file: RemittanceFile): Written {
  const sets = file.transactions.map((model) => ({ model, body: writeRemittance }))
  return writeFile(file.envelope, '835', sets)
}

/** What stands between ST and SE of an 835. */
export function writeRemittance(to: Composer, remittance: Remittance): void {
  writePayment(to, remittance.payment)
  to.add('TRN', '1', remittance.trace.number, remittance.trace.originator, remittance.trace.supplement)
  for (const { qualifier, value } of remittance.references ?? []) to.add('REF', qualifier, value)
  if (remittance.producedOn !== undefined) to.add('DTM', '405', dayToText(remittance.producedOn))
  writeOther(to, remittance.other, '')
  writeParties(to, remittance)
  const headers = remittance.headers ?? (remittance.claims.length > 0 ? [{ number: 1, firstClaim: 0 }] : [])
  remittance.claims.forEach((claim, index) => {
    for (const header of headers) if (header.firstClaim === index) writeHeader(to, header)
    writeClaimPayment(to, claim)
  })
  for (const header of headers) if (header.firstClaim >= remittance.claims.length) writeHeader(to, header)
  writeProviderAdjustments(to, remittance.providerAdjustments)
}

function writeHeader(to: Composer, header: RemittanceHeader): void {
  to.add('LX', String(header.number))
  for (const each of header.other ?? []) to.addOther(each)
}

/** A payment of nothing is information only: BPR01 H and BPR04 NON. */
function writePayment(to: Composer, payment: Payment): void {
  const nothing = payment.cents === 0
  const { sender, receiver } = payment
  to.add(
    ...(['BPR', nothing ? 'H' : payment.handling, centsToText(payment.cents), payment.creditDebit] as const),
    ...[nothing ? 'NON' : payment.method, nothing ? undefined : payment.format],
    ...[sender?.routingQualifier, sender?.routing, sender?.accountQualifier, sender?.account],
    ...[payment.originator, payment.originatorSupplement],
    ...[receiver?.routingQualifier, receiver?.routing, receiver?.accountQualifier, receiver?.account],
    dayToText(payment.date),
  )
}

function writeParties(to: Composer, { payer, payee, other }: Remittance): void {
  to.add('N1', 'PR', payer.name, payer.planId === undefined ? undefined : 'XV', payer.planId)
  writeAddress(to, payer.address)
  for (const { qualifier, value } of payer.references ?? []) to.add('REF', qualifier, value)
  if (payer.businessContact !== undefined) writeContact(to, 'CX', payer.businessContact)
  for (const contact of payer.technicalContacts) writeContact(to, 'BL', contact)
  if (payer.website !== undefined) to.add('PER', 'IC', undefined, 'UR', payer.website)
  writeOther(to, other, '1000A')
  to.add('N1', 'PE', payee.name, payee.idQualifier, payee.id)
  if (payee.address !== undefined) writeAddress(to, payee.address)
  for (const { qualifier, value } of payee.references ?? []) to.add('REF', qualifier, value)
  writeOther(to, other, '1000B')
}

/** One claim with its lines (2100, 2110). */
export function writeClaimPayment(to: Composer, claim: ClaimPayment): void {
  to.claim = claim.claimControlNumber
  const owed = claim.patientResponsibilityCents
  to.add(
    'CLP',
    claim.claimControlNumber,
    claim.status,
    centsToText(claim.chargeCents),
    centsToText(claim.paidCents),
    owed === undefined ? undefined : centsToText(owed),
    claim.filingCode,
    claim.payerClaimControlNumber,
    claim.placeOfService,
    claim.frequency,
  )
  writeAdjustments(to, claim.adjustments)
  writeName(to, 'QC', claim.patient, claim.memberIdQualifier ?? 'MI', claim.memberId)
  if (claim.insured !== undefined) writeName(to, 'IL', claim.insured.name, claim.insured.idQualifier, claim.insured.id)
  const corrected = claim.correctedInsured
  if (corrected !== undefined) writeName(to, '74', corrected.name, 'C', corrected.id)
  const rendering = claim.renderingProvider
  if (rendering !== undefined) {
    writeName(to, '82', rendering.name ?? { kind: 'person', last: '' }, rendering.idQualifier, rendering.id)
  }
  writeOrganization(to, 'TT', claim.crossoverPayer)
  writeOrganization(to, 'PR', claim.correctedPriorityPayer)
  if ((claim.remarks ?? []).length > 0) to.add('MOA', undefined, undefined, ...(claim.remarks ?? []))
  writeOther(to, claim.other, '2100', (id) => id !== 'QTY')
  for (const { qualifier, value } of claim.references ?? []) to.add('REF', qualifier, value)
  for (const { qualifier, on } of claim.dates ?? []) to.add('DTM', qualifier, dayToText(on))
  for (const contact of claim.contacts ?? []) writeContact(to, 'CX', contact)
  for (const { qualifier, cents } of claim.amounts ?? []) to.add('AMT', qualifier, centsToText(cents))
  writeOther(to, claim.other, '2100', (id) => id === 'QTY')
  for (const line of claim.lines) writeLine(to, line)
  to.claim = null
}

function writeOrganization(to: Composer, entity: string, other: ClaimPayment['crossoverPayer']): void {
  if (other !== undefined)
    writeName(to, entity, { kind: 'organization', last: other.name }, other.idQualifier, other.id)
}

function writeLine(to: Composer, line: ServicePayment): void {
  const { submitted } = line
  const qualifier = line.procedureQualifier ?? 'HC'
  const units = line.units === 1 ? '1' : quantityToText(line.units)
  to.add(
    'SVC',
    [qualifier, line.procedure, ...line.modifiers],
    centsToText(line.chargeCents),
    centsToText(line.paidCents),
    undefined,
    units,
    submitted === undefined ? undefined : [qualifier, submitted.procedure, ...submitted.modifiers],
    quantityToText(submitted?.units),
  )
  writeServiceDates(to, line)
  writeAdjustments(to, line.adjustments)
  const references = line.references ?? []
  for (const { qualifier: kind, value } of references) to.add('REF', kind, value)
  if (line.lineControlNumber !== undefined) to.add('REF', '6R', line.lineControlNumber)
  for (const { qualifier: kind, cents } of line.amounts ?? []) to.add('AMT', kind, centsToText(cents))
  writeOther(to, line.other, '2110')
  for (const remark of line.remarks ?? []) to.add('LQ', 'HE', remark)
}

function writeServiceDates(to: Composer, line: ServicePayment): void {
  if (line.serviceDate === undefined) return
  if (line.serviceDateEnd === undefined) to.add('DTM', '472', dayToText(line.serviceDate))
  else {
    to.add('DTM', '150', dayToText(line.serviceDate))
    to.add('DTM', '151', dayToText(line.serviceDateEnd))
  }
}

/** PLB: six adjustments in each segment, one segment per provider and fiscal year as they follow each other. */
function writeProviderAdjustments(to: Composer, adjustments: ProviderAdjustment[]): void {
  let row: ProviderAdjustment[] = []
  const flush = () => {
    const first = row[0]
    if (first === undefined) return
    to.add(
      ...(['PLB', first.providerId, dayToText(first.fiscalDate)] as const),
      ...row.flatMap((each) => [[each.reason, each.reference], centsToText(each.cents)]),
    )
    row = []
  }
  for (const each of adjustments) {
    const first = row[0]
    const same = first?.providerId === each.providerId && first.fiscalDate === each.fiscalDate
    if (row.length === 6 || (row.length > 0 && !same)) flush()
    row.push(each)
  }
  flush()
}
