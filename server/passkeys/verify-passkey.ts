import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import type { Passkey } from './passkey-store.ts'

/** For whom a passkey is made, and the pages at which it may be used. */
export type Site = { rpId: string; origins: string[] }

/** The public address comes first; a demonstration also answers at addresses of the same machine. */
export function siteOf(origins: readonly string[]): Site {
  return { rpId: new URL(origins[0] ?? 'http://localhost').hostname, origins: [...origins] }
}

const Base64 = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/, 'This is not base64url')
  .max(100_000)
const CredentialId = Base64.max(1400)
const about = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).optional(),
  authenticatorAttachment: z.string().max(40).nullish(),
}

/** RegistrationResponseJSON of Web Authentication, Level 3, section 5.1; what is not read is let pass. */
export const CreatedBody = z.strictObject({
  ...about,
  response: z.object({
    clientDataJSON: Base64,
    attestationObject: Base64,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

/** AuthenticationResponseJSON of the same section. */
export const UsedBody = z.strictObject({
  ...about,
  response: z.object({
    clientDataJSON: Base64,
    authenticatorData: Base64,
    signature: Base64,
    userHandle: Base64.max(200).nullish(),
  }),
})

export type Created = z.output<typeof CreatedBody>
export type Used = z.output<typeof UsedBody>

/** What an answer says that it signed; null where it cannot be read. Nothing is proved by it yet. */
export function challengeIn({ response }: Created | Used): string | null {
  try {
    const told: unknown = JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString())
    const challenge = typeof told === 'object' && told !== null && 'challenge' in told ? told.challenge : null
    return typeof challenge === 'string' ? challenge : null
  } catch {
    return null
  }
}

type Asked = { challenge: string; site: Site }

export type NewCredential = Omit<Passkey, 'id' | 'userId' | 'name' | 'createdAt' | 'lastUsedAt' | 'stoppedAt'>

/** Ed25519, P-256 and RSA, by their COSE numbers. */
export const algorithms = [-8, -7, -257]

/** Checks a new passkey by section 7.1; null where anything is not as it must be. */
export async function verifyCreated(
  { response, ...created }: Created,
  { challenge, site }: Asked,
): Promise<(NewCredential & { verifiedUser: boolean }) | null> {
  const { transports = [], clientDataJSON, attestationObject } = response
  const answer = await verifyRegistrationResponse({
    response: { ...plain(created), response: { clientDataJSON, attestationObject } },
    expectedChallenge: challenge,
    expectedOrigin: site.origins,
    expectedRPID: site.rpId,
    // Asked for, and judged by whoever called, who has words for it.
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => null)
  if (answer === null || !answer.verified) return null
  const { credential, aaguid, userVerified, credentialDeviceType, credentialBackedUp } = answer.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports,
    aaguid,
    maySync: credentialDeviceType === 'multiDevice',
    isSynced: credentialBackedUp,
    verifiedUser: userVerified,
  }
}

/**
 * Checks the use of a passkey by section 7.2, but for its counter: that is compared where it is kept, so that only what is
 * truly signed counts as a copy. Null where anything is not as it must be.
 */
export async function verifyUsed(
  { response: { userHandle, ...response }, ...used }: Used,
  { challenge, site, passkey }: Asked & { passkey: Passkey },
): Promise<{ counter: number; isSynced: boolean; verifiedUser: boolean } | null> {
  if (userHandle != null && !Buffer.from(userHandle, 'base64url').equals(handleOf(passkey.userId))) return null
  const answer = await verifyAuthenticationResponse({
    response: { ...plain(used), response },
    expectedChallenge: challenge,
    expectedOrigin: site.origins,
    expectedRPID: site.rpId,
    requireUserVerification: false,
    credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: 0 },
  }).catch(() => null)
  if (answer === null || !answer.verified) return null
  const { newCounter, credentialBackedUp, userVerified } = answer.authenticationInfo
  return { counter: newCounter, isSynced: credentialBackedUp, verifiedUser: userVerified }
}

/** What an authenticator keeps of whose passkey it is: the bytes of the login's id, which tell nobody anything. */
export function handleOf(userId: string): Buffer<ArrayBuffer> {
  return Buffer.from(userId.replaceAll('-', ''), 'hex')
}

function plain({ id, rawId, type }: { id: string; rawId: string; type: 'public-key' }) {
  return { id, rawId, type, clientExtensionResults: {} }
}
