import type { CalendarEvent } from '../../libraries/icalendar/index.ts'
import type { PlannedSession } from './session-store.ts'

/**
 * A planned session as an event of a calendar file. Whoever else sees the calendar learns of an appointment and nothing
 * of health: it names no practice, clinician or client. The sequence rises with each move and with the cancellation.
 */
export function appointmentEvent(
  session: PlannedSession,
  { zone, words = 'Appointment', url }: { zone: string; words?: string; url?: string },
): CalendarEvent {
  const { cancellation, version } = session
  const isCancelled = cancellation !== null
  return {
    uid: `${session.id}@appointments.evenkeel`,
    sequence: version - 1 + (isCancelled ? 1 : 0),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone,
    summary: words,
    description: session.modality === 'telehealth' ? 'By video. Sign in to Evenkeel for the link.' : 'In person.',
    isCancelled,
    changedAt: cancellation?.cancelledAt ?? session.plannedAt,
    ...(url === undefined ? {} : { url }),
  }
}
