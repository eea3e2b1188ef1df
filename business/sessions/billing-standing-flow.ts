import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { compactStatesOn } from '../coverage/index.ts'
import { type Standing, standingOf } from '../credentialing/index.ts'
import { type CompactsAround, restPrivileges } from '../credentialing/rest-privileges.ts'
import { clinicianById } from '../practices/index.ts'
import type { Db } from '../world.ts'

/** What a clinician holds, as a decision about a day takes it: a compact privilege for the days on which it rests on a home license. */
export async function billingStanding(
  db: Db,
  { practiceId, memberId }: { practiceId: string; memberId: string },
  on: CalendarDate,
): Promise<Standing> {
  const standing = await standingOf(db, practiceId, memberId)
  if (!standing.authorities.some(({ kind }) => kind === 'compact_privilege')) return standing
  const family = (await clinicianById(db, practiceId, memberId))?.licenceFamily ?? ''
  return restPrivileges(standing, { family, compacts: await compactsInForce(db, on) })
}

/** Where which compact is in force, by the edition that answers for a day. */
export async function compactsInForce(db: Db, on: CalendarDate): Promise<CompactsAround['compacts']> {
  return (await compactStatesOn(db, on)).filter(({ standing }) => standing === 'in_force')
}
