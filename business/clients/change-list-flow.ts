import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import type { Db, Who, World } from '../world.ts'
import { addToRoster, recordListChange, rosterEver } from './roster-store.ts'

type Asks = Pick<Who, 'practiceId' | 'userId'>

/** Takes a client off one clinician's list and puts them on another's; what was recorded under either stays. */
export async function moveBetweenLists(
  db: Db,
  world: World,
  { practiceId, userId }: Asks,
  { personId, fromMemberId, toMemberId }: { personId: string; fromMemberId: string; toMemberId: string },
): Promise<void> {
  const change = { practiceId, personId, at: world.clock.now(), by: userId }
  const left = { ...change, memberId: fromMemberId, id: world.ids.next(), deed: 'left' as const, toMember: toMemberId }
  await recordListChange(db, left)
  await putOnList(db, world, { practiceId, userId }, { personId, memberId: toMemberId })
}

/** Puts a client on a clinician's list, or on it again. */
export async function putOnList(
  db: Db,
  world: World,
  { practiceId, userId: by }: Asks,
  { personId, memberId }: { personId: string; memberId: string },
): Promise<void> {
  const at = world.clock.now()
  const today: CalendarDate = dateIn(at, world.zone)
  const listed = (await rosterEver(db, practiceId, today)).filter((entry) => entry.personId === personId)
  const own = listed.filter((entry) => entry.memberId === memberId)
  if (own.some(({ inForce }) => inForce)) return
  if (own.length === 0) return addToRoster(db, { practiceId, personId, memberId, from: today, at, by })
  await recordListChange(db, {
    practiceId,
    personId,
    memberId,
    id: world.ids.next(),
    deed: 'joined',
    toMember: null,
    at,
    by,
  })
}
