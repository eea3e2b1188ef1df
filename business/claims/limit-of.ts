import { addDays, type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'

export type AnswerLimitName = 'acknowledgement' | 'answer' | 'filing' | 'appeal'

/** A deadline in days, in force from a day on; `payerId` is empty for every payer without one of its own. */
export type AnswerLimit = Period & { payerId: string; name: AnswerLimitName; days: number }

/** The last day of a deadline that begins on a day; a payer's own limit goes before the general one. Null: none is known. */
export function limitOf(
  limits: readonly AnswerLimit[],
  { name, payerId, from }: { name: AnswerLimitName; payerId: string; from: CalendarDate },
): CalendarDate | null {
  const inForce = limits.filter((limit) => limit.name === name && holds(limit, from))
  const limit = inForce.find((one) => one.payerId === payerId) ?? inForce.find((one) => one.payerId === '')
  return limit === undefined ? null : addDays(from, limit.days)
}
