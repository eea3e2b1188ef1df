import { addMonths, type CalendarDate, type Period } from '../../libraries/calendar/index.ts'

/** A year of a contract: its number, from one on, and its days; the last one ends with the contract. */
export type ContractYear = { year: number; from: CalendarDate; until: CalendarDate }

/** The years of a contract that have begun by a day, the first one first. */
export function contractYears(during: Period, on: CalendarDate): ContractYear[] {
  const years: ContractYear[] = []
  for (let year = 1; ; year += 1) {
    const from = addMonths(during.from, 12 * (year - 1))
    if (from > on || (during.until !== null && from >= during.until)) return years
    const next = addMonths(during.from, 12 * year)
    years.push({ year, from, until: during.until !== null && during.until < next ? during.until : next })
  }
}
