import { addDays, type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import limits from './data/time-limits.json' with { type: 'json' }

/** For how many days after its date of service a session may be confirmed, for dates of service in a period. */
export type ConfirmationLimit = Period & { days: number }

/** The limits that come with the product, from its dated data. */
export const confirmationLimits = limits.limits
  .filter(({ name }) => name === 'confirm_within')
  .map(({ value, from, until }) => ({ days: value, from, until })) as unknown as readonly ConfirmationLimit[]

/** The last day, in the operator's zone, on which a session of that date may be confirmed; null where no limit is known. */
export function confirmationDeadline(on: CalendarDate, limits: readonly ConfirmationLimit[]): CalendarDate | null {
  const limit = limits.find((row) => holds(row, on))
  return limit === undefined ? null : addDays(on, limit.days)
}
