import { z } from 'zod'
import { memberById, practiceById } from '../business/practices/index.ts'
import { type Api, Refusal } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { appReplacedLetter, factorTakenLetter, twoFactorsResetLetter } from './account-letters.ts'
import { membershipsOf } from './member-store.ts'
import { factorFirst } from './passkeys/passkey-refusals.ts'
import { recordPasskeyDeed } from './passkeys/record-passkey-deed.ts'
import type { SignedIn, SignIn } from './sign-in.ts'

type Doors = { signIn: SignIn; operations: Db; world: World }

const Reason = z.string().trim().min(3, 'Say why, and how you made sure who asks').max(500)
const ResetBody = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address')),
  reason: Reason,
})
const Done = z.strictObject({ done: z.literal(true) })
const Reset = z.strictObject({
  outcome: z
    .enum(['done', 'waits_for_colleague'])
    .describe('waits_for_colleague: of the operator’s own staff, until another one of them does it'),
})
const path = '/api/operations/two-factor-resets'

/** Second factors that are taken away or replaced: by the operator, by an owner for a member, and by oneself. */
export function twoFactorRoutes(app: Api, doors: Doors): void {
  const { signIn } = doors
  const body = { body: ResetBody, response: { 201: Reset } }
  const schema = { tags: ['operations'], summary: 'Take the second factor from a login, with a reason', ...body }
  app.post(path, { schema }, async (request, reply) => {
    const { email, reason } = request.body
    request.mustHaveJustSignedIn()
    const user = await signIn.userByEmail(email)
    if (user === null) throw noSuchLogin()
    if (user.userId === request.who.userId) throw ownFactor()
    request.looksAt({ reason: `login ${user.userId}: ${reason}` })
    if (await isStaff(doors, user.userId)) {
      await signIn.factorResets.ask({ userId: user.userId, askedBy: request.who.userId, reason })
      return reply.code(201).send({ outcome: 'waits_for_colleague' })
    }
    await signIn.factorResets.reset(user.userId)
    await tell(doors, request.db, user)
    return reply.code(201).send({ outcome: 'done' })
  })
  staffRoutes(app, doors)
  memberRoute(app, doors)
  ownAppRoutes(app, doors)
}

const Waiting = z.strictObject({
  resets: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      askedByName: z.string(),
      reason: z.string(),
      askedAt: z.string(),
      expiresAt: z.string(),
      mayConfirm: z.boolean().describe('Somebody else than who asked, and than whose it is'),
    }),
  ),
})

/** Of the operator's own staff: one asks, another does it. */
function staffRoutes(app: Api, doors: Doors): void {
  const { signIn } = doors
  const tags = ['operations']
  const listed = { tags, summary: 'Second factors of staff that wait for a colleague', response: { 200: Waiting } }
  app.get(path, { schema: listed }, async ({ who: { userId } }) => ({
    resets: (await signIn.factorResets.waiting()).map(({ userId: whose, askedBy, askedAt, expiresAt, ...reset }) => ({
      ...reset,
      askedAt: askedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      mayConfirm: userId !== whose && userId !== askedBy,
    })),
  }))

  const params = z.object({ resetId: z.uuid() })
  const done = { params, body: z.strictObject({}), response: { 201: Done } }
  const confirm = { schema: { tags, summary: 'Take it away, as a colleague asked', ...done } }
  app.post(`${path}/:resetId/confirmations`, confirm, async (request, reply) => {
    request.mustHaveJustSignedIn()
    const { userId } = request.who
    const reset = (await signIn.factorResets.waiting()).find(({ id }) => id === request.params.resetId)
    if (reset === undefined) throw notWaiting()
    if (reset.userId === userId) throw ownFactor()
    if (reset.askedBy === userId) throw secondPerson()
    if (!(await signIn.factorResets.confirm(reset.id, userId))) throw notWaiting()
    await signIn.factorResets.reset(reset.userId)
    request.looksAt({ reason: `login ${reset.userId}: ${reset.reason}` })
    await tell(doors, request.db, reset)
    return reply.code(201).send({ done: true })
  })
}

/** POST /api/practices/:practiceId/team/:memberId/second-factor-resets: an owner helps a member who lost the phone. */
function memberRoute(app: Api, { signIn, operations, world }: Doors): void {
  const params = z.object({ practiceId: z.uuid(), memberId: z.uuid() })
  const body = z.strictObject({ reason: Reason })
  const schema = { tags: ['team'], summary: 'Take a member’s second factor away, with a reason', params, body }
  app.post(
    '/api/practices/:practiceId/team/:memberId/second-factor-resets',
    { schema: { ...schema, response: { 201: Done } } },
    async (request, reply) => {
      request.mustHaveJustSignedIn()
      const { db, who, body: asked } = request
      const member = await memberById(db, who.practiceId, request.params.memberId)
      if (member === null || member.standing === 'removed') throw noSuchMember()
      const user = member.userId === null ? null : await signIn.userById(member.userId)
      if (user === null) throw signsInNowhere()
      if (user.userId === who.userId) throw ownFactor()
      const practices = await practicesOf({ operations, world }, user.userId)
      if (practices.some((practiceId) => practiceId !== who.practiceId)) throw worksElsewhere()
      await signIn.factorResets.reset(user.userId)
      request.looksAt({ reason: `second factor of member ${member.id}: ${asked.reason}` })
      const practiceName = (await practiceById(db, who.practiceId))?.name ?? 'your practice'
      const letter = factorTakenLetter({ name: user.name, practiceName })
      await world.mail.post(db, { practiceId: who.practiceId, to: user.email, ...letter, about: 'account' })
      return reply.code(201).send({ done: true })
    },
  )
}

/** A new phone: the former app counts until the first code of the new one. */
function ownAppRoutes(app: Api, doors: Doors): void {
  const { signIn } = doors
  const guesses = signIn.attemptLimits({ name: 'new-app', most: 10, minutes: 15 })
  const tags = ['account']
  const begun = { body: z.strictObject({}), response: { 201: z.strictObject({ totpURI: z.string() }) } }
  const begin = { schema: { tags, summary: 'Begin with another authenticator app', ...begun } }
  app.post('/api/me/authenticator-apps', begin, async (request, reply) => {
    request.mustHaveJustSignedIn()
    const { userId, email, hasApp, twoFactors } = request.signedIn
    if (hasApp !== true) throw noApp()
    if (twoFactors !== 'on') throw factorFirst()
    return reply.code(201).send(await signIn.apps.begin({ userId, email }))
  })

  const body = z.strictObject({ code: z.string().regex(/^\d{6}$/, 'Enter the six digits') })
  const done = { body, response: { 201: Done } }
  const confirm = { schema: { tags, summary: 'Prove the other app; it takes the place of the former', ...done } }
  app.post('/api/me/authenticator-apps/confirmations', confirm, async (request, reply) => {
    const { userId, email } = request.signedIn
    if (await guesses.isReached(userId)) throw tooMany()
    const outcome = await signIn.apps.confirm(userId, request.body.code)
    if (outcome === 'wrong_code') {
      await guesses.count(userId)
      throw wrongCode()
    }
    if (outcome === 'not_begun') throw notBegun()
    const deed = { action: 'write POST /api/me/authenticator-apps/confirmations', subject: 'authenticator app' }
    await recordPasskeyDeed(doors, { userId, ...deed, letter: { to: email, ...appReplacedLetter() } })
    return reply.code(201).send({ done: true })
  })
}

async function isStaff(doors: Doors, userId: string): Promise<boolean> {
  return (await practicesOf(doors, userId)).includes(doors.world.operator)
}

/** Wherever a login works today, in a transaction of its own: this one stands in one practice. */
async function practicesOf({ operations, world }: Pick<Doors, 'operations' | 'world'>, userId: string) {
  const actor = { user: userId, now: world.clock.now() }
  const memberships = await asOperations(operations, actor, (db) => membershipsOf(db, userId))
  return memberships.map(({ practiceId }) => practiceId)
}

async function tell({ world }: Doors, db: Db, { name, email }: Pick<SignedIn, 'name' | 'email'>): Promise<void> {
  const letter = twoFactorsResetLetter({ name })
  await world.mail.post(db, { practiceId: world.operator, to: email, ...letter, about: 'account' })
}

const nothing = 'Nothing was changed.'

function noSuchLogin(): Refusal {
  return new Refusal({ status: 404, code: 'login_not_found', detail: 'Nobody signs in with this address.' })
}

function noSuchMember(): Refusal {
  return new Refusal({
    status: 404,
    code: 'member_not_found',
    detail: `There is nobody like that on this team. ${nothing}`,
  })
}

function ownFactor(): Refusal {
  const detail = `Nobody takes the second factor from themselves: ask a colleague. ${nothing}`
  return new Refusal({ status: 409, code: 'own_second_factor', detail })
}

function signsInNowhere(): Refusal {
  const detail = `This member has no login yet, so there is no second factor. Invite them again. ${nothing}`
  return new Refusal({ status: 409, code: 'member_without_login', detail })
}

function worksElsewhere(): Refusal {
  const detail = `This login opens more than your practice, so Evenkeel’s staff takes its second factor away: ask us. ${nothing}`
  return new Refusal({ status: 409, code: 'login_works_elsewhere', detail })
}

function secondPerson(): Refusal {
  const detail = `You asked for this one, so a colleague does it: it takes two of you. ${nothing}`
  return new Refusal({ status: 409, code: 'second_person_needed', detail })
}

function notWaiting(): Refusal {
  const detail = `That waits no more: a colleague did it, or it was asked for more than a day ago. ${nothing}`
  return new Refusal({ status: 409, code: 'reset_not_waiting', detail })
}

function noApp(): Refusal {
  const detail = `No authenticator app is set up yet, so there is none to replace. ${nothing}`
  return new Refusal({ status: 409, code: 'authenticator_missing', detail })
}

function wrongCode(): Refusal {
  const detail = `This is not the code that the new app shows now. The former app still counts. ${nothing}`
  return new Refusal({ status: 409, code: 'wrong_code', detail })
}

function notBegun(): Refusal {
  const detail = `That took longer than a quarter of an hour. Begin again; the former app still counts. ${nothing}`
  return new Refusal({ status: 409, code: 'authenticator_not_begun', detail })
}

function tooMany(): Refusal {
  const detail = `Too many codes were wrong. Wait a quarter of an hour; the former app still counts. ${nothing}`
  return new Refusal({ status: 429, code: 'too_many_attempts', detail })
}
