import { type Finding, type FindingCode, findingCodes, type Place, type Severity } from './finding.ts'
import type { Segment } from './segment.ts'

export type FindingDetails = {
  element?: number
  component?: number
  value?: string | null
  expected?: string | null
  difference?: number
  message?: string
  severity?: Severity
  /** Another segment than the one at the place, such as the one that is missing there. */
  segment?: string
  loop?: string | null
}

/** Gathers findings, and knows which interchange, group, set, loop and claim is being read. */
export class FindingLog {
  interchangeControlNumber: string | null = null
  groupControlNumber: string | null = null
  transactionControlNumber: string | null = null
  loop: string | null = null
  claim: string | null = null
  /** The day on which the file was made, as 'YYYYMMDD'; '' when it does not say. */
  madeOn = ''
  /** How many errors so far. */
  errors = 0
  #listener: (finding: Finding) => void
  #silenced = new Set<FindingCode>()

  constructor(listener: (finding: Finding) => void) {
    this.#listener = listener
  }

  /** Says a thing once per file and then no more. */
  once(code: FindingCode, at: Segment, details: FindingDetails = {}): void {
    if (this.#silenced.has(code)) return
    this.#silenced.add(code)
    this.at(code, at, details)
  }

  /** A finding about the segment under the finger. */
  at(code: FindingCode, segment: Segment, details: FindingDetails = {}): void {
    this.place(code, this.placeOf(segment), details)
  }

  place(code: FindingCode, place: Place, details: FindingDetails = {}): void {
    const [level, usual, words] = findingCodes[code]
    const severity = details.severity ?? usual
    if (severity === 'error') this.errors++
    this.#listener({
      code,
      level,
      severity,
      byteOffset: place.byteOffset,
      line: place.line,
      segmentNumber: place.segmentNumber,
      segmentInSet: place.segmentInSet,
      segment: details.segment ?? place.segment,
      loop: details.loop === undefined ? place.loop : details.loop,
      claim: place.claim,
      element: details.element ?? null,
      component: details.component ?? null,
      value: details.value ?? null,
      expected: details.expected ?? null,
      message: details.message ?? words,
      difference: details.difference ?? null,
      interchangeControlNumber: this.interchangeControlNumber,
      groupControlNumber: this.groupControlNumber,
      transactionControlNumber: this.transactionControlNumber,
    })
  }

  /** Remembers where the finger lies, for a finding that can only be made later. */
  placeOf(segment: Segment): Place {
    return {
      byteOffset: segment.byteOffset,
      line: segment.line,
      segmentNumber: segment.number,
      segmentInSet: segment.numberInSet === 0 ? null : segment.numberInSet,
      segment: segment.id,
      loop: this.loop,
      claim: this.claim,
    }
  }
}
