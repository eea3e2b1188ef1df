import type { Readiness } from '../../business/charges/describe-client.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { BillingDecision, Client, Location, SessionRow } from '../contract.ts'

/** What the server answers to the practice's own pages; money in whole cents, days 'YYYY-MM-DD', moments as `Instant`. */

/** A client's page: what their plan and card say, and every place they ever had; `until` is the first day without it. */
export type ClientPage = Client & {
  email: string | null
  dateOfBirth: CalendarDate | null
  policy: {
    planName: string
    payerName: string
    memberId: string
    groupNumber: string | null
    copayCents: Cents
    coverage: 'active' | 'inactive' | 'unverified'
  } | null
  paymentMethod: { brand: string; lastFour: string } | null
  places: DatedPlace[]
}

export type DatedPlace = Location & { from: CalendarDate; until: CalendarDate | null }

/** Where a client could be seen on a day, and how it would be billed. */
export type BillingMethod = {
  personId: string
  on: CalendarDate
  clinician: { memberId: string; name: string }
  clinicians: { memberId: string; name: string }[]
  plan: { name: string; payerName: string; memberId: string } | null
  places: PlaceGuidance[]
}

export type PlaceGuidance = {
  kind: 'practice' | 'client'
  locationId: string
  label: string
  address: string | null
  city: string | null
  state: string
  decision: BillingDecision
  worth: { codes: string[]; isLikeLastTime: boolean; providerCents: Cents; clientCents: Cents } | null
}

export type NoteListed = {
  sessionId: string
  startsAt: Instant
  begins: string
  signedAt: Instant
  signedBy: string
  addenda: number
}

export type OwnPlace = {
  id: string
  label: string
  street: string
  city: string
  state: string
  zip: string
  from: CalendarDate
  until: CalendarDate | null
}

export type TelehealthLink = { memberId: string; name: string; url: string | null }

/** Where a practice's pay goes; of a number never more than its last four digits. */
export type BankAccounts = {
  hold: string | null
  payableFrom: Instant | null
  accounts: BankAccountSeen[]
}

export type BankAccountSeen = {
  id: string
  holder: 'business' | 'personal'
  holderName: string
  kind: 'checking' | 'savings'
  accountEnds: string
  addedOn: CalendarDate
  state: 'in_use' | 'waiting' | 'former' | 'refused'
  because: string | null
  testDeposit: { settlesOn: CalendarDate; isThere: boolean } | null
  triesLeft: number
}

export type Agreement = {
  memberId: string
  rates: {
    payerName: string
    state: string
    code: string
    modifiers: string[]
    cents: Cents
    from: CalendarDate
    until: CalendarDate | null
  }[]
  paySchedule: { from: CalendarDate; until: CalendarDate | null; source: string; kind: string } | null
}

/** A session on a list: until when it may be confirmed, where it waits for that. */
export type ListedSession = SessionRow & { confirmBy: CalendarDate | null }

export type SessionToConfirm = SessionRow & {
  confirmBy: CalendarDate
  paidIfConfirmedToday: CalendarDate
  /** What the last session with this client was paid. */
  lastPaidCents: Cents | null
}

export type Need = {
  kind: string
  title: string
  words: string
  sessionId: string | null
  personId: string | null
  lacks: string[]
  readiness: Readiness | null
  startsAt: Instant | null
}

export type Home = {
  now: Instant
  /** The operator's zone. */
  zone: string
  toConfirm: SessionToConfirm[]
  nextPayout: { payOn: CalendarDate; settlesOn: CalendarDate; cents: Cents; lines: number } | null
  /** The payout that sessions confirmed today go into, as it stands. */
  thisWindow: { settlesOn: CalendarDate; cents: Cents; lines: number } | null
  accountEnds: string | null
  today: (SessionRow & { joinUrl: string | null })[]
  needsYou: Need[]
}
