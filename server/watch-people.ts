import { sql } from 'kysely'
import type { Db } from '../business/world.ts'

type Doors = { operations: Db; orders?: () => number }

/**
 * Notices that people wrote something while the clock is on its way, since every write of theirs keeps its first answer,
 * or gave the world outside an order.
 */
export async function watchPeople({
  operations,
  orders = () => 0,
}: Doors): Promise<{ didSomething(): Promise<boolean> }> {
  let before = (await answersKept(operations)) + orders()
  return {
    async didSomething() {
      const now = (await answersKept(operations)) + orders()
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
