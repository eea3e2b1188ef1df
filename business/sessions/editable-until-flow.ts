import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import type { Db, World } from '../world.ts'
import { timeLimits } from './catalogue-store.ts'
import { confirmationsOf } from './confirmation-store.ts'
import { correctionDeadline } from './correction-deadline.ts'
import { lockOf } from './lock-store.ts'
import type { Session } from './session-store.ts'

/** Until when a confirmed session may be corrected; null while it is not confirmed, or no limit is in force. */
export async function editableUntil(
  db: Db,
  world: World,
  { practiceId, id }: Pick<Session, 'practiceId' | 'id'>,
): Promise<Instant | null> {
  const [first] = await confirmationsOf(db, practiceId, id)
  if (first === undefined) return null
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'correct_within')
  const hours = limits.map((limit) => ({ ...limit, hours: limit.value }))
  return correctionDeadline(first.confirmedAt, dateIn(first.confirmedAt, world.zone), hours)
}

/** Whether corrections are over: the session is locked, or will be as soon as the next deed looks. */
export async function isClosed(db: Db, world: World, session: Pick<Session, 'practiceId' | 'id'>): Promise<boolean> {
  if ((await lockOf(db, session.practiceId, session.id)) !== null) return true
  const until = await editableUntil(db, world, session)
  return until !== null && world.clock.now() >= until
}
