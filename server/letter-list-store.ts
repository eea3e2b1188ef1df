import { sql } from 'kysely'
import type { Db } from '../business/world.ts'
import type { Instant } from '../libraries/calendar/index.ts'

export type LetterState = 'waits' | 'sent' | 'kept' | 'refused' | 'failed'

/** A letter of the house with how it stands: its last attempt, or that there was none yet. */
export type ListedLetter = {
  id: string
  practiceId: string
  practiceName: string
  to: string
  subject: string
  body: string
  about: string | null
  recordedAt: Instant
  state: LetterState
  detail: string | null
  triedAt: Instant | null
  attempts: number
}

export const lettersPerPage = 50

/** The letters of every practice and of the operator, the latest first; in one state, or all. */
export async function lettersListed(
  db: Db,
  { state, page }: { state: LetterState | null; page: number },
): Promise<{ count: number; byState: Record<LetterState, number>; letters: ListedLetter[] }> {
  const counted = await sql<{ state: LetterState; count: number }>`
    select ${standing} as state, count(*)::int as count ${from} group by 1
  `.execute(db)
  const byState = { waits: 0, sent: 0, kept: 0, refused: 0, failed: 0 }
  for (const row of counted.rows) byState[row.state] = row.count
  const { rows } = await sql<ListedLetter>`
    select mail.id, mail.practice_id as "practiceId", practice.name as "practiceName", mail.recipient as "to",
      mail.subject, mail.body, mail.about, mail.recorded_at as "recordedAt", ${standing} as state, last.detail,
      last.at as "triedAt", coalesce(last.attempts, 0)::int as attempts
    ${from}
    where ${state}::text is null or ${standing} = ${state}
    order by mail.recorded_at desc, mail.id desc
    limit ${lettersPerPage} offset ${(page - 1) * lettersPerPage}
  `.execute(db)
  const all = Object.values(byState).reduce((total, count) => total + count, 0)
  return { count: state === null ? all : byState[state], byState, letters: rows }
}

/** Letters that were refused for good: nobody has read them. */
export async function refusedLetters(db: Db): Promise<ListedLetter[]> {
  return (await lettersListed(db, { state: 'refused', page: 1 })).letters
}

const standing = sql`coalesce(last.outcome, 'waits')`
const from = sql`
  from house.mail as mail
  join practices.practice as practice on practice.practice_id = mail.practice_id
  left join lateral (
    select attempt.outcome, attempt.detail, attempt.at, count(*) over () as attempts
    from house.mail_attempt as attempt
    where attempt.practice_id = mail.practice_id and attempt.mail_id = mail.id
    order by attempt.at desc, attempt.id desc limit 1
  ) as last on true`
