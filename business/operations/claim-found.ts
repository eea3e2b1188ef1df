import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'

/** A claim as a search shows it. */
export type ClaimFound = {
  practiceId: string
  claimId: string
  controlNumber: string
  client: string
  practice: string
  payer: string
  serviceOn: CalendarDate
  charge: Cents
  status: ClaimStatus
  lastOn: CalendarDate | null
}
