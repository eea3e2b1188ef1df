import { sql } from 'kysely'
import { decryptJson, encryptJson } from '../../database/encryption.ts'
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
  const row = [practiceId, id]
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
      diagnoses: await encryptJson(db, 'sessions.confirmation.diagnoses', row, confirmation.diagnoses),
      location: await encryptJson(db, 'sessions.confirmation.location', row, confirmation.location),
      patient: await encryptJson(db, 'sessions.confirmation.patient', row, confirmation.patient),
      policy: await encryptJson(db, 'sessions.confirmation.policy', row, confirmation.policy),
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
      facts: await encryptJson(db, 'sessions.confirmation.facts', row, confirmation.facts),
      answer: await encryptJson(db, 'sessions.confirmation.answer', row, confirmation.answer),
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
    const of = [practiceId, row.id]
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
      diagnoses: await decryptJson(db, 'sessions.confirmation.diagnoses', of, row.diagnoses),
      codes: await codesOf(db, practiceId, row.id),
      location: await decryptJson(db, 'sessions.confirmation.location', of, row.location),
      patient: await decryptJson(db, 'sessions.confirmation.patient', of, row.patient),
      policy: await decryptJson(db, 'sessions.confirmation.policy', of, row.policy),
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
      facts: await decryptJson(db, 'sessions.confirmation.facts', of, row.facts),
      answer: await decryptJson(db, 'sessions.confirmation.answer', of, row.answer),
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
    .select(['confirmation.id', 'confirmation.diagnoses'])
    .where('confirmation.practice_id', '=', practiceId)
    .where('session.person_id', '=', personId)
    .orderBy('confirmation.confirmed_at', 'desc')
    .orderBy('confirmation.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return []
  return decryptJson(db, 'sessions.confirmation.diagnoses', [practiceId, row.id], row.diagnoses)
}

/** What statements say of sessions: the version in force of each, with its plan, state and codes. */
export async function confirmedBriefly(
  db: Db,
  practiceId: string,
  sessionIds: readonly string[],
): Promise<{ sessionId: string; memberId: string; planId: string; state: string | null; codes: string[] }[]> {
  if (sessionIds.length === 0) return []
  const { rows } = await sql<{
    id: string
    sessionId: string
    memberId: string
    planId: string
    location: Uint8Array
    codes: string[]
  }>`
    select distinct on (confirmation.session_id) confirmation.id, confirmation.session_id as "sessionId",
      session.member_id as "memberId", confirmation.plan_id as "planId", confirmation.location,
      array(select code.code from sessions.confirmation_code as code
        where code.practice_id = confirmation.practice_id and code.confirmation_id = confirmation.id
        order by code.line) as codes
    from sessions.confirmation as confirmation
    join sessions.session as session
      on session.practice_id = confirmation.practice_id and session.id = confirmation.session_id
    where confirmation.practice_id = ${practiceId} and confirmation.session_id = any(${[...sessionIds]}::uuid[])
    order by confirmation.session_id, confirmation.version desc
  `.execute(db)
  return Promise.all(
    rows.map(async ({ id, location, ...row }) => ({
      ...row,
      state: (await locationIn(db, { practiceId, id, location })).state,
    })),
  )
}

function locationIn(db: Db, of: { practiceId: string; id: string; location: Uint8Array }): Promise<LocationUsed> {
  return decryptJson(db, 'sessions.confirmation.location', [of.practiceId, of.id], of.location)
}
