import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Answer } from '../coverage/answer.ts'
import type { Facts } from '../coverage/facts.ts'
import type { Db } from '../world.ts'
import type { Modality } from './session-store.ts'

/** Where the client was, as the session remembers it. */
export type LocationUsed = {
  id: string
  label: string
  street: string
  city: string
  state: string
  zip: string
  countyFips: string | null
}

export type PatientUsed = {
  personId: string
  givenName: string
  familyName: string
  dateOfBirth: CalendarDate
  sex: 'F' | 'M' | 'U'
  street: string
  city: string
  state: string
  zip: string
}

export type PolicyUsed = { id: string; memberId: string; groupNumber: string | null; copay: Cents }

export type ConfirmedCode = { code: string; modifiers: string[]; units: number; payer: Cents; provider: Cents }

/** What a clinician confirmed, with everything of the person, the contract and the decision that it rests on. */
export type Confirmation = {
  practiceId: string
  id: string
  sessionId: string
  version: number
  confirmedAt: Instant
  confirmedOn: CalendarDate
  confirmedBy: string
  payOn: CalendarDate
  serviceOn: CalendarDate
  startedAt: Instant
  stoppedAt: Instant
  modality: Modality
  placeOfService: string
  diagnoses: string[]
  codes: ConfirmedCode[]
  location: LocationUsed
  patient: PatientUsed
  policy: PolicyUsed
  planId: string
  payerId: string
  contractId: string
  billingEntityId: string
  method: string
  claimTo: string
  held: boolean
  heldUntil: CalendarDate | null
  payer: Cents
  provider: Cents
  client: Cents
  facts: Facts
  answer: Answer
  /** The edition of service areas that it was decided with. */
  areasEdition: string | null
}

export async function recordConfirmation(db: Db, confirmation: Confirmation): Promise<void> {
  const { practiceId, id } = confirmation
  await db
    .insertInto('sessions.confirmation')
    .values({
      practice_id: practiceId,
      id,
      session_id: confirmation.sessionId,
      version: confirmation.version,
      confirmed_at: confirmation.confirmedAt,
      confirmed_on: confirmation.confirmedOn,
      confirmed_by: confirmation.confirmedBy,
      pay_on: confirmation.payOn,
      service_on: confirmation.serviceOn,
      started_at: confirmation.startedAt,
      stopped_at: confirmation.stoppedAt,
      modality: confirmation.modality,
      place_of_service: confirmation.placeOfService,
      diagnoses: confirmation.diagnoses,
      location: JSON.stringify(confirmation.location),
      patient: JSON.stringify(confirmation.patient),
      policy: JSON.stringify(confirmation.policy),
      plan_id: confirmation.planId,
      payer_id: confirmation.payerId,
      contract_id: confirmation.contractId,
      billing_entity_id: confirmation.billingEntityId,
      method: confirmation.method,
      claim_to: confirmation.claimTo,
      held: confirmation.held,
      held_until: confirmation.heldUntil,
      payer_cents: confirmation.payer,
      provider_cents: confirmation.provider,
      client_cents: confirmation.client,
      facts: JSON.stringify(confirmation.facts),
      answer: JSON.stringify(confirmation.answer),
      areas_edition: confirmation.areasEdition,
    })
    .execute()
  await db
    .insertInto('sessions.confirmation_code')
    .values(
      confirmation.codes.map(({ code, modifiers, units, payer, provider }, index) => ({
        practice_id: practiceId,
        confirmation_id: id,
        line: index + 1,
        code,
        modifiers,
        units,
        payer_cents: payer,
        provider_cents: provider,
      })),
    )
    .execute()
}

/** Every version of a session's confirmation, the first one first; the last is what is billed. */
export async function confirmationsOf(db: Db, practiceId: string, sessionId: string): Promise<Confirmation[]> {
  const rows = await db
    .selectFrom('sessions.confirmation')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('version')
    .execute()
  const confirmations: Confirmation[] = []
  for (const row of rows) {
    confirmations.push({
      practiceId: row.practice_id,
      id: row.id,
      sessionId: row.session_id,
      version: row.version,
      confirmedAt: row.confirmed_at,
      confirmedOn: row.confirmed_on,
      confirmedBy: row.confirmed_by,
      payOn: row.pay_on,
      serviceOn: row.service_on,
      startedAt: row.started_at,
      stoppedAt: row.stopped_at,
      modality: row.modality as Modality,
      placeOfService: row.place_of_service,
      diagnoses: row.diagnoses,
      codes: await codesOf(db, practiceId, row.id),
      location: row.location as unknown as LocationUsed,
      patient: row.patient as unknown as PatientUsed,
      policy: row.policy as unknown as PolicyUsed,
      planId: row.plan_id,
      payerId: row.payer_id,
      contractId: row.contract_id,
      billingEntityId: row.billing_entity_id,
      method: row.method,
      claimTo: row.claim_to,
      held: row.held,
      heldUntil: row.held_until,
      payer: cents(row.payer_cents),
      provider: cents(row.provider_cents),
      client: cents(row.client_cents),
      facts: row.facts as unknown as Facts,
      answer: row.answer as unknown as Answer,
      areasEdition: row.areas_edition,
    })
  }
  return confirmations
}

async function codesOf(db: Db, practiceId: string, confirmationId: string): Promise<ConfirmedCode[]> {
  const rows = await db
    .selectFrom('sessions.confirmation_code')
    .select(['code', 'modifiers', 'units', 'payer_cents', 'provider_cents'])
    .where('practice_id', '=', practiceId)
    .where('confirmation_id', '=', confirmationId)
    .orderBy('line')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    modifiers: row.modifiers,
    units: row.units,
    payer: cents(row.payer_cents),
    provider: cents(row.provider_cents),
  }))
}

/** What a session stands at: its latest confirmation, null while there is none. */
export async function confirmationInForce(db: Db, practiceId: string, sessionId: string): Promise<Confirmation | null> {
  const confirmations = await confirmationsOf(db, practiceId, sessionId)
  return confirmations.at(-1) ?? null
}

/** The diagnoses last confirmed for a client in this practice, offered again next time. */
export async function lastDiagnosesOf(db: Db, practiceId: string, personId: string): Promise<string[]> {
  const row = await db
    .selectFrom('sessions.confirmation as confirmation')
    .innerJoin('sessions.session as session', (join) =>
      join
        .onRef('session.practice_id', '=', 'confirmation.practice_id')
        .onRef('session.id', '=', 'confirmation.session_id'),
    )
    .select('confirmation.diagnoses')
    .where('confirmation.practice_id', '=', practiceId)
    .where('session.person_id', '=', personId)
    .orderBy('confirmation.confirmed_at', 'desc')
    .orderBy('confirmation.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.diagnoses ?? []
}

/** What a client's last confirmed session with a clinician was: most sessions are like the one before. */
export type LastTime = {
  serviceOn: CalendarDate
  codes: string[]
  diagnoses: string[]
  modality: 'telehealth' | 'in_person'
  locationId: string | null
  minutes: number
  provider: Cents
}

/** The last confirmed session of each client with each clinician of a practice, or of one client. */
export async function lastTimesOf(
  db: Db,
  practiceId: string,
  personId?: string,
): Promise<(LastTime & { personId: string; memberId: string })[]> {
  const { rows } = await sql<Omit<LastTime, 'provider'> & { personId: string; memberId: string; provider: number }>`
    select distinct on (session.person_id, session.member_id)
      session.person_id as "personId", session.member_id as "memberId", confirmation.service_on as "serviceOn",
      confirmation.diagnoses, confirmation.modality, confirmation.location ->> 'id' as "locationId",
      (extract(epoch from confirmation.stopped_at - confirmation.started_at) / 60)::int as minutes,
      confirmation.provider_cents as provider,
      array(select code.code from sessions.confirmation_code as code
        where code.practice_id = confirmation.practice_id and code.confirmation_id = confirmation.id
        order by code.line) as codes
    from sessions.confirmation as confirmation
    join sessions.session as session
      on session.practice_id = confirmation.practice_id and session.id = confirmation.session_id
    left join sessions.void as void on void.practice_id = session.practice_id and void.session_id = session.id
    where confirmation.practice_id = ${practiceId} and void.voided_at is null
      and ${personId === undefined ? sql`true` : sql`session.person_id = ${personId}`}
    order by session.person_id, session.member_id, confirmation.started_at desc, confirmation.version desc
  `.execute(db)
  return rows.map((row) => ({ ...row, provider: cents(row.provider) }))
}

/** What statements say of sessions: the version in force of each, with its plan, state and codes. */
export async function confirmedBriefly(
  db: Db,
  practiceId: string,
  sessionIds: readonly string[],
): Promise<{ sessionId: string; memberId: string; planId: string; state: string | null; codes: string[] }[]> {
  if (sessionIds.length === 0) return []
  const { rows } = await sql<{
    sessionId: string
    memberId: string
    planId: string
    state: string | null
    codes: string[]
  }>`
    select distinct on (confirmation.session_id) confirmation.session_id as "sessionId",
      session.member_id as "memberId", confirmation.plan_id as "planId", confirmation.location ->> 'state' as state,
      array(select code.code from sessions.confirmation_code as code
        where code.practice_id = confirmation.practice_id and code.confirmation_id = confirmation.id
        order by code.line) as codes
    from sessions.confirmation as confirmation
    join sessions.session as session
      on session.practice_id = confirmation.practice_id and session.id = confirmation.session_id
    where confirmation.practice_id = ${practiceId} and confirmation.session_id = any(${[...sessionIds]}::uuid[])
    order by confirmation.session_id, confirmation.version desc
  `.execute(db)
  return rows
}
