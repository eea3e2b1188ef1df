import { addDays, type CalendarDate, dateIn, type Instant, instantAt } from '../libraries/calendar/index.ts'
import { type Cents, sum } from '../libraries/money/index.ts'

export type Charge = {
  id: string
  at: Instant
  token: string
  reference: string
  cents: Cents
  /** Null: captured. */
  declineCode: string | null
}
export type Refund = { id: string; at: Instant; chargeId: string; reference: string; cents: Cents }
export type PayoutItem = { kind: 'charge' | 'refund'; id: string; reference: string; cents: Cents }
export type Payout = { id: string; number: number; on: CalendarDate; items: PayoutItem[]; cents: Cents }

/** A card that was handed over: all that is kept of it. */
export type KeptCard = { token: string; brand: string; lastFour: string; expiresMonth: number; expiresYear: number }

type Keyed = { key: string; request: string }

/** What the processor's journal holds; `request` is what came with the key, to tell a repeat from a misuse. */
export type CardsEvent =
  | ({ kind: 'charged' } & Keyed & { charge: Charge })
  | ({ kind: 'refunded' } & Keyed & { refund: Refund })
  | { kind: 'tokenised'; card: KeptCard }
  | { kind: 'payout'; payout: Payout }
  | { kind: 'sent'; id: string }
  /** The next so many charges, of one card or of any, are declined. */
  | { kind: 'declines'; token: string | null; count: number }

export type CardsState = {
  charges: Map<string, Charge>
  refunds: Map<string, Refund>
  byKey: Map<string, { request: string; answered: Charge | Refund }>
  cards: Map<string, KeptCard>
  payouts: Map<string, Payout>
  /** What was captured or refunded and is in no payout yet. */
  waiting: Map<string, PayoutItem & { at: Instant }>
  unsent: Set<string>
  /** How many charges are to be declined yet, by card; the empty name stands for any. */
  toDecline: Map<string, number>
}

const zone = 'America/New_York'

export function noCards(): CardsState {
  return {
    charges: new Map(),
    refunds: new Map(),
    byKey: new Map(),
    cards: new Map(),
    payouts: new Map(),
    waiting: new Map(),
    unsent: new Set(),
    toDecline: new Map(),
  }
}

/** Takes up what happened, in place: the journal is the truth, this its sum. */
export function applyEvent(state: CardsState, event: CardsEvent): void {
  switch (event.kind) {
    case 'charged': {
      const { charge } = event
      state.charges.set(charge.id, charge)
      countDecline(state, charge.token)
      state.byKey.set(event.key, { request: event.request, answered: charge })
      if (charge.declineCode === null) state.waiting.set(charge.id, { kind: 'charge', ...charge })
      return
    }
    case 'refunded': {
      const { refund } = event
      state.refunds.set(refund.id, refund)
      state.byKey.set(event.key, { request: event.request, answered: refund })
      state.waiting.set(refund.id, { kind: 'refund', ...refund })
      return
    }
    case 'tokenised':
      state.cards.set(event.card.token, event.card)
      return
    case 'payout':
      state.payouts.set(event.payout.id, event.payout)
      state.unsent.add(event.payout.id)
      for (const { id } of event.payout.items) state.waiting.delete(id)
      return
    case 'sent':
      state.unsent.delete(event.id)
      return
    case 'declines':
      state.toDecline.set(event.token ?? '', event.count)
  }
}

/** A token that begins with tok_declined_once declines its first charge only, one with tok_declined every charge. */
export function declineCodeFor(state: CardsState, token: string): string | null {
  if (orderFor(state, token) !== null) return 'card_declined'
  if (!token.startsWith('tok_declined')) return null
  const triedBefore = [...state.charges.values()].some((charge) => charge.token === token)
  return token.startsWith('tok_declined_once') && triedBefore ? null : 'card_declined'
}

/** The order that the next charge of this card falls under: its own before that for any card. */
function orderFor({ toDecline }: CardsState, token: string): string | null {
  return [token, ''].find((name) => (toDecline.get(name) ?? 0) > 0) ?? null
}

function countDecline(state: CardsState, token: string): void {
  const order = orderFor(state, token)
  if (order !== null) state.toDecline.set(order, (state.toDecline.get(order) ?? 0) - 1)
}

export function refundedOf(state: CardsState, chargeId: string): Cents {
  return sum([...state.refunds.values()].filter((refund) => refund.chargeId === chargeId).map(({ cents }) => cents))
}

/** When there is something to do: at once while a payout has not reached the bank, else the next evening with something waiting. */
export function nextDueAt(state: CardsState): Instant | null {
  const overdue = [...state.unsent]
    .flatMap((id) => state.payouts.get(id) ?? [])
    .map(({ on }) => instantAt(on, '22:00', zone))
  return overdue.toSorted()[0] ?? nextPayoutAt(state)
}

/** The first 22:00 in New York after something waiting happened; null when nothing waits. */
export function nextPayoutAt(state: CardsState): Instant | null {
  const moments = [...state.waiting.values()].map(({ at }) => eveningAfter(at))
  return moments.toSorted()[0] ?? null
}

/** The evening's payouts: captures go out in one, refunds are collected in another. */
export function payoutsAt(state: CardsState, moment: Instant): Payout[] {
  const on = dateIn(moment, zone)
  const due = [...state.waiting.values()].filter(({ at }) => at < moment)
  const kinds = [
    ['charge', 'PO'],
    ['refund', 'RF'],
  ] as const
  return kinds
    .map(([kind, letters]) => ({ letters, items: due.filter((item) => item.kind === kind) }))
    .filter(({ items }) => items.length > 0)
    .map(({ letters, items }, index) => ({
      id: `${letters}-${on.replaceAll('-', '')}`,
      number: state.payouts.size + index + 1,
      on,
      items: items.map(({ kind, id, reference, cents }) => ({ kind, id, reference, cents })),
      cents: sum(items.map(({ cents }) => cents)),
    }))
}

function eveningAfter(moment: Instant): Instant {
  const today = dateIn(moment, zone)
  const evening = instantAt(today, '22:00', zone)
  return evening > moment ? evening : instantAt(addDays(today, 1), '22:00', zone)
}
