import { sql } from 'kysely'
import type { Db } from '../world.ts'

/** Where a member's letters go; null for a member without a login. Only deeds of the house may ask. */
export async function addressOf(db: Db, userId: string | null): Promise<string | null> {
  if (userId === null) return null
  const { rows } = await sql<{ address: string | null }>`select practices.address_of(${userId}) as address`.execute(db)
  return rows[0]?.address ?? null
}
