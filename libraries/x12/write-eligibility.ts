import type { Composer } from './composer.ts'
import type {
  Benefit,
  EligibilityFile,
  EligibilityMember,
  EligibilityMessage,
  Inquiry,
  Rejection,
} from './model-eligibility.ts'
import type { Written } from './model-envelope.ts'
import { dayToText, writeAddress, writeContact, writeName } from './render.ts'
import { writeFile } from './write-envelope.ts'
import { writeOther } from './write-other.ts'

/** Writes eligibility inquiries. */
export function write270(file: EligibilityFile): Written {
  return write(file, '270')
}

/** Writes the answers to eligibility inquiries. */
export function write271(file: EligibilityFile): Written {
  return write(file, '271')
}

function write(file: EligibilityFile, set: '270' | '271'): Written {
  const sets = file.transactions.map((model) => ({ model, body: writeEligibility }))
  return writeFile(file.envelope, set, sets)
}

/** What stands between ST and SE of a 270 or 271. */
export function writeEligibility(to: Composer, message: EligibilityMessage): void {
  const header = message.other?.find((each) => each.elements[0] === 'BHT')
  const { purpose, reference, createdOn, createdAt } = message
  if (header === undefined)
    to.add('BHT', '0022', purpose, reference, dayToText(createdOn), createdAt.replaceAll(':', ''))
  else to.addOther(header)
  const levels = { next: 1 }
  for (const payer of message.payers) {
    const payerLevel = String(levels.next++)
    to.add('HL', payerLevel, undefined, '20', payer.providers.length > 0 ? '1' : '0')
    writeName(to, payer.entity, payer.name, payer.idQualifier, payer.id)
    for (const contact of payer.contacts ?? []) writeContact(to, 'IC', contact)
    writeRejections(to, payer.rejections)
    for (const provider of payer.providers) {
      const providerLevel = String(levels.next++)
      to.add('HL', providerLevel, payerLevel, '21', provider.subscribers.length > 0 ? '1' : '0')
      writeName(to, provider.entity, provider.name, provider.idQualifier, provider.id)
      for (const { qualifier, value } of provider.references ?? []) to.add('REF', qualifier, value)
      writeOther(to, provider.other, '2100B', (id) => id !== 'PRV')
      writeRejections(to, provider.rejections)
      writeOther(to, provider.other, '2100B', (id) => id === 'PRV')
      for (const subscriber of provider.subscribers)
        writeMember(to, subscriber, { parent: providerLevel, levels, entity: 'IL' })
    }
  }
}

type Level = { parent: string; levels: { next: number }; entity: 'IL' | '03' }

function writeMember(to: Composer, member: EligibilityMember, { parent, levels, entity }: Level): void {
  const number = String(levels.next++)
  const loop = entity === 'IL' ? 'C' : 'D'
  to.add('HL', number, parent, entity === 'IL' ? '22' : '23', member.dependents.length > 0 ? '1' : '0')
  for (const trace of member.traces) to.add('TRN', trace.kind, trace.number, trace.originator, trace.supplement)
  writeName(to, entity, member.name, member.memberIdQualifier ?? 'MI', member.memberId)
  for (const { qualifier, value } of member.references ?? []) to.add('REF', qualifier, value)
  if (member.address !== undefined) writeAddress(to, member.address)
  writeRejections(to, member.rejections)
  writeOther(to, member.other, `2100${loop}`, (id) => id === 'PRV')
  if (member.dateOfBirth !== undefined || member.sex !== undefined) {
    const day = member.dateOfBirth
    to.add('DMG', day === undefined ? undefined : 'D8', day === undefined ? undefined : dayToText(day), member.sex)
  }
  if (member.relationship !== undefined) to.add('INS', entity === 'IL' ? 'Y' : 'N', member.relationship)
  writeOther(to, member.other, `2100${loop}`, (id) => id === 'INS' || id === 'HI')
  writeDates(to, member.dates)
  writeOther(to, member.other, `2100${loop}`, (id) => id === 'MPI')
  for (const inquiry of member.inquiries) writeInquiry(to, inquiry)
  for (const benefit of member.benefits) writeBenefit(to, benefit)
  for (const dependent of member.dependents) writeMember(to, dependent, { parent: number, levels, entity: '03' })
}

function writeInquiry(to: Composer, inquiry: Inquiry): void {
  const procedure =
    inquiry.procedure === undefined ? undefined : ['HC', inquiry.procedure, ...(inquiry.modifiers ?? [])]
  to.add('EQ', { repeated: inquiry.serviceTypes }, procedure, inquiry.coverageLevel)
  for (const each of inquiry.other ?? []) to.addOther(each)
}

function writeBenefit(to: Composer, benefit: Benefit): void {
  const procedure =
    benefit.procedure === undefined ? undefined : ['HC', benefit.procedure, ...(benefit.modifiers ?? [])]
  const { cents, basisPoints, quantity } = benefit
  to.add(
    ...(['EB', benefit.information, benefit.coverageLevel, { repeated: benefit.serviceTypes }] as const),
    ...([benefit.insuranceType, benefit.plan, benefit.period] as const),
    ...([cents, share(basisPoints)] as const),
    ...([benefit.quantityQualifier, quantity === undefined ? undefined : String(quantity)] as const),
    ...([benefit.authorization, benefit.inNetwork, procedure] as const),
  )
  const inOrder = (ids: string[]) => {
    for (const each of benefit.other ?? []) if (ids.includes(each.elements[0] ?? '')) to.addOther(each)
  }
  inOrder(['HSD'])
  for (const { qualifier, value } of benefit.references ?? []) to.add('REF', qualifier, value)
  writeDates(to, benefit.dates)
  writeRejections(to, benefit.rejections ?? [])
  for (const message of benefit.messages ?? []) to.add('MSG', message)
  inOrder(['III', 'LS', 'NM1', 'N3', 'N4', 'PER', 'PRV', 'LE'])
}

/** 2000 basis points as '.2': X12 wants no needless zeros. */
function share(basisPoints: number | undefined): string | undefined {
  return basisPoints === undefined ? undefined : String(basisPoints / 10_000).replace(/^0\./, '.')
}

function writeDates(to: Composer, dates: EligibilityMember['dates']): void {
  for (const { qualifier, on, until } of dates ?? []) {
    if (until === undefined) to.add('DTP', qualifier, 'D8', dayToText(on))
    else to.add('DTP', qualifier, 'RD8', `${dayToText(on)}-${dayToText(until)}`)
  }
}

function writeRejections(to: Composer, rejections: Rejection[]): void {
  for (const { valid, reason, followUp } of rejections) to.add('AAA', valid, undefined, reason, followUp)
}
