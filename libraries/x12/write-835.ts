import type { Composer } from './composer.ts'
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
  dayToText,
  quantityToText,
  writeAddress,
  writeAdjustments,
  writeAmounts,
  writeContact,
  writeName,
  writeReference,
  writeReferences,
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
  writeReferences(to, remittance.references)
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
    ...(['BPR', nothing ? 'H' : payment.handling, payment.cents, payment.creditDebit] as const),
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
  writeReferences(to, payer.references)
  if (payer.businessContact !== undefined) writeContact(to, 'CX', payer.businessContact)
  for (const contact of payer.technicalContacts) writeContact(to, 'BL', contact)
  if (payer.website !== undefined) to.add('PER', 'IC', undefined, 'UR', payer.website)
  writeOther(to, other, '1000A')
  to.add('N1', 'PE', payee.name, payee.idQualifier, payee.id)
  if (payee.address !== undefined) writeAddress(to, payee.address)
  writeReferences(to, payee.references)
  writeOther(to, other, '1000B')
}

/** One claim with its lines (2100, 2110). */
export function writeClaimPayment(to: Composer, claim: ClaimPayment): void {
  to.claim = claim.claimControlNumber
  to.begin('CLP').text(claim.claimControlNumber).text(claim.status)
  to.cents(claim.chargeCents).cents(claim.paidCents).cents(claim.patientResponsibilityCents)
  to.text(claim.filingCode).text(claim.payerClaimControlNumber).text(claim.placeOfService).text(claim.frequency).end()
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
  if ((claim.remarks ?? none).length > 0) to.add('MOA', undefined, undefined, ...(claim.remarks ?? none))
  writeOther(to, claim.other, '2100', isNoQuantity)
  writeReferences(to, claim.references)
  for (const { qualifier, on } of claim.dates ?? none) to.begin('DTM').text(qualifier).day(on).end()
  for (const contact of claim.contacts ?? none) writeContact(to, 'CX', contact)
  writeAmounts(to, claim.amounts)
  writeOther(to, claim.other, '2100', isQuantity)
  for (const line of claim.lines) writeLine(to, line)
  to.claim = null
}

const none: readonly never[] = []
const isQuantity = (id: string) => id === 'QTY'
const isNoQuantity = (id: string) => id !== 'QTY'

function writeOrganization(to: Composer, entity: string, other: ClaimPayment['crossoverPayer']): void {
  if (other !== undefined)
    writeName(to, entity, { kind: 'organization', last: other.name }, other.idQualifier, other.id)
}

function writeLine(to: Composer, line: ServicePayment): void {
  const { submitted } = line
  const qualifier = line.procedureQualifier ?? 'HC'
  to.begin('SVC').text(qualifier).part(line.procedure)
  for (const modifier of line.modifiers) to.part(modifier)
  to.cents(line.chargeCents).cents(line.paidCents).skip().text(quantityToText(line.units))
  if (submitted !== undefined) {
    to.text(qualifier).part(submitted.procedure)
    for (const modifier of submitted.modifiers) to.part(modifier)
    to.text(quantityToText(submitted.units))
  }
  to.end()
  if (line.serviceDate !== undefined) writeServiceDates(to, line.serviceDate, line.serviceDateEnd)
  writeAdjustments(to, line.adjustments)
  writeReferences(to, line.references)
  writeReference(to, '6R', line.lineControlNumber)
  writeAmounts(to, line.amounts)
  writeOther(to, line.other, '2110')
  for (const remark of line.remarks ?? none) to.begin('LQ').text('HE').text(remark).end()
}

function writeServiceDates(to: Composer, on: string, until: string | undefined): void {
  to.begin('DTM')
    .text(until === undefined ? '472' : '150')
    .day(on)
    .end()
  if (until !== undefined) to.begin('DTM').text('151').day(until).end()
}

/** PLB: six adjustments in each segment, one segment per provider and fiscal year as they follow each other. */
function writeProviderAdjustments(to: Composer, adjustments: ProviderAdjustment[]): void {
  let row: ProviderAdjustment[] = []
  const flush = () => {
    const first = row[0]
    if (first === undefined) return
    to.add(
      ...(['PLB', first.providerId, dayToText(first.fiscalDate)] as const),
      ...row.flatMap((each) => [[each.reason, each.reference], each.cents]),
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
