import { Buffer } from 'node:buffer'
import { centsIn } from './cents-in.ts'
import type { KnownAmounts } from './known-amounts.ts'
import type { Delimiters } from './model-envelope.ts'

/**
 * One segment under the reader's finger. The same object is moved from segment to segment, so keep what you need of
 * it, not it. Elements are cut out of the text only when asked for.
 */
export class Segment {
  /** 'CLP', 'NM1', …; and the same as one number, for quick tables. */
  id = ''
  key = 0
  /** Whether the name is one a segment may have: two or three capitals and digits. */
  named = true
  /** How many elements stand after the name. */
  count = 0
  byteOffset = 0
  line = 1
  number = 0
  /** ST is 1; 0 outside a transaction set. */
  numberInSet = 0
  delimiters: Delimiters = { element: '*', repetition: '^', component: ':', segment: '~' }
  /** Bytes beyond ASCII that were no UTF-8. */
  latin1 = false
  /** Line ends that were taken out from inside the segment. */
  wrapped = false
  /** The first element with a control character in it, or 0. */
  controlIn = 0

  text = ''
  /** The same in bytes, for numbers and codes; what is beyond ASCII matches nothing there. */
  bytes: Uint8Array = Buffer.alloc(0)
  /** The piece of the file, byte for byte, and where in it lie what stands before the segment and the segment. */
  piece = ''
  beforeAt = 0
  startAt = 0
  endAt = 0
  starts = new Int32Array(64)

  /** Amounts that need not be read, when the segment is being written. */
  known: KnownAmounts | null = null
  /** Amounts are asked for by the checks, the balances and the types: each is read once, in the text it stands in. */
  #parsed = ''
  #parsedAt = new Int32Array(32).fill(-1)
  #cents = new Float64Array(32)

  /** The element's text; '' when it is absent. `element(1)` is CLP01. */
  element(index: number): string {
    if (index > this.count) return ''
    return this.text.slice(this.starts[index], (this.starts[index + 1] as number) - 1)
  }

  length(index: number): number {
    return index > this.count ? 0 : (this.starts[index + 1] as number) - 1 - (this.starts[index] as number)
  }

  has(index: number): boolean {
    return index <= this.count && (this.starts[index + 1] as number) - 1 > (this.starts[index] as number)
  }

  /** A code of up to four characters as one number, without cutting it out; -1 when it is longer. */
  code(index: number): number {
    if (index > this.count) return 0
    return codeIn(this.bytes, this.starts[index] as number, (this.starts[index + 1] as number) - 1)
  }

  /** The same of the first part of a composite element. */
  firstCode(index: number): number {
    if (index > this.count) return 0
    const start = this.starts[index] as number
    const end = (this.starts[index + 1] as number) - 1
    const mark = this.delimiters.component.charCodeAt(0)
    let at = start
    while (at < end && this.bytes[at] !== mark) at++
    return codeIn(this.bytes, start, at)
  }

  /** A part of a composite element; `component(1, 2)` is SVC01-2. */
  component(index: number, part: number): string {
    return componentOf(this.element(index), this.delimiters.component, part)
  }

  components(index: number): string[] {
    const element = this.element(index)
    return element === '' ? [] : element.split(this.delimiters.component)
  }

  /** The repetitions of an element that may be repeated. */
  repetitions(index: number): string[] {
    const element = this.element(index)
    if (element === '') return []
    return this.delimiters.repetition === '' ? [element] : element.split(this.delimiters.repetition)
  }

  /** Whole cents; 0 when absent and NaN when it is no amount: digits, at most two decimals, perhaps a minus. */
  cents(index: number): number {
    if (index > this.count) return 0
    const start = this.starts[index] as number
    if (this.known !== null) {
      const known = this.known.at(start)
      if (!Number.isNaN(known)) return known
    }
    if (this.#parsed !== this.text) {
      this.#parsed = this.text
      this.#parsedAt.fill(-1)
    }
    if (this.#parsedAt[index] === start) return this.#cents[index] as number
    const cents = centsIn(this.bytes, start, (this.starts[index + 1] as number) - 1)
    this.#parsedAt[index] = start
    this.#cents[index] = cents
    return cents
  }

  /** 'YYYY-MM-DD', or '' when the eight digits are no day of the calendar. */
  date(index: number): string {
    return dateFrom(this.element(index))
  }

  /** Whether the element is a day of the calendar as CCYYMMDD, without cutting it out. */
  isDate(index: number): boolean {
    return this.length(index) === 8 && isDay(numberIn(this.bytes, this.starts[index] as number))
  }

  /** Whether the element is digits, perhaps with a minus and, for a decimal, with one point. */
  isNumber(index: number, decimal: boolean): boolean {
    const end = (this.starts[index + 1] as number) - 1
    let at = this.starts[index] as number
    if (this.bytes[at] === 45) at++
    let digits = 0
    let points = decimal ? 0 : 1
    for (; at < end; at++) {
      const code = this.bytes[at] as number
      if (code === 46 && points === 0) points++
      else if (code >= 48 && code <= 57) digits++
      else return false
    }
    return digits > 0
  }

  /** Whether the element is nothing but digits. */
  isDigits(index: number): boolean {
    const end = (this.starts[index + 1] as number) - 1
    for (let at = this.starts[index] as number; at < end; at++) {
      const code = this.bytes[at] as number
      if (code < 48 || code > 57) return false
    }
    return true
  }

  /** The segment as it stands in the file, without its terminator and without line ends inside. */
  raw(): string {
    return this.text.slice(this.starts[0], (this.starts[this.count + 1] as number) - 1)
  }

  /** What stands between the segment before and this one, byte for byte as Latin-1: line ends and blanks. */
  before(): string {
    return this.piece.slice(this.beforeAt, this.startAt)
  }

  /** The segment byte for byte as Latin-1, with line ends inside, without its terminator. */
  original(): string {
    return this.piece.slice(this.startAt, this.endAt)
  }

  elements(): string[] {
    const all: string[] = []
    for (let index = 0; index <= this.count; index++) all.push(this.element(index))
    return all
  }

  /** Elements with ':' between components and '^' between repetitions, whatever the file uses. */
  canonical(): string[] {
    const { component, repetition } = this.delimiters
    const elements = this.elements()
    if (component === ':' && (repetition === '^' || repetition === '')) return elements
    return elements.map((element) => {
      const parted = element.replaceAll(component, ':')
      return repetition === '' ? parted : parted.replaceAll(repetition, '^')
    })
  }

  /** Lays the finger on a segment given as text; the element separator is that of `delimiters`. */
  setText(text: string): void {
    const separator = this.delimiters.element
    this.text = text
    this.starts[0] = 0
    let count = 0
    for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, at + 1)) {
      count++
      if (count + 2 > this.starts.length) this.grow()
      this.starts[count] = at + 1
    }
    this.starts[count + 1] = text.length + 1
    this.count = count
    // By code units, as the starts count them.
    this.bytes = Uint8Array.from(text.split(''), (character) => Math.min(character.charCodeAt(0), 255))
  }

  /** Lays the finger on a piece of a file, given as text and as bytes; `starts` says where in it. */
  lay(text: string, bytes: Uint8Array): void {
    this.text = text
    this.bytes = bytes
  }

  grow(): void {
    const larger = new Int32Array(this.starts.length * 2)
    larger.set(this.starts)
    this.starts = larger
  }
}

/** A code of up to four ASCII characters as one number; -1 for anything longer. */
export function codeOf(text: string): number {
  return codeIn(Buffer.from(text), 0, text.length)
}

function codeIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 4) return -1
  let code = 0
  for (let at = start; at < end; at++) {
    const character = bytes[at] as number
    if (character > 127) return -1
    code = (code << 7) | character
  }
  return code
}

/** The nth part of a composite, counted from 1; '' when there is none. */
export function componentOf(element: string, separator: string, part: number): string {
  let start = 0
  for (let at = 1; at < part; at++) {
    const next = element.indexOf(separator, start)
    if (next === -1) return ''
    start = next + 1
  }
  const end = element.indexOf(separator, start)
  return end === -1 ? element.slice(start) : element.slice(start, end)
}

/** '20260131' to '2026-01-31'; '' when it is no day of the calendar. */
export function dateFrom(text: string): string {
  if (text.length !== 8) return ''
  let number = 0
  for (let at = 0; at < 8; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return ''
    number = number * 10 + digit
  }
  if (!isDay(number)) return ''
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
}

/** The number in eight digits; NaN when there are others among them. */
function numberIn(bytes: Uint8Array, start: number): number {
  let number = 0
  for (let at = start; at < start + 8; at++) {
    const digit = (bytes[at] as number) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

/** Whether a number is a day of the calendar as CCYYMMDD. */
function isDay(number: number): boolean {
  const day = number % 100
  return day >= 1 && day <= daysIn(Math.trunc(number / 10_000), Math.trunc(number / 100) % 100)
}

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** '1005' to '10:05', '100559' to '10:05:59'; '' when it is no time of day. */
export function timeFrom(text: string): string {
  if (!/^\d{4}(\d{2}(\d{1,2})?)?$/.test(text)) return ''
  const [hours = '', minutes = '', seconds = '', ...rest] = text.match(/\d{1,2}/g) ?? []
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return ''
  return [hours, minutes, ...(seconds === '' ? [] : [seconds]), ...rest].join(':')
}

/** The number by which the tables know a segment: its two or three characters in one. */
export function keyOf(id: string): number {
  return id.length === 3
    ? (id.charCodeAt(0) << 16) | (id.charCodeAt(1) << 8) | id.charCodeAt(2)
    : id.length === 2
      ? (id.charCodeAt(0) << 8) | id.charCodeAt(1)
      : 0
}
