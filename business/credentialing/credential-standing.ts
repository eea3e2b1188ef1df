import { type CalendarDate, dateInWords, holds } from '../../libraries/calendar/index.ts'
import { builtInAreas, networkName, stateName } from '../coverage/service-areas.ts'
import type { Authority } from './authority-store.ts'
import type { Credential } from './credential-store.ts'

/** How a credential stands on a day, for the clinician who waits for it. */
export type CredentialStanding = 'in_force' | 'held' | 'pending' | 'to_come' | 'ended' | 'no_authority' | 'not_at_home'

/**
 * How a credential stands on a day, and what happens next and who acts. A credential without an authority to practise in its
 * state bills nothing, whatever its own dates say.
 */
export function credentialStanding(
  credential: Credential,
  authorities: readonly Authority[],
  on: CalendarDate,
): { standing: CredentialStanding; words: string } {
  const { status, during, payerReady } = credential
  const state = stateName(credential.state)
  if (status === 'pending' || during === null) {
    return { standing: 'pending', words: 'Applied for. The payer decides; we follow it up and tell you.' }
  }
  if (status === 'terminated')
    return { standing: 'ended', words: 'Ended. Sessions from then on are not billable by it.' }
  if (during.until !== null && during.until <= on) {
    return {
      standing: 'ended',
      words: `Ended on ${dateInWords(during.until)}. Sessions from that day on are not billable by it.`,
    }
  }
  if (during.from > on) return { standing: 'to_come', words: `Begins on ${dateInWords(during.from)}.` }
  if (!authorities.some((one) => one.state === credential.state && holds(one.during, on))) {
    return {
      standing: 'no_authority',
      words: `No license of yours is in force in ${state}. Send us the license, and it counts.`,
    }
  }
  if (credential.via === 'direct' && isBlueAwayFromHome(credential)) {
    return {
      standing: 'not_at_home',
      words: `${networkName(credential.networkId)} is not at home in ${state}: its members there are billed through the local Blue plan, or through its virtual network where it has one. This credential opens nothing there.`,
    }
  }
  if (payerReady === null) {
    return {
      standing: 'held',
      words:
        'In force. Confirm as usual: you are paid on your payday, and claims wait until the payer has you in its system.',
    }
  }
  if (payerReady > on) {
    return {
      standing: 'held',
      words: `In force. Confirm as usual: you are paid on your payday, and claims wait until ${dateInWords(payerReady)}.`,
    }
  }
  return { standing: 'in_force', words: `You can see clients who are in ${state}.` }
}

/** A Blue licensee's own credential counts only in states that its area reaches (coverage rules 6 and 7). */
function isBlueAwayFromHome({ networkId, state }: Credential): boolean {
  if (!builtInAreas.isLicensee(networkId)) return false
  const anywhere = { state, countyFips: null, servedBy: null, address: null }
  return !builtInAreas.localBluesAt(anywhere).flat().includes(networkId)
}
