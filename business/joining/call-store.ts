import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { CallChange, CallRow } from './standing-call.ts'

/** One deed about calls at a time: whoever comes second sees what the first one took. Held to the transaction's end. */
export async function holdCalls(db: Db, operator: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calls ${operator}`}, 0))`.execute(db)
}

/** Takes the slot; false where somebody else has it already. */
export async function recordCall(
  db: Db,
  call: Omit<CallRow, 'changed' | 'turn'> & { practiceId: string },
): Promise<boolean> {
  const { practiceId, memberId, startsAt } = call
  const { turns } = await db
    .selectFrom('joining.call as former')
    .innerJoin('joining.call_change as change', (join) =>
      join.onRef('change.practice_id', '=', 'former.practice_id').onRef('change.call_id', '=', 'former.id'),
    )
    .select(({ fn }) => fn.countAll<string>().as('turns'))
    .where('former.practice_id', '=', practiceId)
    .where('former.member_id', '=', memberId)
    .where('former.starts_at', '=', startsAt)
    .executeTakeFirstOrThrow()
  const taken = await db
    .insertInto('joining.call')
    .values({
      practice_id: practiceId,
      id: call.id,
      application_id: call.applicationId,
      member_id: memberId,
      starts_at: startsAt,
      ends_at: call.endsAt,
      turn: Number(turns),
      asked_again: call.askedAgain,
      recorded_at: call.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'member_id', 'starts_at', 'turn']).doNothing())
    .executeTakeFirst()
  return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Every call that was booked, the first first, with what became of it. */
export async function calls(db: Db): Promise<CallRow[]> {
  const rows = await db
    .selectFrom('joining.call as call')
    .leftJoin('joining.call_change as change', (join) =>
      join.onRef('change.practice_id', '=', 'call.practice_id').onRef('change.call_id', '=', 'call.id'),
    )
    .select(['call.id', 'call.application_id as applicationId', 'call.member_id as memberId', 'call.turn'])
    .select(['call.starts_at as startsAt', 'call.ends_at as endsAt', 'call.asked_again as askedAgain'])
    .select(['call.recorded_at as at', 'change.recorded_at as changedAt'])
    .select(['change.deed', 'change.side', 'change.words', 'change.next_call_id as nextCallId'])
    .orderBy('call.recorded_at')
    .orderBy('call.id')
    .execute()
  return rows.map(({ deed, side, words, nextCallId, changedAt, ...call }) => ({
    ...call,
    changed:
      deed === null || side === null || changedAt === null ? null : { deed, side, words, nextCallId, at: changedAt },
  }))
}

/** False where something has become of the call already. */
export async function recordCallChange(
  db: Db,
  change: CallChange & { practiceId: string; callId: string; by: string },
): Promise<boolean> {
  const made = await db
    .insertInto('joining.call_change')
    .values({
      practice_id: change.practiceId,
      call_id: change.callId,
      deed: change.deed,
      side: change.side,
      next_call_id: change.nextCallId,
      words: change.words,
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What a letter's link is good for: what comes next, or one call; without one, booking a call where none stands. */
export type LetterLink = { applicationId: string; purpose: 'progress' | 'call'; callId: string | null; at: Instant }

export async function recordLetterLink(
  db: Db,
  link: LetterLink & { practiceId: string; tokenSha256: string },
): Promise<void> {
  await db
    .insertInto('joining.letter_link')
    .values({
      practice_id: link.practiceId,
      token_hash: link.tokenSha256,
      application_id: link.applicationId,
      purpose: link.purpose,
      call_id: link.callId,
      recorded_at: link.at,
    })
    .execute()
}

export async function letterLink(db: Db, tokenSha256: string): Promise<LetterLink | null> {
  const row = await db
    .selectFrom('joining.letter_link')
    .select(['application_id as applicationId', 'purpose', 'call_id as callId', 'recorded_at as at'])
    .where('token_hash', '=', tokenSha256)
    .executeTakeFirst()
  return row ?? null
}
