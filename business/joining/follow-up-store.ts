import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { FollowUpChange, FollowUpNews, SetByHand } from './follow-ups-of.ts'

type Recorded = { practiceId: string; at: Instant; by: string }

/** After how many business days each news gives a follow-up, by the rules in force on a day. */
export async function followUpBusinessDaysOn(db: Db, on: CalendarDate): Promise<Record<FollowUpNews, number>> {
  const rows = await db
    .selectFrom('joining.follow_up_rule')
    .select(['why', 'business_days as businessDays'])
    .where(sql<boolean>`during @> ${on}::date`)
    .execute()
  const days = (why: FollowUpNews) => {
    const rule = rows.find((each) => each.why === why)
    if (rule === undefined) throw new Error(`no rule says when a follow-up after ${why} is due on ${on}`)
    return rule.businessDays
  }
  return {
    call_passed: days('call_passed'),
    call_held: days('call_held'),
    call_missed: days('call_missed'),
    quote_sent: days('quote_sent'),
    stands_still: days('stands_still'),
  }
}

export async function recordFollowUp(
  db: Db,
  followUp: SetByHand & Recorded & { applicationId: string },
): Promise<void> {
  await db
    .insertInto('joining.follow_up')
    .values({
      practice_id: followUp.practiceId,
      id: followUp.id,
      application_id: followUp.applicationId,
      member_id: followUp.memberId,
      due_on: followUp.dueOn,
      words: followUp.words,
      recorded_at: followUp.at,
      recorded_by: followUp.by,
    })
    .execute()
}

export async function followUpsSet(db: Db): Promise<(SetByHand & { applicationId: string })[]> {
  return db
    .selectFrom('joining.follow_up')
    .select(['id', 'application_id as applicationId', 'member_id as memberId', 'due_on as dueOn', 'words'])
    .select('recorded_at as at')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

type Change = FollowUpChange & { applicationId: string; words: string | null }

export async function recordFollowUpChange(db: Db, change: Change & Recorded): Promise<void> {
  await db
    .insertInto('joining.follow_up_change')
    .values({
      practice_id: change.practiceId,
      id: change.id,
      application_id: change.applicationId,
      follow_up_id: change.followUpId,
      deed: change.deed,
      due_on: change.dueOn,
      member_id: change.memberId,
      words: change.words,
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .execute()
}

export async function followUpChanges(db: Db): Promise<(Change & { by: string })[]> {
  return db
    .selectFrom('joining.follow_up_change')
    .select(['id', 'application_id as applicationId', 'follow_up_id as followUpId', 'deed', 'due_on as dueOn'])
    .select(['member_id as memberId', 'words', 'recorded_at as at', 'recorded_by as by'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

/** False where the consultant has had their letter of the day. */
export async function recordFollowUpLetter(
  db: Db,
  letter: { practiceId: string; memberId: string; onDay: CalendarDate; at: Instant },
): Promise<boolean> {
  const { practiceId: practice_id, memberId: member_id, onDay: on_day, at: recorded_at } = letter
  const made = await db
    .insertInto('joining.follow_up_letter')
    .values({ practice_id, member_id, on_day, recorded_at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Who has had the letter of a day. */
export async function followUpLettersOn(db: Db, onDay: CalendarDate): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('joining.follow_up_letter')
    .select('member_id as memberId')
    .where('on_day', '=', onDay)
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
}
