import { type RawBuilder, sql } from 'kysely'
import { indexesOf } from '../../database/encryption.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import { type ClaimEventKind, type ClaimStatus, claimStatus } from './claim-status.ts'

/** One word that a claim is looked for by: it must be found in one of these. */
export type ClaimTerm = {
  /** The beginning of a claim control number, or a whole member id. */
  text: string | null
  claimIds: readonly string[]
  sessionIds: readonly string[]
  personIds: readonly string[]
  practiceIds: readonly string[]
  payerIds: readonly string[]
  serviceOn: CalendarDate | null
  cents: Cents | null
}

export type FoundClaim = {
  practiceId: string
  claimId: string
  sessionId: string
  personId: string
  controlNumber: string
  payerId: string
  serviceOn: CalendarDate
  charge: Cents
  lastOn: CalendarDate | null
  status: ClaimStatus
}

type Row = Omit<FoundClaim, 'charge' | 'status'> & {
  charge: number
  held: boolean
  released: boolean
  kinds: ClaimEventKind[] | null
}

/** The claims in which every word is found, the latest service first, at most so many. */
export async function searchClaims(db: Db, terms: readonly ClaimTerm[], limit: number): Promise<FoundClaim[]> {
  const conditions: RawBuilder<unknown>[] = []
  for (const term of terms) {
    const memberIndexes = term.text === null ? [] : await indexesOf(db, 'claims.claim', term.text)
    conditions.push(isIn(term, memberIndexes))
  }
  const found = terms.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
  const { rows } = await sql<Row>`
    select claim.practice_id as "practiceId", claim.id as "claimId", claim.session_id as "sessionId",
      claim.person_id as "personId", claim.control_number as "controlNumber", claim.payer_id as "payerId",
      claim.service_on as "serviceOn", claim.charge_cents as charge, claim.held,
      exists (select from claims.release as release
        where release.practice_id = claim.practice_id and release.claim_id = claim.id) as released,
      told.kinds, told.last_on as "lastOn"
    from (select * from claims.claim as claim where ${found} order by claim.service_on desc, claim.id desc limit ${limit}) as claim
    left join lateral (
      select array_agg(event.kind order by event.recorded_at, event.id) as kinds, max(event.happened_on) as last_on
      from claims.event as event
      where event.practice_id = claim.practice_id and event.claim_id = claim.id
    ) as told on true
    order by claim.service_on desc, claim.id desc
  `.execute(db)
  return rows.map(({ charge, held, released, kinds, ...row }) => ({
    ...row,
    charge: cents(charge),
    status: claimStatus(
      { held, released },
      (kinds ?? []).map((kind) => ({ kind })),
    ),
  }))
}

function isIn(
  { text, claimIds, sessionIds, personIds, practiceIds, payerIds, serviceOn, cents: amount }: ClaimTerm,
  memberIndexes: readonly Buffer[],
): RawBuilder<unknown> {
  const ways: RawBuilder<unknown>[] = []
  if (text !== null) {
    const beginning = `${text.replace(/[\\%_]/g, '\\$&').toUpperCase()}%`
    ways.push(
      sql`claim.control_number like ${beginning}`,
      sql`claim.member_index = any(${[...memberIndexes]}::bytea[])`,
    )
  }
  if (claimIds.length > 0) ways.push(sql`claim.id = any(${claimIds}::uuid[])`)
  if (sessionIds.length > 0) ways.push(sql`claim.session_id = any(${sessionIds}::uuid[])`)
  if (personIds.length > 0) ways.push(sql`claim.person_id = any(${personIds}::uuid[])`)
  if (practiceIds.length > 0) ways.push(sql`claim.practice_id = any(${practiceIds}::uuid[])`)
  if (payerIds.length > 0) ways.push(sql`claim.payer_id = any(${payerIds}::text[])`)
  if (serviceOn !== null) ways.push(sql`claim.service_on = ${serviceOn}::date`)
  if (amount !== null) ways.push(sql`claim.charge_cents = ${amount}`)
  return ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` or `)})`
}
