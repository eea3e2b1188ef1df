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
  const { plan } = recorded
  return {
    id: recorded.id,
    purpose: recorded.purpose,
    on: recorded.on,
    asOf: recorded.asOf,
    session: { modality: recorded.modality, clientLocation: recorded.location, crisis: recorded.crisis },
    provider: {
      authorities: recorded.authorities.map(({ state, kind, during }) => ({ state, kind, ...during })),
      credentials: recorded.credentials.map(({ networkId, state, via, status, during, payerReady }) => ({
        network: networkId,
        state,
        via,
        status,
        from: during?.from ?? null,
        until: during?.until ?? null,
        payerReady,
      })),
      exclusions: recorded.exclusions.map(({ from, until }) => ({ from, until })),
    },
    plan: {
      network: plan.networkId,
      isBlue: plan.isBlue,
      blueCard: plan.blueCard,
      acceptedStates: plan.acceptedStates,
    },
    coverage: recorded.coverage,
  }
}
