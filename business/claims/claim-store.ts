import { sql } from 'kysely'
import { decryptJson, encryptJson, indexOf } from '../../database/encryption.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { ClaimContent } from './claim-content.ts'
import { type ClaimEventKind, type ClaimStatus, claimStatus } from './claim-status.ts'

export type Claim = {
  practiceId: string
  id: string
  sessionId: string
  confirmationId: string
  personId: string
  controlNumber: string
  networkId: string
  payerId: string
  billingEntityId: string
  frequency: '1' | '7' | '8'
  charge: Cents
  serviceOn: CalendarDate
  held: boolean
  heldUntil: CalendarDate | null
  content: ClaimContent
  createdAt: Instant
}

export async function recordClaim(db: Db, claim: Claim): Promise<void> {
  await db
    .insertInto('claims.claim')
    .values({
      practice_id: claim.practiceId,
      id: claim.id,
      session_id: claim.sessionId,
      confirmation_id: claim.confirmationId,
      person_id: claim.personId,
      control_number: claim.controlNumber,
      network_id: claim.networkId,
      payer_id: claim.payerId,
      billing_entity_id: claim.billingEntityId,
      frequency: claim.frequency,
      charge_cents: claim.charge,
      service_on: claim.serviceOn,
      held: claim.held,
      held_until: claim.heldUntil,
      content: await encryptJson(db, 'claims.claim.content', [claim.practiceId, claim.id], claim.content),
      member_index: await indexOf(db, 'claims.claim', claim.content.memberId),
      created_at: claim.createdAt,
    })
    .execute()
}

type ClaimRow = {
  practice_id: string
  id: string
  session_id: string
  confirmation_id: string
  person_id: string
  control_number: string
  network_id: string
  payer_id: string
  billing_entity_id: string
  frequency: string
  charge_cents: number
  service_on: CalendarDate
  held: boolean
  held_until: CalendarDate | null
  content: Uint8Array
  created_at: Instant
}

async function fromRow(db: Db, row: ClaimRow): Promise<Claim> {
  const content = await decryptJson<ClaimContent>(db, 'claims.claim.content', [row.practice_id, row.id], row.content)
  return {
    practiceId: row.practice_id,
    id: row.id,
    sessionId: row.session_id,
    confirmationId: row.confirmation_id,
    personId: row.person_id,
    controlNumber: row.control_number,
    networkId: row.network_id,
    payerId: row.payer_id,
    billingEntityId: row.billing_entity_id,
    frequency: row.frequency as Claim['frequency'],
    charge: cents(row.charge_cents),
    serviceOn: row.service_on,
    held: row.held,
    heldUntil: row.held_until,
    content,
    createdAt: row.created_at,
  }
}

/** The claim with this control number, whoever's it is: a payer's answer names nothing else. */
export async function claimByControlNumber(db: Db, controlNumber: string): Promise<Claim | null> {
  const row = await db
    .selectFrom('claims.claim')
    .selectAll()
    .where('control_number', '=', controlNumber)
    .executeTakeFirst()
  return row === undefined ? null : fromRow(db, row)
}

export async function claimById(db: Db, practiceId: string, id: string): Promise<Claim | null> {
  const row = await db
    .selectFrom('claims.claim')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : fromRow(db, row)
}

export async function claimsOfSession(db: Db, practiceId: string, sessionId: string): Promise<Claim[]> {
  const rows = await db
    .selectFrom('claims.claim')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => fromRow(db, row)))
}

/** The claims of many sessions, whoever's they are, the first one first; for the operator's own eyes. */
export async function claimsOfSessions(db: Db, sessionIds: readonly string[]): Promise<Claim[]> {
  const { rows } = await sql<ClaimRow>`
    select * from claims.claim as claim where claim.session_id = any(${sessionIds}::uuid[])
    order by claim.created_at, claim.id
  `.execute(db)
  return Promise.all(rows.map((row) => fromRow(db, row)))
}

export async function claimsByIds(db: Db, ids: readonly string[]): Promise<Claim[]> {
  const { rows } = await sql<ClaimRow>`
    select * from claims.claim as claim where claim.id = any(${ids}::uuid[])
  `.execute(db)
  return Promise.all(rows.map((row) => fromRow(db, row)))
}

/** On which day each of these claims last went to its payer, by the claim's id. */
export async function sentDays(db: Db, claimIds: readonly string[]): Promise<Map<string, CalendarDate>> {
  const { rows } = await sql<{ claim_id: string; sent_on: CalendarDate }>`
    select claim_id, max(happened_on) as sent_on from claims.event
    where kind = 'sent' and claim_id = any(${claimIds}::uuid[])
    group by claim_id
  `.execute(db)
  return new Map(rows.map(({ claim_id, sent_on }) => [claim_id, sent_on]))
}

const released = sql<boolean>`exists (select from claims.release as release
  where release.practice_id = claim.practice_id and release.claim_id = claim.id)`

/** A claim as its next file says it: an original, or a revision of what went out before. */
export type OutgoingClaim = Claim & { attempt: number; originalReference: string | null }

/** Claims that may go out and are in no file yet, as what they say now. */
export async function claimsToSubmit(db: Db): Promise<OutgoingClaim[]> {
  const { rows } = await sql<ClaimRow & RevisedAs>`
    select claim.*, coalesce(revision.attempt, 1) as attempt, revision.original_reference,
      coalesce(revision.frequency, claim.frequency) as frequency, revision.content as revised
    from claims.claim as claim
    left join lateral (
      select revision.attempt, revision.frequency, revision.original_reference, revision.content
      from claims.revision as revision
      where revision.practice_id = claim.practice_id and revision.claim_id = claim.id
      order by revision.attempt desc limit 1
    ) as revision on true
    where not exists (select from claims.submission as submission
        where submission.practice_id = claim.practice_id and submission.claim_id = claim.id
          and submission.attempt >= coalesce(revision.attempt, 1))
      and (revision.attempt is not null or not claim.held or ${released})
    order by claim.payer_id, claim.created_at, claim.id
  `.execute(db)
  return Promise.all(
    rows.map(async (row) => {
      const { attempt, original_reference: originalReference, revised } = row
      const claim = await fromRow(db, row)
      if (revised === null) return { ...claim, attempt, originalReference }
      const of = [row.practice_id, row.id, attempt]
      const content = await decryptJson<ClaimContent>(db, 'claims.revision.content', of, revised)
      return { ...claim, content, attempt, originalReference }
    }),
  )
}

type RevisedAs = { attempt: number; original_reference: string | null; revised: Uint8Array | null }

/** Claims that wait for the payer-ready date of their clinician. */
export async function heldClaims(db: Db): Promise<Claim[]> {
  const rows = await db
    .selectFrom('claims.claim as claim')
    .selectAll()
    .where('held', '=', true)
    .where((where) => where.not(released))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => fromRow(db, row)))
}

export async function recordRelease(
  db: Db,
  release: { practiceId: string; claimId: string; because: string; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('claims.release')
    .values({
      practice_id: release.practiceId,
      claim_id: release.claimId,
      because: release.because,
      released_at: release.at,
      released_by: release.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type ClaimEvent = {
  kind: ClaimEventKind
  /** What this was learned from: the same answer read twice is one event. */
  sourceKey: string
  happenedOn: CalendarDate
  at: Instant
  detail: { words: string; file?: { id: string; name: string; sha256: string }; codes?: string[] }
}

export async function recordClaimEvent(
  db: Db,
  event: ClaimEvent & { practiceId: string; claimId: string; id: string },
): Promise<boolean> {
  const made = await db
    .insertInto('claims.event')
    .values({
      practice_id: event.practiceId,
      id: event.id,
      claim_id: event.claimId,
      kind: event.kind,
      source_key: event.sourceKey,
      happened_on: event.happenedOn,
      recorded_at: event.at,
      detail: JSON.stringify(event.detail),
    })
    .onConflict((conflict) => conflict.columns(['practice_id', 'claim_id', 'source_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function eventsOf(db: Db, practiceId: string, claimId: string): Promise<ClaimEvent[]> {
  const rows = await db
    .selectFrom('claims.event')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('claim_id', '=', claimId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as ClaimEventKind,
    sourceKey: row.source_key,
    happenedOn: row.happened_on,
    at: row.recorded_at,
    detail: row.detail as ClaimEvent['detail'],
  }))
}

/** Every claim of a practice with its status, derived from its events. */
export async function claimStatusesOf(
  db: Db,
  practiceId: string,
): Promise<{ sessionId: string; claimId: string; status: ClaimStatus }[]> {
  const rows = await db
    .selectFrom('claims.claim as claim')
    .select(['claim.id', 'claim.session_id', 'claim.held', released.as('released')])
    .where('claim.practice_id', '=', practiceId)
    .orderBy('claim.created_at')
    .execute()
  const events = await db
    .selectFrom('claims.event')
    .select(['claim_id', 'kind'])
    .where('practice_id', '=', practiceId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const byClaim = Map.groupBy(events, ({ claim_id }) => claim_id)
  return rows.map(({ id, session_id, held, released: isReleased }) => ({
    sessionId: session_id,
    claimId: id,
    status: claimStatus({ held, released: isReleased }, byClaim.get(id) ?? []),
  }))
}
