import type { FindingLog } from './finding-log.ts'
import type { ClaimStatus } from './model-acknowledgement.ts'
import { componentOf, type Segment } from './segment.ts'

/** The status an STC gives. Before adjudication only A0 to A8 and errors may be said (RFI 1942). */
export function statusIn(log: FindingLog, segment: Segment, categories = /^A[0-8]$|^E/): ClaimStatus {
  const status: ClaimStatus = { codes: [], effectiveOn: segment.date(2), action: segment.element(3) }
  if (segment.has(4)) status.chargeCents = segment.cents(4)
  if (segment.has(5)) status.paidCents = segment.cents(5)
  if (segment.has(6)) status.paidOn = segment.date(6)
  if (segment.has(8)) status.checkDate = segment.date(8)
  if (segment.has(9)) status.checkNumber = segment.element(9)
  if (segment.has(12)) status.message = segment.element(12)
  for (const element of [1, 10, 11]) {
    const composite = segment.element(element)
    if (composite === '') continue
    const [category = '', code = '', entity = '', list = ''] = [1, 2, 3, 4].map((part) =>
      componentOf(composite, segment.delimiters.component, part),
    )
    if (!categories.test(category)) {
      log.at('status_category', segment, { element, component: 1, value: category, expected: 'A0 to A8' })
    }
    status.codes.push({
      category,
      status: code,
      ...(entity === '' ? {} : { entity }),
      ...(list === '' ? {} : { list }),
    })
  }
  return status
}
