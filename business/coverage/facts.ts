import type { CalendarDate } from '../../libraries/calendar/index.ts'

/** A state, the District of Columbia or a territory, by its two letters; data/states.json lists them. */
export type State = string

export type Purpose = 'guidance' | 'confirmation'

/** Where the client physically is during the session; in person, the practice's location. */
export type ClientLocation = {
  state: State | 'outside_us'
  countyFips: string | null
  /** In a county that Blues share by a road: the licensee that a person confirmed. */
  servedBy: string | null
  address: string | null
}

export type Crisis = { codes: readonly string[]; narrative: string | null; resolution: string | null }

export type Authority = {
  state: State
  kind: 'license' | 'compact_privilege' | 'temporary_permit'
  from: CalendarDate
  until: CalendarDate | null
}

/** A credential with a network, held through this operator; `from` is null for a pending one only. */
export type Credential = {
  network: string
  state: State
  via: 'direct' | 'virtual_network'
  status: 'active' | 'pending' | 'terminated'
  from: CalendarDate | null
  until: CalendarDate | null
  /** The first day on which the payer has the credential in its own system. */
  payerReady: CalendarDate | null
}

export type Exclusion = { from: CalendarDate; until: CalendarDate | null }

/** The network of a Blue plan is the id of its home licensee. */
export type Plan = { network: string; isBlue: boolean; blueCard: boolean; acceptedStates: 'all' | readonly State[] }

/** Everything that the decision may know, about one session on one date. Periods are half-open. */
export type Facts = {
  id: string
  purpose: Purpose
  /** The date of service. */
  on: CalendarDate
  /** The day the question is asked; only `payerReady` is compared with it. */
  asOf: CalendarDate
  session: {
    modality: 'telehealth' | 'in_person'
    clientLocation: ClientLocation | null
    crisis: Crisis | null
  }
  provider: {
    authorities: readonly Authority[]
    credentials: readonly Credential[]
    exclusions: readonly Exclusion[]
  }
  plan: Plan
  coverage: 'active' | 'inactive' | 'unverified'
}
