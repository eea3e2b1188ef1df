import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A policy counts as if it had never been told. */
export async function recordPolicyTakenBack(
  db: Db,
  back: { personId: string; policyId: string; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('clients.policy_taken_back')
    .values({ person_id: back.personId, policy_id: back.policyId, recorded_at: back.at, recorded_by: back.by })
    .execute()
}

/** Whether a client signed in, changed or signed something, was answered about, or has a plan that was checked. */
export async function clientUsedSince(
  db: Db,
  { personId, since, policyIds }: { personId: string; since: Instant; policyIds: readonly string[] },
): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from clients.login where person_id = ${personId}
        and (recorded_at is null or recorded_at >= ${since}))
      or exists (select from clients.person_change where person_id = ${personId} and recorded_at >= ${since})
      or exists (select from clients.form_signature where person_id = ${personId} and signed_at >= ${since})
      or exists (select from clients.policy_check where person_id = ${personId} and policy_id = any (${[...policyIds]}::uuid[]))
      or exists (select from clients.policy where person_id = ${personId} and recorded_at >= ${since}
        and id <> all (${[...policyIds]}::uuid[]))
      as used
  `.execute(db)
  return rows[0]?.used === true
}
