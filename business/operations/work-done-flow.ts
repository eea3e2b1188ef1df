import { membersOf } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import type { WorkDone } from './claim-page.ts'
import { workOn } from './work-store.ts'

/** What was done about one thing, by whom, the first deed first. */
export async function workDone(db: Db, world: World, item: string): Promise<WorkDone[]> {
  const members = await membersOf(db, world.operator)
  const byUser = new Map(members.map(({ userId, name }) => [userId, name]))
  const byMember = new Map(members.map(({ id, name }) => [id, name]))
  const work = (await workOn(db, world.operator, [item])).get(item) ?? []
  return work.map(({ deed, words, until, ownerId, by, at }) => ({
    deed,
    words,
    until,
    owner: ownerId === null ? null : (byMember.get(ownerId) ?? null),
    by: byUser.get(by) ?? 'Somebody who has left',
    at,
  }))
}
