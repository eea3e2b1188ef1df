import { sql } from 'kysely'
import { decryptJson } from '../../database/encryption.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { Movement } from './visit-money.ts'

/** A session of the person who asks, as it is planned now. */
export type Visit = {
  practiceId: string
  practiceName: string
  /** The practice's wall: the day of a visit is a day on it. */
  timeZone: string
  sessionId: string
  clinicianId: string
  clinicianName: string
  licenceFamily: string | null
  clinicianNpi: string | null
  startsAt: Instant
  endsAt: Instant
  modality: 'telehealth' | 'in_person'
  version: number
  cancellation: { kind: 'cancelled' | 'no_show'; initiator: 'client' | 'practice'; at: Instant } | null
  voidedAt: Instant | null
  lockedAt: Instant | null
  joinUrl: string | null
}

type Row = Omit<Visit, 'cancellation'> & {
  kind: 'cancelled' | 'no_show' | null
  initiator: 'client' | 'practice' | null
  cancelledAt: Instant | null
}

/** Every session of the person of the transaction, the earliest first. */
export async function visitsOf(db: Db): Promise<Visit[]> {
  const { rows } = await sql<Row>`
    select practice_id as "practiceId", practice_name as "practiceName", time_zone as "timeZone",
      session_id as "sessionId", clinician_id as "clinicianId", clinician_name as "clinicianName",
      licence_family as "licenceFamily", clinician_npi as "clinicianNpi", starts_at as "startsAt", ends_at as "endsAt",
      modality, version, cancellation_kind as kind, initiator, cancelled_at as "cancelledAt", voided_at as "voidedAt",
      locked_at as "lockedAt", join_url as "joinUrl"
    from visits.sessions() order by starts_at, session_id
  `.execute(db)
  return rows.map(({ kind, initiator, cancelledAt, ...row }) => ({
    ...row,
    cancellation:
      kind === null || initiator === null || cancelledAt === null ? null : { kind, initiator, at: cancelledAt },
  }))
}

export type Office = {
  practiceId: string
  label: string
  street: string
  city: string
  state: string
  zip: string
  during: Period
}

/** Where the practices that the person visits see people, at any time. */
export async function officesVisited(db: Db): Promise<Office[]> {
  const { rows } = await sql<Office>`
    select practice_id as "practiceId", label, street, city, state, zip, during from visits.offices() order by label
  `.execute(db)
  return rows
}

export type PolicyVisited = {
  practiceId: string
  startsOn: CalendarDate
  windowHours: 24 | 48
  late: Cents
  noShow: Cents
}

/** What those practices ask of whom cancels late: the policy that starts first comes first. */
export async function policiesVisited(db: Db): Promise<PolicyVisited[]> {
  const { rows } = await sql<Omit<PolicyVisited, 'late' | 'noShow'> & { late: number; noShow: number }>`
    select practice_id as "practiceId", starts_on as "startsOn", window_hours as "windowHours", late_cents as late,
      no_show_cents as "noShow"
    from visits.cancellation_policies()
  `.execute(db)
  return rows.map((row) => ({ ...row, late: cents(row.late), noShow: cents(row.noShow) }))
}

export type ServiceLine = { code: string; modifiers: string[]; units: number; price: Cents }

/** What was confirmed of a visit, as far as it is the client's to know. */
export type ConfirmedVisit = {
  sessionId: string
  confirmationId: string
  firstConfirmedAt: Instant
  serviceOn: CalendarDate
  startedAt: Instant
  stoppedAt: Instant
  modality: 'telehealth' | 'in_person'
  placeOfService: string
  diagnoses: string[]
  location: { city: string; state: string }
  patient: {
    givenName: string
    familyName: string
    dateOfBirth: CalendarDate
    street: string
    city: string
    state: string
    zip: string
  }
  memberNumber: string
  planId: string
  payerId: string
  billingEntityId: string
  /** What the visit costs under the contract, the client's share included. */
  price: Cents
  /** The client's share as it was expected then. */
  client: Cents
  lines: ServiceLine[]
}

export async function confirmedVisits(db: Db): Promise<ConfirmedVisit[]> {
  const { rows } = await sql<ConfirmedRow>`
    select session_id as "sessionId", confirmation_id as "confirmationId", practice_id as "practiceId", first_confirmed_at as "firstConfirmedAt",
      service_on as "serviceOn", started_at as "startedAt", stopped_at as "stoppedAt", modality,
      place_of_service as "placeOfService", diagnoses, location, patient, policy,
      plan_id as "planId", payer_id as "payerId", billing_entity_id as "billingEntityId", price_cents as price,
      client_cents as client
    from visits.confirmations()
  `.execute(db)
  const lines = await sql<{ confirmationId: string; code: string; modifiers: string[]; units: number; price: number }>`
    select confirmation_id as "confirmationId", code, modifiers, units, price_cents as price
    from visits.service_lines() order by confirmation_id, line
  `.execute(db)
  return Promise.all(
    rows.map(async (row) => ({
      ...(await openVisit(db, row)),
      price: cents(row.price),
      client: cents(row.client),
      lines: lines.rows
        .filter(({ confirmationId }) => confirmationId === row.confirmationId)
        .map(({ code, modifiers, units, price }) => ({ code, modifiers, units, price: cents(price) })),
    })),
  )
}

type Encrypted = 'diagnoses' | 'location' | 'patient' | 'memberNumber'
type ConfirmedRow = Omit<ConfirmedVisit, 'lines' | 'price' | 'client' | Encrypted> & {
  practiceId: string
  price: number
  client: number
  diagnoses: Uint8Array
  location: Uint8Array
  patient: Uint8Array
  policy: Uint8Array
}

async function openVisit(db: Db, { practiceId, policy, ...row }: ConfirmedRow) {
  const of = [practiceId, row.confirmationId]
  const { memberId } = await decryptJson<{ memberId: string }>(db, 'sessions.confirmation.policy', of, policy)
  return {
    ...row,
    diagnoses: await decryptJson<string[]>(db, 'sessions.confirmation.diagnoses', of, row.diagnoses),
    location: await decryptJson<ConfirmedVisit['location']>(db, 'sessions.confirmation.location', of, row.location),
    patient: await decryptJson<ConfirmedVisit['patient']>(db, 'sessions.confirmation.patient', of, row.patient),
    memberNumber: memberId,
  }
}

export type ChargeTried = {
  cents: Cents
  outcome: 'captured' | 'declined' | 'no_payment_method'
  declineCode: string | null
  at: Instant
  card: { brand: string; lastFour: string } | null
}

/** A charge on the client's card with every try, in order. */
export type ChargeVisited = {
  id: string
  sessionId: string
  cents: Cents
  because: 'session_share' | 'share_increased' | 'cancellation_fee'
  dueAt: Instant
  tries: ChargeTried[]
}

export async function chargesVisited(db: Db): Promise<ChargeVisited[]> {
  const { rows } = await sql<
    Omit<ChargeVisited, 'cents' | 'tries'> & {
      cents: number
      attempt: number | null
      asked: number
      outcome: ChargeTried['outcome']
      declineCode: string | null
      at: Instant
      brand: string | null
      lastFour: string | null
    }
  >`
    select charge_id as id, session_id as "sessionId", cents, because, due_at as "dueAt", attempt, asked_cents as asked,
      outcome, decline_code as "declineCode", at, brand, last_four as "lastFour"
    from visits.charges()
  `.execute(db)
  const charges = new Map<string, ChargeVisited>()
  for (const { id, sessionId, cents: asked, because, dueAt, ...tried } of rows) {
    const charge = charges.get(id) ?? { id, sessionId, cents: cents(asked), because, dueAt, tries: [] }
    charges.set(id, charge)
    if (tried.attempt === null) continue
    const card =
      tried.brand === null || tried.lastFour === null ? null : { brand: tried.brand, lastFour: tried.lastFour }
    const { outcome, declineCode, at } = tried
    charge.tries.push({ cents: cents(tried.asked), outcome, declineCode, at, card })
  }
  return [...charges.values()]
}

export type RefundVisited = {
  id: string
  sessionId: string
  chargeId: string
  cents: Cents
  orderedAt: Instant
  refundedAt: Instant | null
}

export async function refundsVisited(db: Db): Promise<RefundVisited[]> {
  const { rows } = await sql<Omit<RefundVisited, 'cents'> & { cents: number }>`
    select refund_id as id, session_id as "sessionId", charge_id as "chargeId", cents, recorded_at as "orderedAt",
      refunded_at as "refundedAt"
    from visits.refunds()
  `.execute(db)
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }))
}

export type ClaimVisited = {
  id: string
  sessionId: string
  payerId: string
  charge: Cents
  held: boolean
  heldUntil: CalendarDate | null
  submitted: boolean
  events: { kind: string; on: CalendarDate }[]
}

/** The claims of the person's visits with what became of each, the first one first. */
export async function claimsVisited(db: Db): Promise<ClaimVisited[]> {
  const { rows } = await sql<Omit<ClaimVisited, 'charge' | 'events'> & { charge: number }>`
    select claim_id as id, session_id as "sessionId", payer_id as "payerId", charge_cents as charge, held,
      held_until as "heldUntil", submitted
    from visits.claims()
  `.execute(db)
  const events = await sql<{ claimId: string; kind: string; on: CalendarDate }>`
    select claim_id as "claimId", kind, happened_on as "on" from visits.claim_events()
  `.execute(db)
  return rows.map((row) => ({
    ...row,
    charge: cents(row.charge),
    events: events.rows.filter(({ claimId }) => claimId === row.id).map(({ kind, on }) => ({ kind, on })),
  }))
}

export type DecisionVisited = {
  sessionId: string
  kind: 'answer' | 'denial' | 'reversal' | 'information'
  paid: Cents
  share: Cents
  on: CalendarDate
}

export async function decisionsVisited(db: Db): Promise<DecisionVisited[]> {
  const { rows } = await sql<Omit<DecisionVisited, 'paid' | 'share'> & { paid: number; share: number }>`
    select session_id as "sessionId", kind, paid_cents as paid, client_cents as share, answered_on as "on"
    from visits.decisions()
  `.execute(db)
  return rows.map((row) => ({ ...row, paid: cents(row.paid), share: cents(row.share) }))
}

/** What moved in the books between the client, the plan and the house, in order. */
export async function movementsVisited(db: Db): Promise<(Movement & { sessionId: string })[]> {
  const { rows } = await sql<{ sessionId: string; debit: string; credit: string; cents: number }>`
    select session_id as "sessionId", debit, credit, cents from visits.movements()
  `.execute(db)
  return rows.map((row) => ({ ...row, cents: cents(row.cents) }))
}
