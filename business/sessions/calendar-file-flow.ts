import { addHours } from '../../libraries/calendar/index.ts'
import { writeCalendar } from '../../libraries/icalendar/index.ts'
import { practiceById } from '../practices/index.ts'
import { feedByToken } from '../scheduling/index.ts'
import type { Db, World } from '../world.ts'
import { appointmentEvent } from './appointment-event.ts'
import { type PlannedSession, sessionsBetween } from './session-store.ts'

// Calendar programs fetch the whole file each time: what is long over is not needed in it.
const behindHours = 90 * 24
const aheadHours = 400 * 24

/** The calendar file behind a private address; null where no address has this token, or it was closed. */
export async function feedFile(db: Db, world: World, tokenSha256: string): Promise<string | null> {
  const feed = await feedByToken(db, tokenSha256)
  if (feed === null) return null
  const { practiceId, memberId } = feed
  const now = world.clock.now()
  const between = { from: addHours(now, -behindHours), until: addHours(now, aheadHours), memberId }
  return calendarFile(db, world, practiceId, await sessionsBetween(db, practiceId, between))
}

/** Sessions of a practice as a calendar file: times on the practice's wall, and nothing of health. */
export async function calendarFile(
  db: Db,
  world: World,
  practiceId: string,
  sessions: readonly PlannedSession[],
): Promise<string> {
  const zone = (await practiceById(db, practiceId))?.timeZone ?? world.zone
  return writeCalendar({ name: 'Appointments', events: sessions.map((session) => appointmentEvent(session, { zone })) })
}
