import { decrypt, encrypt } from '../../database/encryption.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A signed note is locked: what is added later is an addendum of its own. */
export type Note = { id: string; kind: 'note' | 'addendum'; body: string; signedAt: Instant; signedBy: string }

export async function recordNote(db: Db, note: Note & { practiceId: string; sessionId: string }): Promise<void> {
  await db
    .insertInto('sessions.note')
    .values({
      practice_id: note.practiceId,
      id: note.id,
      session_id: note.sessionId,
      kind: note.kind,
      body: await encrypt(db, 'sessions.note.body', [note.practiceId, note.id], note.body),
      signed_at: note.signedAt,
      signed_by: note.signedBy,
    })
    .execute()
}

/** The note first, then its addenda in order. */
export async function notesOf(db: Db, practiceId: string, sessionId: string): Promise<Note[]> {
  const rows = await db
    .selectFrom('sessions.note')
    .select(['id', 'kind', 'body', 'signed_at as signedAt', 'signed_by as signedBy'])
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => opened(db, practiceId, row)))
}

/** Every note about a client in a practice with its session, the latest session first; a note before its addenda. */
export async function notesOfPerson(
  db: Db,
  practiceId: string,
  personId: string,
): Promise<(Note & { sessionId: string; startsAt: Instant; memberId: string })[]> {
  const rows = await db
    .selectFrom('sessions.note as note')
    .innerJoin('sessions.planned as planned', (join) =>
      join.onRef('planned.practice_id', '=', 'note.practice_id').onRef('planned.id', '=', 'note.session_id'),
    )
    .select(['note.id', 'note.kind', 'note.body', 'note.signed_at as signedAt', 'note.signed_by as signedBy'])
    .select(['planned.id as sessionId', 'planned.starts_at as startsAt', 'planned.member_id as memberId'])
    .where('note.practice_id', '=', practiceId)
    .where('planned.person_id', '=', personId)
    .orderBy('planned.starts_at', 'desc')
    .orderBy('note.signed_at')
    .orderBy('note.id')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      ...(await opened(db, practiceId, row)),
      sessionId: row.sessionId ?? '',
      startsAt: row.startsAt as Instant,
      memberId: row.memberId ?? '',
    })),
  )
}

type Kept = Omit<Note, 'kind' | 'body'> & { kind: string; body: Uint8Array }

async function opened(db: Db, practiceId: string, { id, kind, body, signedAt, signedBy }: Kept): Promise<Note> {
  const text = await decrypt(db, 'sessions.note.body', [practiceId, id], body)
  return { id, kind: kind as Note['kind'], body: text, signedAt, signedBy }
}
