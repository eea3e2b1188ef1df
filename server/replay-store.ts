import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../business/world.ts'
import type { Instant } from '../libraries/calendar/index.ts'

export type AskedBy = { practiceId: string; userId: string; key: string }
export type Asked = { route: string; contentSha256: string }
export type Answer = { status: number; answer: unknown }

/** A hash of what was asked; the order of an object's keys does not matter. */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)) ?? '')
    .digest('hex')
}

/**
 * The first answer under this key, or null when it is new. Whoever asks with the same key at the same time waits here
 * until the first is through. A key used for another question is 'other_content'.
 */
export async function firstAnswer(db: Db, by: AskedBy, asked: Asked): Promise<Answer | 'other_content' | null> {
  const lock = `${by.practiceId} ${by.userId} ${by.key}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db)
  const known = await db
    .selectFrom('house.replayed_answer')
    .select(['route', 'content_sha256', 'status', 'answer'])
    .where((row) => row.and({ practice_id: by.practiceId, user_id: by.userId, key: by.key }))
    .executeTakeFirst()
  if (known === undefined) return null
  if (known.route !== asked.route || known.content_sha256 !== asked.contentSha256) return 'other_content'
  return { status: known.status, answer: known.answer }
}

export async function keepAnswer(db: Db, by: AskedBy, asked: Asked, given: Answer & { at: Instant }): Promise<void> {
  await db
    .insertInto('house.replayed_answer')
    .values({
      practice_id: by.practiceId,
      user_id: by.userId,
      key: by.key,
      route: asked.route,
      content_sha256: asked.contentSha256,
      status: given.status,
      answer: given.answer === undefined ? null : JSON.stringify(given.answer),
      at: given.at,
    })
    .execute()
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  )
}
