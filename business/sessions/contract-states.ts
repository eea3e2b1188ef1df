import type { Answer } from '../coverage/answer.ts'
import type { Facts } from '../coverage/facts.ts'
import { isCredentialInForce } from '../coverage/is-credential-in-force.ts'

/**
 * The states whose contract with the network may price the session, the first that has one counts. It is the state where the
 * client is; a crisis exception rests on a credential in any state, so there the state of that credential comes after it.
 */
export function contractStates({ method, claimTo }: Answer, { provider, on }: Facts, clientState: string): string[] {
  if (method !== 'crisis_exception') return [clientState]
  const held = provider.credentials
    .filter((credential) => credential.network === claimTo && isCredentialInForce(credential, on))
    .map(({ state }) => state)
  return [...new Set([clientState, ...held.sort()])]
}
