import { sql } from 'kysely'
import type { Db } from '../world.ts'

/** Of the sessions whose claim has gone out, whether it was ever sent back or denied, by the session's id. */
export async function sentClaims(db: Db, sessionIds: readonly string[]): Promise<Map<string, 'clean' | 'sent_back'>> {
  const { rows } = await sql<{ session_id: string; is_clean: boolean }>`
    select claim.session_id, not bool_or(event.kind in ('rejected', 'file_rejected', 'denied')) as is_clean
    from claims.claim as claim
    join claims.event as event on event.practice_id = claim.practice_id and event.claim_id = claim.id
    where claim.session_id = any(${sessionIds}::uuid[])
    group by claim.session_id
    having bool_or(event.kind = 'sent')
  `.execute(db)
  return new Map(rows.map(({ session_id, is_clean }) => [session_id, is_clean ? 'clean' : 'sent_back']))
}
