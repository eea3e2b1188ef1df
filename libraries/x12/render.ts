import { type Finding, findingCodes } from './finding.ts'
import type { Delimiters } from './model-envelope.ts'
import type { Address, Adjustment, Contact, Name, OtherSegment } from './model-party.ts'

/** An element to write: text, parts of a composite, or nothing. */
export type Writable = string | undefined | readonly (string | undefined)[] | { repetitions: string[][] }

export const usualDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' }

/** Whole cents as X12 writes money: '12.5', '0', '-3'. */
export function centsToText(cents: number): string {
  if (!Number.isSafeInteger(cents)) return 'NaN'
  const whole = Math.trunc(Math.abs(cents) / 100)
  const rest = Math.abs(cents) % 100
  const sign = cents < 0 ? '-' : ''
  if (rest === 0) return `${sign}${whole}`
  return `${sign}${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`
}

/** '2026-01-31' to '20260131'. */
export function dayToText(day: string): string {
  return day.replaceAll('-', '')
}

/** Puts segments together, counts them, and refuses values that would break the file. */
export class Composer {
  readonly delimiters: Delimiters
  readonly findings: Finding[] = []
  /** How many segments have been written, and how many since the last `startSet`. */
  segments = 0
  inSet = 0
  claim: string | null = null
  #pieces: string[] = []
  readonly #lineEnding: string
  #forbidden: RegExp

  constructor(delimiters: Delimiters, lineEnding: string) {
    this.delimiters = delimiters
    this.#lineEnding = lineEnding
    const marks = Object.values(delimiters).map((mark) => mark.replace(/[\\\]^-]/g, '\\$&'))
    this.#forbidden = new RegExp(`[${marks.join('')}\\u0000-\\u001f\\u007f]`)
  }

  startSet(): void {
    this.inSet = 0
  }

  add(id: string, ...elements: Writable[]): void {
    this.segments++
    this.inSet++
    let last = elements.length
    while (last > 0 && isEmpty(elements[last - 1])) last--
    let text = id
    for (let index = 0; index < last; index++)
      text += this.delimiters.element + this.#element(id, index + 1, elements[index])
    this.#pieces.push(text, this.delimiters.segment, this.#lineEnding)
  }

  /** ISA: nothing is trimmed and nothing is looked at but its length, which the reader checks. */
  addHeader(...elements: string[]): void {
    this.segments++
    this.#pieces.push(elements.join(this.delimiters.element), this.delimiters.segment, this.#lineEnding)
  }

  /** Writes a segment that had no typed place when it was read. */
  addOther({ elements }: OtherSegment): void {
    const [id = '', ...rest] = elements
    this.add(id, ...rest.map((element) => ({ repetitions: element.split('^').map((each) => each.split(':')) })))
  }

  /** What has been written since the last call. */
  take(): string {
    const text = this.#pieces.join('')
    this.#pieces = []
    return text
  }

  #element(id: string, element: number, value: Writable): string {
    if (value === undefined) return ''
    if (typeof value === 'string') {
      if (this.#forbidden.test(value)) this.#refuse(id, element, value)
      return value
    }
    if ('repetitions' in value) {
      return value.repetitions.map((each) => this.#element(id, element, each)).join(this.delimiters.repetition)
    }
    let last = value.length
    while (last > 0 && (value[last - 1] ?? '') === '') last--
    for (const part of value) if (part !== undefined && this.#forbidden.test(part)) this.#refuse(id, element, part)
    return value
      .slice(0, last)
      .map((part) => part ?? '')
      .join(this.delimiters.component)
  }

  #refuse(segment: string, element: number, value: string): void {
    const [level, severity, message] = findingCodes.unwritable
    this.findings.push({
      ...{ code: 'unwritable', level, severity, message, segment, element, component: null, value },
      ...{ expected: 'text without separators and control characters', difference: null, byteOffset: 0, line: 0 },
      ...{ segmentNumber: this.segments, segmentInSet: this.inSet, loop: null, claim: this.claim },
      ...{ interchangeControlNumber: null, groupControlNumber: null, transactionControlNumber: null },
    })
  }
}

function isEmpty(value: Writable): boolean {
  if (value === undefined || value === '') return true
  if (typeof value === 'string') return false
  if ('repetitions' in value) return value.repetitions.every((each) => each.every((part) => part === ''))
  return value.every((part) => (part ?? '') === '')
}

/** NM1 with its entity code and identifier. */
export function writeName(to: Composer, entity: string, name: Name, qualifier?: string, id?: string): void {
  const person = name.kind === 'person'
  to.add(
    ...(['NM1', entity, person ? '1' : '2', name.last] as const),
    ...[person ? name.first : '', person ? name.middle : '', person ? name.prefix : '', person ? name.suffix : ''],
    ...[(id ?? '') === '' ? '' : qualifier, id],
  )
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
  let row: Adjustment[] = []
  const flush = () => {
    if (row.length === 0) return
    const elements = row.flatMap((each) => [each.reason, centsToText(each.cents), quantityToText(each.quantity)])
    to.add('CAS', row[0]?.group, ...elements)
    row = []
  }
  for (const adjustment of adjustments) {
    if (row.length === 6 || (row.length > 0 && row[0]?.group !== adjustment.group)) flush()
    row.push(adjustment)
  }
  flush()
}

export function quantityToText(quantity: number | undefined): string {
  return quantity === undefined ? '' : String(quantity)
}
