import type { ElementPlan, ElementRule } from './element-rule.ts'
import type { FindingLog } from './finding-log.ts'
import type { SegmentSpec } from './loop-table.ts'
import { codeOf, dateFrom, type Segment, timeFrom } from './segment.ts'

const [day, range] = [codeOf('D8'), codeOf('RD8')]

/** Checks the elements of one segment against its place in the table: there, of their kind, and of the codes allowed. */
export function checkElements(log: FindingLog, segment: Segment, spec: SegmentSpec): void {
  const { plans } = spec
  const { starts, count } = segment
  const last = Math.max(Math.min(count, plans.length - 1), spec.lastRequired)
  for (let element = 1; element <= last; element++) {
    const plan = plans[element] as ElementPlan
    const length = element > count ? 0 : (starts[element + 1] as number) - (starts[element] as number) - 1
    if (length === 0) {
      if (plan.required) log.at('missing_element', segment, { element })
      continue
    }
    if (plan.checked) checkKind(log, segment, element, plan.kind)
    if (length > plan.greatest) report(log, 'too_long', segment, element, `at most ${plan.greatest}`)
    else if (length < plan.least) report(log, 'too_short', segment, element, `at least ${plan.least}`)
    if (plan.codes !== null) checkCode(log, segment, element, plan, plan.codes)
  }
  if (segment.count >= plans.length && plans.length > 0) checkCount(log, segment, plans.length)
  if (spec.linked) checkLinks(log, segment, spec)
}

function checkLinks(log: FindingLog, segment: Segment, spec: SegmentSpec): void {
  if (spec.parts.length > 0) checkParts(log, segment, spec.parts)
  if (spec.id === 'CAS') checkAdjustments(log, segment)
  const { either } = spec
  if (either !== null && !segment.has(either[0]) && !segment.has(either[1])) {
    log.at('missing_element', segment, { element: either[0] })
  }
  checkPairs(log, segment, spec)
}

function checkPairs(log: FindingLog, segment: Segment, { pairs, needs }: SegmentSpec): void {
  for (const [one, other] of pairs) {
    if (segment.has(one) === segment.has(other)) continue
    log.at('incomplete_pair', segment, { element: segment.has(one) ? other : one })
  }
  for (const [one, other] of needs) {
    if (segment.has(one) && !segment.has(other)) log.at('incomplete_pair', segment, { element: other })
  }
}

function checkCode(
  log: FindingLog,
  segment: Segment,
  element: number,
  plan: ElementPlan,
  codes: ReadonlySet<string>,
): void {
  const composite = plan.kind === 'C'
  const code = composite ? segment.firstCode(element) : segment.code(element)
  const { numbers } = plan
  for (let index = 0; index < numbers.length; index++) if (numbers[index] === code && code !== -1) return
  const value = composite ? segment.component(element, 1) : segment.element(element)
  if (codes.has(value)) return
  if (codes.size === 0) {
    log.at('unused_element', segment, { element, value, expected: 'nothing' })
    return
  }
  const expected = [...codes].join(', ')
  log.at('bad_code', segment, { element, value, expected, ...(composite ? { component: 1 } : {}) })
}

function checkCount(log: FindingLog, segment: Segment, end: number): void {
  for (let element = end; element <= segment.count; element++) {
    if (!segment.has(element)) continue
    log.at('too_many_elements', segment, { element, expected: String(end - 1) })
    return
  }
}

function checkParts(log: FindingLog, segment: Segment, parts: ElementRule[]): void {
  for (const { element, component, codes, required } of parts) {
    if (!segment.has(element)) continue
    const value = segment.component(element, component)
    if (value === '' && !required) continue
    if (value === '') log.at('missing_element', segment, { element, component })
    else if (codes?.has(value) === false) {
      log.at('bad_code', segment, { element, component, value, expected: [...codes].join(', ') })
    }
  }
}

function checkKind(log: FindingLog, segment: Segment, element: number, kind: string): void {
  switch (kind) {
    case 'M':
      if (Number.isNaN(segment.cents(element)))
        report(log, 'bad_amount', segment, element, 'dollars and cents, such as 12.5')
      break
    case 'R':
      if (!segment.isNumber(element, true)) report(log, 'bad_number', segment, element, 'a decimal number')
      break
    case 'N':
      if (!segment.isNumber(element, false)) report(log, 'bad_number', segment, element, 'a whole number')
      break
    case 'D':
      if (!segment.isDate(element)) report(log, 'bad_date', segment, element, 'a day as CCYYMMDD')
      break
    case 'T':
      if (timeFrom(segment.element(element)) === '') report(log, 'bad_time', segment, element, 'a time as HHMM')
      break
    case 'F':
      checkFormed(log, segment, element)
      break
  }
}

/** A date or range whose form the element before it names: D8, RD8. */
function checkFormed(log: FindingLog, segment: Segment, element: number): void {
  const form = segment.code(element - 1)
  if (form === day && !segment.isDate(element)) report(log, 'bad_date', segment, element, 'a day as CCYYMMDD')
  if (form === range) {
    const value = segment.element(element)
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
