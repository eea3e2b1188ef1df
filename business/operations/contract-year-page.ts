import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { CareGiven } from './care-given.ts'

/** A service of a contract in one of its years: how often it was given, and what it was worth at the year's end. */
export type YearRate = {
  licenceFamily: string
  code: string
  modifiers: string[]
  count: number
  payer: Cents | null
  provider: Cents | null
  /** The payer's rate on the year's first day: what was negotiated shows beside it. */
  payerBefore: Cents | null
}

/** One year of a contract: what was given under it, what it brought by the books, and what its services are worth. */
export type ContractYearFigures = {
  year: number
  from: CalendarDate
  until: CalendarDate
  care: CareGiven
  money: { payerPaid: Cents; clientsPaid: Cents; owed: Cents; practices: Cents; kept: Cents; absorbed: Cents }
  rates: YearRate[]
}

export type ContractYears = {
  id: string
  payer: string
  state: string
  from: CalendarDate
  until: CalendarDate | null
  /** The last one first; years in which nothing was given are left out, but for the one that runs. */
  years: ContractYearFigures[]
}

/** The same of the whole network by calendar years, for anyone: without money, and nothing that few people stand behind. */
export type NetworkYear = { year: number; care: Partial<CareGiven> | null }
