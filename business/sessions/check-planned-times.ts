import { addDays, dateIn, dateInWords, type Instant, instant, minutesBetween } from '../../libraries/calendar/index.ts'
import { type ConfirmationLimit, confirmationDeadline } from './confirmation-deadline.ts'

export type PlannedRefusal = { code: PlannedReason; field: 'startsAt' | 'endsAt'; words: string }

export type PlannedReason =
  | 'start_impossible'
  | 'stop_impossible'
  | 'stop_not_after_start'
  | 'longer_than_a_day'
  | 'too_far_ahead'
  | 'confirmation_too_late'

export type PlannedTimes =
  | { refusals: readonly PlannedRefusal[] }
  | { refusals: readonly []; startsAt: Instant; endsAt: Instant }

type Asked = {
  startsAt: string
  endsAt: string
  now: Instant
  zone: string
  practiceZone: string
  limits: readonly ConfirmationLimit[]
}

const minutesOfDay = 24 * 60
// Farther ahead a date is more often a slip of the year than a plan.
const daysAhead = 366

/** Whether a session may be planned, or added after it took place, with these times. */
export function checkPlannedTimes(asked: Asked): PlannedTimes {
  const startsAt = momentOf(asked.startsAt)
  const endsAt = momentOf(asked.endsAt)
  if (startsAt === null) return refused('start_impossible', 'startsAt', `${asked.startsAt} is no time to start.`)
  if (endsAt === null) return refused('stop_impossible', 'endsAt', `${asked.endsAt} is no time to stop.`)
  const length = minutesBetween(startsAt, endsAt)
  if (length <= 0) return refused('stop_not_after_start', 'endsAt', 'The session must end after it starts.')
  if (length >= minutesOfDay) return refused('longer_than_a_day', 'endsAt', 'A session lasts less than a day.')
  const on = dateIn(startsAt, asked.practiceZone)
  const today = dateIn(asked.now, asked.zone)
  if (on > addDays(today, daysAhead)) {
    return refused('too_far_ahead', 'startsAt', `${dateInWords(on)} is more than a year away. Check the year.`)
  }
  const confirmBy = confirmationDeadline(on, asked.limits)
  if (confirmBy !== null && today > confirmBy) {
    const words = `A session of ${dateInWords(on)} could be confirmed until ${dateInWords(confirmBy)}; it is too late to add it.`
    return refused('confirmation_too_late', 'startsAt', words)
  }
  return { refusals: [], startsAt, endsAt }
}

function refused(code: PlannedReason, field: PlannedRefusal['field'], words: string): PlannedTimes {
  return { refusals: [{ code, field, words }] }
}

function momentOf(text: string): Instant | null {
  try {
    return instant(text)
  } catch {
    return null
  }
}
