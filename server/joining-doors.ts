import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { acceptInvitation, invitationOf } from '../business/joining/accept-invitation-flow.ts'
import { askForAccess, requestsSeen } from '../business/joining/admin-request-flow.ts'
import { applicationSeen, apply, interestChoices } from '../business/joining/apply-flow.ts'
import { practiceRoles } from '../business/practices/abilities-of.ts'
import { type Api, Refusal } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { usZones } from '../libraries/calendar/index.ts'
import { callDoors, momentOfSlot } from './call-doors.ts'
import { tickSoon } from './jobs.ts'
import type { SignIn } from './sign-in.ts'

type Doors = { operations: Db; signIn: SignIn; world: World }

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address'))
const Name = (what: string) => z.string().trim().min(1, `${what} is missing`).max(80)
const State = z.string().regex(/^[A-Z]{2}$/, 'Choose a state')
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not whole')
const Id = z.string().max(80)
const tags = ['joining']

/**
 * What anyone may do who wants to come in: the interest form with its call and its page, the invitation to a team, and a
 * request for access from one's own account. None of it says whether somebody else has an account here.
 */
export function joiningDoors(app: Api, doors: Doors): void {
  const limits = [
    {
      by: (request: FastifyRequest) => `from ${request.ip}`,
      limit: doors.signIn.attemptLimits({ name: 'joining-from', most: 60, minutes: 60 }),
    },
    {
      by: (_: FastifyRequest, key: string) => `by ${key}`,
      limit: doors.signIn.attemptLimits({ name: 'joining-by', most: 6, minutes: 60 }),
    },
  ]
  const count = async (request: FastifyRequest, key: string) => {
    for (const { by, limit } of limits) {
      if (await limit.isReached(by(request, key))) throw tooMany()
      await limit.count(by(request, key))
    }
  }
  interestRoutes(app, doors, count)
  callDoors(app, doors)
  invitationRoutes(app, doors)
  accessRequestRoutes(app, doors, count)
}

type Count = (request: FastifyRequest, key: string) => Promise<void>

const Interest = z.strictObject({
  kind: z.enum(['solo', 'new_group', 'solo_to_group']),
  givenName: Name('The first name'),
  familyName: Name('The last name'),
  email: Email,
  phone: z.string().trim().max(30).nullable(),
  practiceName: Name('The name of the practice'),
  clinicians: z.int().min(1).max(500),
  licenceFamily: z.string().min(1, 'Choose the license').max(40),
  licenceState: State,
  licenceNumber: z.string().trim().max(40).nullable(),
  npi: z
    .string()
    .trim()
    .regex(/^\d{10}$/, 'An NPI has ten digits')
    .nullable(),
  states: z.array(State).min(1, 'Choose at least one state').max(51),
  planIds: z.array(Id).max(100),
  words: z.string().trim().max(1000).nullable(),
  timeZone: z
    .string()
    .refine((zone) => usZones.includes(zone), 'Choose a time zone')
    .optional()
    .describe('On whose wall the applicant reads a time'),
  slot: z.string().max(40).describe('The moment of the call, one of those offered'),
})

const Choices = z.strictObject({
  families: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  plans: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  slots: z.array(z.string().describe('UTC')),
  zone: z.string(),
})

const Progress = z.strictObject({
  kind: z.enum(['solo', 'new_group', 'solo_to_group']),
  givenName: z.string(),
  practiceName: z.string(),
  sentOn: z.string(),
  consultant: z.string().nullable(),
  callAt: z.string().nullable(),
  zone: z.string(),
  callHeld: z.boolean(),
  quotedOn: z.string().nullable(),
  opened: z.boolean(),
  closed: z.boolean(),
})

function interestRoutes(app: Api, { operations, world }: Doors, count: Count): void {
  const act = <T>(deed: (db: Db) => Promise<T>) =>
    asOperations(operations, { user: null, now: world.clock.now() }, deed)
  const choices = { schema: { tags, summary: 'What the interest form offers', response: { 200: Choices } } }
  app.get('/api/joining/choices', choices, () => act((db) => interestChoices(db, world)))

  // The same answer to everybody: whether the address has an application says its letter alone.
  const sent = z.strictObject({ sent: z.literal(true) })
  const interest = { schema: { tags, summary: 'Send the interest form', body: Interest, response: { 201: sent } } }
  app.post('/api/joining/applications', interest, async (request, reply) => {
    await count(request, request.body.email)
    const slot = momentOfSlot(request.body.slot)
    const { timeZone = null, ...form } = request.body
    await act(async (db) => {
      await apply(db, world, { ...form, timeZone, slot })
      await tickSoon(db)
    })
    return reply.code(201).send({ sent: true as const })
  })

  const body = z.strictObject({ token: Token })
  const progress = { schema: { tags, summary: 'What comes next', body, response: { 200: Progress } } }
  app.post('/api/joining/progress', progress, (request) => act((db) => applicationSeen(db, world, request.body.token)))
}

const Invited = z.strictObject({
  practiceId: z.uuid(),
  practiceName: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(practiceRoles)),
})

function invitationRoutes(app: Api, { operations, signIn, world }: Doors): void {
  const guesses = signIn.attemptLimits({ name: 'team-invitation', most: 10, minutes: 15 })
  const act = <T>(user: string | null, deed: (db: Db) => Promise<T>) =>
    asOperations(operations, { user, now: world.clock.now() }, deed)
  const seen = async (token: string) => {
    const { invitation: _, ...invited } = await act(null, (db) => invitationOf(db, world, token))
    return invited
  }

  const opened = { body: z.strictObject({ token: Token }), response: { 200: Invited } }
  app.post(
    '/api/team-invitations/openings',
    { schema: { tags, summary: 'What a link invites to', ...opened } },
    (request) => seen(request.body.token),
  )

  const body = z.strictObject({ token: Token, password: z.string().min(1).max(128) })
  const accepted = { schema: { tags, summary: 'Join a team', body, response: { 201: Invited } } }
  app.post('/api/team-invitations/acceptances', accepted, async (request, reply) => {
    const { token, password } = request.body
    if (await guesses.isReached(token)) throw tooMany()
    const invited = await seen(token)
    // The invited address decides, whoever is signed in here: a login that is there proves itself by its own password.
    const known = await signIn.userByEmail(invited.email)
    const hash = known === null ? null : await signIn.logins.passwordHashOf(known.userId)
    if (known !== null && (hash === null || !(await signIn.logins.matches(hash, password)))) {
      await guesses.count(token)
      throw wrongPassword(invited.email)
    }
    if (known === null && password.length < 12) throw shortPassword()
    const passwordHash = hash ?? (await signIn.logins.hash(password))
    const { id: userId } = await signIn.logins.add({ name: invited.name, email: invited.email, passwordHash })
    await act(userId, (db) => acceptInvitation(db, world, token, userId))
    const cookies = await signIn.enter({ email: invited.email, password }, request.headers)
    return reply
      .code(201)
      .header('set-cookie', cookies ?? [])
      .send(invited)
  })
}

const OwnRequests = z.array(
  z.strictObject({
    id: z.uuid(),
    practiceTold: z.string(),
    askedAt: z.string(),
    state: z.enum(['looking_for_practice', 'waits_for_owner', 'approved', 'declined']),
    practiceName: z.string().nullable(),
  }),
)

function accessRequestRoutes(app: Api, { operations, world }: Doors, count: Count): void {
  const act = <T>(user: string, deed: (db: Db) => Promise<T>) =>
    asOperations(operations, { user, now: world.clock.now() }, deed)
  const own = { schema: { tags, summary: 'My requests for access', response: { 200: OwnRequests } } }
  app.get('/api/me/admin-requests', own, async ({ signedIn: { userId, email } }) => {
    const all = await act(userId, (db) => requestsSeen(db))
    return all
      .filter((each) => each.email === email.toLowerCase())
      .map(({ id, practiceTold, askedAt, state, practiceName }) => {
        return {
          id,
          practiceTold,
          askedAt,
          state,
          practiceName: state === 'looking_for_practice' ? null : practiceName,
        }
      })
  })

  const body = z.strictObject({
    name: Name('The name'),
    practiceTold: z.string().trim().min(1, 'Say which practice').max(200),
  })
  const made = z.strictObject({ requestId: z.uuid() })
  const ask = { schema: { tags, summary: 'Ask for access to a practice’s office', body, response: { 201: made } } }
  app.post('/api/me/admin-requests', ask, async (request, reply) => {
    const { userId, email } = request.signedIn
    await count(request, userId)
    const asked = { ...request.body, email: email.toLowerCase() }
    const answer = await act(userId, async (db) => {
      const requested = await askForAccess(db, world, { userId, via: 'client_account' }, asked)
      await tickSoon(db)
      return requested
    })
    return reply.code(201).send(answer)
  })
}

function tooMany(): Refusal {
  const detail = 'That was tried too often. Please wait a while and try again; nothing was changed.'
  return new Refusal({ status: 429, code: 'too_many_attempts', detail })
}

function wrongPassword(email: string): Refusal {
  const words = `There is an account for ${email}: enter its own password. Another login cannot take this invitation.`
  const because = [{ code: 'wrong_password', field: 'body.password', words }]
  return new Refusal({ status: 403, code: 'wrong_password', detail: `${words} Nothing was changed.`, because })
}

function shortPassword(): Refusal {
  const words = 'A password needs at least twelve characters.'
  const because = [{ code: 'password_short', field: 'body.password', words }]
  return new Refusal({ status: 422, code: 'password_short', detail: `${words} Nothing was changed.`, because })
}
