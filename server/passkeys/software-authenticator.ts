import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** For tests: an authenticator in a few lines, which does what it is told, so that each lie can be told on its own. */
export type SoftwareAuthenticator = {
  credentialId: string
  /** RegistrationResponseJSON for the options of a server. */
  create(asked: { challenge: string; user?: { id: string } }, lies?: Lies): Answer
  /** AuthenticationResponseJSON; each use counts one further. */
  use(asked: { challenge: string }, lies?: Lies): Answer
}

export type Answer = { id: string; rawId: string; type: 'public-key'; response: Record<string, unknown> }

export type Lies = Partial<{
  origin: string
  rpId: string
  type: string
  counter: number
  verifiesUser: boolean
  userPresent: boolean
  userHandle: string
  /** Signs with another key than the one that was registered. */
  otherKey: boolean
  transports: string[]
}>

type Made = { rpId: string; origin: string; synced?: boolean; counts?: boolean }

// Authenticator data, Web Authentication, Level 3, section 6.1.
const [userPresent, userVerified, maySync, isSynced, hasCredential] = [1, 4, 8, 16, 64]

export function softwareAuthenticator({ rpId, origin, synced = false, counts = true }: Made): SoftwareAuthenticator {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const credentialId = id.toString('base64url')
  let counter = 0
  let userHandle: string | undefined
  const data = (lies: Lies, credential: Buffer = Buffer.alloc(0)) => {
    if (counts) counter += 1
    const flags =
      (lies.userPresent === false ? 0 : userPresent) |
      (lies.verifiesUser === false ? 0 : userVerified) |
      (synced ? maySync | isSynced : 0) |
      (credential.length > 0 ? hasCredential : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lies.counter ?? counter)
    return Buffer.concat([sha256(Buffer.from(lies.rpId ?? rpId)), Buffer.from([flags]), count, credential])
  }
  const told = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({ type: lies.type ?? type, challenge, origin: lies.origin ?? origin, crossOrigin: false }),
    )
  const about = { id: credentialId, rawId: credentialId, type: 'public-key' as const }
  return {
    credentialId,
    create({ challenge, user }, lies = {}) {
      userHandle = user?.id
      const length = Buffer.from([0, id.length])
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(pair.publicKey)])
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', data(lies, credential)],
        ]),
      )
      const clientDataJSON = told('webauthn.create', challenge, lies).toString('base64url')
      const transports = lies.transports ?? ['internal']
      return {
        ...about,
        response: { clientDataJSON, attestationObject: attestation.toString('base64url'), transports },
      }
    },
    use({ challenge }, lies = {}) {
      const [authenticatorData, clientData] = [data(lies), told('webauthn.get', challenge, lies)]
      const key = lies.otherKey === true ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : pair
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), key.privateKey)
      const handle = lies.userHandle ?? userHandle
      return {
        ...about,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authenticatorData.toString('base64url'),
          signature: signature.toString('base64url'),
          ...(handle === undefined ? {} : { userHandle: handle }),
        },
      }
    },
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** An ES256 key as COSE writes it (RFC 9053, section 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}

/** As much of CBOR as an authenticator needs (RFC 8949): whole numbers, bytes, texts, maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Map) {
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, entry]) => [cbor(key), cbor(entry)])])
  }
  throw new Error('this authenticator writes no such value')
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value])
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.from([(major << 5) | 25, value >> 8, value & 255])
}
