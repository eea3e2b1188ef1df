import type { SegmentSpec } from './loop-table.ts'
import type { Segment } from './segment.ts'

/**
 * The amounts of one claim of an 835, added up from its segments as they come. Tells whether the claim balances
 * without making anything of it; what exactly is wrong, `checkClaimPayment` says.
 */
export class ClaimSums {
  name = ''
  isReversal = false
  paid = 0
  interest = 0
  #charged = 0
  /** What the claim says the patient owes, and NaN when it says nothing. */
  #said = Number.NaN
  #owed = 0
  #adjusted = 0
  /** Of the line that is open: its charge less its adjustments less what was paid. */
  #open = 0
  #balanced = true

  take(segment: Segment, spec: SegmentSpec): void {
    switch (spec.id) {
      case 'CLP':
        this.#begin(segment)
        break
      case 'SVC':
        this.closeLine()
        this.#open = segment.cents(2) - segment.cents(3)
        break
      case 'CAS':
        this.#adjust(segment, spec.loop.id === '2110')
        break
      case 'AMT':
        if (segment.element(1) === 'I') this.interest += segment.cents(2)
        break
    }
  }

  closeLine(): void {
    if (this.#open !== 0) this.#balanced = false
    this.#open = 0
  }

  /** Whether line, claim and patient responsibility agree, and a reversal takes back. */
  isBalanced(): boolean {
    if (!this.#balanced || this.paid !== this.#charged - this.#adjusted) return false
    if (this.isReversal) return this.#charged <= 0 && this.paid <= 0
    return Number.isNaN(this.#said) || this.#said === this.#owed
  }

  #begin(segment: Segment): void {
    this.name = segment.element(1)
    this.isReversal = segment.element(2) === '22'
    this.#charged = segment.cents(3)
    this.paid = segment.cents(4)
    this.#said = segment.has(5) ? segment.cents(5) : Number.NaN
    this.interest = 0
    this.#owed = 0
    this.#adjusted = 0
    this.#open = 0
    this.#balanced = true
  }

  #adjust(segment: Segment, ofLine: boolean): void {
    let sum = 0
    for (let element = 3; element <= segment.count; element += 3) sum += segment.cents(element)
    this.#adjusted += sum
    if (ofLine) this.#open -= sum
    if (segment.element(1) === 'PR') this.#owed += sum
  }
}
