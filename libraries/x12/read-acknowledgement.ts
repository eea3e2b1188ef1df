import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type { GroupAcknowledgement, SegmentError, SetAcknowledgement } from './model-acknowledgement.ts'
import type { OtherSegment } from './model-party.ts'
import { appended } from './read-party.ts'
import type { Segment } from './segment.ts'

const trigger = 'SITUATIONAL TRIGGER'

/** Loops of a 999 to what became of one functional group. */
export class AcknowledgementReader {
  #log: FindingLog
  #read: GroupAcknowledgement
  #set: SetAcknowledgement | null = null
  #error: SegmentError | null = null
  #place: Place | null = null

  constructor(log: FindingLog, start: { transactionControlNumber: string }) {
    this.#log = log
    const { transactionControlNumber } = start
    this.#read = { transactionControlNumber, functionalCode: '', groupControlNumber: '', transactions: [], status: '' }
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    switch (spec === null ? '' : segment.id) {
      case 'ST':
      case 'SE':
        break
      case 'AK1':
        this.#read.functionalCode = segment.element(1)
        this.#read.groupControlNumber = segment.element(2)
        if (segment.has(3)) this.#read.version = segment.element(3)
        break
      case 'AK2':
        this.#startSet(segment)
        break
      case 'IK3':
        this.#startError(segment)
        break
      case 'IK4':
        this.#addElement(segment)
        break
      case 'CTX':
        this.#addContext(segment)
        break
      case 'IK5':
        this.#endSet(segment)
        break
      case 'AK9':
        this.#endGroup(segment)
        break
      default:
        this.#keep(segment, spec)
    }
  }

  closed(loop: LoopSpec): void {
    if (loop.id === '2100') this.#error = null
    if (loop.id === '2000') this.#set = null
  }

  finish(): GroupAcknowledgement {
    const { counts, transactions, status } = this.#read
    if (this.#place === null) return this.#read
    if (counts !== undefined) this.#checkCounts(counts, this.#place)
    const rejected = transactions.filter((each) => each.status === 'R').length
    if (status === 'A' && rejected > 0) {
      this.#log.place('status_response', this.#place, { element: 1, value: status, expected: 'P or R' })
    }
    return this.#read
  }

  /** AK904 is at most AK903; when every set is listed, as many as are accepted. */
  #checkCounts({ received, accepted }: { received: number; accepted: number }, place: Place): void {
    const listed = this.#read.transactions
    const good = listed.filter((each) => each.status === 'A' || each.status === 'E').length
    if (listed.length > received) {
      const [value, expected] = [String(received), `at least ${listed.length}`]
      this.#log.place('acknowledged_counts', place, { element: 3, value, expected })
    } else if (accepted > received || (listed.length === received && this.#read.status !== 'R' && accepted !== good)) {
      const [value, expected] = [String(accepted), listed.length === received ? String(good) : `at most ${received}`]
      this.#log.place('acknowledged_counts', place, { element: 4, value, expected })
    }
  }

  #startSet(segment: Segment): void {
    this.#set = {
      set: segment.element(1),
      transactionControlNumber: segment.element(2),
      errors: [],
      status: '',
    }
    if (segment.has(3)) this.#set.version = segment.element(3)
    this.#read.transactions.push(this.#set)
  }

  #startError(segment: Segment): void {
    this.#error = {
      segment: segment.element(1),
      position: Number(segment.element(2)),
      code: segment.element(4),
      elements: [],
    }
    if (segment.has(3)) this.#error.loop = segment.element(3)
    this.#set?.errors.push(this.#error)
  }

  #addElement(segment: Segment): void {
    const [element = '', component = '', repetition = ''] = segment.components(1)
    this.#error?.elements.push({
      element: Number(element),
      ...(component === '' ? {} : { component: Number(component) }),
      ...(repetition === '' ? {} : { repetition: Number(repetition) }),
      ...(segment.has(2) ? { dataElement: segment.element(2) } : {}),
      code: segment.element(3),
      ...(segment.has(4) ? { value: segment.element(4) } : {}),
    })
  }

  #addContext(segment: Segment): void {
    const error = this.#error
    if (error === null) return
    const name = segment.component(1, 1)
    const element = error.elements.at(-1)
    if (element !== undefined) {
      // Behind an element stands only what triggered its rule (X231A1 2110 CTX).
      if (name !== trigger)
        this.#log.at('bad_code', segment, { element: 1, component: 1, value: name, expected: trigger })
      element.other = appended(element.other, { loop: '2110', elements: segment.canonical() })
    } else if (name === 'CLM01' && error.claim === undefined) error.claim = segment.component(1, 2)
    else error.other = appended(error.other, { loop: this.#log.loop ?? '', elements: segment.canonical() })
  }

  #endSet(segment: Segment): void {
    if (this.#set === null) return
    this.#set.status = segment.element(1)
    const codes = segment.elements().slice(2).filter(Boolean)
    if (codes.length > 0) this.#set.codes = codes
    if (this.#set.status === 'R' && this.#set.errors.length === 0 && codes.length === 0) {
      this.#log.at('status_response', segment, { element: 1, value: 'R', expected: 'an error that explains it' })
    }
  }

  #endGroup(segment: Segment): void {
    this.#place = this.#log.placeOf(segment)
    this.#read.status = segment.element(1)
    this.#read.counts = {
      included: Number(segment.element(2)),
      received: Number(segment.element(3)),
      accepted: Number(segment.element(4)),
    }
    const codes = segment.elements().slice(5).filter(Boolean)
    if (codes.length > 0) this.#read.codes = codes
  }

  #keep(segment: Segment, spec: SegmentSpec | null): void {
    const holder: { other?: OtherSegment[] | undefined } = this.#error ?? this.#read
    holder.other ??= []
    holder.other.push({ loop: spec?.loop.id ?? '', elements: segment.canonical() })
  }
}
