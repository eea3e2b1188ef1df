import type { SegmentSpec } from './loop-table.ts'
import { codeOf, type Segment } from './segment.ts'
import { setNamed } from './supported-sets.ts'

const [interest, patient, reversal, last] = [codeOf('I'), codeOf('PR'), codeOf('22'), codeOf('151')]

/** What each segment of the table adds to the sums. */
const parts = { none: 0, claim: 1, line: 2, adjustment: 3, lineAdjustment: 4, amount: 5, day: 6, period: 7 } as const

const partOf = Uint8Array.from(setNamed('835').table.segments, ({ id, loop, role }) => {
  if (id === 'CLP') return parts.claim
  if (id === 'SVC') return parts.line
  if (id === 'DTM' && loop.id === '2110') return parts.day
  if (role === '2100/DTM:232') return parts.period
  if (id === 'CAS') return loop.id === '2110' ? parts.lineAdjustment : parts.adjustment
  return id === 'AMT' && loop.id === '2100' ? parts.amount : parts.none
})

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
  #isLineOpen = false
  #isDated = false
  #hasUndated = false
  #hasPeriod = false

  take(segment: Segment, spec: SegmentSpec): void {
    const part = partOf[spec.index]
    if (part === parts.none) return
    if (part === parts.adjustment) this.#adjust(segment, false)
    else if (part === parts.lineAdjustment) this.#adjust(segment, true)
    else if (part === parts.line) {
      this.closeLine()
      this.#open = segment.cents(2) - segment.cents(3)
      this.#isLineOpen = true
      this.#isDated = false
      if (this.isReversal && (segment.cents(2) > 0 || segment.cents(3) > 0)) this.#balanced = false
    } else if (part === parts.claim) this.#begin(segment)
    else if (part === parts.day) this.#isDated ||= segment.code(1) !== last
    else if (part === parts.period) this.#hasPeriod = true
    else if (segment.code(1) === interest) this.interest += segment.cents(2)
  }

  closeLine(): void {
    if (this.#open !== 0) this.#balanced = false
    if (this.#isLineOpen && !this.#isDated) this.#hasUndated = true
    this.#isLineOpen = false
    this.#open = 0
  }

  /** Whether line, claim and patient responsibility agree, and a reversal takes back. */
  isBalanced(): boolean {
    if (this.#hasUndated && !this.#hasPeriod) return false
    if (!this.#balanced || this.paid !== this.#charged - this.#adjusted) return false
    if (this.isReversal) return this.#charged <= 0 && this.paid <= 0
    return Number.isNaN(this.#said) || this.#said === this.#owed
  }

  #begin(segment: Segment): void {
    this.name = segment.element(1)
    this.isReversal = segment.code(2) === reversal
    this.#charged = segment.cents(3)
    this.paid = segment.cents(4)
    this.#said = segment.has(5) ? segment.cents(5) : Number.NaN
    this.interest = 0
    this.#owed = 0
    this.#adjusted = 0
    this.#open = 0
    this.#balanced = true
    this.#isLineOpen = false
    this.#hasUndated = false
    this.#hasPeriod = false
  }

  #adjust(segment: Segment, ofLine: boolean): void {
    let sum = 0
    for (let element = 3; element <= segment.count; element += 3) sum += segment.cents(element)
    this.#adjusted += sum
    if (ofLine) this.#open -= sum
    if (segment.code(1) === patient) this.#owed += sum
  }
}
