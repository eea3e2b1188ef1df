import {
  type CalendarDate,
  dateIn,
  dateInWords,
  daysBetween,
  type Instant,
  instant,
  isCalendarDate,
  minutesBetween,
} from '../../libraries/calendar/index.ts'
import { type ConfirmationLimit, confirmationDeadline } from './confirmation-deadline.ts'

export type WindowReason =
  | 'date_impossible'
  | 'start_impossible'
  | 'stop_impossible'
  | 'stop_not_after_start'
  | 'longer_than_a_day'
  | 'date_and_start_disagree'
  | 'date_in_future'
  | 'not_ended_yet'
  | 'confirmation_too_late'
  | 'no_limit_known'

export type WindowRefusal = { field: 'on' | 'startedAt' | 'stoppedAt'; code: WindowReason; words: string }

export type WindowAsked = {
  /** The date of service, and the actual start and stop, as they were entered. */
  on: string
  startedAt: string
  stoppedAt: string
  now: Instant
  /** The operator's zone: today is the day on its wall. */
  zone: string
  limits: readonly ConfirmationLimit[]
}

const minutesOfDay = 24 * 60

/** Whether a session with this date, start and stop may be confirmed now; every refusal by its field, none if it may. */
export function checkConfirmationWindow(asked: WindowAsked): readonly WindowRefusal[] {
  const on = isCalendarDate(asked.on) ? asked.on : null
  const startedAt = momentOf(asked.startedAt)
  const stoppedAt = momentOf(asked.stoppedAt)
  if (on === null || startedAt === null || stoppedAt === null) return impossible(asked, { on, startedAt, stoppedAt })
  return [...checkTimes(on, startedAt, stoppedAt, asked), ...checkDeadline(on, asked)]
}

function momentOf(text: string): Instant | null {
  try {
    return instant(text)
  } catch {
    return null
  }
}

function impossible(
  asked: WindowAsked,
  read: { on: CalendarDate | null; startedAt: Instant | null; stoppedAt: Instant | null },
): WindowRefusal[] {
  const refusals: WindowRefusal[] = []
  if (read.on === null) refusals.push({ field: 'on', code: 'date_impossible', words: `There is no day ${asked.on}.` })
  if (read.startedAt === null) {
    refusals.push({ field: 'startedAt', code: 'start_impossible', words: `${asked.startedAt} is no time to start.` })
  }
  if (read.stoppedAt === null) {
    refusals.push({ field: 'stoppedAt', code: 'stop_impossible', words: `${asked.stoppedAt} is no time to stop.` })
  }
  return refusals
}

function checkTimes(on: CalendarDate, startedAt: Instant, stoppedAt: Instant, asked: WindowAsked): WindowRefusal[] {
  const length = minutesBetween(startedAt, stoppedAt)
  if (length <= 0) {
    const words = 'The session must stop after it started. Check both times.'
    return [{ field: 'stoppedAt', code: 'stop_not_after_start', words }]
  }
  if (length >= minutesOfDay) {
    const words = 'This session would have lasted a day or longer. Check the dates of start and stop.'
    return [{ field: 'stoppedAt', code: 'longer_than_a_day', words }]
  }
  if (stoppedAt > asked.now) return [notEnded(on, asked)]
  // The client's calendar may be a day before or after the operator's, never more.
  if (Math.abs(daysBetween(on, dateIn(startedAt, asked.zone))) > 1) {
    const words = `The session is dated ${dateInWords(on)}, but it started on ${dateInWords(dateIn(startedAt, asked.zone))}.`
    return [{ field: 'startedAt', code: 'date_and_start_disagree', words }]
  }
  return []
}

function notEnded(on: CalendarDate, { now, zone }: WindowAsked): WindowRefusal {
  return on > dateIn(now, zone)
    ? {
        field: 'on',
        code: 'date_in_future',
        words: `${dateInWords(on)} is still to come. Confirm the session afterwards.`,
      }
    : { field: 'stoppedAt', code: 'not_ended_yet', words: 'The session has not ended yet. Confirm it afterwards.' }
}

function checkDeadline(on: CalendarDate, { now, zone, limits }: WindowAsked): WindowRefusal[] {
  const deadline = confirmationDeadline(on, limits)
  if (deadline === null) {
    const words = `We know no limit for sessions of ${dateInWords(on)}. The operator must enter it first.`
    return [{ field: 'on', code: 'no_limit_known', words }]
  }
  if (dateIn(now, zone) <= deadline) return []
  const words = `This session could be confirmed until ${dateInWords(deadline)}. It is too late now.`
  return [{ field: 'on', code: 'confirmation_too_late', words }]
}
