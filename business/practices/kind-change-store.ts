import type { Db } from '../world.ts'
import { type Recorded, rowOf } from './row-of.ts'

/** A solo practice becomes a group, under a name of its own where it has one. */
export async function recordKindChange(
  db: Db,
  change: Recorded & { kind: 'solo' | 'group'; name: string; reason: string },
): Promise<void> {
  const { kind, name, reason } = change
  await db
    .insertInto('practices.kind_change')
    .values({ ...rowOf(change), kind, name, reason })
    .execute()
}
