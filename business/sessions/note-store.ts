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
      body: note.body,
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
  return rows.map((row) => ({ ...row, kind: row.kind as Note['kind'] }))
}
