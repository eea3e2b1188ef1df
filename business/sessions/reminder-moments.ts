import { addDays, addHours, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'

// Letters leave by daylight, four times a day on the practice's wall: nobody's phone lights up at three in the morning.
const postHours = ['08:00', '12:00', '16:00', '20:00'] as const

/** When a client is reminded: at the last hour of post that is still so many hours ahead of the session, or more. */
export function clientReminderAt(startsAt: Instant, hours: number, zone: string): Instant {
  const latest = addHours(startsAt, -hours)
  const day = dateIn(latest, zone)
  const moments = [addDays(day, -1), day].flatMap((on) => postHours.map((hour) => instantAt(on, hour, zone)))
  return moments.findLast((moment) => moment <= latest) ?? latest
}

/** When a clinician is reminded: at the first hour of post so many hours after the session ended. */
export function clinicianReminderAt(endsAt: Instant, hours: number, zone: string): Instant {
  const earliest = addHours(endsAt, hours)
  const day = dateIn(earliest, zone)
  const moments = [day, addDays(day, 1)].flatMap((on) => postHours.map((hour) => instantAt(on, hour, zone)))
  return moments.find((moment) => moment >= earliest) ?? earliest
}
