import { sql } from 'kysely'
import { decrypt, encrypt } from '../../database/encryption.ts'
import { idList, rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

export type Coverage = 'active' | 'inactive' | 'unverified'

export const notListed = 'not_listed'

/** What the client's card says, and what the last check of it found. */
export type Policy = {
  personId: string
  id: string
  /** `notListed`: not on our list, and so in the client's words. */
  planId: string
  /** What the card says of a plan that is not on our list. */
  planAsTold?: string | null
  memberId: string
  groupNumber: string | null
  copay: Cents
  coverage: Coverage
}

/** What else the client says of their card. */
export type CardWords = {
  /** Null: the client holds the plan. */
  holder: { givenName: string; familyName: string; dateOfBirth: CalendarDate } | null
  /** Whether a Blue card shows a suitcase; null where nobody was asked. */
  suitcase: boolean | null
  recordedBy: string
}

export async function recordPolicy(
  db: Db,
  policy: Omit<Policy, 'coverage'> & { during: Period; recordedAt: Instant } & Partial<CardWords>,
): Promise<void> {
  const row = [policy.personId, policy.id]
  const holder = policy.holder ?? null
  await db
    .insertInto('clients.policy')
    .values({
      person_id: policy.personId,
      id: policy.id,
      plan_id: policy.planId,
      member_id: await encrypt(db, 'clients.policy.member_id', row, policy.memberId),
      group_number: await encrypt(db, 'clients.policy.group_number', row, policy.groupNumber),
      copay_cents: policy.copay,
      during: rangeText(policy.during),
      recorded_at: policy.recordedAt,
      plan_as_told: policy.planAsTold ?? null,
      holder: holder === null ? 'self' : 'other',
      holder_given_name: await encrypt(db, 'clients.policy.holder_given_name', row, holder?.givenName ?? null),
      holder_family_name: await encrypt(db, 'clients.policy.holder_family_name', row, holder?.familyName ?? null),
      holder_date_of_birth: await encrypt(db, 'clients.policy.holder_date_of_birth', row, holder?.dateOfBirth ?? null),
      suitcase: policy.suitcase ?? null,
      recorded_by: policy.recordedBy ?? null,
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
    /** What the payer said the client owes for a visit; left out when it said nothing. */
    copay?: Cents | null
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
      copay_cents: check.copay ?? null,
    })
    .execute()
}

// An import that was taken back never told of it.
const stands = sql<boolean>`not exists (
  select from clients.policy_taken_back as back
  where back.person_id = policy.person_id and back.policy_id = policy.id)`

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
    .select('policy.plan_as_told as planAsTold')
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
    .select((select) =>
      select
        .selectFrom('clients.policy_check as told')
        .select('told.copay_cents')
        .whereRef('told.person_id', '=', 'policy.person_id')
        .whereRef('told.policy_id', '=', 'policy.id')
        .where('told.copay_cents', 'is not', null)
        .orderBy('told.recorded_at', 'desc')
        .orderBy('told.id', 'desc')
        .limit(1)
        .as('copayTold'),
    )
    .where('policy.person_id', 'in', [...personIds])
    .where(sql<boolean>`policy.during @> ${on}::date and ${stands}`)
    .orderBy('policy.person_id')
    .orderBy('policy.recorded_at', 'desc')
    .orderBy('policy.id', 'desc')
    .execute()
  return Promise.all(
    rows.map(async ({ copayTold, ...row }) => ({
      ...(await openCard(db, row)),
      copay: cents(copayTold ?? row.copay),
      coverage: (row.coverage ?? 'unverified') as Coverage,
    })),
  )
}

type KeptCard = { personId: string; id: string; memberId: Uint8Array; groupNumber: Uint8Array | null }

async function openCard<Row extends KeptCard>(db: Db, row: Row) {
  const of = [row.personId, row.id]
  return {
    ...row,
    memberId: await decrypt(db, 'clients.policy.member_id', of, row.memberId),
    groupNumber: await decrypt(db, 'clients.policy.group_number', of, row.groupNumber),
  }
}

export type PolicyPeriod = { personId: string; planId: string; coverage: Coverage; during: Period }

/** Every policy of many people with its period and what the latest check found; of those in force the first counts. */
export async function policyPeriods(db: Db, personIds: readonly string[]): Promise<PolicyPeriod[]> {
  const people = idList(personIds)
  const { rows } = await sql<PolicyPeriod>`
    with checked as (
      select distinct on (person_id, policy_id) person_id, policy_id, coverage
      from clients.policy_check where person_id = any(${people}::uuid[])
      order by person_id, policy_id, recorded_at desc, id desc
    )
    select policy.person_id as "personId", policy.plan_id as "planId", policy.during,
      coalesce(checked.coverage, 'unverified') as coverage
    from clients.policy as policy
    left join checked on checked.person_id = policy.person_id and checked.policy_id = policy.id
    where policy.person_id = any(${people}::uuid[]) and ${stands}
    order by policy.recorded_at desc, policy.id desc
  `.execute(db)
  return rows
}

/**
 * Every policy of a person that counts or counted, with what the latest check found; the last recorded first. Each counts
 * until one that was recorded later begins.
 */
export async function policiesOf(
  db: Db,
  personId: string,
): Promise<(Policy & Pick<CardWords, 'holder' | 'suitcase'> & { from: CalendarDate; until: CalendarDate | null })[]> {
  const rows = await db
    .selectFrom('clients.policy as policy')
    .selectAll()
    .where('person_id', '=', personId)
    .where(stands)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const checks = await db
    .selectFrom('clients.policy_check')
    .select(['policy_id', 'coverage'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const all = rows.map(async (row, place) => {
    const later = rows.slice(0, place).map(({ during }) => during.from)
    const { from } = row.during
    const until = [...later, ...(row.during.until === null ? [] : [row.during.until])].toSorted()[0] ?? null
    const card = { personId, id: row.id, memberId: row.member_id, groupNumber: row.group_number }
    return {
      ...(await openCard(db, card)),
      planId: row.plan_id,
      planAsTold: row.plan_as_told,
      copay: cents(row.copay_cents),
      coverage: (checks.find(({ policy_id }) => policy_id === row.id)?.coverage ?? 'unverified') as Coverage,
      holder: await holderOf(db, row),
      suitcase: row.suitcase,
      from,
      until,
    }
  })
  return (await Promise.all(all)).filter(({ from, until }) => until === null || from < until)
}

type KeptHolder = {
  person_id: string
  id: string
  holder: string
  holder_given_name: Uint8Array | null
  holder_family_name: Uint8Array | null
  holder_date_of_birth: Uint8Array | null
}

async function holderOf(db: Db, row: KeptHolder): Promise<CardWords['holder']> {
  const of = [row.person_id, row.id]
  const givenName = await decrypt(db, 'clients.policy.holder_given_name', of, row.holder_given_name)
  const familyName = await decrypt(db, 'clients.policy.holder_family_name', of, row.holder_family_name)
  const dateOfBirth = await decrypt(db, 'clients.policy.holder_date_of_birth', of, row.holder_date_of_birth)
  if (row.holder === 'self' || givenName === null || familyName === null || dateOfBirth === null) return null
  return { givenName, familyName, dateOfBirth: dateOfBirth as CalendarDate }
}

export type UncheckedPolicy = {
  personId: string
  id: string
  planId: string
  planAsTold: string | null
  memberId: string
  groupNumber: string | null
  suitcase: boolean | null
  recordedAt: Instant
  /** When a practice last asked for the check; null while none did. */
  askedAt: Instant | null
}

/** Under operations: policies in force on a day that nobody has found active or inactive yet, the oldest first. */
export async function uncheckedPolicies(db: Db, on: CalendarDate): Promise<UncheckedPolicy[]> {
  const { rows } = await sql<Omit<UncheckedPolicy, 'memberId' | 'groupNumber'> & KeptCard>`
    select * from (
      select distinct on (policy.person_id) policy.person_id as "personId", policy.id, policy.plan_id as "planId",
        policy.plan_as_told as "planAsTold", policy.member_id as "memberId", policy.group_number as "groupNumber",
        policy.suitcase, policy.recorded_at as "recordedAt",
        (select max(asked.asked_at) from clients.check_request as asked
          where asked.person_id = policy.person_id and asked.policy_id = policy.id) as "askedAt"
      from clients.policy as policy where policy.during @> ${on}::date and ${stands}
      order by policy.person_id, policy.recorded_at desc, policy.id desc
    ) as standing
    where coalesce((
      select found.coverage from clients.policy_check as found
      where found.person_id = standing."personId" and found.policy_id = standing.id
      order by found.recorded_at desc, found.id desc limit 1), 'unverified') = 'unverified'
    order by standing."recordedAt", standing.id
  `.execute(db)
  return Promise.all(rows.map((row) => openCard(db, row)))
}

/** A practice asks that the operator check a client's insurance with the payer now. */
export async function recordCheckRequest(
  db: Db,
  request: { personId: string; id: string; policyId: string; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('clients.check_request')
    .values({
      person_id: request.personId,
      id: request.id,
      policy_id: request.policyId,
      asked_at: request.at,
      asked_by: request.by,
    })
    .execute()
}
