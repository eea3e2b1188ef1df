import { Buffer } from 'node:buffer'
import { findIsa, type IsaFound, readIsa } from './isa.ts'
import { countLineFeeds, decode, hasControl, interned, isAlphanumeric } from './odd-text.ts'
import { keyOf, Segment } from './segment.ts'

/** What the first layer hands on: segments in order, and what it saw between and around them. */
export type SegmentSink = {
  segment(segment: Segment): void
  notice(kind: Notice, place: { byteOffset: number; line: number }, value: string | null): void
}

export type Notice =
  | 'no_interchange'
  | 'bad_isa'
  | 'bad_delimiters'
  | 'junk'
  | 'byte_order_mark'
  | 'truncated'
  | 'empty_segment'

const ordinary = 0
const terminates = 1
const separates = 2
const control = 3
const high = 4
const largestPiece = 1 << 16
const longestSegment = 1 << 18

/** Bytes to segments, whatever the pieces they come in. Push the pieces, then say `end`. */
export class SegmentReader {
  /** After `end`: what stands behind the last segment, byte for byte as Latin-1. */
  after = ''
  #sink: SegmentSink
  #segment = new Segment()
  #inside = false
  #sawIsa = false
  #rest: Uint8Array = new Uint8Array(0)
  #base = 0
  #line = 1
  #classes = new Uint8Array(256)
  #ids = new Map<number, string>()
  #junk: { byteOffset: number; line: number; text: string } | null = null
  /** What was passed over outside interchanges, for handing the file back byte for byte. */
  #skipped = ''
  /** Set while the last piece is being read: nothing more will come. */
  #ending = false

  constructor(sink: SegmentSink) {
    this.#sink = sink
  }

  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; at += largestPiece) this.#read(piece.subarray(at, at + largestPiece))
  }

  end(): void {
    this.#ending = true
    this.#read(new Uint8Array(0))
    this.after = this.#skipped + Buffer.from(this.#rest).toString('latin1')
    if (this.#inside && this.#rest.length > 0) this.#leaveRest()
    this.#reportJunk()
    if (!this.#sawIsa) this.#sink.notice('no_interchange', { byteOffset: 0, line: 1 }, null)
  }

  #read(piece: Uint8Array): void {
    const data =
      this.#rest.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([this.#rest, piece])
    const text = data.toString('latin1')
    let at = 0
    for (;;) {
      const next = this.#inside ? this.#next(data, text, at) : this.#seek(data, text, at)
      if (next === -1) break
      at = next
    }
    at = this.#stopped
    this.#rest = Buffer.from(data.subarray(at))
    this.#base += at
  }

  /** Where reading stopped for want of bytes. */
  #stopped = 0

  #wait(at: number): -1 {
    this.#stopped = at
    return -1
  }

  #waitAt(at: number, line: number): -1 {
    this.#line = line
    return this.#wait(at)
  }

  /** Outside an interchange: to the next ISA, gathering what stands before it. */
  #seek(data: Buffer, text: string, at: number): number {
    let from = at
    if (this.#base + at === 0 && data.length >= at + 3 && data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) {
      this.#sink.notice('byte_order_mark', { byteOffset: 0, line: 1 }, null)
      from = at + 3
    } else if (this.#base + at === 0 && data.length < 3 && data[0] === 0xef && !this.#ending) return this.#wait(at)
    const found = findIsa(text, from, this.#ending)
    this.#skip(text, from, found.at)
    if (found.kind === 'more' || readIsa(text, found.at, this.#ending) === 'more') {
      this.#skipped += text.slice(at, found.at)
      return this.#wait(found.at)
    }
    return this.#open(text, found.at, at)
  }

  #skip(text: string, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at)
      if (code === 10) this.#line++
      if (code > 32 && this.#junk === null) {
        this.#junk = { byteOffset: this.#base + at, line: this.#line, text: '' }
      }
      if (this.#junk !== null && this.#junk.text.length < 40) this.#junk.text += text[at]
    }
  }

  #reportJunk(): void {
    if (this.#junk === null) return
    const { text, ...place } = this.#junk
    this.#sink.notice('junk', place, text.trim())
    this.#junk = null
  }

  /** An ISA stands at `at`: takes its marks and hands it on. */
  #open(text: string, at: number, from: number): number {
    const isa = readIsa(text, at, this.#ending)
    if (isa === 'more') return this.#wait(at)
    this.#reportJunk()
    this.#sawIsa = true
    const place = { byteOffset: this.#base + at, line: this.#line }
    if (isa === 'unreadable') {
      this.#sink.notice('bad_isa', place, text.slice(at, at + 20))
      this.#inside = false
      this.#skip(text, at, at + 3)
      this.#skipped += text.slice(from, at + 3)
      return at + 3
    }
    this.#take(isa)
    if (!isa.wellFormed) this.#sink.notice('bad_isa', place, String(isa.length))
    if (!isa.distinct) this.#sink.notice('bad_delimiters', place, Object.values(isa.delimiters).join(''))
    const segment = this.#segment
    segment.byteOffset = place.byteOffset
    segment.line = place.line
    segment.wrapped = isa.wrapped
    segment.setText(isa.text)
    segment.piece = this.#skipped + text.slice(from, isa.end)
    segment.beforeAt = 0
    segment.startAt = this.#skipped.length + at - from
    segment.endAt = segment.piece.length - 1
    this.#skipped = ''
    this.#name(segment, 'ISA')
    this.#line += countLineFeeds(text, at, isa.end)
    this.#inside = true
    this.#sink.segment(segment)
    return isa.end
  }

  #take(isa: IsaFound): void {
    const classes = this.#classes
    classes.fill(ordinary)
    classes.fill(control, 0, 32)
    classes[127] = control
    classes.fill(high, 128)
    classes[isa.delimiters.component.charCodeAt(0)] = ordinary
    if (isa.delimiters.repetition !== '') classes[isa.delimiters.repetition.charCodeAt(0)] = ordinary
    classes[isa.delimiters.element.charCodeAt(0)] = separates
    classes[isa.delimiters.segment.charCodeAt(0)] = terminates
    this.#segment.delimiters = isa.delimiters
  }

  /** The next segment of an open interchange. */
  #next(data: Buffer, text: string, from: number): number {
    const classes = this.#classes
    const length = data.length
    const lineBefore = this.#line
    let at = from
    for (; at < length; at++) {
      const code = data[at] as number
      if (code === 10) this.#line++
      else if (code !== 32 && code !== 13 && code !== 9) break
      if (classes[code] === terminates && code !== 10 && code !== 13) break
    }
    if (at >= length) return this.#waitAt(from, lineBefore)
    if (data[at] === 73) {
      if (at + 4 > length && !this.#ending) return this.#waitAt(from, lineBefore)
      if (text.startsWith('ISA', at) && !isAlphanumeric(data[at + 3] ?? 65)) {
        const partly = readIsa(text, at, this.#ending) === 'more'
        return partly ? this.#waitAt(from, lineBefore) : this.#open(text, at, from)
      }
    }
    const segment = this.#segment
    const start = at
    let count = 0
    let odd = ordinary
    let starts = segment.starts
    starts[0] = at
    const stop = Math.min(length, start + longestSegment)
    for (; at < stop; at++) {
      const kind = classes[data[at] as number] as number
      if (kind === ordinary) continue
      if (kind === separates) {
        count++
        if (count + 2 > starts.length) {
          segment.grow()
          starts = segment.starts
        }
        starts[count] = at + 1
      } else if (kind === terminates) break
      else odd |= kind
    }
    if (at === length && stop < start + longestSegment) return this.#waitAt(from, lineBefore)
    const terminated = at < stop
    starts[count + 1] = at + 1
    segment.count = count
    segment.text = text
    segment.piece = text
    segment.beforeAt = from
    segment.startAt = start
    segment.endAt = at
    this.#emit(data, start, at, odd)
    return terminated ? at + 1 : at
  }

  #emit(data: Buffer, start: number, end: number, odd: number): void {
    const segment = this.#segment
    segment.byteOffset = this.#base + start
    segment.line = this.#line
    segment.wrapped = false
    segment.latin1 = false
    segment.controlIn = 0
    if (start === end) {
      this.#sink.notice('empty_segment', { byteOffset: segment.byteOffset, line: segment.line }, null)
      return
    }
    if (odd !== ordinary) this.#clean(data, start, end)
    if (data[end] === 10) this.#line++
    const first = segment.starts[0] as number
    const size = (segment.starts[1] as number) - 1 - first
    const text = segment.text
    let key = 0
    if (size === 3)
      key = (text.charCodeAt(first) << 16) | (text.charCodeAt(first + 1) << 8) | text.charCodeAt(first + 2)
    else if (size === 2) key = (text.charCodeAt(first) << 8) | text.charCodeAt(first + 1)
    const known = key === 0 ? undefined : this.#ids.get(key)
    if (known !== undefined) {
      segment.id = known
      segment.key = key
      segment.named = true
    } else this.#name(segment, text.slice(first, first + size))
    if (segment.id === 'IEA') this.#inside = false
    this.#sink.segment(segment)
  }

  #name(segment: Segment, id: string): void {
    segment.id = interned(id.length > 12 ? id.slice(0, 12) : id)
    segment.key = keyOf(id)
    segment.named = /^[A-Z][A-Z0-9]{1,2}$/.test(id)
    if (segment.named) this.#ids.set(segment.key, segment.id)
  }

  /** The rare way: line ends inside the segment are taken out, text beyond ASCII is decoded. */
  #clean(data: Buffer, start: number, end: number): void {
    const segment = this.#segment
    const bytes = data.subarray(start, end)
    const decoded = decode(bytes)
    segment.latin1 = decoded === null
    const text = decoded ?? bytes.toString('latin1')
    const joined = text.replace(/[\r\n]+/g, '')
    if (joined.length !== text.length) {
      segment.wrapped = true
      this.#line += countLineFeeds(text, 0, text.length)
    }
    segment.setText(joined)
    for (let index = 0; index <= segment.count; index++) {
      if (hasControl(segment.element(index), segment.delimiters.component + segment.delimiters.repetition)) {
        segment.controlIn = index === 0 ? 1 : index
        break
      }
    }
  }

  /** The file ended without a terminator: what is left is handed on, and named. */
  #leaveRest(): void {
    const data = Buffer.from(this.#rest)
    const all = data.toString('latin1')
    const text = all.trim()
    const before = all.length - all.trimStart().length
    const place = { byteOffset: this.#base + before, line: this.#line + countLineFeeds(all, 0, before) }
    this.#rest = new Uint8Array(0)
    if (text === '') return
    this.#sink.notice('truncated', place, text.slice(0, 40))
  }
}
