import { writeCalendar } from '../../libraries/icalendar/index.ts'
import { sessionsOfPerson } from '../sessions/index.ts'
import type { Db } from '../world.ts'
import type { Language } from './say-date.ts'
import { visitsOf } from './visit-store.ts'

const summaries = { en: 'Appointment', es: 'Cita' } as const

/**
 * The person's appointments as a calendar file: each keeps its id through every move, and one that was called off says so.
 * Calendars are shared and shown on locked screens, so it names nobody and no care.
 */
export async function calendarOf(db: Db, personId: string, language: Language): Promise<string> {
  const known = new Map((await visitsOf(db)).map((visit) => [visit.sessionId, visit]))
  const sessions = await sessionsOfPerson(db, personId)
  return writeCalendar({
    name: 'Evenkeel',
    events: sessions.flatMap((session) => {
      const visit = known.get(session.id)
      if (visit === undefined) return []
      const { startsAt, endsAt, version, cancellation, plannedAt } = session
      const isCancelled = cancellation !== null || visit.voidedAt !== null
      return [
        {
          uid: `${session.id}@evenkeel`,
          // A move is a version of the plan; calling it off comes after the last of them.
          sequence: version - 1 + (isCancelled ? 1 : 0),
          startsAt,
          endsAt,
          zone: visit.timeZone,
          summary: summaries[language],
          ...(session.modality === 'telehealth' && visit.joinUrl !== null ? { url: visit.joinUrl } : {}),
          isCancelled,
          changedAt: cancellation?.cancelledAt ?? visit.voidedAt ?? plannedAt,
        },
      ]
    }),
  })
}
