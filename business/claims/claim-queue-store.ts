import { sql } from 'kysely'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import { type ClaimEventKind, type ClaimStatus, claimStatus } from './claim-status.ts'

/** A claim that is not done with, as the operator's queues show it. */
export type OpenClaim = {
  practiceId: string
  claimId: string
  sessionId: string
  controlNumber: string
  payerId: string
  serviceOn: CalendarDate
  charge: Cents
  heldUntil: CalendarDate | null
  status: ClaimStatus
  personId: string
  sentOn: CalendarDate | null
  /** The moment of the last news of it. */
  movedAt: Instant
  /** What was last heard of it, and when. */
  lastOn: CalendarDate | null
  words: string | null
  /** The codes that came with it: the payer's reasons, or an acknowledgement's. */
  codes: string[]
}

type OpenRow = Omit<OpenClaim, 'charge' | 'status' | 'codes'> & {
  codes: string[] | null
  charge: number
  held: boolean
  released: boolean
  kinds: ClaimEventKind[] | null
}

/** Every claim that is neither paid as agreed nor absorbed, the oldest service first. */
export async function openClaims(db: Db): Promise<OpenClaim[]> {
  const { rows } = await sql<OpenRow>`
    select claim.practice_id as "practiceId", claim.id as "claimId", claim.session_id as "sessionId",
      claim.control_number as "controlNumber", claim.payer_id as "payerId", claim.service_on as "serviceOn",
      claim.charge_cents as charge, claim.held, claim.held_until as "heldUntil",
      exists (select from claims.release as release
        where release.practice_id = claim.practice_id and release.claim_id = claim.id) as released,
      told.kinds, told.sent_on as "sentOn", told.last_on as "lastOn",
      coalesce(told.moved_at, claim.created_at) as "movedAt", claim.person_id as "personId", told.words, told.codes
    from claims.claim as claim
    left join lateral (
      select array_agg(event.kind order by event.recorded_at, event.id) as kinds,
        max(event.happened_on) filter (where event.kind = 'sent') as sent_on,
        max(event.recorded_at) as moved_at,
        max(event.happened_on) as last_on,
        (array_agg(event.kind order by event.recorded_at desc, event.id desc)
          filter (where event.kind in ('paid', 'underpaid', 'denied', 'reversed', 'absorbed', 'rejected', 'file_rejected', 'corrected'))
        )[1] as answer,
        (array_agg(event.detail ->> 'words' order by event.recorded_at desc, event.id desc))[1] as words,
        (array_agg(event.detail -> 'codes' order by event.recorded_at desc, event.id desc))[1] as codes
      from claims.event as event
      where event.practice_id = claim.practice_id and event.claim_id = claim.id
    ) as told on true
    where told.answer is null or told.answer not in ('paid', 'absorbed')
    order by claim.service_on, claim.id
  `.execute(db)
  return rows.map(({ charge, held, released, kinds, codes, ...row }) => {
    const events = (kinds ?? []).map((kind) => ({ kind }))
    return { ...row, codes: codes ?? [], charge: cents(charge), status: claimStatus({ held, released }, events) }
  })
}
