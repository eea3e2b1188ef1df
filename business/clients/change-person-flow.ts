import { dateIn } from '../../libraries/calendar/index.ts'
import type { Db, World } from '../world.ts'
import { adultOn } from './adult-on.ts'
import { endGuardiansOn } from './household-store.ts'
import { majorityAges } from './majority-age-store.ts'
import { type Person, recordPersonChange } from './person-store.ts'

/**
 * Under a person: all that is known of them from now on. Who moves to a state where they are of age sooner is so by its law,
 * and their guardians' access ends on that day: today, where it has passed there. It never lasts longer for a move, since
 * a guardian may write the address too.
 */
export async function changePerson(
  db: Db,
  world: World,
  { before, after, by }: { before: Person; after: Person; by: string },
): Promise<{ id: string }> {
  const id = world.ids.next()
  const at = world.clock.now()
  await recordPersonChange(db, after, { id, at, by })
  const { personId, dateOfBirth } = after
  if (dateOfBirth === null || (before.state === after.state && before.dateOfBirth === dateOfBirth)) return { id }
  const until = adultOn(dateOfBirth, after.state, await majorityAges(db))
  await endGuardiansOn(db, { personId, until, on: dateIn(at, world.zone) })
  return { id }
}
