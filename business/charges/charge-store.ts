import { sql } from 'kysely'
import type { Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'

export type Charge = {
  practiceId: string
  id: string
  sessionId: string
  personId: string
  cents: Cents
  because: 'session_share' | 'share_increased' | 'cancellation_fee'
  /** What raised it: the same cause charges once. */
  causeKey: string
  dueAt: Instant
}

export type Attempt = {
  attempt: number
  /** What was asked for: what the client still owed, at most the charge. */
  cents: Cents
  outcome: 'captured' | 'declined' | 'no_payment_method'
  processorId: string | null
  declineCode: string | null
  at: Instant
}

export async function recordCharge(db: Db, charge: Charge & { at: Instant }): Promise<void> {
  await db
    .insertInto('charges.charge')
    .values({
      practice_id: charge.practiceId,
      id: charge.id,
      session_id: charge.sessionId,
      person_id: charge.personId,
      cents: charge.cents,
      because: charge.because,
      cause_key: charge.causeKey,
      due_at: charge.dueAt,
      recorded_at: charge.at,
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'cause_key']).doNothing())
    .execute()
}

export async function recordAttempt(
  db: Db,
  charge: { practiceId: string; id: string },
  attempt: Attempt,
): Promise<void> {
  await db
    .insertInto('charges.charge_attempt')
    .values({
      practice_id: charge.practiceId,
      charge_id: charge.id,
      attempt: attempt.attempt,
      cents: attempt.cents,
      outcome: attempt.outcome,
      processor_id: attempt.processorId,
      decline_code: attempt.declineCode,
      at: attempt.at,
    })
    .execute()
}

/** `newCardAt`: when the client's newest card came. */
export type OpenCharge = Charge & { attempts: number; lastTriedAt: Instant | null; newCardAt: Instant | null }

/** Charges that no attempt has captured, with how often and when they were tried. */
export async function openCharges(db: Db): Promise<OpenCharge[]> {
  const { rows } = await sql<{
    practice_id: string
    id: string
    session_id: string
    person_id: string
    cents: number
    because: Charge['because']
    cause_key: string
    due_at: Instant
    attempts: number
    last_tried_at: Instant | null
    new_card_at: Instant | null
  }>`
    select charge.practice_id, charge.id, charge.session_id, charge.person_id, charge.cents, charge.because,
      charge.cause_key, charge.due_at, count(attempt.attempt)::int as attempts, max(attempt.at) as last_tried_at,
      (select max(method.recorded_at) from charges.payment_method as method where method.person_id = charge.person_id)
        as new_card_at
    from charges.charge as charge
    left join charges.charge_attempt as attempt
      on attempt.practice_id = charge.practice_id and attempt.charge_id = charge.id
    group by charge.practice_id, charge.id
    having coalesce(bool_and(attempt.outcome <> 'captured'), true)
    order by charge.due_at, charge.id
  `.execute(db)
  return rows.map((row) => ({
    practiceId: row.practice_id,
    id: row.id,
    sessionId: row.session_id,
    personId: row.person_id,
    cents: cents(row.cents),
    because: row.because,
    causeKey: row.cause_key,
    dueAt: row.due_at,
    attempts: row.attempts,
    lastTriedAt: row.last_tried_at,
    newCardAt: row.new_card_at,
  }))
}

export type ChargeStanding = Charge & { attempts: Attempt[] }

/** A session's charges with every attempt, in order. */
export async function chargesOf(db: Db, practiceId: string, sessionId: string): Promise<ChargeStanding[]> {
  const charges = await db
    .selectFrom('charges.charge')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const attempts = await db
    .selectFrom('charges.charge_attempt')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('charge_id', 'in', charges.length === 0 ? [practiceId] : charges.map(({ id }) => id))
    .orderBy('attempt')
    .execute()
  return charges.map((row) => ({
    practiceId: row.practice_id,
    id: row.id,
    sessionId: row.session_id,
    personId: row.person_id,
    cents: cents(row.cents),
    because: row.because as Charge['because'],
    causeKey: row.cause_key,
    dueAt: row.due_at,
    attempts: attempts
      .filter(({ charge_id }) => charge_id === row.id)
      .map(({ attempt, cents: asked, outcome, processor_id, decline_code, at }) => ({
        attempt,
        cents: cents(asked),
        outcome: outcome as Attempt['outcome'],
        processorId: processor_id,
        declineCode: decline_code,
        at,
      })),
  }))
}

/** A charge that was declined, or found no card, when it was last tried, and is not captured. */
export type FailedCharge = {
  sessionId: string
  personId: string
  cents: Cents
  outcome: 'declined' | 'no_payment_method'
  at: Instant
}

/** The charges of a practice whose last attempt failed, the latest first. */
export async function failedCharges(db: Db, practiceId: string): Promise<FailedCharge[]> {
  const { rows } = await sql<Omit<FailedCharge, 'cents'> & { cents: number }>`
    select charge.session_id as "sessionId", charge.person_id as "personId", charge.cents, last.outcome, last.at
    from charges.charge as charge
    join lateral (
      select attempt.outcome, attempt.at from charges.charge_attempt as attempt
      where attempt.practice_id = charge.practice_id and attempt.charge_id = charge.id
      order by attempt.attempt desc limit 1
    ) as last on last.outcome <> 'captured'
    where charge.practice_id = ${practiceId}
    order by last.at desc, charge.id
  `.execute(db)
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }))
}

export type DeclinedCharge = Charge & {
  attempts: number
  lastTriedAt: Instant
  outcome: Attempt['outcome']
  declineCode: string | null
}

/** Charges whose last try collected nothing, the oldest first; for the operator's own eyes. */
export async function declinedCharges(db: Db): Promise<DeclinedCharge[]> {
  const rows = await openCharges(db)
  const tried = rows.flatMap((charge) =>
    charge.lastTriedAt === null ? [] : [{ ...charge, lastTriedAt: charge.lastTriedAt }],
  )
  if (tried.length === 0) return []
  const attempts = await db
    .selectFrom('charges.charge_attempt')
    .select(['charge_id', 'outcome', 'decline_code'])
    .where(sql<boolean>`charge_id = any(${tried.map(({ id }) => id)}::uuid[])`)
    .orderBy('attempt')
    .execute()
  const last = new Map(attempts.map((attempt) => [attempt.charge_id, attempt]))
  return tried.map((charge) => ({
    ...charge,
    outcome: (last.get(charge.id)?.outcome ?? 'declined') as Attempt['outcome'],
    declineCode: last.get(charge.id)?.decline_code ?? null,
  }))
}
