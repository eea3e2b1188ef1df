import { z } from 'zod'
import { type Api, Refusal } from '../business/routes.ts'
import type { World } from '../business/world.ts'
import { type Instant, instant } from '../libraries/calendar/index.ts'
import type { DemonstrationDoors } from './demonstration/demonstration-doors.ts'
import { doorsRoutes } from './demonstration/doors-routes.ts'
import { problem, sendProblem } from './problem-documents.ts'
import type { SignIn } from './sign-in.ts'

/** A character of the story whom a visitor may be; `id` is the login's. */
export type Persona = {
  id: string
  name: string
  role: string
  /** What they are, where their role says less: 'Biller'. */
  title?: string
  what: string
  practiceName: string
  /** The page on which they begin, where it is another than their door's first. */
  landing?: string
}

export type Target = 'next_event' | 'next_day' | 'payday' | Instant

/** The clock on its way: where it set out, where to, where it has come, and how many things were done so far. */
export type Moving = { from: Instant; until: Instant | null; at: Instant; did: number }

export type Demonstration = {
  personas(): Promise<Persona[]>
  /** Moves the clock, and answers when the server and the world outside are at rest. */
  advance(target: Target): Promise<{ progress: string }>
  /** Null while the clock stands. */
  moving(): Moving | null
  /** The pages of a whole network; an app alone has none. */
  doors?: DemonstrationDoors
}

const PersonaParams = z.object({ id: z.uuid() })
const AdvanceBody = z.strictObject({
  until: z.union([z.enum(['next_event', 'next_day', 'payday']), z.iso.datetime({ offset: true })]),
})

/** /api/demonstration/*: exists in the demonstration only, and stays out of the API's description. */
export function demonstrationRoutes(
  app: Api,
  { demonstration, signIn, world }: { demonstration: Demonstration; signIn: SignIn; world: World },
): void {
  const clock = (progress?: string) => ({
    now: world.clock.now(),
    zone: world.zone,
    moving: demonstration.moving(),
    ...(progress === undefined ? {} : { progress }),
  })

  app.get('/api/demonstration/personas', { schema: { hide: true } }, () => demonstration.personas())

  app.post(
    '/api/demonstration/personas/:id/sign-in',
    { schema: { hide: true, params: PersonaParams } },
    async (request, reply) => {
      const persona = (await demonstration.personas()).find(({ id }) => id === request.params.id)
      const cookies = persona === undefined ? null : await signIn.enterAs(persona.id)
      if (cookies === null) {
        return sendProblem(reply, problem(404, 'persona_not_found', 'There is no such character in this story.'))
      }
      return reply.code(200).header('set-cookie', cookies).send(persona)
    },
  )

  const { doors } = demonstration
  if (doors !== undefined) doorsRoutes(app, { doors, personas: () => demonstration.personas() })

  app.get('/api/demonstration/clock', { schema: { hide: true } }, async () => clock())

  app.post('/api/demonstration/clock', { schema: { hide: true, body: AdvanceBody } }, async (request) => {
    const { until } = request.body
    const named = until === 'next_event' || until === 'next_day' || until === 'payday'
    const target = named ? until : instant(until)
    if (!named && instant(until) < world.clock.now()) {
      throw new Refusal({ status: 409, code: 'clock_goes_forward', detail: 'The clock only goes forward.' })
    }
    return clock((await demonstration.advance(target)).progress)
  })
}
