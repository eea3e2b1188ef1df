import { Buffer } from 'node:buffer'
import type { Delimiters } from './model-envelope.ts'
import { SegmentReader } from './segment-reader.ts'

/** One segment by itself: its elements from the name on, and what is needed to give it back byte for byte. */
export type RawSegment = {
  id: string
  /** `elements[1]` is CLP01. */
  elements: string[]
  delimiters: Delimiters
  byteOffset: number
  line: number
  /** Line ends and blanks before it, as Latin-1. */
  before: string
  /** As it stands in the file, as Latin-1, when it cannot be made again from its elements: wrapped or not UTF-8. */
  original: string | null
}

/** The first layer alone: the segments of a file in pieces of any size, and what stands behind the last one. */
export function segmentsIn(pieces: Iterable<Uint8Array>): { segments: RawSegment[]; after: string } {
  const segments: RawSegment[] = []
  const reader = new SegmentReader({
    segment: (segment) => {
      const { id, delimiters, byteOffset, line } = segment
      const original = segment.wrapped || segment.latin1 ? segment.original() : null
      segments.push({
        id,
        elements: segment.elements(),
        delimiters,
        byteOffset,
        line,
        before: segment.before(),
        original,
      })
    },
    notice: () => {},
  })
  for (const piece of pieces) reader.push(piece)
  reader.end()
  return { segments, after: reader.after }
}

/** The bytes of segments as they were read: what `segmentsIn` took apart, put together again. */
export function joinSegments({ segments, after }: { segments: RawSegment[]; after: string }): Uint8Array {
  const pieces = segments.map(({ elements, delimiters, before, original }) => {
    const text = original ?? Buffer.from(elements.join(delimiters.element), 'utf8').toString('latin1')
    return before + text + delimiters.segment
  })
  return new Uint8Array(Buffer.from(pieces.join('') + after, 'latin1'))
}
