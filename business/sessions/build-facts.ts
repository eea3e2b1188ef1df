import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import type { Facts, Purpose } from '../coverage/facts.ts'
import type { Modality } from './session-store.ts'

type Recorded = {
  id: string
  /** Guidance needs no address yet; a confirmation does. */
  purpose: Purpose
  on: CalendarDate
  asOf: CalendarDate
  modality: Modality
  location: { state: string; countyFips: string | null; servedBy: string | null; address: string | null } | null
  crisis: Facts['session']['crisis']
  authorities: readonly { state: string; kind: 'license' | 'compact_privilege' | 'temporary_permit'; during: Period }[]
  credentials: readonly {
    networkId: string
    state: string
    via: 'direct' | 'virtual_network'
    status: 'active' | 'pending' | 'terminated'
    during: Period | null
    payerReady: CalendarDate | null
  }[]
  exclusions: readonly Period[]
  plan: { networkId: string; isBlue: boolean; blueCard: boolean; acceptedStates: 'all' | readonly string[] }
  coverage: Facts['coverage']
}

/** What the rooms recorded, in the shape in which the billing decision takes its facts. */
export function buildFacts(recorded: Recorded): Facts {
  return {
    id: recorded.id,
    purpose: recorded.purpose,
    on: recorded.on,
    asOf: recorded.asOf,
    session: { modality: recorded.modality, clientLocation: recorded.location, crisis: recorded.crisis },
    provider: providerFacts(recorded),
    plan: planFacts(recorded.plan),
    coverage: recorded.coverage,
  }
}

export function providerFacts(held: Pick<Recorded, 'authorities' | 'credentials' | 'exclusions'>): Facts['provider'] {
  return {
    authorities: held.authorities.map(({ state, kind, during }) => ({ state, kind, ...during })),
    credentials: held.credentials.map(({ networkId, state, via, status, during, payerReady }) => ({
      network: networkId,
      state,
      via,
      status,
      from: during?.from ?? null,
      until: during?.until ?? null,
      payerReady,
    })),
    exclusions: held.exclusions.map(({ from, until }) => ({ from, until })),
  }
}

export function planFacts({ networkId, isBlue, blueCard, acceptedStates }: Recorded['plan']): Facts['plan'] {
  return { network: networkId, isBlue, blueCard, acceptedStates }
}
