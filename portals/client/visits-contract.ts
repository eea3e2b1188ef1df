import type { RequestStanding } from '../../business/sessions/change-request-standing.ts'
import type { Story, StoryStep } from '../../business/visits/claim-story.ts'
import type { ExpectedCost } from '../../business/visits/expected-cost.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'

/** What the server answers about visits and money, as the client's pages read it. */

export type { ExpectedCost, Story, StoryStep }

export type CardSeen = { brand: string; lastFour: string }

type Met = {
  sessionId: string
  practiceName: string
  clinicianName: string
  licenceFamily: string | null
  startsAt: Instant
  endsAt: Instant
  zone: string
  modality: 'telehealth' | 'in_person'
}

export type Upcoming = Met & {
  joinUrl: string | null
  joinFrom: Instant
  office: { label: string; street: string; city: string; state: string; zip: string } | null
  place: { city: string | null; state: string } | null
  cost: ExpectedCost
  payerName: string | null
  card: CardSeen | null
  policy: { windowHours: number; lateCents: Cents; noShowCents: Cents; freeUntil: Instant } | null
  version: number
  cancelNowCents: Cents
  mayAsk: boolean
  request: {
    id: string
    kind: 'cancel' | 'move'
    proposed: Instant[]
    askedAt: Instant
    message: string | null
    feeCents: Cents
    standing: RequestStanding
    words: string | null
  } | null
}

export type Past = Met & {
  on: CalendarDate
  standing: 'took_place' | 'to_confirm' | 'cancelled' | 'missed' | 'did_not_take_place'
  payerName: string | null
  costCents: Cents
  paidCents: Cents
  owesCents: Cents
  comesBackCents: Cents
  planPaidCents: Cents
  isFinal: boolean
  hasInvoice: boolean
  story: Story
}

export type Appointments = { personId: string; upcoming: Upcoming[]; past: Past[] }

type ForVisit = { sessionId: string; visitOn: CalendarDate; clinicianName: string; isFee: boolean }

export type FailedCharge = ForVisit & {
  chargeId: string
  cents: Cents
  on: CalendarDate
  because: 'declined' | 'no_card'
  code: string | null
  card: CardSeen | null
  againOn: CalendarDate | null
}

export type ComingCharge = ForVisit & { cents: Cents; on: CalendarDate | null }

export type PastPayment = ForVisit & {
  id: string
  kind: 'charged' | 'refunded' | 'refund_on_its_way'
  cents: Cents
  on: CalendarDate
  card: CardSeen | null
}

export type Billing = {
  personId: string
  owedCents: Cents
  failed: FailedCharge[]
  coming: ComingCharge[]
  past: PastPayment[]
  card: CardSeen | null
}
