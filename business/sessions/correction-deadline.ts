import { addHours, type CalendarDate, holds, type Instant, type Period } from '../../libraries/calendar/index.ts'

/** For how long a confirmed session may be corrected, by the day of its first confirmation. */
export type CorrectionLimit = Period & { hours: number }

/** The moment at which a session is locked: its first confirmation and the hours for corrections; null without a limit. */
export function correctionDeadline(
  firstConfirmedAt: Instant,
  confirmedOn: CalendarDate,
  limits: readonly CorrectionLimit[],
): Instant | null {
  const limit = limits.find((row) => holds(row, confirmedOn))
  return limit === undefined ? null : addHours(firstConfirmedAt, limit.hours)
}
