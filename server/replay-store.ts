import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../business/world.ts'
import { decryptJson, encryptJson } from '../database/encryption.ts'
import type { Instant } from '../libraries/calendar/index.ts'

/** A member of a practice, or a client for a person. */
export type AskedBy = ({ practiceId: string } | { personId: string }) & { userId: string; key: string }
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
  const lock = `${ownerOf(by)} ${by.userId} ${by.key}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db)
  const known = await ('practiceId' in by ? answerToPractice(db, by) : answerToPerson(db, by))
  if (known === undefined) return null
  if (known.route !== asked.route || known.content_sha256 !== asked.contentSha256) return 'other_content'
  const { status, answer } = known
  return { status, answer: answer === null ? null : await decryptJson(db, columnOf(by), rowOf(by), answer) }
}

export async function keepAnswer(db: Db, by: AskedBy, asked: Asked, given: Answer & { at: Instant }): Promise<void> {
  const row = {
    user_id: by.userId,
    key: by.key,
    route: asked.route,
    content_sha256: asked.contentSha256,
    status: given.status,
    answer: given.answer === undefined ? null : await encryptJson(db, columnOf(by), rowOf(by), given.answer),
    at: given.at,
  }
  await ('practiceId' in by
    ? db.insertInto('house.replayed_answer').values({ ...row, practice_id: by.practiceId })
    : db.insertInto('house.replayed_answer_to_person').values({ ...row, person_id: by.personId })
  ).execute()
}

function columnOf(by: AskedBy) {
  return 'practiceId' in by ? 'house.replayed_answer.answer' : 'house.replayed_answer_to_person.answer'
}

function rowOf(by: AskedBy): string[] {
  return [ownerOf(by), by.userId, by.key]
}

function ownerOf(by: AskedBy): string {
  return 'practiceId' in by ? by.practiceId : by.personId
}

function answerToPractice(db: Db, by: { practiceId: string; userId: string; key: string }) {
  return db
    .selectFrom('house.replayed_answer')
    .select(['route', 'content_sha256', 'status', 'answer'])
    .where((row) => row.and({ practice_id: by.practiceId, user_id: by.userId, key: by.key }))
    .executeTakeFirst()
}

function answerToPerson(db: Db, by: { personId: string; userId: string; key: string }) {
  return db
    .selectFrom('house.replayed_answer_to_person')
    .select(['route', 'content_sha256', 'status', 'answer'])
    .where((row) => row.and({ person_id: by.personId, user_id: by.userId, key: by.key }))
    .executeTakeFirst()
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
