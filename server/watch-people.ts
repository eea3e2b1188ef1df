import { sql } from 'kysely'
import type { Db } from '../business/world.ts'

/** Notices that people wrote something while the clock is on its way: every write of theirs keeps its first answer. */
export async function watchPeople(operations: Db): Promise<{ wroteSomething(): Promise<boolean> }> {
  let before = await answersKept(operations)
  return {
    async wroteSomething() {
      const now = await answersKept(operations)
      const isMore = now !== before
      before = now
      return isMore
    },
  }
}

async function answersKept(operations: Db): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    select (select count(*) from house.replayed_answer)::int + (select count(*) from house.replayed_answer_to_person)::int
      as kept
  `.execute(operations)
  return rows[0]?.kept ?? 0
}
