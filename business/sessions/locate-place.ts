import { addressLine } from '../clients/address-line.ts'
import type { Location } from '../clients/index.ts'
import type { ClientLocation, Plan } from '../coverage/facts.ts'
import { locateAddress } from '../coverage/locate-address.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'

type Place = Pick<Location, 'street' | 'city' | 'state' | 'zip' | 'countyFips' | 'servedBy'>

/** A place of a client or of the practice, as the billing decision takes it for a plan. */
export function locatePlace(
  place: Place,
  { networkId, isBlue }: { networkId: string; isBlue: boolean },
  areas: ServiceAreas,
): ClientLocation {
  const plan: Pick<Plan, 'network' | 'isBlue'> = { network: networkId, isBlue }
  return locateAddress({ ...place, address: addressLine(place) }, plan, areas)
}
