import type { FindingLog } from './finding-log.ts'
import type { SegmentSpec } from './loop-table.ts'
import { dateFrom, type Segment, timeFrom } from './segment.ts'

const money = 'M'
const number = /^-?(\d+(\.\d*)?|\.\d+)$/

/** Both or neither: the elements that X12 pairs. */
const pairs: Record<string, [number, number][]> = {
  NM1: [[8, 9]],
  N1: [[3, 4]],
  PER: [
    [3, 4],
    [5, 6],
    [7, 8],
  ],
  BPR: [
    [6, 7],
    [12, 13],
  ],
  DMG: [[1, 2]],
  PAT: [[5, 6]],
  PLB: [
    [5, 6],
    [7, 8],
    [9, 10],
    [11, 12],
    [13, 14],
  ],
}

/** Checks the elements of one segment against its place in the table: there, of their kind, and of the codes allowed. */
export function checkElements(log: FindingLog, segment: Segment, spec: SegmentSpec): void {
  checkKinds(log, segment, spec)
  for (const rule of spec.elements) {
    const { element } = rule
    if (!segment.has(element)) {
      if (rule.required) log.at('missing_element', segment, { element })
    } else if (rule.codes !== null && element !== spec.qualifiedBy) {
      const composite = spec.types[element]?.kind === 'C'
      if (rule.component === 1 && rule.numbers.has(composite ? segment.firstCode(element) : segment.code(element)))
        continue
      const value = composite ? segment.component(element, rule.component) : segment.element(element)
      if (rule.codes.has(value)) continue
      const expected = [...rule.codes].join(', ')
      log.at('bad_code', segment, { element, value, expected, ...(composite ? { component: rule.component } : {}) })
    }
  }
  if (segment.id === 'CAS') checkAdjustments(log, segment)
  const paired = pairs[segment.id]
  if (paired !== undefined) {
    for (const [one, other] of paired) {
      if (segment.has(one) === segment.has(other)) continue
      log.at('incomplete_pair', segment, { element: segment.has(one) ? other : one })
    }
  }
}

function checkKinds(log: FindingLog, segment: Segment, spec: SegmentSpec): void {
  const { types } = spec
  for (let element = 1; element <= segment.count; element++) {
    const length = segment.length(element)
    if (length === 0) continue
    const type = types[element]
    if (type === undefined || type === null) {
      if (types.length > 0) log.at('too_many_elements', segment, { element, expected: String(types.length - 1) })
      return
    }
    if (type.kind === money) {
      if (Number.isNaN(segment.cents(element)))
        report(log, 'bad_amount', segment, element, 'dollars and cents, such as 12.5')
    } else if (type.kind === 'R') {
      const value = segment.element(element)
      if (!number.test(value)) report(log, 'bad_number', segment, element, 'a decimal number')
    } else if (type.kind === 'N') {
      const value = segment.element(element)
      if (!/^-?\d+$/.test(value)) report(log, 'bad_number', segment, element, 'a whole number')
    } else if (type.kind === 'D') {
      if (!segment.isDate(element)) report(log, 'bad_date', segment, element, 'a day as CCYYMMDD')
    } else if (type.kind === 'T') {
      if (timeFrom(segment.element(element)) === '') report(log, 'bad_time', segment, element, 'a time as HHMM')
    } else if (type.kind === 'F') checkFormed(log, segment, element)
    if (length > type.greatest) report(log, 'too_long', segment, element, `at most ${type.greatest}`)
    else if (length < type.least && type.kind !== 'D' && type.kind !== 'T') {
      report(log, 'too_short', segment, element, `at least ${type.least}`)
    }
  }
}

/** A date or range whose form the element before it names: D8, RD8. */
function checkFormed(log: FindingLog, segment: Segment, element: number): void {
  const form = segment.element(element - 1)
  const value = segment.element(element)
  if (form === 'D8' && dateFrom(value) === '') report(log, 'bad_date', segment, element, 'a day as CCYYMMDD')
  if (form === 'RD8') {
    const from = dateFrom(value.slice(0, 8))
    const until = dateFrom(value.slice(9))
    if (from === '' || until === '' || value[8] !== '-' || until < from) {
      report(log, 'bad_date', segment, element, 'two days as CCYYMMDD-CCYYMMDD')
    }
  }
}

function checkAdjustments(log: FindingLog, segment: Segment): void {
  for (let element = 2; element <= segment.count; element += 3) {
    const reason = segment.has(element)
    const amount = segment.has(element + 1)
    if (element > 2 && reason !== amount) {
      log.at('incomplete_adjustment', segment, { element: reason ? element + 1 : element })
    }
    if (!reason && segment.has(element + 2)) log.at('incomplete_adjustment', segment, { element })
    if (amount && segment.cents(element + 1) === 0) log.at('zero_adjustment', segment, { element: element + 1 })
  }
}

function report(
  log: FindingLog,
  code: 'bad_amount' | 'bad_number' | 'bad_date' | 'bad_time' | 'too_long' | 'too_short',
  segment: Segment,
  element: number,
  expected: string,
): void {
  log.at(code, segment, { element, value: segment.element(element), expected })
}
