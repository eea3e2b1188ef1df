import { type Clinician, clinicianById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who } from '../world.ts'

/** The clinician whose calendar somebody asks for: a clinician's own; an owner's or administrator's choice. */
export async function ownCalendar(
  db: Db,
  who: Pick<Who, 'practiceId' | 'memberId' | 'role'>,
  memberId: string,
): Promise<Clinician> {
  const clinician = await clinicianById(db, who.practiceId, memberId)
  if (clinician !== null && (who.role !== 'clinician' || memberId === who.memberId)) return clinician
  const detail = 'There is no such clinician in this practice, or it is a colleague’s calendar.'
  throw new Refusal({ status: 404, code: 'calendar_not_found', detail })
}
