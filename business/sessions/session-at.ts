import type { Period } from '../../libraries/calendar/index.ts'
import type { Location } from '../clients/index.ts'
import type { Facts } from '../coverage/facts.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import { locatePlace } from './locate-place.ts'

/** Where an unbilled session was, as confirmed, or where it is planned to be; null where nobody knows. */
export type Where =
  | { kind: 'confirmed'; session: Facts['session'] }
  | { kind: 'planned'; modality: Facts['session']['modality']; place: PlannedPlace | null }

export type PlannedPlace = Pick<Location, 'street' | 'city' | 'state' | 'zip' | 'countyFips' | 'servedBy'>

export type DatedPlace = PlannedPlace & { during: Period }

/**
 * A place as guidance about a planned session needs it: confirmation alone asks for the address, and to open those of
 * many clients would take longer than to decide.
 */
export function withoutAddress<T extends object>(place: T): T & { street: null; city: null; zip: null } {
  return { ...place, street: null, city: null, zip: null }
}

/** The session as the billing decision takes it, for a plan and with some service areas. */
export function sessionAt(
  where: Where,
  plan: { networkId: string; isBlue: boolean },
  areas: ServiceAreas,
): Facts['session'] {
  if (where.kind === 'confirmed') return where.session
  const { modality, place } = where
  return { modality, clientLocation: place === null ? null : locatePlace(place, plan, areas), crisis: null }
}
