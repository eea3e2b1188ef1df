import type { Address, Adjustment, Contact, Name, QualifiedDate, Reference } from './model-party.ts'
import { dateFrom, type Segment } from './segment.ts'

/** The name an NM1 gives. Made in one piece: objects that grow cost twice. */
export function nameIn(segment: Segment): Name {
  if (segment.element(2) === '2') return { kind: 'organization', last: segment.element(3) }
  return {
    kind: 'person',
    last: segment.element(3),
    first: textIn(segment, 4),
    middle: textIn(segment, 5),
    prefix: textIn(segment, 6),
    suffix: textIn(segment, 7),
  }
}

/** The element's text, or undefined when there is none. */
export function textIn(segment: Segment, index: number): string | undefined {
  return segment.has(index) ? segment.element(index) : undefined
}

export function emptyAddress(): Address {
  return { street: '', city: '', state: '', zip: '' }
}

/** Adds what an N3 says. */
export function addStreet(address: Address, segment: Segment): Address {
  address.street = segment.element(1)
  if (segment.has(2)) address.street2 = segment.element(2)
  return address
}

/** Adds what an N4 says. */
export function addCity(address: Address, segment: Segment): Address {
  address.city = segment.element(1)
  address.state = segment.element(2)
  address.zip = segment.element(3)
  if (segment.has(4)) address.country = segment.element(4)
  return address
}

/** The contact a PER gives. */
export function contactIn(segment: Segment): Contact {
  const contact: Contact = {}
  if (segment.has(2)) contact.name = segment.element(2)
  for (let element = 3; element <= 7; element += 2) {
    const value = segment.element(element + 1)
    if (value === '') continue
    switch (segment.element(element)) {
      case 'TE':
        contact.telephone = value
        break
      case 'EX':
        contact.extension = value
        break
      case 'EM':
        contact.email = value
        break
      case 'FX':
        contact.fax = value
        break
      case 'UR':
        contact.url = value
        break
    }
  }
  return contact
}

export function referenceIn(segment: Segment): Reference {
  return { qualifier: segment.element(1), value: segment.element(2) }
}

/** The one or two days of a DTP. */
export function daysIn(segment: Segment): { on: string; until?: string } {
  const value = segment.element(3)
  if (segment.element(2) !== 'RD8') return { on: dateFrom(value) }
  return { on: dateFrom(value.slice(0, 8)), until: dateFrom(value.slice(9)) }
}

export function qualifiedDateIn(segment: Segment): QualifiedDate {
  return { qualifier: segment.element(1), ...daysIn(segment) }
}

/** A list with the adjustments of a CAS, up to six; those without a readable amount come as NaN. */
export function withAdjustments(adjustments: Adjustment[], segment: Segment): Adjustment[] {
  const group = segment.element(1)
  let list = adjustments
  for (let element = 2; element <= segment.count; element += 3) {
    if (!segment.has(element) && !segment.has(element + 1)) continue
    const cents = segment.has(element + 1) ? segment.cents(element + 1) : Number.NaN
    const adjustment: Adjustment = { group, reason: segment.element(element), cents }
    if (segment.has(element + 2)) adjustment.quantity = Number(segment.element(element + 2))
    list = appended(list, adjustment)
  }
  return list
}

/** 'HC:90837:95' in its parts. */
export function procedureIn(
  segment: Segment,
  element: number,
): { qualifier: string; procedure: string; modifiers: string[]; description: string } {
  const composite = segment.element(element)
  const mark = segment.delimiters.component
  let modifiers: string[] = []
  let qualifier = ''
  let procedure = ''
  let description = ''
  let start = 0
  for (let part = 1; part <= 7 && start <= composite.length; part++) {
    const next = composite.indexOf(mark, start)
    const end = next === -1 ? composite.length : next
    const text = composite.slice(start, end)
    start = end + 1
    if (part === 1) qualifier = text
    else if (part === 2) procedure = text
    else if (part === 7) description = text
    else if (text !== '') modifiers = appended(modifiers, text)
  }
  return { qualifier, procedure, modifiers, description }
}

/** A quantity; 1 when absent. */
export function unitsIn(segment: Segment, element: number): number {
  return segment.has(element) ? Number(segment.element(element)) : 1
}

/** A list with one more. The first item makes a new list of just that size: most lists stay at one. */
export function appended<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined || list.length === 0) return [item]
  list.push(item)
  return list
}
