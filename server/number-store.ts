import { sql } from 'kysely'
import type { Numbers } from '../business/world.ts'

/**
 * Numbers taken one after the other by whoever asks, in the asker's transaction. Two who ask at once wait for each other
 * on the key, and the second takes the next.
 */
export function numberStore(operator: string): Numbers {
  return {
    async allocate(db, { partner, kind, at, first = 1 }) {
      for (;;) {
        const { rows } = await sql<{ number: number }>`
          insert into house.allocated_number (practice_id, partner, kind, number, allocated_at)
          select ${operator}, ${partner}, ${kind}, coalesce(max(number) + 1, ${first}), ${at}
          from house.allocated_number
          where practice_id = ${operator} and partner = ${partner} and kind = ${kind}
          on conflict do nothing
          returning number
        `.execute(db)
        const taken = rows[0]
        if (taken !== undefined) return taken.number
      }
    },
  }
}
