import type { Composer } from './composer.ts'
import type { Delimiters } from './model-envelope.ts'
import type { Address, Adjustment, Amount, Contact, Name, Reference } from './model-party.ts'

export const usualDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' }

/** '2026-01-31' to '20260131'. */
export function dayToText(day: string): string {
  if (day.length !== 10 || day[4] !== '-' || day[7] !== '-') return day.replaceAll('-', '')
  return day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10)
}

/** NM1 with its entity code and identifier. */
export function writeName(to: Composer, entity: string, name: Name, qualifier?: string, id?: string): void {
  to.begin('NM1').text(entity)
  if (name.kind === 'person') {
    to.text('1').text(name.last).text(name.first).text(name.middle).text(name.prefix).text(name.suffix)
  } else to.text('2').text(name.last).skip(4)
  if (id !== undefined && id !== '') to.text(qualifier).text(id)
  to.end()
}

export function writeAddress(to: Composer, { street, street2, city, state, zip, country }: Address): void {
  to.begin('N3').text(street).text(street2).end()
  to.begin('N4').text(city).text(state).text(zip).text(country).end()
}

export function writeReference(to: Composer, qualifier: string, value: string | undefined): void {
  if (value !== undefined) to.begin('REF').text(qualifier).text(value).end()
}

export function writeReferences(to: Composer, references: readonly Reference[] | undefined): void {
  if (references === undefined) return
  for (const { qualifier, value } of references) writeReference(to, qualifier, value)
}

export function writeAmounts(to: Composer, amounts: readonly Amount[] | undefined): void {
  if (amounts === undefined) return
  for (const { qualifier, cents } of amounts) to.begin('AMT').text(qualifier).cents(cents).end()
}

/** DTP with one day, or with the first and the last. */
export function writeDays(to: Composer, qualifier: string, on: string, until: string | undefined): void {
  to.begin('DTP').text(qualifier)
  if (until === undefined) to.text('D8').day(on)
  else to.text('RD8').text(`${dayToText(on)}-${dayToText(until)}`)
  to.end()
}

export function writeContact(to: Composer, code: string, contact: Contact): void {
  const numbers: [string, string | undefined][] = [
    ['TE', contact.telephone],
    ['EX', contact.extension],
    ['EM', contact.email],
    ['FX', contact.fax],
    ['UR', contact.url],
  ]
  const given = numbers.filter(([, value]) => (value ?? '') !== '').slice(0, 3)
  to.add('PER', code, contact.name, ...given.flat())
}

/** CAS segments: one per group as they follow each other, six adjustments in each. */
export function writeAdjustments(to: Composer, adjustments: Adjustment[]): void {
  let group: string | null = null
  let inSegment = 0
  for (const each of adjustments) {
    if (each.group !== group || inSegment === 6) {
      if (group !== null) to.end()
      group = each.group
      inSegment = 0
      to.begin('CAS').text(group)
    }
    to.text(each.reason).cents(each.cents).text(quantityToText(each.quantity))
    inSegment++
  }
  if (group !== null) to.end()
}

export function quantityToText(quantity: number | undefined): string {
  return quantity === undefined ? '' : quantity === 1 ? '1' : String(quantity)
}
