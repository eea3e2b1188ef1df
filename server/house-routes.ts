import { sql } from 'kysely'
import { z } from 'zod'
import { practiceRoles } from '../business/practices/abilities-of.ts'
import type { Api } from '../business/routes.ts'
import { languages } from '../business/visits/say-date.ts'
import type { Db, World } from '../business/world.ts'
import { membershipsOf } from './member-store.ts'
import { peopleOf } from './person-store.ts'
import { problem, sendProblem } from './problem-documents.ts'
import { hasTwoFactors } from './refuse-without-two-factors.ts'
import type { SignIn } from './sign-in.ts'
import { waysIn } from './signed-in-by.ts'

export const version = '0.1.0'

const HouseReply = z.strictObject({
  mode: z.enum(['demonstration', 'production']),
  now: z.string().describe('The moment at which the operator’s clock stands'),
  zone: z.string().describe('The operator’s time zone: paydays and deadlines are days on this wall'),
  version: z.string(),
})

const Reach = z.enum(['none', 'own', 'all'])
const AbilitiesReply = z
  .strictObject({
    calendar: Reach,
    planning: Reach,
    confirming: Reach,
    clients: Reach,
    notes: Reach,
    money: Reach,
    bank: z.enum(['none', 'see', 'change']),
    status: Reach,
    settings: z.enum(['none', 'change']),
    team: z.enum(['none', 'run', 'decide']),
  })
  .describe('What all their roles together allow')

const MeReply = z.strictObject({
  user: z.strictObject({ id: z.uuid(), name: z.string(), email: z.string() }),
  twoFactors: z
    .enum(['on', 'needed', 'not_needed'])
    .describe('needed: they work somewhere, and see no record before a second factor is set up, or used'),
  signedInBy: z.enum(waysIn).nullable().describe('How this session came to be; null where that was not kept'),
  factors: z
    .strictObject({ app: z.boolean(), passkeys: z.int().describe('Those that open something') })
    .describe('What they have besides a password'),
  memberships: z.array(
    z.strictObject({
      practiceId: z.uuid(),
      practiceName: z.string(),
      zone: z.string().describe('The zone of the practice’s wall'),
      kind: z.string(),
      memberId: z.uuid(),
      role: z.string().describe('The first of their roles'),
      roles: z.array(z.enum(practiceRoles)),
      standing: z.enum(['active', 'archived']),
      clinician: z.boolean(),
      may: AbilitiesReply,
    }),
  ),
  people: z
    .array(
      z.strictObject({
        personId: z.uuid(),
        name: z.string(),
        language: z.enum(languages).nullable().describe('Null: none was chosen yet'),
      }),
    )
    .describe('The clients for whom this login acts: oneself, or the members of a household'),
})

type HouseDoors = { world: World; mode: 'demonstration' | 'production'; portal: Db; signIn: Pick<SignIn, 'passkeys'> }

/** GET /api/house, GET /api/me, GET /healthz. */
export function houseRoutes(app: Api, { world, mode, portal, signIn }: HouseDoors): void {
  app.get(
    '/api/house',
    {
      schema: {
        tags: ['house'],
        summary: 'What this server is and what time it is there',
        response: { 200: HouseReply },
      },
    },
    async () => ({ mode, now: world.clock.now(), zone: world.zone, version }),
  )

  app.get(
    '/api/me',
    {
      schema: {
        tags: ['house'],
        summary: 'Who is signed in, where they work, and for whom they act as a client',
        response: { 200: MeReply },
      },
    },
    async ({ db, signedIn: { userId, name, email, twoFactors, signedInBy = null, hasApp = false } }) => {
      const memberships = (await membershipsOf(db, userId)).map((each) => ({ ...each, roles: [...each.roles] }))
      const isNeeded = memberships.length > 0 && !hasTwoFactors(twoFactors, mode)
      const passkeys = await signIn.passkeys.ofUser(userId)
      return {
        user: { id: userId, name, email },
        signedInBy,
        factors: { app: hasApp, passkeys: passkeys.filter(({ stoppedAt }) => stoppedAt === null).length },
        twoFactors: twoFactors === 'on' ? ('on' as const) : isNeeded ? ('needed' as const) : ('not_needed' as const),
        memberships,
        people: await peopleOf(db, userId),
      }
    },
  )

  app.get('/healthz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(portal)
      return reply.send({ ok: true })
    } catch {
      return sendProblem(reply, problem(503, 'database_away', 'The database does not answer.'))
    }
  })
}
