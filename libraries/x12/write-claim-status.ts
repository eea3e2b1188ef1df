import type { Composer } from './composer.ts'
import type {
  ClaimStatusFile,
  ClaimStatusMessage,
  StatusClaim,
  StatusLevel,
  StatusLine,
  StatusMember,
} from './model-claim-status.ts'
import type { Written } from './model-envelope.ts'
import { dayToText, writeContact, writeName } from './render.ts'
import { writeFile } from './write-envelope.ts'
import { writeOther } from './write-other.ts'
import { writeStatus } from './write-status.ts'

/** Writes claim status inquiries. */
export function write276(file: ClaimStatusFile): Written {
  return write(file, '276')
}

/** Writes the answers to claim status inquiries. */
export function write277(file: ClaimStatusFile): Written {
  return write(file, '277')
}

type Kind = '276' | '277'

function write(file: ClaimStatusFile, kind: Kind): Written {
  const sets = file.transactions.map((model) => ({ model, body: writeStatusMessage(kind) }))
  return writeFile(file.envelope, kind, sets)
}

/** What stands between ST and SE of a 276 or 277. */
export function writeStatusMessage(kind: Kind): (to: Composer, message: ClaimStatusMessage) => void {
  return (to, message) => writeMessage(to, message, kind)
}

function writeMessage(to: Composer, message: ClaimStatusMessage, kind: Kind): void {
  const { payer, receiver, providers } = message
  const when = [dayToText(message.createdOn), message.createdAt.replaceAll(':', '')]
  to.add('BHT', '0010', kind === '276' ? '13' : '08', message.reference, ...when, kind === '276' ? undefined : 'DG')
  to.add('HL', '1', undefined, '20', '1')
  writeName(to, 'PR', { kind: 'organization', last: payer.name }, payer.idQualifier, payer.id)
  for (const contact of payer.contacts ?? []) writeContact(to, 'IC', contact)
  to.add('HL', '2', '1', '21', providers.length > 0 ? '1' : '0')
  writeName(to, '41', receiver.name, receiver.idQualifier, receiver.id)
  writeLevel(to, receiver, '2')
  const levels = { next: 3, kind }
  for (const provider of providers) {
    const number = String(levels.next++)
    to.add('HL', number, '2', '19', provider.subscribers.length > 0 ? '1' : '0')
    writeName(to, '1P', provider.name, provider.idQualifier, provider.id)
    writeOther(to, provider.other, '2100C')
    writeLevel(to, provider, '1')
    for (const subscriber of provider.subscribers) writeMember(to, subscriber, { parent: number, levels, entity: 'IL' })
  }
}

function writeLevel(to: Composer, level: StatusLevel, kind: string): void {
  if (level.trace === undefined) return
  to.add('TRN', kind, level.trace)
  for (const status of level.statuses) writeStatus(to, status)
}

type Level = { parent: string; levels: { next: number; kind: Kind }; entity: 'IL' | 'QC' }

function writeMember(to: Composer, member: StatusMember, { parent, levels, entity }: Level): void {
  const number = String(levels.next++)
  const children = member.dependents.length > 0 ? '1' : '0'
  to.add('HL', number, parent, entity === 'IL' ? '22' : '23', entity === 'IL' ? children : undefined)
  if (member.dateOfBirth !== undefined) to.add('DMG', 'D8', dayToText(member.dateOfBirth), member.sex)
  writeName(to, entity, member.name, member.memberIdQualifier ?? 'MI', member.memberId)
  for (const claim of member.claims) writeClaim(to, claim, levels.kind)
  for (const dependent of member.dependents) writeMember(to, dependent, { parent: number, levels, entity: 'QC' })
}

function writeClaim(to: Composer, claim: StatusClaim, kind: Kind): void {
  to.claim = claim.trace
  to.add('TRN', kind === '276' ? '1' : '2', claim.trace)
  for (const status of claim.statuses) writeStatus(to, status)
  if (claim.payerClaimControlNumber !== undefined) to.add('REF', '1K', claim.payerClaimControlNumber)
  const references = claim.references ?? []
  const before = references.filter((each) => ['BLT', 'LU'].includes(each.qualifier))
  for (const { qualifier, value } of before) to.add('REF', qualifier, value)
  if (claim.claimControlNumber !== undefined) to.add('REF', 'EJ', claim.claimControlNumber)
  for (const each of references) if (!before.includes(each)) to.add('REF', each.qualifier, each.value)
  if (claim.chargeCents !== undefined) to.add('AMT', 'T3', claim.chargeCents)
  writeDays(to, claim.serviceDate, claim.serviceDateEnd)
  for (const line of claim.lines) writeLine(to, line)
  to.claim = null
}

function writeLine(to: Composer, line: StatusLine): void {
  const procedure = [line.procedureQualifier ?? 'HC', line.procedure, ...line.modifiers]
  const paid = line.paidCents
  const units = line.units === undefined ? undefined : String(line.units)
  to.add('SVC', procedure, line.chargeCents, paid, undefined, undefined, undefined, units)
  for (const status of line.statuses) writeStatus(to, status)
  if (line.lineControlNumber !== undefined) to.add('REF', 'FJ', line.lineControlNumber)
  writeDays(to, line.serviceDate, line.serviceDateEnd)
}

function writeDays(to: Composer, on: string | undefined, until: string | undefined): void {
  if (on === undefined) return
  if (until === undefined) to.add('DTP', '472', 'D8', dayToText(on))
  else to.add('DTP', '472', 'RD8', `${dayToText(on)}-${dayToText(until)}`)
}
