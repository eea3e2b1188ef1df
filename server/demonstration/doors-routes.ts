import { z } from 'zod'
import { type Api, Refusal } from '../../business/routes.ts'
import type { Persona } from '../demonstration-routes.ts'
import type { DemonstrationDoors } from './demonstration-doors.ts'
import { switchNames } from './switches.ts'

const ThingParams = z.object({ id: z.string().max(40) })
const LettersQuery = z.object({ find: z.string().max(100).default('') })
const SwitchBody = z.strictObject({ switch: z.enum(switchNames), sessionId: z.uuid().nullable().default(null) })

/** The demonstration's own pages: ten things to try, the mailbox, the switchboard and the way back to the beginning. */
export function doorsRoutes(
  app: Api,
  { doors, personas }: { doors: DemonstrationDoors; personas: () => Promise<Persona[]> },
): void {
  const schema = { hide: true }
  app.get('/api/demonstration/things', { schema }, async () => ({
    boot: doors.boot,
    startedOver: doors.startedOver,
    canStartOver: doors.startOver !== null,
    things: await doors.things(await personas()),
  }))

  app.post('/api/demonstration/things/:id/tried', { schema: { ...schema, params: ThingParams } }, async (request) => {
    if (doors.tried(request.params.id)) return { tried: true }
    throw new Refusal({ status: 404, code: 'thing_not_found', detail: 'This is none of the things to try.' })
  })

  app.get('/api/demonstration/letters', { schema: { ...schema, querystring: LettersQuery } }, (request) =>
    doors.letters(request.query.find.trim()),
  )

  app.get(
    '/api/demonstration/bank-accounts/:bankAccountId/statement',
    { schema: { ...schema, params: z.object({ bankAccountId: z.uuid() }) } },
    (request) => doors.statementOf(request.params.bankAccountId),
  )

  app.get('/api/demonstration/switchboard', { schema }, async () => ({
    boot: doors.boot,
    sessions: await doors.sessions(),
    canDie: doors.die !== null,
  }))

  app.get('/api/demonstration/happenings', { schema }, () => doors.happenings())

  app.get('/api/demonstration/standing', { schema }, () => doors.standing())

  app.post('/api/demonstration/switches', { schema: { ...schema, body: SwitchBody } }, async (request, reply) => {
    const turned = await doors.turn(request.body.switch, request.body.sessionId)
    // Once the answer has left: whoever asked is told before the lights go out.
    if (request.body.switch === 'server_dies') reply.raw.once('close', () => doors.die?.())
    return turned
  })

  app.post('/api/demonstration/start-over', { schema }, async (_request, reply) => {
    const { startOver } = doors
    if (startOver === null) {
      const detail = 'This demonstration runs on a database of yours, which it does not empty. Nothing was changed.'
      throw new Refusal({ status: 409, code: 'not_our_database', detail })
    }
    reply.raw.once('close', () => startOver())
    return reply.code(202).send({ startsOver: true })
  })
}
