import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { Complete, Location, Person, Policy } from '../clients/index.ts'
import type { Contract, Plan } from '../contracts/index.ts'
import type { Pricing } from '../contracts/price-codes.ts'
import type { Answer } from '../coverage/answer.ts'
import type { Facts } from '../coverage/facts.ts'
import type { Clinician } from '../practices/index.ts'
import type { CrisisRecord } from './check-crisis-record.ts'
import type { BilledCode, ServiceCheck } from './check-service-codes.ts'
import type { Modality } from './session-store.ts'

/** What a clinician says about a session that took place, as it was entered. */
export type ConfirmationInput = {
  startedAt: string
  stoppedAt: string
  modality: Modality
  locationId: string | null
  codes: readonly BilledCode[]
  diagnoses: readonly string[]
  /** What was written down of a crisis; without its codes it is none. */
  crisis: CrisisRecord | null
}

export type Refused = { code: string; field: string; words: string }

/** Everything that the confirmation rests on; `refusals` empty means that it may be made as it stands. */
export type Weighed = {
  refusals: Refused[]
  check: ServiceCheck | null
  answer: Answer | null
  facts: Facts | null
  /** The edition of service areas that the answer rests on. */
  areasEdition: string | null
  pricing: Pricing | null
  client: Cents | null
  contract: Contract | null
  payOn: CalendarDate | null
  serviceOn: CalendarDate | null
  startedAt: Instant | null
  stoppedAt: Instant | null
  codes: readonly BilledCode[]
  diagnoses: readonly string[]
  place: string | null
  crisis: CrisisRecord | null
  location: Location | null
  people: { clinician: Clinician; patient: Complete<Person>; policy: Policy; plan: Plan } | null
}
