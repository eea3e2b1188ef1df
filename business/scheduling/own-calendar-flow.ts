import { type Clinician, clinicianById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who } from '../world.ts'

/** The clinician whose calendar somebody asks for: one's own, or, where one may see everybody's, whosever is chosen. */
export async function ownCalendar(
  db: Db,
  who: Pick<Who, 'practiceId' | 'memberId' | 'may'>,
  memberId: string,
  wanted: 'calendar' | 'planning' = 'calendar',
): Promise<Clinician> {
  const clinician = await clinicianById(db, who.practiceId, memberId)
  if (clinician !== null && (who.may[wanted] === 'all' || memberId === who.memberId)) return clinician
  const detail = 'There is no such clinician in this practice, or it is a colleague’s calendar.'
  throw new Refusal({ status: 404, code: 'calendar_not_found', detail })
}
