import { addDays, type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import data from './data/answer-limits.json' with { type: 'json' }

type AnswerLimit = Period & { name: string; days: number }

const limits = data.limits as unknown as readonly AnswerLimit[]

/** The day by which a payer should have acknowledged, or answered, a claim sent on a day; null where no limit is known. */
export function answerExpectedOn(which: 'acknowledgement' | 'answer', sentOn: CalendarDate): CalendarDate | null {
  const limit = limits.find((row) => row.name === which && holds(row, sentOn))
  return limit === undefined ? null : addDays(sentOn, limit.days)
}
