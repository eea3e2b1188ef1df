import type { Composer } from './composer.ts'
import type { Delimiters } from './model-envelope.ts'
import type { Address, Adjustment, Contact, Name } from './model-party.ts'

export const usualDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' }

/** '2026-01-31' to '20260131'. */
export function dayToText(day: string): string {
  if (day.length !== 10) return day.replaceAll('-', '')
  // The days of a file are few and come again and again.
  const met = days.get(day)
  if (met !== undefined) return met
  const text = day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10)
  if (days.size > 4000) days.clear()
  days.set(day, text)
  return text
}

const days = new Map<string, string>()

/** NM1 with its entity code and identifier. */
export function writeName(to: Composer, entity: string, name: Name, qualifier?: string, id?: string): void {
  to.begin('NM1').text(entity)
  if (name.kind === 'person') {
    to.text('1').text(name.last).text(name.first).text(name.middle).text(name.prefix).text(name.suffix)
  } else to.text('2').text(name.last).skip(4)
  if (id !== undefined && id !== '') to.text(qualifier).text(id)
  to.end()
}

export function writeAddress(to: Composer, address: Address): void {
  to.add('N3', address.street, address.street2)
  to.add('N4', address.city, address.state, address.zip, address.country)
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
