import type { ClaimReader } from './read-claims.ts'
import type { Segment } from './segment.ts'

export type ClaimHandler = (reader: ClaimReader, segment: Segment) => void

/** Makes a handler for whatever of the reader is open; it stays silent when nothing is. */
export function whenOpen<Part extends 'claim' | 'line' | 'otherPayer' | 'adjudication' | 'named'>(
  part: Part,
  deed: (open: NonNullable<ClaimReader[Part]>, segment: Segment) => void,
): ClaimHandler {
  return (reader, segment) => {
    const open = reader[part]
    if (open !== null) deed(open as NonNullable<ClaimReader[Part]>, segment)
  }
}
