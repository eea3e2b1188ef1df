import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { type Cents, sum, zero } from '../../libraries/money/index.ts'
import { paymentMethodsOf } from '../charges/index.ts'
import type { Db, World } from '../world.ts'
import { cardOf } from './appointments-flow.ts'
import type { Card } from './charge-standing.ts'
import { type VisitKnown, visitsKnown } from './visits-known-flow.ts'

type ForVisit = { sessionId: string; visitOn: CalendarDate; clinicianName: string; isFee: boolean }

/** A charge that the card refused: what is owed, why, and when it is asked again (null: not by itself). */
export type FailedCharge = ForVisit & {
  chargeId: string
  cents: Cents
  on: CalendarDate
  because: 'declined' | 'no_card'
  code: string | null
  card: Card | null
  againOn: CalendarDate | null
}

/** What will be charged; `on` null: once the plan's answer has been told, or the clinician's time for corrections is over. */
export type ComingCharge = ForVisit & { cents: Cents; on: CalendarDate | null }

export type PastPayment = ForVisit & {
  id: string
  kind: 'charged' | 'refunded' | 'refund_on_its_way'
  cents: Cents
  on: CalendarDate
  card: Card | null
}

export type Billing = {
  personId: string
  /** Failed and coming charges together: all that the books say the client owes. */
  owedCents: Cents
  failed: FailedCharge[]
  coming: ComingCharge[]
  past: PastPayment[]
  card: Card | null
}

/** What the client owes now, what will be charged and when, and what was charged and refunded; the latest first. */
export async function billing(db: Db, world: World, personId: string): Promise<Billing> {
  const known = await visitsKnown(db, world)
  const today = dateIn(world.clock.now(), world.zone)
  const [card] = await paymentMethodsOf(db, [personId])
  return {
    personId,
    owedCents: sum(known.map(({ money }) => money.owes)),
    failed: known.flatMap((one) => failedOf(one, world.zone)),
    coming: known.flatMap((one) => comingOf(one, world.zone, today)),
    past: known.flatMap((one) => pastOf(one, world.zone)).toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)),
    card: cardOf(card ?? null),
  }
}

function failedOf(known: VisitKnown, zone: string): FailedCharge[] {
  return known.charges.flatMap(({ id, because, standing }) => {
    if (standing.kind !== 'failed') return []
    const { cents, at, code, card, againAt } = standing
    return [
      {
        ...forVisit(known, because),
        chargeId: id,
        cents,
        on: dateIn(at, zone),
        because: standing.because,
        code,
        card,
        againOn: againAt === null ? null : dateIn(againAt, zone),
      },
    ]
  })
}

// What the books say is owed, less what a card refused, is still to be asked: by a charge with its day, or before one.
function comingOf(known: VisitKnown, zone: string, today: CalendarDate): ComingCharge[] {
  const { charges, money, locksOn } = known
  const failed = sum(charges.map(({ standing }) => (standing.kind === 'failed' ? standing.cents : zero)))
  let left = money.owes - failed
  const due = charges.flatMap(({ because, standing }): ComingCharge[] => {
    if (standing.kind !== 'due' || left <= 0) return []
    const cents = Math.min(left, standing.cents) as Cents
    left -= cents
    const on = dateIn(standing.at, zone)
    return [{ ...forVisit(known, because), cents, on: on < today ? today : on }]
  })
  if (left <= 0) return due
  const on = charges.length === 0 && locksOn !== null ? (locksOn < today ? today : locksOn) : null
  return [...due, { ...forVisit(known, 'session_share'), cents: left as Cents, on }]
}

function pastOf(known: VisitKnown, zone: string): PastPayment[] {
  const cardOfCharge = new Map<string, Card | null>()
  const charged = known.charges.flatMap(({ id, because, standing }): PastPayment[] => {
    if (standing.kind !== 'paid') return []
    cardOfCharge.set(id, standing.card)
    const { cents, at, card } = standing
    return [{ ...forVisit(known, because), id, kind: 'charged', cents, on: dateIn(at, zone), card }]
  })
  const refunds = known.refunds.map(({ id, chargeId, cents, orderedAt, refundedAt }): PastPayment => {
    const because = known.charges.find((charge) => charge.id === chargeId)?.because ?? 'session_share'
    const kind = refundedAt === null ? 'refund_on_its_way' : 'refunded'
    const on = dateIn(refundedAt ?? orderedAt, zone)
    return { ...forVisit(known, because), id, kind, cents, on, card: cardOfCharge.get(chargeId) ?? null }
  })
  return [...charged, ...refunds]
}

function forVisit({ visit, on }: VisitKnown, because: string): ForVisit {
  const { sessionId, clinicianName } = visit
  return { sessionId, visitOn: on, clinicianName, isFee: because === 'cancellation_fee' }
}
