import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Client, Db, Who, World } from './world.ts'

/** The routes of one room, registered under /api: paths here begin after it ('/practices/:practiceId/…'). */
export type Routes = (app: Api, world: World) => Promise<void>

/** Fastify whose request and reply types come from the route's zod schema. */
export type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** A business "no" in the words of RFC 9457: `reply.code(409).send(problem)` or `throw new Refusal(problem)`. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  because?: { code: string; field?: string; words: string }[]
}

/** Ends a request with a problem document; whatever its transaction did is rolled back. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly because: { code: string; field?: string; words: string }[]
  constructor(refusal: { status: number; code: string; detail: string; because?: Problem['because'] }) {
    super(refusal.detail)
    this.name = 'Refusal'
    this.status = refusal.status
    this.code = refusal.code
    this.because = refusal.because ?? []
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * The request's one transaction: under `portal` for :practiceId or :personId, under `operations` for
     * /api/operations. It is
     * committed before the answer leaves, and rolled back when the handler throws or answers 400 or more.
     */
    db: Db
    /** The member who asks, looked up again at every request; only routes of a practice have it. */
    who: Who
    /** The client who asks and the person they act for, looked up again at every request; only routes of a person have it. */
    client: Client
    /**
     * Names a record of a client that this request looks at or changes, for the audit. A path with :personId or
     * :sessionId names its record itself. The operator's staff say for which reason they look, and in which practice.
     */
    looksAt(record: { personId?: string; sessionId?: string; reason?: string; practiceId?: string }): void
    /** Refuses who signed in longer ago than a quarter of an hour: for what an open window must not be enough. */
    mustHaveJustSignedIn(): void
    /** What this request recorded stays although it is refused: a refusal may leave the operator a task. */
    keepsThoughRefused(): void
  }
}
