import { acknowledgedTotals } from './check-claim-acknowledgement.ts'
import type { Composer } from './composer.ts'
import type {
  AcknowledgedClaim,
  AcknowledgedLine,
  AcknowledgedProvider,
  AcknowledgedTotals,
  AcknowledgementFile,
  ClaimAcknowledgement,
  ClaimAcknowledgementFile,
  GroupAcknowledgement,
  InterchangeAcknowledgement,
  InterchangeAcknowledgementFile,
  SetAcknowledgement,
} from './model-acknowledgement.ts'
import type { Written } from './model-envelope.ts'
import { dayToText, writeName } from './render.ts'
import { checked, composerFor, openInterchange, paddedControl, writeFile } from './write-envelope.ts'
import { writeOther } from './write-other.ts'
import { writeStatus } from './write-status.ts'

/** Writes 999 acknowledgements, one set for each functional group that is answered. */
export function write999(file: AcknowledgementFile): Written {
  const sets = file.transactions.map((model) => ({ model, body: writeGroup }))
  return writeFile(file.envelope, '999', sets)
}

/** Writes an interchange that holds nothing but TA1. */
export function writeTA1({ envelope, acknowledgements }: InterchangeAcknowledgementFile): Written {
  const to = composerFor(envelope)
  openInterchange(to, envelope)
  for (const each of acknowledgements) writeInterchangeAcknowledgement(to, each)
  to.add('IEA', '0', paddedControl(envelope.interchangeControlNumber))
  return checked(to.take(), to.findings)
}

function writeInterchangeAcknowledgement(to: Composer, each: InterchangeAcknowledgement): void {
  const { interchangeControlNumber, createdOn, createdAt, status, note } = each
  to.add('TA1', interchangeControlNumber, dayToText(createdOn).slice(2), createdAt.replaceAll(':', ''), status, note)
}

/** What stands between ST and SE of a 999. */
export function writeGroup(to: Composer, answer: GroupAcknowledgement): void {
  to.add('AK1', answer.functionalCode, answer.groupControlNumber, answer.version)
  for (const set of answer.transactions) writeSetAnswer(to, set)
  const accepted = answer.transactions.filter((each) => ['A', 'E'].includes(each.status)).length
  const all = answer.transactions.length
  const counts = answer.counts ?? { included: all, received: all, accepted }
  const numbers = [counts.included, counts.received, counts.accepted].map(String)
  to.add('AK9', answer.status, ...numbers, ...(answer.codes ?? []))
}

function writeSetAnswer(to: Composer, set: SetAcknowledgement): void {
  to.add('AK2', set.set, set.transactionControlNumber, set.version)
  for (const error of set.errors) {
    to.add('IK3', error.segment, String(error.position), error.loop, error.code)
    if (error.claim !== undefined) to.add('CTX', ['CLM01', error.claim])
    writeOther(to, error.other, '2100')
    for (const element of error.elements) {
      const position = [String(element.element), element.component?.toString(), element.repetition?.toString()]
      to.add('IK4', position, element.dataElement, element.code, element.value)
      writeOther(to, element.other, '2110')
    }
  }
  to.add('IK5', set.status, ...(set.codes ?? []))
}

/** Writes 277CA acknowledgements: what became of each claim of a batch before adjudication. Totals are computed. */
export function write277CA(file: ClaimAcknowledgementFile): Written {
  const sets = file.transactions.map((model) => ({ model, body: writeClaimAcknowledgement }))
  return writeFile(file.envelope, '277CA', sets)
}

/** What stands between ST and SE of a 277CA. */
export function writeClaimAcknowledgement(to: Composer, answer: ClaimAcknowledgement): void {
  const { source, receiver, providers } = answer
  to.add('BHT', '0085', '08', answer.reference, dayToText(answer.createdOn), answer.createdAt.replaceAll(':', ''), 'TH')
  to.add('HL', '1', undefined, '20', '1')
  const entity = source.kind === 'payer' ? 'PR' : 'AY'
  const usual = source.kind === 'payer' ? 'PI' : '46'
  writeName(to, entity, { kind: 'organization', last: source.name }, source.idQualifier ?? usual, source.id)
  to.add('TRN', '1', answer.sourceTrace)
  to.add('DTP', '050', 'D8', dayToText(answer.receivedOn))
  to.add('DTP', '009', 'D8', dayToText(answer.processedOn))
  to.add('HL', '2', '1', '21', providers.length > 0 ? '1' : '0')
  writeName(to, '41', receiver.name, '46', receiver.id)
  to.add('TRN', '2', answer.batchReference)
  for (const status of answer.statuses) writeStatus(to, status)
  const totals = answer.totals ?? acknowledgedTotals(providers.flatMap((each) => each.claims))
  writeTotals(to, totals, { accepted: '90', rejected: 'AA' })
  const levels = { next: 3 }
  for (const provider of providers) writeProvider(to, provider, levels)
}

function writeTotals(to: Composer, totals: AcknowledgedTotals, counts: { accepted: string; rejected: string }): void {
  if (totals.acceptedClaims > 0) to.add('QTY', counts.accepted, String(totals.acceptedClaims))
  if (totals.rejectedClaims > 0) to.add('QTY', counts.rejected, String(totals.rejectedClaims))
  if (totals.acceptedClaims > 0) to.add('AMT', 'YU', totals.acceptedCents)
  if (totals.rejectedClaims > 0) to.add('AMT', 'YY', totals.rejectedCents)
}

function writeProvider(to: Composer, provider: AcknowledgedProvider, levels: { next: number }): void {
  const number = levels.next++
  to.add('HL', String(number), '2', '19', provider.claims.length > 0 ? '1' : '0')
  writeName(to, '85', provider.name, provider.idQualifier, provider.id)
  if (provider.trace !== undefined || provider.totals !== undefined) {
    to.add('TRN', '1', provider.trace ?? '0')
    for (const status of provider.statuses ?? []) writeStatus(to, status)
    writeOther(to, provider.other, '2200C')
    const totals = provider.totals ?? acknowledgedTotals(provider.claims)
    writeTotals(to, totals, { accepted: 'QA', rejected: 'QC' })
  }
  for (const claim of provider.claims) writeClaim(to, claim, { number: levels.next++, parent: number })
}

function writeClaim(to: Composer, claim: AcknowledgedClaim, level: { number: number; parent: number }): void {
  to.claim = claim.claimControlNumber
  to.add('HL', String(level.number), String(level.parent), 'PT')
  writeName(to, 'QC', claim.patient, 'MI', claim.memberId)
  to.add('TRN', '2', claim.claimControlNumber)
  for (const status of claim.statuses) writeStatus(to, status)
  if (claim.payerClaimControlNumber !== undefined) to.add('REF', '1K', claim.payerClaimControlNumber)
  if (claim.clearinghouseTrace !== undefined) to.add('REF', 'D9', claim.clearinghouseTrace)
  writeOther(to, claim.other, '2200D')
  writeServiceDate(to, claim.serviceDate, claim.serviceDateEnd)
  for (const line of claim.lines) writeLine(to, line)
  to.claim = null
}

function writeLine(to: Composer, line: AcknowledgedLine): void {
  const units = line.units === undefined ? undefined : String(line.units)
  const procedure = ['HC', line.procedure, ...line.modifiers]
  to.add('SVC', procedure, line.chargeCents, undefined, undefined, undefined, undefined, units)
  for (const status of line.statuses) writeStatus(to, status)
  if (line.lineControlNumber !== undefined) to.add('REF', 'FJ', line.lineControlNumber)
  writeOther(to, line.other, '2220D')
  writeServiceDate(to, line.serviceDate, undefined)
}

function writeServiceDate(to: Composer, on: string | undefined, until: string | undefined): void {
  if (on === undefined) return
  if (until === undefined) to.add('DTP', '472', 'D8', dayToText(on))
  else to.add('DTP', '472', 'RD8', `${dayToText(on)}-${dayToText(until)}`)
}
