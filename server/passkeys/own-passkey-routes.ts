import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Api } from '../../business/routes.ts'
import { hashOf, newToken } from '../account-doors.ts'
import { passkeyAddedLetter, passkeyRemovedLetter } from '../account-letters.ts'
import { membershipsOf } from '../member-store.ts'
import type { SignedIn } from '../sign-in.ts'
import type { PasskeyDoors } from './enter-by-passkey-routes.ts'
import { mayRemovePasskey, type OtherWays } from './may-remove-passkey.ts'
import * as refusals from './passkey-refusals.ts'
import { challengeMinutes, type Passkey } from './passkey-store.ts'
import { recordPasskeyDeed } from './record-passkey-deed.ts'
import { algorithms, CreatedBody, challengeIn, handleOf, siteOf, verifyCreated } from './verify-passkey.ts'

const PasskeyReply = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  kept: z
    .enum(['on_one_device', 'may_be_synced', 'synced'])
    .describe('on_one_device: it cannot leave it; synced: its maker copies it to the person’s other devices'),
  isStopped: z.boolean().describe('Its counter went back, as for a copy: it opens nothing any more'),
  removal: z.enum(['yes', 'last_way_in', 'last_second_factor']).describe('Whether it may be removed now'),
})
const PasskeysReply = z.strictObject({ passkeys: z.array(PasskeyReply) })

const CreationReply = z
  .strictObject({
    rp: z.strictObject({ id: z.string(), name: z.string() }),
    user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal('public-key') })),
    timeout: z.int(),
    excludeCredentials: z.array(
      z.strictObject({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) }),
    ),
    authenticatorSelection: z.strictObject({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .describe('PublicKeyCredentialCreationOptionsJSON of Web Authentication, Level 3')

const Name = z.string().trim().min(1, 'Give it a name').max(60)
const AddBody = z.strictObject({ name: Name, response: CreatedBody })
const Added = z.strictObject({ id: z.uuid() })
const Done = z.strictObject({ done: z.literal(true) })
const Params = z.object({ passkeyId: z.uuid() })
const most = 20
const tags = ['account']
const path = '/api/me/passkeys'

/** /api/me/passkeys: what one signs in with instead of a password. Added and removed only soon after a sign-in. */
export function ownPasskeyRoutes(app: Api, doors: PasskeyDoors): void {
  const { signIn, origins } = doors
  const listed = { schema: { tags, summary: 'Your passkeys', response: { 200: PasskeysReply } } }
  app.get(path, listed, async (request) => {
    const [passkeys, ways] = [await signIn.passkeys.ofUser(request.signedIn.userId), await otherWays(doors, request)]
    return { passkeys: passkeys.map((each) => ({ ...shown(each), removal: removalOf(each, passkeys, ways) })) }
  })

  const begun = { body: z.strictObject({}), response: { 200: CreationReply } }
  const begin = { schema: { tags, summary: 'What a new passkey is made of', ...begun } }
  app.post(`${path}/options`, begin, async (request) => {
    const passkeys = await mayChange(doors, request)
    if (passkeys.length >= most) throw refusals.tooMany()
    const { userId, email, name } = request.signedIn
    const challenge = newToken()
    const holder = holderOf(request.signedIn)
    await signIn.passkeys.keepChallenge({ purpose: 'add', holder, userId, challenge })
    return {
      rp: { id: siteOf(origins()).rpId, name: 'Evenkeel' },
      user: { id: handleOf(userId).toString('base64url'), name: email, displayName: name },
      challenge,
      pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' as const })),
      timeout: challengeMinutes * 60_000,
      excludeCredentials: passkeys.map(({ credentialId, transports }) => ({
        id: credentialId,
        type: 'public-key' as const,
        transports,
      })),
      authenticatorSelection: {
        residentKey: 'required' as const,
        requireResidentKey: true as const,
        userVerification: 'required' as const,
      },
      attestation: 'none' as const,
    }
  })
  addRoute(app, doors)
  changeRoutes(app, doors)
}

function addRoute(app: Api, doors: PasskeyDoors): void {
  const { signIn, world, origins } = doors
  const added = { body: AddBody, response: { 201: Added } }
  app.post(path, { schema: { tags, summary: 'Add a passkey', ...added } }, async (request, reply) => {
    if ((await mayChange(doors, request)).length >= most) throw refusals.tooMany()
    const { name, response } = request.body
    const { userId, email, twoFactors, sessionId = '' } = request.signedIn
    const challenge = challengeIn(response) ?? ''
    const taken = { purpose: 'add' as const, holder: holderOf(request.signedIn), userId, challenge }
    if (!(await signIn.passkeys.takeChallenge(taken))) throw refusals.tooLate()
    const created = await verifyCreated(response, { challenge, site: siteOf(origins()) })
    if (created === null) throw refusals.notReadable()
    const { verifiedUser, ...credential } = created
    if (!verifiedUser) throw refusals.notVerified()
    const id = world.ids.next()
    const unused = { createdAt: new Date(), lastUsedAt: null, stoppedAt: null }
    const letter = { to: email, ...passkeyAddedLetter() }
    const isNew = await signIn.passkeys.add({ ...credential, ...unused, id, userId, name }, () =>
      recordPasskeyDeed(doors, { userId, action: `write POST ${path}`, subject: `passkey ${id}`, letter }),
    )
    if (!isNew) throw refusals.knownAlready()
    // Their first second factor was proved just now: what needs two of them opens without another sign-in.
    const cookies =
      twoFactors === 'off' ? await signIn.enterByPasskey({ userId, passkeyId: id }, request.headers) : null
    if (cookies !== null) {
      await signIn.endSession(sessionId)
      reply.header('set-cookie', cookies)
    }
    return reply.code(201).send({ id })
  })
}

function changeRoutes(app: Api, doors: PasskeyDoors): void {
  const { signIn } = doors
  const renamed = { params: Params, body: z.strictObject({ name: Name }), response: { 201: Done } }
  const rename = { schema: { tags, summary: 'Name a passkey', ...renamed } }
  app.post(`${path}/:passkeyId/names`, rename, async ({ signedIn: { userId }, params, body }, reply) => {
    if (!(await signIn.passkeys.rename(userId, params.passkeyId, body.name))) throw refusals.noSuchPasskey()
    const deed = { action: `write POST ${path}/:passkeyId/names`, subject: `passkey ${params.passkeyId}` }
    await recordPasskeyDeed(doors, { userId, ...deed })
    return reply.code(201).send({ done: true as const })
  })

  const removed = { params: Params, body: z.strictObject({}), response: { 201: Done } }
  const remove = { schema: { tags, summary: 'Remove a passkey', ...removed } }
  app.post(`${path}/:passkeyId/removals`, remove, async (request, reply) => {
    await mayChange(doors, request)
    const { userId, email, sessionId = '' } = request.signedIn
    const { passkeyId: id } = request.params
    const ways = await otherWays(doors, request)
    await signIn.passkeys.remove({ userId, id, keepSession: sessionId }, async (all) => {
      const own = all.find((each) => each.id === id)
      if (own === undefined) throw refusals.noSuchPasskey()
      const removal = removalOf(own, all, ways)
      if (removal !== 'yes') throw refusals.lastOne(removal)
      const deed = { action: `write POST ${path}/:passkeyId/removals`, subject: `passkey ${id}` }
      await recordPasskeyDeed(doors, { userId, ...deed, letter: { to: email, ...passkeyRemovedLetter() } })
    })
    return reply.code(201).send({ done: true as const })
  })
}

/** Whoever changes how they sign in signed in just now, and with the second factor that they have. */
async function mayChange(doors: PasskeyDoors, request: FastifyRequest): Promise<Passkey[]> {
  request.mustHaveJustSignedIn()
  const { userId, twoFactors, hasApp } = request.signedIn
  const passkeys = await doors.signIn.passkeys.ofUser(userId)
  const hasFactor = hasApp === true || passkeys.length > 0
  if (hasFactor && twoFactors === 'off' && (await worksSomewhere(request))) throw refusals.factorFirst()
  return passkeys
}

async function worksSomewhere({ db, signedIn: { userId } }: FastifyRequest): Promise<boolean> {
  return (await membershipsOf(db, userId)).length > 0
}

async function otherWays(
  { signIn, mode }: PasskeyDoors,
  request: FastifyRequest,
): Promise<Omit<OtherWays, 'passkeys'>> {
  const { userId, hasApp = false } = request.signedIn
  const hasPassword = (await signIn.logins.passwordHashOf(userId)) !== null
  const entersByCard = mode === 'demonstration' && !hasPassword
  return { hasPassword, hasApp, entersByCard, needsTwoFactors: await worksSomewhere(request) }
}

function removalOf(passkey: Passkey, all: Passkey[], ways: Omit<OtherWays, 'passkeys'>) {
  const passkeys = all.filter(({ id, stoppedAt }) => id !== passkey.id && stoppedAt === null).length
  return mayRemovePasskey({ ...ways, passkeys })
}

function shown({ id, name, createdAt, lastUsedAt, maySync, isSynced, stoppedAt }: Passkey) {
  const kept = isSynced ? ('synced' as const) : maySync ? ('may_be_synced' as const) : ('on_one_device' as const)
  return {
    id,
    name,
    kept,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    isStopped: stoppedAt !== null,
  }
}

function holderOf({ sessionId = '' }: SignedIn): string {
  return hashOf(`session ${sessionId}`)
}
