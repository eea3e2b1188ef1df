import { addDays, type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'

export type AnswerLimitName = 'acknowledgement' | 'answer' | 'filing' | 'filing_alarm' | 'appeal'

/** A deadline in days, in force from a day on; `payerId` is empty for every payer without one of its own. */
export type AnswerLimit = Period & { payerId: string; name: AnswerLimitName; days: number }

type Asked = { name: AnswerLimitName; payerId: string; from: CalendarDate }

/** The last day of a deadline that begins on a day; a payer's own limit goes before the general one. Null: none is known. */
export function limitOf(limits: readonly AnswerLimit[], asked: Asked): CalendarDate | null {
  const days = limitDays(limits, asked)
  return days === null ? null : addDays(asked.from, days)
}

/** The same as its number of days. */
export function limitDays(limits: readonly AnswerLimit[], { name, payerId, from }: Asked): number | null {
  const inForce = limits.filter((limit) => limit.name === name && holds(limit, from))
  const limit = inForce.find((one) => one.payerId === payerId) ?? inForce.find((one) => one.payerId === '')
  return limit?.days ?? null
}
