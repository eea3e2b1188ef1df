import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type ConsultantException, isAwayAllDay } from './consultant-day.ts'

export type Consultant = { memberId: string; isActive: boolean }

/**
 * Who does a follow-up on a day: its owner; where they are away that whole day, or work here no more, the first consultant
 * who is here, in the order given. Nobody: it stands in the queue and waits for somebody to take it.
 */
export function whoFollowsUp(
  ownerId: string | null,
  { consultants, exceptions }: { consultants: readonly Consultant[]; exceptions: readonly ConsultantException[] },
  on: CalendarDate,
): { memberId: string | null; because: 'owner' | 'owner_away' | 'owner_left' | 'no_owner' | 'nobody_here' } {
  const isHere = ({ memberId, isActive }: Consultant) => isActive && !isAwayAllDay(memberId, on, exceptions)
  const owner = consultants.find(({ memberId }) => memberId === ownerId)
  if (owner !== undefined && isHere(owner)) return { memberId: owner.memberId, because: 'owner' }
  const other = consultants.find(isHere)
  if (other === undefined) return { memberId: null, because: 'nobody_here' }
  if (ownerId === null) return { memberId: other.memberId, because: 'no_owner' }
  return { memberId: other.memberId, because: owner?.isActive === true ? 'owner_away' : 'owner_left' }
}
