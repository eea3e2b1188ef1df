import type { FindingCode } from './finding.ts'
import type { InterchangeAcknowledgement } from './model-acknowledgement.ts'
import type { X12File } from './transaction.ts'

/** TA105 by finding (TR3 X231, appendix C); what has no number of its own is told as 024, invalid content. */
const notes: Partial<Record<FindingCode, string>> = {
  isa_control_number: '001',
  bad_delimiters: '026',
  missing_iea: '023',
  truncated: '023',
  bad_isa: '022',
  iea_count: '021',
  duplicate_control_number: '025',
  bad_date: '014',
  bad_time: '015',
  misplaced_envelope: '022',
}

/** One TA1 for each interchange of a file as read: accepted, or rejected with what is wrong with its envelope. */
export function toTA1(file: X12File): InterchangeAcknowledgement[] {
  return file.interchanges.map((interchange) => {
    const { interchangeControlNumber, createdOn, createdAt } = interchange
    const wrong = file.findings.find(
      (finding) =>
        finding.severity === 'error' &&
        finding.groupControlNumber === null &&
        (finding.interchangeControlNumber ?? interchangeControlNumber) === interchangeControlNumber,
    )
    const note = wrong === undefined ? '000' : (notes[wrong.code] ?? '024')
    return { interchangeControlNumber, createdOn, createdAt, status: wrong === undefined ? 'A' : 'R', note }
  })
}
