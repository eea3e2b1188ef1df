import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { DeletionDeed } from './deletion-state.ts'

export type DeletionSubject =
  | { subject: 'client'; personId: string }
  | { subject: 'member'; practiceId: string; memberId: string }

export type DeletionRequest = DeletionSubject & { id: string; userId: string; words: string | null; askedAt: Instant }

/** Under whom it is about: asks for deletion. False: a request of theirs is open already. */
export async function recordDeletionRequest(
  db: Db,
  asked: { id: string; subject: 'client' | 'member'; words: string | null; at: Instant },
): Promise<boolean> {
  const { id, subject, words, at } = asked
  const { rows } = await sql<{ asked: boolean }>`
    select deletions.ask(${id}::uuid, ${subject}, ${words}, ${at}) as asked
  `.execute(db)
  return rows[0]?.asked === true
}

/** Under whom it is about: takes it back. False: none of theirs is open under this id. */
export async function withdrawDeletionRequest(db: Db, { id, at }: { id: string; at: Instant }): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`
    select deletions.withdraw(${id}::uuid, ${at}) as withdrawn
  `.execute(db)
  return rows[0]?.withdrawn === true
}

/** The requests that the one who asks may read, the latest last. */
export async function deletionRequests(db: Db): Promise<DeletionRequest[]> {
  const rows = await db
    .selectFrom('deletions.request')
    .select(['id', 'subject', 'person_id', 'of_practice', 'member_id', 'user_id', 'words', 'asked_at'])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(
    ({ id, subject, person_id, of_practice, member_id, user_id, words, asked_at }): DeletionRequest[] => {
      const rest = { id, userId: user_id, words, askedAt: asked_at }
      if (subject === 'client') return person_id === null ? [] : [{ ...rest, subject, personId: person_id }]
      if (of_practice === null || member_id === null) return []
      return [{ ...rest, subject, practiceId: of_practice, memberId: member_id }]
    },
  )
}

/** Under operations: the address of the login that asked; null: it has gone. */
export async function addressOfAsker(db: Db, requestId: string): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`
    select deletions.address_of_asker(${requestId}::uuid) as email
  `.execute(db)
  return rows[0]?.email ?? null
}

/** The address of the login that asks, as it is signed in. */
export async function ownAddress(db: Db): Promise<string | null> {
  const { rows } = await sql<{ email: string | null }>`select deletions.my_address() as email`.execute(db)
  return rows[0]?.email ?? null
}

export type DeletionEvent = {
  requestId: string
  kind: DeletionDeed
  words: string | null
  at: Instant
  /** The login that did it; null: the house. */
  by: string | null
}

/** What was said and done of the requests that the one who asks may read, the first first. */
export async function deletionEvents(db: Db): Promise<DeletionEvent[]> {
  const rows = await db
    .selectFrom('deletions.event')
    .select(['request_id as requestId', 'kind', 'words', 'at', 'by'])
    .orderBy('at')
    .orderBy(sql`kind like 'final%', array_position(array['final_proposed', 'approved', 'final_approved'], kind)`)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as DeletionDeed }))
}

/** Under operations: one thing said of a request, once. False: it was said already, perhaps by somebody else just now. */
export async function recordDeletionEvent(
  db: Db,
  request: DeletionRequest,
  event: Omit<DeletionEvent, 'requestId'> & { operator: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('deletions.event')
    .values({
      practice_id: event.operator,
      request_id: request.id,
      kind: event.kind,
      person_id: request.subject === 'client' ? request.personId : null,
      user_id: request.userId,
      words: event.words,
      at: event.at,
      by: event.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows > 0n
}

/** Two of the operator's people who answer one case do it one after the other, and the second sees what the first did. */
export async function oneCaseAtATime(db: Db, requestId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`deletion ${requestId}`}, 0))`.execute(db)
}

export type CarriedOut =
  | 'carried_out'
  | 'carried_out_already'
  | 'no_such_request'
  | 'closed'
  | 'not_approved'
  | 'second_person_needed'
  | 'kept_by_law'

/** Under operations: blanks and removes what may go, through the database's one door. A second time it does nothing. */
export async function carryOutDeletion(
  db: Db,
  { id, by, at, phase }: { id: string; by: string; at: Instant; phase: 'now' | 'final' },
): Promise<CarriedOut> {
  const door = phase === 'now' ? sql`deletions.carry_out` : sql`deletions.carry_out_final`
  const { rows } = await sql<{ answer: CarriedOut }>`
    select ${door}(${id}::uuid, ${by}::uuid, ${at}) as answer
  `.execute(db)
  return rows[0]?.answer ?? 'no_such_request'
}

export type KeptRecord = { requestId: string; record: string; until: CalendarDate; source: string; certainty: string }

export async function recordKept(
  db: Db,
  operator: string,
  request: DeletionRequest,
  kept: readonly Omit<KeptRecord, 'requestId'>[],
): Promise<void> {
  if (kept.length === 0) return
  const owner = {
    practice_id: operator,
    request_id: request.id,
    person_id: request.subject === 'client' ? request.personId : null,
    user_id: request.userId,
  }
  await db
    .insertInto('deletions.kept')
    .values(kept.map(({ record, until, source, certainty }) => ({ ...owner, record, until, source, certainty })))
    .execute()
}

/** What was kept of the cases that the one who asks may read. */
export async function keptRecords(db: Db): Promise<KeptRecord[]> {
  return db
    .selectFrom('deletions.kept')
    .select(['request_id as requestId', 'record', 'until', 'source', 'certainty'])
    .orderBy('until')
    .orderBy('record')
    .execute()
}

export type Tombstone = { phase: 'now' | 'final'; subject: string; count: number; at: Instant }

/** Under operations: of how many rows of which table a case blanked or removed what they held. */
export async function tombstonesOf(db: Db, requestId: string): Promise<Tombstone[]> {
  const rows = await db
    .selectFrom('deletions.tombstone')
    .select(['phase', 'subject', 'count', 'at'])
    .where('request_id', '=', requestId)
    .orderBy('phase', 'desc')
    .orderBy('subject')
    .execute()
  return rows.map((row) => ({ ...row, phase: row.phase as Tombstone['phase'] }))
}

/** Under operations: takes the address from last letters that left before a moment; how many. */
export async function forgetSentLetters(db: Db, { before, at }: { before: Instant; at: Instant }): Promise<number> {
  const { rows } = await sql<{ did: number }>`
    select deletions.forget_sent_letters(${before}, ${at}) as did
  `.execute(db)
  return rows[0]?.did ?? 0
}
