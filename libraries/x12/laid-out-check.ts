import type { Composer } from './composer.ts'
import { Segment } from './segment.ts'
import { X12Reader } from './x12-reader.ts'

/**
 * Checks sets while they still lie in the composer: every check of the reader over the same segments, without taking
 * the bytes apart again. It only says whether anything is wrong; what exactly, a reader of the bytes says.
 */
export class LaidOutCheck {
  readonly #header: Uint8Array
  #reader: X12Reader | null = null
  #found = false
  #segment = new Segment()

  /** What stands before the first set: ISA and GS. */
  constructor(header: Uint8Array) {
    this.#header = header
  }

  /** Whether what was laid out since the last `take` reads without error behind the sets that passed before. */
  passes(to: Composer): boolean {
    this.#found = false
    this.#reader ??= this.#open()
    const reader = this.#reader
    this.#segment.delimiters = to.delimiters
    if (to.beyondAscii) reader.push(to.peek())
    else to.follow(this.#segment, (segment) => reader.take(segment))
    // The next set gets a reader that never saw this one.
    if (this.#found) this.#reader = null
    return !this.#found
  }

  /** The same of the trailers, with which the file ends. */
  ends(to: Composer): boolean {
    const isRight = this.passes(to)
    this.#reader?.end()
    return isRight && !this.#found
  }

  #open(): X12Reader {
    const finding = ({ severity }: { severity: string }) => {
      if (severity === 'error') this.#found = true
    }
    const reader = new X12Reader({ finding }, false, {}, true)
    reader.push(this.#header)
    return reader
  }
}
