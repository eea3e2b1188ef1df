import type { Composer } from './composer.ts'
import type { BillingProvider, ClaimFile, ClaimTransaction, Dependent, Subscriber } from './model-claim.ts'
import type { Written } from './model-envelope.ts'
import type { OtherSegment } from './model-party.ts'
import { dayToText, writeAddress, writeContact, writeName, writeReferences } from './render.ts'
import { writeClaim } from './write-claim.ts'
import { writeFile } from './write-envelope.ts'
import { writeOther } from './write-other.ts'

/** Writes professional claims; refuses what a payer would refuse, with the findings. HL numbers are computed. */
export function write837P(file: ClaimFile): Written {
  const sets = file.transactions.map((model) => ({ model, body: writeBatch }))
  return writeFile(file.envelope, '837P', sets)
}

/** What stands between ST and SE of an 837P. */
export function writeBatch(to: Composer, batch: ClaimTransaction): void {
  to.add(
    ...(['BHT', '0019', batch.purpose ?? '00', batch.batchReference, dayToText(batch.createdOn)] as const),
    ...[batch.createdAt.replaceAll(':', ''), batch.kind ?? 'CH'],
  )
  writeName(to, '41', batch.submitter.name, '46', batch.submitter.id)
  for (const contact of batch.submitter.contacts) writeContact(to, 'IC', contact)
  writeName(to, '40', { kind: 'organization', last: batch.receiver.name }, '46', batch.receiver.id)
  const levels = { next: 1 }
  for (const provider of batch.billingProviders) writeProvider(to, provider, levels)
}

function writeProvider(to: Composer, provider: BillingProvider, levels: { next: number }): void {
  const number = levels.next++
  to.add('HL', String(number), undefined, '20', '1')
  if (provider.taxonomy !== undefined) to.add('PRV', 'BI', 'PXC', provider.taxonomy)
  writeOther(to, provider.other, '2000A')
  writeName(to, '85', provider.name, 'XX', provider.npi)
  writeAddress(to, provider.address)
  const { kind, number: tax } = provider.taxIdentification
  to.add('REF', kind === 'employer' ? 'EI' : 'SY', tax)
  writeReferences(to, provider.references)
  for (const contact of provider.contacts ?? []) writeContact(to, 'IC', contact)
  writeOther(to, provider.other, '2010AA')
  if (provider.payTo !== undefined) {
    to.add('NM1', '87', provider.name.kind === 'person' ? '1' : '2')
    writeAddress(to, provider.payTo.address)
  }
  writeOther(to, provider.other, '2010AB')
  writeOther(to, provider.other, '2010AC')
  for (const subscriber of provider.subscribers) writeSubscriber(to, subscriber, { parent: number, levels })
}

type Level = { parent: number; levels: { next: number } }

function writeSubscriber(to: Composer, subscriber: Subscriber, { parent, levels }: Level): void {
  const number = levels.next++
  const children = subscriber.dependents.length > 0 ? '1' : '0'
  to.begin('HL').text(String(number)).text(String(parent)).text('22').text(children).end()
  to.begin('SBR').text(subscriber.responsibility).text(subscriber.relationship).text(subscriber.groupNumber)
  to.text(subscriber.groupName).text(subscriber.medicareSecondaryReason).skip(3).text(subscriber.filingCode).end()
  writeOther(to, subscriber.other, '2000B')
  writeName(to, 'IL', subscriber.name, subscriber.memberIdQualifier ?? 'MI', subscriber.memberId)
  if (subscriber.address !== undefined) writeAddress(to, subscriber.address)
  writeDemographics(to, subscriber.dateOfBirth, subscriber.sex)
  writeReferences(to, subscriber.references)
  writeOther(to, subscriber.other, '2010BA')
  const { payer } = subscriber
  writeName(to, 'PR', { kind: 'organization', last: payer.name }, payer.idQualifier ?? 'PI', payer.id)
  if (payer.address !== undefined) writeAddress(to, payer.address)
  writeReferences(to, payer.references)
  writeOther(to, subscriber.other, '2010BB')
  for (const claim of subscriber.claims) writeClaim(to, claim)
  for (const dependent of subscriber.dependents) writeDependent(to, dependent, { parent: number, levels })
}

function writeDependent(to: Composer, dependent: Dependent, { parent, levels }: Level): void {
  to.add('HL', String(levels.next++), String(parent), '23', '0')
  const patient: OtherSegment | undefined = dependent.other?.find((each) => each.elements[0] === 'PAT')
  if (patient === undefined) to.add('PAT', dependent.relationship)
  else to.addOther(patient)
  writeName(to, 'QC', dependent.name)
  writeAddress(to, dependent.address)
  writeDemographics(to, dependent.dateOfBirth, dependent.sex)
  writeReferences(to, dependent.references)
  writeOther(to, dependent.other, '2010CA')
  for (const claim of dependent.claims) writeClaim(to, claim)
}

function writeDemographics(to: Composer, dateOfBirth: string | undefined, sex: string | undefined): void {
  if (dateOfBirth === undefined && sex === undefined) return
  to.begin('DMG')
    .text('D8')
    .day(dateOfBirth ?? '')
    .text(sex)
    .end()
}
