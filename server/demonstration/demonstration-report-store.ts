import { sql } from 'kysely'
import type { Db } from '../../business/world.ts'
import { decrypt } from '../../database/encryption.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { PageToFind } from './things-to-try.ts'

export type Letter = {
  id: string
  to: string
  subject: string
  body: string
  recordedAt: Instant
  from: string
}

/** The letters that the system sent, the latest first; with `find` those to, or about, what it says. */
export async function lettersSent(db: Db, find: string, limit = 300): Promise<Letter[]> {
  const { rows } = await sql<Letter>`
    select mail.id, mail.recipient as "to", mail.subject, mail.body, mail.recorded_at as "recordedAt",
      practice.name as "from"
    from house.mail as mail join practices.practice as practice on practice.practice_id = mail.practice_id
    where ${find} = '' or position(lower(${find}) in lower(concat(mail.recipient, ' ', mail.subject))) > 0
    order by mail.recorded_at desc, mail.id desc limit ${limit}
  `.execute(db)
  return rows
}

/** A session as the switchboard offers it, with what of it the world outside can be told. */
export type SwitchableSession = {
  id: string
  practiceId: string
  practiceName: string
  personId: string
  clientName: string
  startsAt: Instant
  /** Null until it is confirmed. */
  confirmedAt: Instant | null
  serviceOn: CalendarDate | null
  payerName: string | null
  memberId: string | null
  controlNumber: string | null
  payerElectronicId: string | null
  /** The latest answer to its claim; null while there is none. */
  answer: string | null
  /** The claim is on its way or there. */
  sent: boolean
}

const mostToConfirm = 12
const mostOffered = 60

/** Sessions that a payer has yet to answer or may take back, those to confirm first, then the latest. */
export async function switchableSessions(db: Db, where: { id?: string; now: Instant }): Promise<SwitchableSession[]> {
  type Row = Omit<SwitchableSession, 'memberId'> & { policyId: string; memberId: Uint8Array }
  const { rows } = await sql<Row>`
    select session.id, session.practice_id as "practiceId", practice.name as "practiceName",
      session.person_id as "personId", concat(person.given_name, ' ', person.family_name) as "clientName",
      session.starts_at as "startsAt", confirmed.confirmed_at as "confirmedAt", confirmed.service_on as "serviceOn",
      payer.name as "payerName", policy.id as "policyId", policy.member_id as "memberId", claim.control_number as "controlNumber",
      claim_payer.electronic_id as "payerElectronicId", answer.kind as "answer", coalesce(answer.sent, false) as sent
    from sessions.session as session
    join practices.practice as practice on practice.practice_id = session.practice_id
    join clients.known_person as person on person.person_id = session.person_id
    left join lateral (
      select * from sessions.confirmation as each
      where each.practice_id = session.practice_id and each.session_id = session.id order by version desc limit 1
    ) as confirmed on true
    left join lateral (
      select * from claims.claim as each
      where each.practice_id = session.practice_id and each.session_id = session.id order by created_at desc limit 1
    ) as claim on true
    left join contracts.payer as claim_payer on claim_payer.id = claim.payer_id
    left join lateral (
      select each.id, each.member_id, each.plan_id from clients.policy as each
      where each.person_id = session.person_id and each.during @> (session.starts_at at time zone 'UTC')::date
      order by recorded_at desc limit 1
    ) as policy on true
    left join contracts.plan as plan on plan.id = policy.plan_id
    left join contracts.payer as payer on payer.id = coalesce(claim.payer_id, confirmed.payer_id, plan.payer_id)
    left join lateral (
      select (array_agg(event.kind order by event.recorded_at desc, event.id desc)
          filter (where event.kind in ('rejected', 'paid', 'underpaid', 'denied', 'reversed', 'absorbed')))[1] as kind,
        bool_or(event.kind = 'sent') as sent
      from claims.event as event where event.practice_id = claim.practice_id and event.claim_id = claim.id
    ) as answer on true
    where session.starts_at <= ${where.now}::timestamptz
      and (${where.id ?? null}::uuid is null or session.id = ${where.id ?? null}::uuid)
      and not exists (
        select from sessions.void as void where void.practice_id = session.practice_id and void.session_id = session.id
      )
      and (
        confirmed.id is not null
        or session.starts_at > ${where.now}::timestamptz - interval '14 days'
      )
      and policy.member_id is not null
    order by (confirmed.id is null) desc, session.starts_at desc, session.id
    limit ${where.id === undefined ? 300 : 1}
  `.execute(db)
  // Who moves the clock on without confirming has many to confirm: they leave room for those that a payer can answer.
  const toConfirm = rows.filter(({ confirmedAt }) => confirmedAt === null).slice(0, mostToConfirm)
  const offered = [...toConfirm, ...rows.filter(({ confirmedAt }) => confirmedAt !== null)].slice(0, mostOffered)
  return Promise.all(
    offered.map(async ({ policyId, memberId, ...row }) => ({
      ...row,
      memberId: await decrypt(db, 'clients.policy.member_id', [row.personId, policyId], memberId),
    })),
  )
}

/** The token of a client's card, or null where they have none. */
export async function cardTokenOf(db: Db, personId: string): Promise<string | null> {
  const row = await db
    .selectFrom('charges.payment_method')
    .select('token')
    .where('person_id', '=', personId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.token ?? null
}

/** Where a practice is paid now: the number of its latest account. */
export async function accountNumberOf(db: Db, practiceId: string): Promise<string | null> {
  const row = await db
    .selectFrom('payouts.bank_account')
    .select('account')
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.account ?? null
}

export type Happening = {
  id: string
  at: Instant
  kind: 'file' | 'claim' | 'card' | 'posting' | 'trouble'
  words: string
}

type Happened = { id: string; at: Instant } & (
  | { kind: 'file'; direction: 'in' | 'out'; partner: string; name: string }
  | { kind: 'claim'; name: string; words: string; serviceOn: CalendarDate }
  | { kind: 'card'; name: string; outcome: 'declined' | 'no_payment_method'; cents: Cents }
  | { kind: 'posting'; name: string; posted: string; cause: string; count: number }
  | { kind: 'trouble'; name: string; words: string; count: number }
)

/**
 * The latest things that happened: files, answers to claims, cards that failed, postings, and what went wrong, each
 * deed once a day; letters are in the mailbox. What a payer answered is told once, and a denial that is only the other half of a taking back not at all.
 */
export async function latestHappenings(db: Db, limit = 120): Promise<Happened[]> {
  const { rows } = await sql<Happened>`
    (select id::text, 'file' as kind, recorded_at as at, name, direction, partner, null as words, null as posted,
        null as cause, null as outcome, null::date as "serviceOn", null::bigint as cents, null::int as count
      from house.file order by recorded_at desc, id desc limit ${limit})
    union all
    (select event.id::text, 'claim', event.recorded_at, concat(person.given_name, ' ', person.family_name), null, null,
        event.detail ->> 'words', null, null, null, claim.service_on, null, null
      from claims.event as event
      join claims.claim as claim on claim.practice_id = event.practice_id and claim.id = event.claim_id
      join clients.known_person as person on person.person_id = claim.person_id
      where event.kind not in ('file_accepted', 'received')
        and not (event.kind = 'denied' and exists (select from claims.event as other
          where other.practice_id = event.practice_id and other.claim_id = event.claim_id
            and other.kind = 'reversed' and other.recorded_at = event.recorded_at))
      order by event.recorded_at desc, event.id desc limit ${limit})
    union all
    (select concat(attempt.charge_id, ' ', attempt.attempt), 'card', attempt.at,
        concat(person.given_name, ' ', person.family_name), null, null, null, null, null, attempt.outcome, null,
        attempt.cents, null
      from charges.charge_attempt as attempt
      join charges.charge as charge on charge.practice_id = attempt.practice_id and charge.id = attempt.charge_id
      join clients.known_person as person on person.person_id = charge.person_id
      where attempt.outcome <> 'captured' order by attempt.at desc limit ${limit})
    union all
    (select min(posting.id::text), 'posting', posting.recorded_at, practice.name, null, null, null, posting.kind,
        posting.cause, null, null, null, count(*)::int
      from ledger.posting as posting join practices.practice as practice on practice.practice_id = posting.practice_id
      where practice.kind <> 'operator' and posting.cause <> 'payer'
      group by posting.recorded_at, practice.name, posting.kind, posting.cause
      order by posting.recorded_at desc limit ${limit})
    union all
    (select max(id::text), 'trouble', max(at), deed, null, null, (array_agg(message order by at desc, id desc))[1], null,
        null, null, null, null, count(*)::int
      from house.trouble group by deed, (at at time zone 'UTC')::date order by max(at) desc limit ${limit})
    order by at desc, id desc limit ${limit}
  `.execute(db)
  return rows
}

/** The page of a thing to try among what is there now; null while there is none. */
export async function findPage(db: Db, page: PageToFind): Promise<string | null> {
  switch (page.kind) {
    case 'page':
      return page.path
    case 'session_to_confirm': {
      const row = await sessionToConfirm(db, page.memberId)
      return row === null ? null : `/practice/${row.practiceId}/sessions/${row.id}/confirm`
    }
    case 'session_that_ended': {
      const row = await sessionThatEnded(db, page.memberId, page.as === 'denied' ? 'denied' : 'reversed')
      return row === null ? null : `/practice/${row.practiceId}/sessions/${row.id}`
    }
    case 'remittance': {
      const { rows } = await sql<{ id: string }>`
        select transaction_id as id from remittances.decision group by transaction_id
        order by count(*) desc, max(recorded_at) desc, transaction_id limit 1
      `.execute(db)
      return rows[0] === undefined ? null : `/operations/remittances/${rows[0].id}`
    }
  }
}

type Found = { id: string; practiceId: string }

async function sessionToConfirm(db: Db, memberId: string): Promise<Found | null> {
  const { rows } = await sql<Found>`
    select session.id, session.practice_id as "practiceId" from sessions.session as session
    join clients.person as person on person.person_id = session.person_id
    cross join house.clock as clock
    where session.member_id = ${memberId} and session.ends_at <= clock.stands_at
      and session.starts_at > clock.stands_at - interval '30 days'
      and not exists (select from sessions.confirmation as each
        where each.practice_id = session.practice_id and each.session_id = session.id)
      and not exists (select from sessions.void as each
        where each.practice_id = session.practice_id and each.session_id = session.id)
    order by person.family_name = 'Fenwick' desc, session.starts_at desc, session.id limit 1
  `.execute(db)
  return rows[0] ?? null
}

async function sessionThatEnded(db: Db, memberId: string, answer: 'denied' | 'reversed'): Promise<Found | null> {
  const { rows } = await sql<Found>`
    select session.id, session.practice_id as "practiceId" from sessions.session as session
    join claims.claim as claim on claim.practice_id = session.practice_id and claim.session_id = session.id
    join claims.event as event on event.practice_id = claim.practice_id and event.claim_id = claim.id
    where session.member_id = ${memberId} and event.kind = ${answer}
      and (event.kind <> 'denied' or not exists (select from claims.event as other where other.practice_id = claim.practice_id
        and other.claim_id = claim.id and other.kind = 'reversed'))
    order by exists (select from claims.event as other where other.practice_id = claim.practice_id
      and other.claim_id = claim.id and other.kind = 'absorbed') desc, event.recorded_at desc, session.id limit 1
  `.execute(db)
  return rows[0] ?? null
}
