import { sql } from 'kysely'
import type { Clock, Ids, Mail } from '../business/world.ts'

/**
 * The outbox: letters are recorded in the transaction of what they tell, and sent afterwards by a deed. Under operations
 * for any practice, under portal for the practice of the transaction, and for the operator when a person's own request
 * writes in its name.
 */
export function mailStore(operator: string, { clock, ids }: { clock: Clock; ids: Ids }): Mail {
  return {
    async post(db, { practiceId, id = ids.next(), to, subject, body, about }) {
      const at = clock.now()
      if (practiceId === operator && (await isUnderPortal(db))) {
        await sql`select house.post_as_operator(${id}, ${to}, ${subject}, ${body}, ${about}, ${at})`.execute(db)
        return { id }
      }
      await db
        .insertInto('house.mail')
        .values({ practice_id: practiceId, id, recipient: to, subject, body, about, recorded_at: at })
        .onConflict((conflict) => conflict.columns(['practice_id', 'id']).doNothing())
        .execute()
      return { id }
    },
  }
}

async function isUnderPortal(db: Parameters<Mail['post']>[0]): Promise<boolean> {
  const { rows } = await sql<{ under: string }>`select current_user as under`.execute(db)
  return rows[0]?.under === 'portal'
}
