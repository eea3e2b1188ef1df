import { expect, test } from 'vitest'
import { instant } from '../../libraries/calendar/index.ts'
import { writeCalendar } from '../../libraries/icalendar/index.ts'
import { appointmentEvent } from './appointment-event.ts'
import type { PlannedSession } from './session-store.ts'

const session: PlannedSession = {
  practiceId: 'practice',
  id: '018f0000-0000-7000-8000-000000000001',
  memberId: 'maya',
  personId: 'ada',
  startsAt: instant('2026-04-08T14:00:00Z'),
  endsAt: instant('2026-04-08T14:55:00Z'),
  modality: 'telehealth',
  version: 1,
  plannedAt: instant('2026-04-01T12:00:00Z'),
  plannedBy: 'maya',
  cancellation: null,
}
const about = { zone: 'America/New_York' }

test('a session has one UID for ever, and its sequence rises when it is moved and when it is called off', () => {
  const moved = { ...session, version: 2, plannedAt: instant('2026-04-02T12:00:00Z') }
  const cancellation = {
    kind: 'cancelled' as const,
    initiator: 'client' as const,
    reason: 'Ill',
    cancelledAt: instant('2026-04-03T12:00:00Z'),
    cancelledBy: 'maya',
  }
  const events = [session, moved, { ...moved, cancellation }].map((one) => appointmentEvent(one, about))
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(1)
  expect(events.map(({ sequence }) => sequence)).toEqual([0, 1, 2])
  expect(events.map(({ isCancelled }) => isCancelled)).toEqual([false, false, true])
  expect(events.map(({ changedAt }) => changedAt.slice(0, 10))).toEqual(['2026-04-01', '2026-04-02', '2026-04-03'])
})

test('the file of an appointment says nothing of who, where or why', () => {
  const file = writeCalendar({ name: 'Appointments', events: [appointmentEvent(session, about)] })
  for (const word of ['maya', 'ada', 'practice', 'therap', 'session', 'Ill'])
    expect(file.toLowerCase()).not.toContain(word.toLowerCase())
})
