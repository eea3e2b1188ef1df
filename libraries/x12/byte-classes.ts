import type { Delimiters } from './model-envelope.ts'

/** What a byte means to the first layer; the values are bits, so that a segment's odd bytes can be gathered. */
export const ordinary = 0
export const terminates = 1
const separates = 2
const control = 3
const high = 4

/** What each byte means under the marks of the interchange that is open. */
export class ByteClasses {
  readonly of = new Uint8Array(256)
  /** The longest run of bytes that mean nothing to the reader: most bytes are in it, and one comparison tells. */
  plainFrom = 0
  plainTo = 0

  take(delimiters: Delimiters): void {
    const classes = this.of
    classes.fill(ordinary)
    classes.fill(control, 0, 32)
    classes[127] = control
    classes.fill(high, 128)
    classes[delimiters.component.charCodeAt(0)] = ordinary
    if (delimiters.repetition !== '') classes[delimiters.repetition.charCodeAt(0)] = ordinary
    classes[delimiters.element.charCodeAt(0)] = separates
    classes[delimiters.segment.charCodeAt(0)] = terminates
    this.#findPlain()
  }

  #findPlain(): void {
    this.plainFrom = 0
    this.plainTo = 0
    for (let from = 0; from < 256; ) {
      let to = from
      while (to < 256 && this.of[to] === ordinary) to++
      if (to - from > this.plainTo - this.plainFrom) {
        this.plainFrom = from
        this.plainTo = to
      }
      from = to + 1
    }
  }
}
