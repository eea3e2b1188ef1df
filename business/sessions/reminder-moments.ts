import { addDays, addHours, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'

// Letters leave by daylight, four times a day on the practice's wall: nobody's phone lights up at three in the morning.
const postHours = ['08:00', '12:00', '16:00', '20:00'] as const
const latestPostFirst = postHours.toReversed()

/** When a client is reminded: at the last hour of post that is still so many hours ahead of the session, or more. */
export function clientReminderAt(startsAt: Instant, hours: number, zone: string): Instant {
  const latest = addHours(startsAt, -hours)
  const day = dateIn(latest, zone)
  for (const on of [day, addDays(day, -1)]) {
    for (const hour of latestPostFirst) {
      const moment = instantAt(on, hour, zone)
      if (moment <= latest) return moment
    }
  }
  return latest
}

/** When a clinician is reminded: at the first hour of post so many hours after the session ended. */
export function clinicianReminderAt(endsAt: Instant, hours: number, zone: string): Instant {
  const earliest = addHours(endsAt, hours)
  const day = dateIn(earliest, zone)
  for (const on of [day, addDays(day, 1)]) {
    for (const hour of postHours) {
      const moment = instantAt(on, hour, zone)
      if (moment >= earliest) return moment
    }
  }
  return earliest
}
