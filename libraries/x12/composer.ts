import type { OtherSegment } from './model-party.ts'
import { interned } from './odd-text.ts'
import { SegmentWriter } from './segment-writer.ts'

/** An element to write: text, money in whole cents, parts, repetitions, or nothing. A number is always money. */
type Writable = string | number | undefined | readonly (string | undefined)[] | { repeated: string[] }

/** Puts whole segments together. */
export class Composer extends SegmentWriter {
  startSet(): void {
    this.inSet = 0
  }

  /** A whole segment; empty elements at its end are left out. */
  add(id: string, ...elements: Writable[]): void {
    this.begin(id)
    for (const value of elements) {
      if (typeof value === 'number') this.cents(value)
      else if (typeof value !== 'object') this.text(value)
      else if ('repeated' in value) this.#repeated(value.repeated)
      else this.parts(value)
    }
    this.end()
  }

  /** An element of several parts. */
  parts(parts: readonly (string | undefined)[]): this {
    this.text(parts[0])
    for (let index = 1; index < parts.length; index++) this.part(parts[index])
    return this
  }

  #repeated([first, ...further]: string[]): void {
    this.text(first)
    for (const each of further) this.repeat().part(each)
  }

  /** Writes a segment that had no typed place when it was read: ':' between its parts, '^' between repetitions. */
  addOther({ elements }: OtherSegment): void {
    const [id = '', ...rest] = elements
    const hasRepetitions = this.delimiters.repetition !== ''
    this.begin(interned(id))
    for (const element of rest) {
      const [first = '', ...further] = hasRepetitions ? element.split('^') : [element]
      this.parts(first.split(':'))
      for (const each of further) {
        this.repeat()
        for (const part of each.split(':')) this.part(part)
      }
    }
    this.end()
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id)) this.refuse(null, id)
  }
}
