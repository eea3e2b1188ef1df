import type { FindingLog } from './finding-log.ts'
import { dateFrom, type Segment } from './segment.ts'

/** CLM01 as the guide wants it kept (TR3 2300 CLM01: 20 characters), and a charge that is none below nothing. */
export function checkClaimSegment(log: FindingLog, segment: Segment): void {
  if (segment.length(1) > 20) {
    log.at('too_long', segment, { element: 1, value: segment.element(1), expected: 'at most 20' })
  }
  checkCharge(log, segment)
}

function checkCharge(log: FindingLog, segment: Segment): void {
  if (segment.cents(2) < 0) log.at('negative_charge', segment, { element: 2, value: segment.element(2) })
}

const telehealth = new Set(['95', '93', 'FQ', 'GT', 'GQ'])

/** SV1: a charge, some units, and each modifier once. */
export function checkService(log: FindingLog, segment: Segment): void {
  checkCharge(log, segment)
  if (segment.has(4) && segment.isNumber(4, true) && Number(segment.element(4)) <= 0) {
    log.at('units_of_service', segment, { element: 4, value: segment.element(4), expected: 'more than 0' })
  }
  // 'HC:90837:95:GT': with one modifier there is nothing to compare.
  if (segment.length(1) < 14) return
  const modifiers = segment.components(1).slice(2, 6)
  let remote = 0
  for (const [index, modifier] of modifiers.entries()) {
    if (modifier === '') continue
    const component = index + 3
    if (modifiers.indexOf(modifier) < index)
      log.at('repeated_modifier', segment, { element: 1, component, value: modifier })
    if (telehealth.has(modifier) && ++remote === 2) {
      log.at('telehealth_modifiers', segment, { element: 1, component, value: modifier })
    }
  }
}

/** Nothing has been done, and nobody was born, after the file was made. */
export function checkDay(log: FindingLog, segment: Segment, element: number, form: string): void {
  if (log.madeOn === '') return
  const value = segment.element(element)
  const last = form === 'RD8' ? value.slice(9) : value
  if (last > log.madeOn && dateFrom(last) !== '') {
    log.at('future_date', segment, { element, value, expected: `not after ${log.madeOn}` })
  }
}

const accepting = new Set(['A0', 'A1', 'A2', 'A5'])
const rejecting = new Set(['A3', 'A4', 'A6', 'A7', 'A8'])

/** STC03 of a 277CA: WQ accepts, U rejects (X214 2200D STC). */
export function checkAction(log: FindingLog, segment: Segment): void {
  const category = segment.component(1, 1)
  const action = segment.element(3)
  const wrong = (action === 'WQ' && rejecting.has(category)) || (action === 'U' && accepting.has(category))
  if (wrong) log.at('status_action', segment, { element: 3, value: action, expected: action === 'WQ' ? 'U' : 'WQ' })
}

/** EQ01 and EB03: service types of one or two letters or digits, repeated. */
export function checkServiceTypes(log: FindingLog, segment: Segment, element: number): void {
  for (const value of segment.repetitions(element)) {
    if (/^[A-Z0-9]{1,2}$/.test(value)) continue
    log.at('bad_code', segment, { element, value, expected: 'service types of one or two letters or digits' })
  }
}
