import { Buffer } from 'node:buffer'
import { type Finding, findingCodes } from './finding.ts'
import type { Delimiters } from './model-envelope.ts'
import type { Address, Adjustment, Contact, Name, OtherSegment } from './model-party.ts'

/** An element to write: text, parts of a composite, or nothing. */
export type Writable = string | undefined | readonly (string | undefined)[] | { repetitions: string[][] }

export const usualDelimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' }

/** Whole cents as X12 writes money: '12.5', '0', '-3'. */
export function centsToText(cents: number): string {
  if (!Number.isSafeInteger(cents)) return 'NaN'
  const rest = cents % 100
  if (rest === 0) return String(cents / 100)
  const size = rest < 0 ? -rest : rest
  const whole = (cents - rest) / 100
  const text = size % 10 === 0 ? `${whole}.${size / 10}` : size < 10 ? `${whole}.0${size}` : `${whole}.${size}`
  return cents < 0 && whole === 0 ? `-${text}` : text
}

/** '2026-01-31' to '20260131'. */
export function dayToText(day: string): string {
  if (day.length !== 10) return day.replaceAll('-', '')
  return day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10)
}

/** Puts segments together, counts them, and refuses values that would break the file. */
export class Composer {
  readonly delimiters: Delimiters
  readonly findings: Finding[] = []
  /** How many segments have been written, and how many since the last `startSet`. */
  segments = 0
  inSet = 0
  claim: string | null = null
  // Bytes and not text: characters are looked at one by one anyway, and pieces of text would be copied once more.
  #bytes = Buffer.allocUnsafe(1 << 15)
  #at = 0
  readonly #end: string
  /** Characters below 128 that would break the file, and the marks. */
  readonly #forbidden = new Uint8Array(128)

  constructor(delimiters: Delimiters, lineEnding: string) {
    this.delimiters = delimiters
    this.#end = delimiters.segment + lineEnding
    this.#forbidden.fill(1, 0, 32)
    this.#forbidden[127] = 1
    for (const mark of Object.values(delimiters))
      if (mark !== '' && mark < '\u0080') this.#forbidden[mark.charCodeAt(0)] = 1
  }

  startSet(): void {
    this.inSet = 0
  }

  add(id: string, ...elements: Writable[]): void {
    this.segments++
    this.inSet++
    let last = elements.length
    while (last > 0 && isEmpty(elements[last - 1])) last--
    let room = id.length + this.#end.length
    for (let index = 0; index < last; index++) room += 1 + sizeOf(elements[index])
    this.#makeRoom(room)
    let at = this.#copy(id, this.#at)
    for (let index = 0; index < last; index++) {
      at = this.#copy(this.delimiters.element, at)
      const value = elements[index]
      if (typeof value === 'string') at = this.#value(value, at, id, index + 1)
      else if (value !== undefined) at = this.#composite(value, at, id, index + 1)
    }
    this.#at = this.#copy(this.#end, at)
  }

  /** ISA: nothing is trimmed and nothing is looked at but its length, which the reader checks. */
  addHeader(...elements: string[]): void {
    this.segments++
    const text = elements.join(this.delimiters.element) + this.#end
    this.#makeRoom(text.length)
    this.#at = this.#copy(text, this.#at)
  }

  /** Writes a segment that had no typed place when it was read. */
  addOther({ elements }: OtherSegment): void {
    const [id = '', ...rest] = elements
    this.add(id, ...rest.map((element) => ({ repetitions: element.split('^').map((each) => each.split(':')) })))
  }

  /** What has been written since the last call. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(0, this.#at))
    this.#at = 0
    return taken
  }

  /** Room for so many characters, of up to three bytes each. */
  #makeRoom(characters: number): void {
    const needed = this.#at + characters * 3
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(needed * 2)
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }

  #copy(text: string, from: number): number {
    const bytes = this.#bytes
    let at = from
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > 127) return at + bytes.write(text.slice(index), at, 'utf8')
      bytes[at++] = code
    }
    return at
  }

  /** The same for what a caller gave, which may hold no mark. */
  #value(text: string, from: number, id: string, element: number): number {
    const bytes = this.#bytes
    const forbidden = this.#forbidden
    let at = from
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > 127) {
        if (this.#holdsMark(text.slice(index))) this.#refuse(id, element, text)
        return at + bytes.write(text.slice(index), at, 'utf8')
      }
      if (forbidden[code] === 1) this.#refuse(id, element, text)
      bytes[at++] = code
    }
    return at
  }

  #composite(value: Exclude<Writable, string | undefined>, from: number, id: string, element: number): number {
    let at = from
    if ('repetitions' in value) {
      for (const [index, each] of value.repetitions.entries()) {
        if (index > 0) at = this.#copy(this.delimiters.repetition, at)
        at = this.#composite(each, at, id, element)
      }
      return at
    }
    let waiting = 0
    for (let index = 0; index < value.length; index++) {
      const part = value[index] ?? ''
      if (part !== '') {
        for (; waiting > 0; waiting--) at = this.#copy(this.delimiters.component, at)
        at = this.#value(part, at, id, element)
      }
      waiting++
    }
    return at
  }

  #holdsMark(text: string): boolean {
    for (const character of text) {
      const code = character.charCodeAt(0)
      if (code < 128 ? this.#forbidden[code] === 1 : Object.values(this.delimiters).includes(character)) return true
    }
    return false
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

/** At most so many characters, marks between parts included. */
function sizeOf(value: Writable): number {
  if (value === undefined) return 0
  if (typeof value === 'string') return value.length
  let size = 0
  if ('repetitions' in value) for (const each of value.repetitions) size += 1 + sizeOf(each)
  else for (let index = 0; index < value.length; index++) size += 1 + (value[index]?.length ?? 0)
  return size
}

function isEmpty(value: Writable): boolean {
  if (value === undefined || value === '') return true
  if (typeof value === 'string') return false
  if ('repetitions' in value) return value.repetitions.every((each) => each.every((part) => part === ''))
  return value.every((part) => (part ?? '') === '')
}

/** NM1 with its entity code and identifier. */
export function writeName(to: Composer, entity: string, name: Name, qualifier?: string, id?: string): void {
  const kind = (id ?? '') === '' ? '' : qualifier
  if (name.kind === 'person') {
    to.add('NM1', entity, '1', name.last, name.first, name.middle, name.prefix, name.suffix, kind, id)
  } else to.add('NM1', entity, '2', name.last, '', '', '', '', kind, id)
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
  for (let from = 0; from < adjustments.length; ) {
    const group = adjustments[from]?.group
    const elements: (string | undefined)[] = [group]
    let index = from
    for (; index < adjustments.length && index < from + 6; index++) {
      const each = adjustments[index]
      if (each === undefined || each.group !== group) break
      elements.push(each.reason, centsToText(each.cents), quantityToText(each.quantity))
    }
    to.add('CAS', ...elements)
    from = index
  }
}

export function quantityToText(quantity: number | undefined): string {
  return quantity === undefined ? '' : String(quantity)
}
