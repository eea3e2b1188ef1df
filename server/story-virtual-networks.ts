import { networkName, stateName } from '../business/coverage/service-areas.ts'
import { recordVirtualNetwork, type VirtualNetwork } from '../business/credentialing/virtual-network-store.ts'
import type { Db } from '../business/world.ts'
import type { Period } from '../libraries/calendar/index.ts'

/** A home plan that offers its members a virtual network in another state. */
const offered: readonly [networkId: string, state: string, leadDays: number][] = [
  ['bcbs-ma', 'TX', 14],
  ['bcbs-ma', 'NY', 14],
  ['horizon-nj', 'NY', 0],
  ['horizon-nj', 'PA', 7],
]

function describe([networkId, state, leadDays]: (typeof offered)[number]): VirtualNetwork {
  const [plan, place] = [networkName(networkId), stateName(state)]
  return {
    networkId,
    state,
    opens: `Members of ${plan} who are in ${place} during the session. Claims go straight to ${plan}.`,
    doesNotOpen: `Members of any other Blue plan, and members of ${plan} who are in another state.`,
    leadDays,
  }
}

/** Records the virtual networks that clinicians of the demonstration may opt in to. */
export async function seedVirtualNetworks(db: Db, known: { during: Period; source: string }): Promise<void> {
  for (const each of offered) await recordVirtualNetwork(db, { ...describe(each), ...known })
}
