import { Buffer } from 'node:buffer'
import { centsToText, putCents } from './cents-to-text.ts'
import { type Finding, unwritable } from './finding.ts'
import { KnownAmounts } from './known-amounts.ts'
import type { Delimiters } from './model-envelope.ts'
import { keyOf, type Segment } from './segment.ts'

/**
 * Segments to bytes, element by element: `begin`, then `text`, `part`, `cents`, `day` and `skip`, then `end`. Refuses
 * values that would break the file. Empty elements and parts at the end are left out.
 */
export class SegmentWriter {
  readonly delimiters: Delimiters
  readonly findings: Finding[] = []
  /** How many segments have been written, and how many of them in the set that is open. */
  segments = 0
  inSet = 0
  /** The claim that findings name. */
  claim: string | null = null
  /** Whether anything beyond ASCII was written since the last `take`. */
  beyondAscii = false
  // Bytes and not text: characters are looked at one by one anyway, and pieces of text would be copied once more.
  #bytes = Buffer.allocUnsafe(1 << 15)
  #at = 0
  /** For each segment since the last `take`: how many elements, where each part begins, and where the next would. */
  #marks = new Int32Array(1 << 13)
  #marked = 0
  /** The names of those segments. */
  #ids: string[] = []
  #segmentsHere = 0
  /** Of the segment that is open: where its marks begin, its elements so far, and marks that wait for a value. */
  #head = 0
  #count = 0
  #waiting = 0
  #parts = 0
  readonly #known = new KnownAmounts()
  readonly #mark: number
  /** The terminator and what stands behind it. */
  readonly #end: Uint8Array
  readonly #odd: boolean
  /** Characters below 128 that would break the file, and the marks. */
  readonly #forbidden = new Uint8Array(128)

  constructor(delimiters: Delimiters, lineEnding: string) {
    const marks = Object.values(delimiters)
    this.delimiters = delimiters
    this.#mark = delimiters.element.charCodeAt(0)
    this.#end = Buffer.from(delimiters.segment + lineEnding)
    this.#odd = delimiters.element.length !== 1 || marks.some((mark) => mark > '\u007f')
    this.beyondAscii = this.#odd
    this.#forbidden.fill(1, 0, 32)
    this.#forbidden[127] = 1
    for (const mark of marks) if (mark !== '' && mark < '\u0080') this.#forbidden[mark.charCodeAt(0)] = 1
  }

  begin(id: string): this {
    this.segments++
    this.inSet++
    this.#ids[this.#segmentsHere++] = id
    if (this.#marked + 64 > this.#marks.length) this.#makeMarks(64)
    this.#makeRoom(id.length)
    this.#head = this.#marked
    this.#marks[this.#marked + 1] = this.#at
    this.#marked += 2
    this.#count = 0
    this.#waiting = 0
    const bytes = this.#bytes
    let at = this.#at
    for (let index = 0; index < id.length; index++) bytes[at++] = id.charCodeAt(index)
    this.#at = at
    return this
  }

  /** The next element, or the first part of it. */
  text(value: string | undefined): this {
    this.#waiting++
    this.#parts = 0
    if (value !== undefined && value !== '') {
      this.#separate(value.length)
      this.#put(value)
    }
    return this
  }

  /** One more part of the same element. */
  part(value: string | undefined): this {
    this.#parts++
    if (value !== undefined && value !== '') {
      this.#separate(value.length + this.#parts)
      for (; this.#parts > 0; this.#parts--) this.#copy(this.delimiters.component)
      this.#put(value)
    }
    return this
  }

  /** One more repetition of the same element; its first part follows. */
  repeat(): this {
    this.#separate(1)
    if (this.delimiters.repetition === '') this.refuse(this.#count, 'a repetition')
    this.#copy(this.delimiters.repetition)
    this.#parts = -1
    return this
  }

  /** The next element as X12 writes money: '12.5', '0', '-3'. */
  cents(value: number | undefined): this {
    this.#waiting++
    if (value === undefined) return this
    this.#separate(20)
    const whole = value | 0
    if (whole === value) {
      this.#known.add(this.#at, whole)
      this.#at = putCents(this.#bytes, this.#at, whole)
    } else this.#copy(centsToText(value))
    return this
  }

  /** The next element as X12 writes a day: '20260131' for '2026-01-31'. */
  day(value: string): this {
    if (value.length !== 10) return this.text(value.replaceAll('-', ''))
    this.#waiting++
    this.#separate(10)
    const bytes = this.#bytes
    let at = this.#at
    for (let index = 0; index < 10; index++) {
      const code = value.charCodeAt(index)
      const isMark = index === 4 || index === 7
      // What is no day is written as it came: the check of the segment says so.
      if (isMark ? code !== 45 : code < 48 || code > 57) {
        this.#put(value)
        return this
      }
      if (!isMark) bytes[at++] = code
    }
    this.#at = at
    return this
  }

  /** Leaves elements empty. */
  skip(count = 1): this {
    this.#waiting += count
    return this
  }

  end(): void {
    this.#marks[this.#head] = this.#count
    this.#marks[this.#marked++] = this.#at + 1
    this.#close()
  }

  /** Writes elements as they are: nothing is looked at and nothing left out. */
  header(elements: string[]): void {
    this.segments++
    const text = elements.join(this.delimiters.element)
    this.#makeRoom(text.length)
    this.#copy(text)
    this.#close()
  }

  /** What has been written since the last `take`, as long as nothing more is written. */
  peek(): Uint8Array {
    return this.#bytes.subarray(0, this.#at)
  }

  /** What has been written since the last call. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.peek())
    this.#at = 0
    this.#marked = 0
    this.#known.clear()
    this.#segmentsHere = 0
    this.beyondAscii = this.#odd
    return taken
  }

  /**
   * Lays a finger on each segment since the last `take`, as a reader would find it. Only for plain ASCII: elements are
   * cut out of the bytes as they are.
   */
  follow(segment: Segment, told: (segment: Segment) => void): void {
    const marks = this.#marks
    segment.known = this.#known
    segment.lay(this.#bytes.toString('latin1', 0, this.#at), this.#bytes)
    let at = 0
    for (let which = 0; which < this.#segmentsHere; which++) {
      const count = marks[at++] as number
      while (segment.starts.length < count + 2) segment.grow()
      const { starts } = segment
      for (let index = 0; index <= count + 1; index++) starts[index] = marks[at++] as number
      segment.count = count
      segment.id = this.#ids[which] as string
      segment.key = keyOf(segment.id)
      told(segment)
    }
  }

  #close(): void {
    const bytes = this.#bytes
    const end = this.#end
    for (let index = 0; index < end.length; index++) bytes[this.#at++] = end[index] as number
  }

  /** Writes the marks before an element that is not empty; room for its characters. */
  #separate(characters: number): void {
    const waiting = this.#waiting
    // Beyond the first elements there may be any number.
    if (waiting + this.#count > 30) this.#makeMarks(waiting + 64)
    this.#makeRoom(characters + waiting)
    const bytes = this.#bytes
    const marks = this.#marks
    let at = this.#at
    let marked = this.#marked
    for (let index = 0; index < waiting; index++) {
      bytes[at++] = this.#mark
      marks[marked++] = at
    }
    this.#at = at
    this.#marked = marked
    this.#count += waiting
    this.#waiting = 0
  }

  /** Room for so many characters, of up to three bytes each, and for the end of the segment. */
  #makeRoom(characters: number): void {
    const needed = this.#at + characters * 3 + 16
    if (needed <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(needed * 2)
    this.#bytes.copy(larger, 0, 0, this.#at)
    this.#bytes = larger
  }

  #makeMarks(count: number): void {
    if (this.#marked + count <= this.#marks.length) return
    const larger = new Int32Array((this.#marked + count) * 2)
    larger.set(this.#marks)
    this.#marks = larger
  }

  #copy(text: string): void {
    const bytes = this.#bytes
    let at = this.#at
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > 127) {
        at = this.#encode(text.slice(index), at)
        break
      }
      bytes[at++] = code
    }
    this.#at = at
  }

  /** The same for what a caller gave, which may hold no mark. */
  #put(text: string): void {
    const bytes = this.#bytes
    const forbidden = this.#forbidden
    let at = this.#at
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code > 127 || forbidden[code] === 1) {
        if (this.#holdsMark(text.slice(index))) this.refuse(this.#count, text)
        at = this.#encode(text.slice(index), at)
        break
      }
      bytes[at++] = code
    }
    this.#at = at
  }

  #encode(text: string, at: number): number {
    this.beyondAscii = true
    return at + this.#bytes.write(text, at, 'utf8')
  }

  #holdsMark(text: string): boolean {
    for (const character of text) {
      const code = character.charCodeAt(0)
      if (code < 128 ? this.#forbidden[code] === 1 : Object.values(this.delimiters).includes(character)) return true
    }
    return false
  }

  /** Says that a value cannot be written. */
  protected refuse(element: number | null, value: string): void {
    const place = { segment: this.#ids[this.#segmentsHere - 1] ?? '', element, value, claim: this.claim }
    this.findings.push(unwritable({ ...place, segmentNumber: this.segments, segmentInSet: this.inSet }))
  }
}
