import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../business/world.ts'
import type { Instant } from '../libraries/calendar/index.ts'

export type AuditEvent = {
  /** Null: a client for the person of the transaction; the event stands in the operator's name. */
  practiceId: string | null
  id: string
  at: Instant
  userId: string | null
  personId: string | null
  action: string
  subject: string
  reason: string | null
}

export type EventRow = {
  id: string
  at: Instant
  user_id: string | null
  person_id: string | null
  action: string
  subject: string
  reason: string | null
}

const largestBatch = 10_000

/** Each event follows the last one of the same login: its hash covers that one's (audit.append). */
export async function recordAudit(db: Db, events: AuditEvent[]): Promise<void> {
  for (const { practiceId, id, at, userId, personId, action, subject, reason } of events) {
    if (practiceId === null) {
      await sql`select audit.record_as_person(${id}, ${at}, ${action}, ${subject})`.execute(db)
      continue
    }
    await sql`
      select audit.append(${practiceId}, ${id}, ${at}, ${userId}, ${personId}, ${action}, ${subject}, ${reason})
    `.execute(db)
  }
}

/**
 * Closes every practice's events from before a moment in batches, each sealed with a hash over its events and the seal
 * before it. Runs under operations; answers how many seals were set.
 */
export async function sealAudit(db: Db, { at, before }: { at: Instant; before: Instant }): Promise<number> {
  const { rows: practices } = await sql<{ practice_id: string }>`
    select distinct event.practice_id from audit.event
    where event.at < ${before} and not exists (
      select from audit.sealed_event sealed
      where sealed.practice_id = event.practice_id and sealed.event_id = event.id
    )
  `.execute(db)
  let seals = 0
  for (const { practice_id } of practices) {
    while (await db.transaction().execute((transaction) => sealBatch(transaction, practice_id, { at, before })))
      seals += 1
  }
  return seals
}

async function sealBatch(
  db: Db,
  practiceId: string,
  { at, before }: { at: Instant; before: Instant },
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`seal ${practiceId}`}, 0))`.execute(db)
  const { rows: events } = await sql<EventRow>`
    select event.id, event.at, event.user_id, event.person_id, event.action, event.subject, event.reason
    from audit.event
    where event.practice_id = ${practiceId} and event.at < ${before} and not exists (
      select from audit.sealed_event sealed
      where sealed.practice_id = event.practice_id and sealed.event_id = event.id
    )
    order by event.id limit ${largestBatch}
  `.execute(db)
  if (events.length === 0) return false
  const last = await db
    .selectFrom('audit.seal')
    .select(['number', 'hash'])
    .where('practice_id', '=', practiceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  const previous = last?.hash ?? ''
  await db
    .insertInto('audit.seal')
    .values({
      practice_id: practiceId,
      number,
      event_count: events.length,
      previous_hash: previous,
      hash: sealHash(practiceId, number, previous, events),
      sealed_at: at,
    })
    .execute()
  const ids = events.map((event) => event.id)
  await sql`
    insert into audit.sealed_event (practice_id, event_id, seal_number)
    select ${practiceId}, id, ${number} from unnest(${ids}::uuid[]) id
  `.execute(db)
  return true
}

/** The events of a seal that are still there, in the order in which it was made. */
export async function eventsOfSeal(db: Db, practiceId: string, number: number): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select event.id, event.at, event.user_id, event.person_id, event.action, event.subject, event.reason
    from audit.sealed_event sealed
    join audit.event event on event.practice_id = sealed.practice_id and event.id = sealed.event_id
    where sealed.practice_id = ${practiceId} and sealed.seal_number = ${number}
    order by event.id
  `.execute(db)
  return rows
}

export function sealHash(practiceId: string, number: number, previous: string, events: EventRow[]): string {
  const hash = createHash('sha256').update(JSON.stringify([practiceId, number, previous]))
  for (const e of events) {
    hash.update(JSON.stringify([e.id, e.at, e.user_id, e.person_id, e.action, e.subject, e.reason]))
  }
  return hash.digest('hex')
}
