import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'

export type ContractRow = {
  id: string
  payer: string
  networkId: string
  state: string
  entity: string
  from: CalendarDate
  until: CalendarDate | null
  noticeDays: number
  source: string
  plans: { id: string; name: string }[]
}

export type RatePeriod = { from: CalendarDate; until: CalendarDate | null; cents: Cents; source: string }

/** A service under a contract: what the payer pays for it, and what practices are paid, period by period. */
export type ContractService = {
  licenceFamily: string
  code: string
  modifiers: string[]
  payer: RatePeriod[]
  provider: RatePeriod[]
}

export type ContractPage = ContractRow & { services: ContractService[] }
