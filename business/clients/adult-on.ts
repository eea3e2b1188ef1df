import { birthday, type CalendarDate, latest, type Period } from '../../libraries/calendar/index.ts'

/** From how many years on somebody is of age in a state, while that is its law. */
export type MajorityAge = { state: string; years: number; during: Period }

/**
 * The first day on which somebody is of age in the state where they live, by the law in force on that day; who is of age
 * stays so when the law or the address changes. Where the state is unknown the earliest day of any state counts: nobody who
 * may decide for themselves is opened to another without being asked.
 */
export function adultOn(dateOfBirth: CalendarDate, state: string | null, ages: readonly MajorityAge[]): CalendarDate {
  const inState = ages.filter((age) => age.state === state)
  const on = firstDay(dateOfBirth, inState) ?? firstDay(dateOfBirth, ages)
  if (on === null) throw new Error('no age of majority is known')
  return on
}

function firstDay(dateOfBirth: CalendarDate, ages: readonly MajorityAge[]): CalendarDate | null {
  const days = ages.flatMap(({ years, during }) => {
    const day = latest(birthday(dateOfBirth, years), during.from)
    return during.until === null || day < during.until ? [day] : []
  })
  return days.sort()[0] ?? null
}
