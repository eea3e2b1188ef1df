import { checkAction, checkClaimSegment, checkDay, checkService, checkServiceTypes } from './check-values.ts'
import type { FindingLog } from './finding-log.ts'
import type { SegmentSpec } from './loop-table.ts'
import { codeOf, componentOf, type Segment } from './segment.ts'

/** Which set is read: what we ourselves send is judged harder than what others tell about us. */
export type Strictness = 'sent' | 'received'

const [nationalProvider, taxonomy, employer, person] = [codeOf('XX'), codeOf('PXC'), codeOf('EI'), codeOf('SY')]
const [firstDiagnosis, otherDiagnosis] = [codeOf('ABK'), codeOf('ABF')]
const icd10 = /^[A-Z]\d[0-9A-Z][0-9A-Z]{0,4}$/
const icd9 = /^[0-9EV]\d{2,4}$/
const placesOfService = new Set<number>(
  '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 31 32 33 34 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99'
    .split(' ')
    .map(codeOf),
)

const placeExpected = 'a place of service code, such as 11'

/** Checks the codes whose form or check digit tells whether they can be right, wherever they stand. */
export function checkCodes(log: FindingLog, segment: Segment, spec: SegmentSpec, strictness: Strictness): void {
  switch (spec.id) {
    case 'NM1':
      if (segment.code(8) === nationalProvider) checkNpi(log, segment, 9, strictness)
      break
    case 'N1':
      if (segment.code(3) === nationalProvider) checkNpi(log, segment, 4, 'sent')
      break
    case 'N4':
      checkZip(log, segment, strictness)
      break
    case 'PRV':
      if (segment.code(2) === taxonomy && !/^[0-9A-Z]{10}$/.test(segment.element(3))) {
        log.at('taxonomy_code', segment, { element: 3, value: segment.element(3) })
      }
      break
    case 'REF':
      checkTaxNumber(log, segment)
      break
    case 'HI':
      checkDiagnoses(log, segment)
      break
    case 'SV1':
      checkProcedure(log, segment, 1)
      checkService(log, segment)
      if (segment.has(5) && !placesOfService.has(segment.code(5))) {
        log.at('place_of_service', segment, { element: 5, value: segment.element(5), expected: placeExpected })
      }
      break
    case 'DTP':
      if (spec.qualifiers?.has('472') === true) checkDay(log, segment, 3, segment.element(2))
      break
    case 'DMG':
      checkDay(log, segment, 2, 'D8')
      break
    case 'STC':
      checkAction(log, segment)
      break
    case 'EQ':
    case 'EB':
      checkServiceTypes(log, segment, spec.id === 'EQ' ? 1 : 3)
      break
    case 'SVC':
      checkProcedure(log, segment, 1)
      break
    case 'CLM':
      checkClaimSegment(log, segment)
      if (!placesOfService.has(segment.firstCode(5))) {
        const value = segment.component(5, 1)
        log.at('place_of_service', segment, { element: 5, component: 1, value, expected: placeExpected })
      }
      break
    case 'BPR':
      checkRouting(log, segment)
      break
    case 'PLB':
      for (let element = 4; element <= segment.count; element += 2) {
        if (segment.has(element) && segment.cents(element) === 0) log.at('zero_adjustment', segment, { element })
      }
      break
  }
}

/** The Luhn digit over 80840 and the number (CMS, NPI final rule, 2004). */
export function isNpiNumber(text: string): boolean {
  if (text.length !== 10 || !(text.startsWith('1') || text.startsWith('2'))) return false
  let sum = 24
  for (let index = 0; index < 10; index++) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return false
    const doubled = digit * 2
    sum += index % 2 === 0 ? (doubled > 9 ? doubled - 9 : doubled) : digit
  }
  return sum % 10 === 0
}

function checkNpi(log: FindingLog, segment: Segment, element: number, strictness: Strictness): void {
  const value = segment.element(element)
  if (value === '' || isNpiNumber(value)) return
  const severity = strictness === 'sent' ? 'error' : 'warning'
  log.at('npi', segment, { element, value, severity, expected: 'ten digits with their check digit' })
}

function checkZip(log: FindingLog, segment: Segment, strictness: Strictness): void {
  // A town, a state and nine digits: what nearly every address has.
  if (segment.count === 3 && segment.has(2) && segment.length(3) === 9 && segment.isDigits(3)) return
  const zip = segment.element(3)
  const country = segment.element(4)
  if (country !== '' && country !== 'US') return
  if (strictness === 'sent') {
    for (const element of [2, 3]) if (!segment.has(element)) log.at('missing_element', segment, { element })
  }
  if (zip === '') return
  if (!/^\d{5}(\d{4})?$/.test(zip))
    log.at('zip_code', segment, { element: 3, value: zip, expected: 'five or nine digits' })
  else if (zip.length === 5 && (log.loop === '2010AA' || log.loop === '2310C')) {
    log.at('zip_code', segment, { element: 3, value: zip, expected: 'nine digits' })
  }
}

function checkTaxNumber(log: FindingLog, segment: Segment): void {
  const kind = segment.code(1)
  if (kind !== employer && kind !== person) return
  const value = segment.element(2)
  if (!/^\d{9}$/.test(value)) log.at('tax_number', segment, { element: 2, value, expected: 'nine digits' })
}

/** 'ABK' (then 'ABF'), a letter, a digit, and one to five letters or digits: nothing more to look at. */
function isUsualDiagnosis(segment: Segment, element: number): boolean {
  const length = segment.length(element)
  if (length < 7 || length > 11) return false
  if (segment.firstCode(element) !== (element === 1 ? firstDiagnosis : otherDiagnosis)) return false
  const { bytes } = segment
  const start = segment.starts[element] as number
  for (let at = 4; at < length; at++) {
    const code = bytes[start + at] as number
    const isDigit = code >= 48 && code <= 57
    const isLetter = code >= 65 && code <= 90
    if (at === 4 ? !isLetter : at === 5 ? !isDigit : !isDigit && !isLetter) return false
  }
  return true
}

function checkDiagnoses(log: FindingLog, segment: Segment): void {
  if (segment.count === 1 && isUsualDiagnosis(segment, 1)) return
  const first = segment.component(1, 1)
  if (!['ABK', 'ABF', 'BK', 'BF'].includes(first)) return
  const old = first === 'BK' || first === 'BF'
  if (old) log.at('diagnosis_qualifier', segment, { element: 1, component: 1, value: first, severity: 'warning' })
  for (let element = 1; element <= segment.count; element++) {
    if (!segment.has(element) || isUsualDiagnosis(segment, element)) continue
    const qualifier = segment.component(element, 1)
    if (element > 1 && qualifier !== (old ? 'BF' : 'ABF')) {
      log.at('diagnosis_qualifier', segment, { element, component: 1, value: qualifier, expected: old ? 'BF' : 'ABF' })
    }
    const value = segment.component(element, 2)
    if (!(old ? icd9 : icd10).test(value)) {
      log.at('diagnosis_code', segment, { element, component: 2, value, expected: 'such as F411' })
    }
  }
}

function checkProcedure(log: FindingLog, segment: Segment, element: number): void {
  if (isUsualProcedure(segment, element)) return
  const composite = segment.element(element)
  const mark = segment.delimiters.component
  const procedure = componentOf(composite, mark, 2)
  if (procedure === '') log.at('missing_element', segment, { element, component: 2 })
  else if (composite.startsWith('HC') && !/^[A-Z0-9]{5}$/.test(procedure)) {
    log.at('procedure_code', segment, { element, component: 2, value: procedure, expected: 'five letters or digits' })
  }
  for (let component = 3; component <= 6; component++) {
    const value = componentOf(composite, mark, component)
    if (value === '' || /^[A-Z0-9]{2}$/.test(value)) continue
    log.at('modifier_code', segment, { element, component, value })
  }
}

/** 'HC', five letters or digits, and up to four modifiers of two: nothing more to look at. */
function isUsualProcedure(segment: Segment, element: number): boolean {
  const length = segment.length(element)
  if (length < 8 || length > 20 || (length - 8) % 3 !== 0) return false
  const { bytes } = segment
  const start = segment.starts[element] as number
  const mark = segment.delimiters.component.charCodeAt(0)
  if (bytes[start] !== 72 || bytes[start + 1] !== 67) return false
  for (let at = 2; at < length; at++) {
    const code = bytes[start + at] as number
    const isMark = at === 2 || (at > 7 && (at - 8) % 3 === 0)
    if (isMark) {
      if (code !== mark) return false
    } else if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90))) return false
  }
  return true
}

function checkRouting(log: FindingLog, segment: Segment): void {
  for (const element of [7, 13]) {
    const value = segment.element(element)
    if (value === '' || segment.element(element - 1) !== '01' || isRouting(value)) continue
    log.at('routing_number', segment, { element, value, severity: 'warning' })
  }
}

/** The ABA check digit: weights 3, 7, 1. */
function isRouting(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false
  let sum = 0
  for (let index = 0; index < 9; index++) sum += (text.charCodeAt(index) - 48) * ([3, 7, 1][index % 3] ?? 0)
  return sum % 10 === 0
}
