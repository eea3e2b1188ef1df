import { Buffer } from 'node:buffer'
import { ByteClasses, ordinary, terminates } from './byte-classes.ts'
import { findIsa, readIsa } from './isa.ts'
import { countLineFeeds, decode, hasControl, isAlphanumeric } from './odd-text.ts'
import { Segment } from './segment.ts'
import { keyOfBytes, SegmentNames } from './segment-names.ts'

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

const largestPiece = 1 << 15
const usualSegment = 1 << 12
const longestSegment = 1 << 18

/** Bytes to segments, whatever the pieces they come in. Push the pieces, then say `end`. */
export class SegmentReader {
  /** After `end`: what stands behind the last segment, byte for byte as Latin-1. */
  after = ''
  #sink: SegmentSink
  #segment = new Segment()
  #inside = false
  #sawIsa = false
  /** Bytes that wait for more, at the front of a buffer that is used again for every piece. */
  #work = Buffer.alloc(0)
  #held = 0
  #base = 0
  #line = 1
  #classes = new ByteClasses()
  #names = new SegmentNames()
  #junk: { byteOffset: number; line: number; text: string } | null = null
  /** What was passed over outside interchanges, for handing the file back byte for byte. */
  #skipped = ''
  /** Set while the last piece is being read: nothing more will come. */
  #ending = false

  constructor(sink: SegmentSink) {
    this.#sink = sink
    this.#segment.starts = new Int32Array(usualSegment)
  }

  push(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; at += largestPiece) this.#read(piece.subarray(at, at + largestPiece))
  }

  end(): void {
    this.#ending = true
    this.#read(new Uint8Array(0))
    const rest = this.#work.toString('latin1', 0, this.#held)
    this.after = this.#skipped + rest
    if (this.#inside && rest !== '') this.#leaveRest(rest)
    this.#reportJunk()
    if (!this.#sawIsa) this.#sink.notice('no_interchange', { byteOffset: 0, line: 1 }, null)
  }

  #read(piece: Uint8Array): void {
    const data = this.#joined(piece)
    const text = data.toString('latin1')
    let at = 0
    for (;;) {
      const next = this.#inside ? this.#next(data, text, at) : this.#seek(data, text, at)
      if (next === -1) break
      at = next
    }
    this.#held = data.copy(this.#work, 0, this.#stopped)
    this.#base += this.#stopped
  }

  /** What was held back and the piece behind it. */
  #joined(piece: Uint8Array): Buffer {
    const length = this.#held + piece.length
    if (length > this.#work.length) {
      const larger = Buffer.allocUnsafe(Math.max(length * 2, 4096))
      this.#work.copy(larger, 0, 0, this.#held)
      this.#work = larger
    }
    this.#work.set(piece, this.#held)
    return this.#work.subarray(0, length)
  }

  /** Where reading stopped for want of bytes. */
  #stopped = 0

  #wait(at: number): -1 {
    this.#stopped = at
    return -1
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
    this.#classes.take(isa.delimiters)
    this.#segment.delimiters = isa.delimiters
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
    this.#names.give(segment, 'ISA')
    this.#line += countLineFeeds(text, at, isa.end)
    this.#inside = true
    this.#sink.segment(segment)
    return isa.end
  }

  /** The segments of an open interchange, until it ends, another begins, or the bytes run out. */
  #next(data: Buffer, text: string, from: number): number {
    const { of: classes, plainFrom, plainTo } = this.#classes
    const segment = this.#segment
    const mark = segment.delimiters.element.charCodeAt(0)
    const terminator = segment.delimiters.segment.charCodeAt(0)
    segment.lay(text, data)
    segment.piece = text
    // As many places as bytes that are looked at: no segment can have more elements, and nothing need be counted.
    const starts = segment.starts
    const length = data.length
    let before = from
    while (this.#inside) {
      const start = this.#passBlanks(data, before)
      if (start >= length) return this.#wait(before)
      if (data[start] === 73 && this.#mayBeIsa(data, text, start)) return this.#reopen(text, start, before)
      const stop = Math.min(length, start + starts.length - 2)
      let at = start
      let count = 0
      let odd = ordinary
      starts[0] = at
      for (; at < stop; at++) {
        const code = data[at] as number
        if (code < plainTo && code >= plainFrom) continue
        if (code === mark) {
          count++
          starts[count] = at + 1
        } else if (code === terminator) break
        else odd |= classes[code] as number
      }
      if (at === stop) {
        if (stop === length) return this.#wait(before)
        if (starts.length < longestSegment) {
          segment.grow()
          return before
        }
      }
      starts[count + 1] = at + 1
      segment.count = count
      segment.beforeAt = before
      segment.startAt = start
      segment.endAt = at
      this.#countLines(data, before, start)
      this.#emit(data, start, at, odd)
      if (odd !== ordinary) segment.lay(text, data)
      before = at < stop ? at + 1 : at
    }
    return before
  }

  /** Where the next segment begins: line ends and blanks before it are passed over. */
  #passBlanks(data: Buffer, from: number): number {
    let at = from
    for (; at < data.length; at++) {
      const code = data[at] as number
      if (code > 32) break
      if (code === 10 || code === 13) continue
      if ((code !== 32 && code !== 9) || this.#classes.of[code] === terminates) break
    }
    return at
  }

  #countLines(data: Buffer, from: number, to: number): void {
    for (let at = from; at < to; at++) if (data[at] === 10) this.#line++
  }

  #mayBeIsa(data: Buffer, text: string, at: number): boolean {
    if (at + 4 > data.length && !this.#ending) return true
    return text.startsWith('ISA', at) && !isAlphanumeric(data[at + 3] ?? 65)
  }

  /** Another ISA without an IEA before it, as far as the bytes tell yet. */
  #reopen(text: string, at: number, before: number): number {
    if ((at + 4 > text.length || readIsa(text, at, this.#ending) === 'more') && !this.#ending) return this.#wait(before)
    this.#line += countLineFeeds(text, before, at)
    return this.#open(text, at, before)
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
    const size = (segment.starts[1] as number) - 1 - start
    let key = 0
    if (odd !== ordinary) this.#clean(data, start, end)
    else if (size === 2 || size === 3) key = keyOfBytes(data, start, size)
    if (data[end] === 10) this.#line++
    if (!this.#names.recall(segment, key)) this.#names.give(segment, segment.element(0))
    if (segment.id === 'IEA') this.#inside = false
    this.#sink.segment(segment)
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
  #leaveRest(all: string): void {
    const text = all.trim()
    const before = all.length - all.trimStart().length
    const place = { byteOffset: this.#base + before, line: this.#line + countLineFeeds(all, 0, before) }
    if (text === '') return
    this.#sink.notice('truncated', place, text.slice(0, 40))
  }
}
