import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Api } from '../../business/routes.ts'
import type { Db, World } from '../../business/world.ts'
import { hashOf, newToken } from '../account-doors.ts'
import { passkeyStoppedLetter } from '../account-letters.ts'
import type { SignIn } from '../sign-in.ts'
import * as refusals from './passkey-refusals.ts'
import { challengeMinutes, type Passkey } from './passkey-store.ts'
import { recordPasskeyDeed } from './record-passkey-deed.ts'
import { challengeIn, siteOf, type Used, UsedBody, verifyUsed } from './verify-passkey.ts'

export type PasskeyDoors = {
  signIn: SignIn
  operations: Db
  world: World
  mode: 'demonstration' | 'production'
  /** The public address first; asked at each request, since a port may be chosen late. */
  origins: () => readonly string[]
}

const OptionsReply = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
})
const EnterBody = z.strictObject({
  response: UsedBody,
  as: z.uuid().optional().describe('Who must be meant: where somebody proves again that it is them'),
})
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['account']
const path = '/api/passkeys/sign-ins'

/**
 * POST /api/passkeys/sign-in-options and /api/passkeys/sign-ins: a passkey whose authenticator verified the person opens a
 * session that counts as two factors. Neither asks nor says who has an account.
 */
export function enterByPasskeyRoutes(app: Api, doors: PasskeyDoors): void {
  const { signIn, origins, mode } = doors
  // A whole office sits behind one address, and each look at the sign-in page asks once.
  const asked = signIn.attemptLimits({ name: 'passkey-options', most: 600, minutes: 15 })
  const options = { body: z.strictObject({}), response: { 200: OptionsReply } }
  app.post(
    '/api/passkeys/sign-in-options',
    { schema: { tags, summary: 'What a passkey signs to sign in', ...options } },
    async (request, reply) => {
      if (await asked.isReached(request.ip)) throw refusals.tooOften()
      await asked.count(request.ip)
      const holder = browserOf(request) ?? newToken()
      const { rpId } = siteOf(origins())
      const challenge = newToken()
      await signIn.passkeys.keepChallenge({ purpose: 'enter', holder: hashOf(holder), userId: null, challenge })
      const timeout = challengeMinutes * 60_000
      return reply
        .header('set-cookie', browserCookie(holder, mode))
        .send({ challenge, rpId, timeout, userVerification: 'required' as const })
    },
  )
  enterRoute(app, doors)
}

function enterRoute(app: Api, doors: PasskeyDoors): void {
  const { signIn } = doors
  const [byPasskey, byAddress] = [
    signIn.attemptLimits({ name: 'passkey', most: 10, minutes: 15 }),
    signIn.attemptLimits({ name: 'passkey-from', most: 30, minutes: 15 }),
  ]
  const entered = { body: EnterBody, response: { 200: Done } }
  app.post(path, { schema: { tags, summary: 'Sign in with a passkey', ...entered } }, async (request, reply) => {
    const { response, as } = request.body
    if ((await byPasskey.isReached(response.id)) || (await byAddress.isReached(request.ip))) throw refusals.tooOften()
    const proved = await prove(doors, request, response)
    if (proved === null) {
      await byPasskey.count(response.id)
      await byAddress.count(request.ip)
      throw refusals.passkeyRefused()
    }
    const { passkey, used } = proved
    if (as !== undefined && as !== passkey.userId) throw refusals.otherLogin()
    if (!used.verifiedUser) throw refusals.notVerified()
    if (passkey.stoppedAt !== null) throw refusals.stopped()
    if (!(await signIn.passkeys.recordUse(passkey.id, used))) await stop(doors, passkey)
    const { userId, id: passkeyId } = passkey
    const cookies = await signIn.enterByPasskey({ userId, passkeyId }, request.headers)
    if (cookies === null) throw refusals.passkeyRefused()
    await byPasskey.forget(response.id)
    const reason = 'two factors: a passkey that verified the person'
    await recordPasskeyDeed(doors, { userId, action: `write POST ${path}`, subject: `passkey ${passkeyId}`, reason })
    return reply.header('set-cookie', cookies).send({ done: true as const })
  })
}

/** The challenge is spent before anything is checked: whatever comes of it, it is not used again. */
async function prove({ signIn, origins }: PasskeyDoors, request: FastifyRequest, response: Used) {
  const [challenge, browser] = [challengeIn(response), browserOf(request)]
  const holder = browser === null ? '' : hashOf(browser)
  const taken = { purpose: 'enter' as const, holder, userId: null, challenge: challenge ?? '' }
  if (challenge === null || !(await signIn.passkeys.takeChallenge(taken))) throw refusals.tooLate()
  const passkey = await signIn.passkeys.byCredential(response.id)
  if (passkey === null) return null
  const used = await verifyUsed(response, { challenge, site: siteOf(origins()), passkey })
  return used === null ? null : { passkey, used }
}

// Two devices count with one key: whichever is the person's, neither is trusted any more.
async function stop(doors: PasskeyDoors, { id, userId, credentialId }: Passkey): Promise<never> {
  const passkey = await doors.signIn.passkeys.byCredential(credentialId)
  if (passkey === null) throw refusals.passkeyRefused()
  await doors.signIn.passkeys.stop(id)
  const owner = await doors.signIn.userById(userId)
  const reason = 'refused and stopped: the counter went back, as it does for a copy'
  const letter = owner === null ? undefined : { to: owner.email, ...passkeyStoppedLetter() }
  const deed = { userId, action: `write POST ${path}`, subject: `passkey ${id}`, reason }
  await recordPasskeyDeed(doors, { ...deed, ...(letter === undefined ? {} : { letter }) })
  throw refusals.stopped()
}

const cookieName = 'evenkeel.passkey'

/** What binds a challenge to the browser that asked for it, before anybody is signed in. */
function browserOf({ headers }: FastifyRequest): string | null {
  const found = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${cookieName}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(
    headers.cookie ?? '',
  )
  return found?.[1] ?? null
}

function browserCookie(token: string, mode: PasskeyDoors['mode']): string {
  const [prefix, secure] = mode === 'production' ? ['__Secure-', '; Secure'] : ['', '']
  return `${prefix}${cookieName}=${token}; Path=/api/passkeys; Max-Age=${challengeMinutes * 60}; HttpOnly; SameSite=Strict${secure}`
}
