import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'

/** What a claim says, fixed when it is made; enough to write it again years later. */
export type ClaimContent = {
  subscriber: {
    givenName: string
    familyName: string
    dateOfBirth: CalendarDate
    sex: 'F' | 'M' | 'U'
    street: string
    city: string
    state: string
    zip: string
  }
  memberId: string
  groupNumber: string | null
  rendering: { givenName: string; familyName: string; npi: string; taxonomy: string }
  placeOfService: string
  /** ICD-10 without the point, the principal first. */
  diagnoses: string[]
  lines: { lineControlNumber: string; code: string; modifiers: string[]; units: number; charge: Cents }[]
}
