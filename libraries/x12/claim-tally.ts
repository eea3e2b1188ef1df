import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import { codeOf, type Segment } from './segment.ts'
import { setNamed } from './supported-sets.ts'

type Task = (tally: ClaimTally, segment: Segment) => void

const codes = { self: codeOf('18'), first: codeOf('P'), partA: codeOf('MA'), partB: codeOf('MB'), icd9: codeOf('BK') }

/** What each segment of an 837P adds to the tally. What is unusual is not tallied: somebody has to look closely. */
const tasks: Record<string, Task> = {
  '2010AA/NM1:85': (tally, segment) => tally.suspect(!segment.has(9)),
  '2010AA/N3': (tally, segment) => {
    tally.street = segment.element(1)
    tally.suspect(/\bBOX\b/i.test(`${tally.street} ${segment.element(2)}`))
  },
  '2000B/HL:22': (tally) => tally.openSubscriber(),
  '2000B/SBR': (tally, segment) => {
    tally.isSelf = segment.code(2) === codes.self
    const payer = segment.code(9)
    const isMedicare = payer === codes.partA || payer === codes.partB
    tally.suspect(segment.has(5) || (isMedicare && segment.code(1) !== codes.first))
  },
  '2010BA/N3': (tally, segment) => tally.addDetail(segment.has(1)),
  '2010BA/N4': (tally, segment) => tally.addDetail(segment.has(1)),
  '2010BA/DMG': (tally, segment) => {
    tally.addDetail(true)
    tally.born = segment.element(2)
  },
  '2000C/HL:23': (tally) => tally.openDependent(),
  '2010CA/DMG': (tally, segment) => {
    tally.born = segment.element(2)
  },
  '2300/CLM': (tally, segment) => tally.openClaim(segment),
  '2300/REF:F8': (tally, segment) => {
    tally.original = segment.has(2) ? 'given' : 'empty'
  },
  '2300/HI:ABK': (tally, segment) => tally.takeDiagnoses(segment),
  '2310C/N3': (tally, segment) => tally.suspect(segment.element(1) === tally.street),
  '2320/SBR': (tally) => tally.suspect(true),
  '2400/LX': (tally, segment) => tally.openLine(segment),
  '2400/SV1': (tally, segment) => tally.takeService(segment),
  '2400/DTP:472': (tally, segment) => tally.takeDay(segment),
  '2400/REF:6R': (tally, segment) => tally.takeControl(segment.element(2)),
  '2430/SVD': (tally) => tally.suspect(true),
}

const tasksOf: (Task | null)[] = setNamed('837P').table.segments.map(({ role }) => tasks[role] ?? null)

/**
 * Goes over the claims of an 837P and tells whether any of them is to be looked at closely, without making anything of
 * them. It may be too careful but never too trusting; what exactly is wrong, if anything, `checkClaim` says.
 */
export class ClaimTally {
  street = ''
  isSelf = false
  born = ''
  original: 'none' | 'empty' | 'given' = 'none'
  readonly #log: FindingLog
  #place: Place | null = null
  #isSuspect = false
  #details = 0
  #charged = 0
  #diagnoses = 0
  #frequency = ''
  #lines = 0
  #controls: string[] = []
  #controlCount = 0

  constructor(log: FindingLog) {
    this.#log = log
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    const task = spec === null ? null : (tasksOf[spec.index] as Task | null)
    if (task === null) return
    task(this, segment)
    if (this.#isSuspect) this.#tell(segment)
  }

  closed(loop: LoopSpec): void {
    if (loop.id === '2010BA' && this.isSelf && this.#details < 3) this.#isSuspect = true
    if (loop.id === '2300') this.#closeClaim()
  }

  suspect(isSo: boolean): void {
    if (isSo) this.#isSuspect = true
  }

  /** One of street, city and birth of the subscriber. */
  addDetail(isGiven: boolean): void {
    if (isGiven) this.#details++
  }

  openSubscriber(): void {
    this.isSelf = false
    this.#details = 0
    this.born = ''
  }

  openDependent(): void {
    this.suspect(this.isSelf)
    // The patient of the claims that follow: they stand under one who is not the subscriber, as they should.
    this.isSelf = true
    this.#details = 3
    this.born = ''
  }

  openClaim(segment: Segment): void {
    this.suspect(!this.isSelf)
    this.#place = this.#log.placeOf(segment)
    this.#charged = segment.cents(2)
    this.#frequency = segment.component(5, 3)
    this.#diagnoses = 0
    this.#lines = 0
    this.#controlCount = 0
    this.original = 'none'
  }

  takeDiagnoses(segment: Segment): void {
    this.#diagnoses = 0
    for (let element = 1; element <= segment.count; element++) if (segment.has(element)) this.#diagnoses++
    this.suspect(segment.firstCode(1) === codes.icd9)
  }

  openLine(segment: Segment): void {
    this.#lines++
    this.suspect(segment.element(1) !== String(this.#lines))
  }

  takeService(segment: Segment): void {
    this.#charged -= segment.cents(2)
    const { bytes } = segment
    const mark = segment.delimiters.component.charCodeAt(0)
    const start = segment.starts[7] as number
    const length = segment.length(7)
    // '1', '1:2', up to four, each of one digit; anything else is unusual.
    this.suspect(length % 2 === 0 || length > 7)
    for (let at = 0; at < length; at++) {
      const code = bytes[start + at] as number
      if (at % 2 === 1) this.suspect(code !== mark)
      else this.suspect(code < 49 || code > 57 || code - 48 > this.#diagnoses)
    }
  }

  takeDay(segment: Segment): void {
    const day = segment.element(3).slice(0, 8)
    this.suspect(day < '20151001' || day < this.born)
  }

  takeControl(control: string): void {
    for (let index = 0; index < this.#controlCount; index++) this.suspect(this.#controls[index] === control)
    this.#controls[this.#controlCount++] = control
  }

  #closeClaim(): void {
    const isFirst = this.#frequency === '1' && this.original === 'none'
    const isAgain = (this.#frequency === '7' || this.#frequency === '8') && this.original === 'given'
    if (this.#charged !== 0 || !(isFirst || isAgain)) this.#isSuspect = true
    if (this.#isSuspect && this.#place !== null) this.#report(this.#place)
  }

  #tell(segment: Segment): void {
    this.#report(this.#log.placeOf(segment))
  }

  #report(place: Place): void {
    this.#isSuspect = false
    this.#log.place('claim_charge', place)
  }
}
