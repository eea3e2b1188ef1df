import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, sum } from '../../libraries/money/index.ts'
import type { PayoutLine } from './pay-line-report-store.ts'
import type { Payout, PayoutEvent } from './payout-store.ts'

export type PayoutState = 'sent' | 'settled' | 'returned'

/** How a payout stands, from what the bank told of it; made and not yet uploaded counts as on its way. */
export function payoutState(events: readonly Pick<PayoutEvent, 'kind'>[]): PayoutState {
  const has = (...kinds: PayoutEvent['kind'][]) => events.some(({ kind }) => kinds.includes(kind))
  if (has('returned', 'refused')) return 'returned'
  return has('settled') ? 'settled' : 'sent'
}

/** How the pay of a session stands: the payout that it is in now, and how much of it has arrived. */
export type PayStanding = {
  payout: { id: string; payOn: CalendarDate; settlesOn: CalendarDate; fileName: string; fileSha256: string } | null
  state: 'planned' | PayoutState
  /** The day on which the bank told of it last. */
  toldOn: CalendarDate | null
  arrived: Cents
}

type Known = {
  /** The session's own lines, and those of payouts that came back: each is in the payout that pays it. */
  lines: readonly PayoutLine[]
  payouts: readonly Payout[]
  events: readonly PayoutEvent[]
}

/** Follows a session's pay through payouts that came back to the one that carries it now. */
export function payStanding(sessionId: string, known: Known): PayStanding {
  const own = known.lines.filter(({ subject }) => subject === sessionId)
  const carried = own.flatMap((line) => {
    const payout = carrierOf(line.payoutId, known)
    return payout === null ? [] : [{ line, payout, ...standingOf(payout, known.events) }]
  })
  const last = carried.toSorted((a, b) => (a.payout.payOn < b.payout.payOn ? -1 : 1)).at(-1)
  return {
    payout: last?.payout ?? null,
    state: last?.state ?? 'planned',
    toldOn: last?.toldOn ?? null,
    arrived: sum(carried.filter(({ state }) => state === 'settled').map(({ line }) => line.cents)),
  }
}

function carrierOf(payoutId: string, known: Known): Payout | null {
  const payout = known.payouts.find(({ id }) => id === payoutId) ?? null
  if (payout === null || standingOf(payout, known.events).state !== 'returned') return payout
  const again = known.lines.find(({ subject, payoutId: other }) => subject === payoutId && other !== payoutId)
  return again === undefined ? payout : carrierOf(again.payoutId, known)
}

function standingOf({ id }: Payout, events: readonly PayoutEvent[]) {
  const told = events.filter(({ payoutId, kind }) => payoutId === id && kind !== 'change_notified')
  return { state: payoutState(told), toldOn: told.at(-1)?.happenedOn ?? null }
}
