import { type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'

/** The first of some dated rows that holds on a day. */
export function inForceOn<T extends { during: Period }>(
  dated: readonly T[] | undefined,
  on: CalendarDate,
): T | undefined {
  return dated?.find(({ during }) => holds(during, on))
}
