import type { Finding, FindingCode } from './finding.ts'
import type { ElementError, GroupAcknowledgement, SegmentError, SetAcknowledgement } from './model-acknowledgement.ts'
import type { Transaction, X12File } from './transaction.ts'

/** IK304 and IK403 of the findings a 999 can tell (X231A1); what is not listed is told as I-codes, implementation. */
const segmentCodes: Partial<Record<FindingCode, string>> = {
  bad_segment_id: '1',
  unknown_segment: '1',
  misplaced_segment: '7',
  missing_segment: '3',
  missing_loop: '3',
  subscriber_details: 'I6',
  too_many_segments: '5',
  too_many_loops: '4',
}

const elementCodes: Partial<Record<FindingCode, string>> = {
  missing_element: '1',
  incomplete_pair: '2',
  incomplete_adjustment: '2',
  too_many_elements: '3',
  too_short: '4',
  too_long: '5',
  control_character: '6',
  bad_amount: '6',
  bad_number: '6',
  bad_code: '7',
  bad_date: '8',
  bad_time: '9',
}

const setCodes: Partial<Record<FindingCode, string>> = {
  unsupported_set: '1',
  missing_se: '2',
  st_control_number: '3',
  se_count: '4',
  duplicate_control_number: '23',
  functional_code: '6',
  version_mismatch: 'I6',
}

const groupCodes: Partial<Record<FindingCode, string>> = {
  missing_ge: '3',
  gs_control_number: '4',
  ge_count: '5',
}

/** What a 999 is asked to reject for besides form: balances and codes usually belong into a 277CA (WEDI SNIP types). */
export type FormAndMore = {
  also?: readonly ('balance' | 'code')[] | undefined
  /** The ST02 of each answer; '0001', '0002', … when absent. */
  controlNumber?: ((index: number) => string) | undefined
}

/** The functional acknowledgements of a file as read: one for each group, in the words of a 999. */
export function to999(file: X12File, options: FormAndMore = {}): GroupAcknowledgement[] {
  const groups = new Map<string, Transaction[]>()
  for (const interchange of file.interchanges) {
    for (const { groupControlNumber } of interchange.groups) {
      groups.set(keyOf(interchange.interchangeControlNumber, groupControlNumber), [])
    }
  }
  for (const transaction of file.transactions) {
    if (transaction.set === 'TA1') continue
    const { interchangeControlNumber, groupControlNumber } = transaction.envelope
    groups.get(keyOf(interchangeControlNumber, groupControlNumber))?.push(transaction)
  }
  return [...groups].map(([key, transactions], index) => acknowledge(file, { key, transactions, index }, options))
}

function keyOf(interchangeControlNumber: string, groupControlNumber: string): string {
  return `${interchangeControlNumber}/${groupControlNumber}`
}

function fourDigits(index: number): string {
  return String(index + 1).padStart(4, '0')
}

function acknowledge(
  file: X12File,
  { key, transactions, index }: { key: string; transactions: Transaction[]; index: number },
  { also = [], controlNumber = fourDigits }: FormAndMore,
): GroupAcknowledgement {
  const [interchangeControlNumber = '', groupControlNumber = ''] = key.split('/')
  const group = file.interchanges
    .find((each) => each.interchangeControlNumber === interchangeControlNumber)
    ?.groups.find((each) => each.groupControlNumber === groupControlNumber)
  const answers = transactions.map((transaction) => acknowledgeSet(transaction, also))
  const codes = file.findings
    .filter(
      (each) =>
        each.interchangeControlNumber === interchangeControlNumber && each.groupControlNumber === groupControlNumber,
    )
    .flatMap((each) => (each.severity === 'error' ? (groupCodes[each.code] ?? []) : []))
  const accepted = answers.filter((each) => each.status !== 'R').length
  const received = answers.length
  const status = codes.length > 0 || accepted === 0 ? 'R' : accepted < received ? 'P' : 'A'
  return {
    transactionControlNumber: controlNumber(index),
    functionalCode: group?.functionalCode ?? '',
    groupControlNumber,
    version: group?.version,
    transactions: answers,
    status,
    ...(codes.length > 0 ? { codes: [...new Set(codes)].slice(0, 5) } : {}),
    counts: { included: received, received, accepted: status === 'R' ? 0 : accepted },
  }
}

/** What a 999 says of one set: every error by segment, and whether the set is taken. */
function acknowledgeSet(transaction: Transaction, also: readonly string[]): SetAcknowledgement {
  const errors = transaction.findings.filter(
    ({ severity, level }) =>
      severity === 'error' && ((level !== 'balance' && level !== 'code') || also.includes(level)),
  )
  const codes = new Set(errors.flatMap((each) => setCodes[each.code] ?? []))
  const segments = new Map<string, SegmentError>()
  for (const finding of errors) if (setCodes[finding.code] === undefined) addError(segments, finding)
  const told = [...segments.values()].sort((a, b) => a.position - b.position)
  if (told.length > 0) codes.add(told.some(isImplementation) ? 'I5' : '5')
  return {
    set: transaction.set === 'unsupported' ? transaction.kind : (transaction.segments[0]?.slice(3, 6) ?? ''),
    transactionControlNumber: transaction.envelope.transactionControlNumber,
    version: transaction.envelope.version,
    errors: told,
    status: errors.length > 0 ? 'R' : 'A',
    ...(codes.size > 0 ? { codes: [...codes].slice(0, 5) } : {}),
  }
}

/** Whether the guide is broken and not X12 itself. */
function isImplementation(error: SegmentError): boolean {
  return error.code.startsWith('I') || error.elements.some((each) => each.code.startsWith('I'))
}

function addError(segments: Map<string, SegmentError>, finding: Finding): void {
  const position = finding.segmentInSet ?? 1
  const whole = segmentCodes[finding.code]
  const key = `${position}/${finding.segment}/${whole ?? '8'}`
  const error = segments.get(key) ?? {
    ...{ segment: finding.segment, position, code: whole ?? '8', elements: [] },
    ...(finding.loop === null ? {} : { loop: finding.loop.slice(0, 6) }),
    ...(finding.claim === null ? {} : { claim: finding.claim }),
  }
  segments.set(key, error)
  if (whole !== undefined) return
  if (finding.element === null) {
    error.code = 'I9'
    return
  }
  if (error.elements.length < 99) error.elements.push(elementError(finding, finding.element))
}

function elementError(finding: Finding, element: number): ElementError {
  const value = (finding.value ?? '')
    .replace(/[^\x20-\x7e]|[*:^~]/g, ' ')
    .slice(0, 99)
    .trim()
  return {
    element,
    ...(finding.component === null ? {} : { component: finding.component }),
    code: elementCodes[finding.code] ?? 'I12',
    ...(value === '' ? {} : { value }),
  }
}
