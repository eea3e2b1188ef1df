import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

export type Coverage = 'active' | 'inactive' | 'unverified'

/** What the client's card says, and what the last check of it found. */
export type Policy = {
  personId: string
  id: string
  planId: string
  memberId: string
  groupNumber: string | null
  copay: Cents
  coverage: Coverage
}

export async function recordPolicy(
  db: Db,
  policy: Omit<Policy, 'coverage'> & { during: Period; recordedAt: Instant },
): Promise<void> {
  await db
    .insertInto('clients.policy')
    .values({
      person_id: policy.personId,
      id: policy.id,
      plan_id: policy.planId,
      member_id: policy.memberId,
      group_number: policy.groupNumber,
      copay_cents: policy.copay,
      during: rangeText(policy.during),
      recorded_at: policy.recordedAt,
    })
    .execute()
}

export async function recordPolicyCheck(
  db: Db,
  check: {
    personId: string
    policyId: string
    id: string
    coverage: Coverage
    checkedOn: CalendarDate
    source: string
    recordedAt: Instant
  },
): Promise<void> {
  await db
    .insertInto('clients.policy_check')
    .values({
      person_id: check.personId,
      policy_id: check.policyId,
      id: check.id,
      coverage: check.coverage,
      checked_on: check.checkedOn,
      source: check.source,
      recorded_at: check.recordedAt,
    })
    .execute()
}

/** The policy in force for a person on a date of service, with what the latest check found; unchecked is unverified. */
export async function policyInForce(db: Db, personId: string, on: CalendarDate): Promise<Policy | null> {
  const [policy] = await policiesInForce(db, [personId], on)
  return policy ?? null
}

/** The same for many people: at most one policy each, the one recorded last. */
export async function policiesInForce(db: Db, personIds: readonly string[], on: CalendarDate): Promise<Policy[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('clients.policy as policy')
    .distinctOn('policy.person_id')
    .select(['policy.person_id as personId', 'policy.id', 'policy.plan_id as planId', 'policy.member_id as memberId'])
    .select(['policy.group_number as groupNumber', 'policy.copay_cents as copay'])
    .select((select) =>
      select
        .selectFrom('clients.policy_check as check')
        .select('check.coverage')
        .whereRef('check.person_id', '=', 'policy.person_id')
        .whereRef('check.policy_id', '=', 'policy.id')
        .orderBy('check.recorded_at', 'desc')
        .orderBy('check.id', 'desc')
        .limit(1)
        .as('coverage'),
    )
    .where('policy.person_id', 'in', [...personIds])
    .where(sql<boolean>`policy.during @> ${on}::date`)
    .orderBy('policy.person_id')
    .orderBy('policy.recorded_at', 'desc')
    .orderBy('policy.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    copay: cents(row.copay),
    coverage: (row.coverage ?? 'unverified') as Coverage,
  }))
}
