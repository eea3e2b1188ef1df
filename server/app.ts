import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { Logger } from 'pino'
import type { Api, Routes } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { accountRoutes } from './account-routes.ts'
import type { Accounts } from './accounts.ts'
import { authorizationTable, ruleOf } from './authorization-table.ts'
import { calendarFeedRoutes } from './calendar-feed-routes.ts'
import { decisionRoutes } from './decision-routes.ts'
import { type Demonstration, demonstrationRoutes } from './demonstration-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { houseRoutes, version } from './house-routes.ts'
import { invitationDoor } from './invitation-door.ts'
import { joiningDoors } from './joining-doors.ts'
import { measureRequests } from './metrics.ts'
import { networkRoutes } from './network-routes.ts'
import { enterByPasskeyRoutes } from './passkeys/enter-by-passkey-routes.ts'
import { ownPasskeyRoutes } from './passkeys/own-passkey-routes.ts'
import { answerWithProblems, notFound } from './problem-documents.ts'
import { carryTransactions } from './request-transaction.ts'
import { roomRoutes } from './room-routes.ts'
import type { Rule } from './route-rules.ts'
import { protectResponses, refuseOtherOrigins } from './security-headers.ts'
import { servePortals } from './serve-portals.ts'
import type { SignIn } from './sign-in.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { twoFactorRoutes } from './two-factor-routes.ts'

export type AppParts = {
  portal: Db
  operations: Db
  signIn: SignIn
  accounts: Accounts
  world: World
  mode: 'demonstration' | 'production'
  /** Only in demonstration mode. */
  demonstration: Demonstration | null
  portalsFolder: string
  logger: Logger
  /** The addresses at which a browser may have loaded our pages; asked at each request, since a port may be chosen late. */
  origins: () => readonly string[]
  databasePatienceSeconds?: number
  rooms?: readonly Routes[]
  authorization?: Readonly<Record<string, Rule>>
}

/** Puts the server together: everything outside comes in here, and nothing else does. */
export async function createApp(parts: AppParts): Promise<Api> {
  const { portal, signIn, world, mode, demonstration, authorization = authorizationTable } = parts
  if (mode === 'production' && demonstration !== null) throw new Error('Production has no demonstration')
  const loggerInstance: FastifyBaseLogger = parts.logger
  const app: Api = Fastify({
    loggerInstance,
    // One line per request with the route's pattern is written by the hook below; Fastify's own would hold the address.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: mode === 'production' ? 'loopback' : false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
    genReqId: () => world.ids.next(),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  refuseUnlistedRoutes(app, authorization)
  answerWithProblems(app)
  app.setNotFoundHandler(notFound)
  protectResponses(app, { https: mode === 'production' })
  refuseOtherOrigins(app, parts.origins)
  logRequests(app)
  carryTransactions(app, { databasePatienceSeconds: 15, ...parts, authorization })
  await describeApi(app)

  measureRequests(app)
  houseRoutes(app, { world, mode, portal, signIn })
  calendarFeedRoutes(app, { operations: parts.operations, world })
  networkRoutes(app, { operations: parts.operations, world })
  signInRoutes(app, signIn, parts.accounts)
  accountRoutes(app, { accounts: parts.accounts, world, attemptLimits: signIn.attemptLimits })
  invitationDoor(app, { operations: parts.operations, world })
  joiningDoors(app, { operations: parts.operations, signIn, world })
  exportRoutes(app, { portal, world })
  twoFactorRoutes(app, { signIn, operations: parts.operations, world })
  const passkeyDoors = { signIn, operations: parts.operations, world, mode, origins: parts.origins }
  enterByPasskeyRoutes(app, passkeyDoors)
  ownPasskeyRoutes(app, passkeyDoors)
  if (demonstration !== null) demonstrationRoutes(app, { demonstration, signIn, world })
  if (mode === 'demonstration') await app.register(decisionRoutes)
  for (const routes of parts.rooms ?? roomRoutes) {
    await app.register((room) => routes(room.withTypeProvider<ZodTypeProvider>(), world), { prefix: '/api' })
  }
  await servePortals(app, parts.portalsFolder)
  await app.ready()
  return app
}

function refuseUnlistedRoutes(app: Api, authorization: Readonly<Record<string, Rule>>): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      if (ruleOf(authorization, each, url) === null) {
        throw new Error(`${each} ${url} has no row in server/authorization-table.ts`)
      }
    }
  })
}

function logRequests(app: Api): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const tookMs = Math.round(reply.elapsedTime)
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, tookMs }, 'answered')
  })
}

async function describeApi(app: Api): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Evenkeel',
        description:
          'Money is in whole cents, days are YYYY-MM-DD, moments are UTC. A request that changes something carries the header Idempotency-Key; the same key again gets the first answer. Errors are problem documents (RFC 9457) with a stable `code`.',
        version,
      },
      servers: [],
    },
    transform: jsonSchemaTransform,
  })
  await app.register(fastifySwaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: false,
    uiConfig: { validatorUrl: null },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.serializer(JSON.stringify).send(app.swagger()),
  )
}
