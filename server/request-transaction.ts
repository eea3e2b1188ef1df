import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ControlledTransaction, sql } from 'kysely'
import { type Api, Refusal } from '../business/routes.ts'
import type { Client, Db, Who, World } from '../business/world.ts'
import type { Database } from '../database/schema.ts'
import { auditEventsOf, type Looked } from './audit-request.ts'
import { recordAudit } from './audit-store.ts'
import { ruleOf } from './authorization-table.ts'
import { whenDatabaseAnswers } from './database-away.ts'
import { enterBySession } from './enter-by-session.ts'
import { noSuchPerson, notAllowed, notAMember, notSignedIn } from './entry-refusals.ts'
import { tickSoon } from './jobs.ts'
import { refuseUnlessJustSignedIn } from './just-signed-in.ts'
import { mayUse } from './may-use.ts'
import { memberOf } from './member-store.ts'
import { clientOf } from './person-store.ts'
import { type Mode, refuseWithoutTwoFactors } from './refuse-without-two-factors.ts'
import { type Asked, type AskedBy, contentHash, firstAnswer, keepAnswer } from './replay-store.ts'
import type { Rule } from './route-rules.ts'
import type { SignedIn, SignIn } from './sign-in.ts'

export type RequestDoors = {
  portal: Db
  operations: Db
  signIn: SignIn
  world: World
  authorization: Readonly<Record<string, Rule>>
  databasePatienceSeconds: number
  mode: Mode
}

/** What a request holds while it is answered. */
type Held = {
  rule: Rule
  user: SignedIn | null
  who: Who | null
  client: Client | null
  transaction: ControlledTransaction<Database> | null
  looked: Looked[]
  replay: { by: AskedBy; asked: Asked; isFirst: boolean } | null
  keepsThoughRefused: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    held: Held | null
    /** The login that asks; routes that are open to anyone have none. */
    signedIn: SignedIn
  }
}

/**
 * Gives every request of a listed route its transaction, and lets in only the roles that the authorization table names.
 * An answer below 400 is committed, with its audit and its replayed answer, before it leaves; anything else is undone.
 */
export function carryTransactions(app: Api, doors: RequestDoors): void {
  app.decorateRequest('held', null)
  app.decorateRequest('db', { getter: transactionOf })
  app.decorateRequest('who', { getter: whoOf })
  app.decorateRequest('client', { getter: clientWhoAsks })
  app.decorateRequest('signedIn', { getter: signedInOf })
  app.decorateRequest('looksAt', function looksAt(this: FastifyRequest, record: Looked) {
    this.held?.looked.push(record)
  })
  app.decorateRequest('keepsThoughRefused', function keepsThoughRefused(this: FastifyRequest) {
    if (this.held != null) this.held.keepsThoughRefused = true
  })

  app.decorateRequest('mustHaveJustSignedIn', function mustHaveJustSignedIn(this: FastifyRequest) {
    refuseUnlessJustSignedIn(this.held?.user ?? null)
  })
  app.addHook('preValidation', async (request) => {
    const path = request.routeOptions.url
    const rule = path === undefined ? null : ruleOf(doors.authorization, request.method, path)
    if (rule === null || rule.door === 'public') return
    request.held = {
      rule,
      user: null,
      who: null,
      client: null,
      transaction: null,
      looked: [],
      replay: null,
      keepsThoughRefused: false,
    }
    await letIn(request, request.held, doors)
  })
  app.addHook('preHandler', (request, reply) => replayFirstAnswer(request, reply))
  app.addHook('onSend', async (request, reply, payload) => {
    await finish(request, reply, payload, doors.world)
    return payload
  })
  // A handler that never answered, or a socket that closed on it: the connection must not stay in the transaction.
  app.addHook('onResponse', async (request) => undo(request.held))
}

async function letIn(request: FastifyRequest, held: Held, doors: RequestDoors): Promise<void> {
  const { portal, operations, signIn, world, databasePatienceSeconds } = doors
  if (!signIn.carriesSession(request.headers)) throw notSignedIn()
  const base = held.rule.door === 'operations' ? operations : portal
  const transaction = await whenDatabaseAnswers(databasePatienceSeconds, () => base.startTransaction().execute())
  held.transaction = transaction
  const user = await signIn.userOf(request.headers)
  if (user === null) throw notSignedIn()
  held.user = user
  const practice = practiceOf(request, held.rule, world)
  await introduce(transaction, world, { practice, userId: user.userId })
  if (held.rule.door === 'signed_in') return
  if (held.rule.door === 'client') {
    held.client = await enterAsClient(request, transaction, user)
    return
  }
  if (held.rule.door === 'session') {
    const who = await enterAsOwnerOfSession(request, held, doors, user)
    if (!mayUse(held.rule, who, world)) throw notAllowed()
    refuseWithoutTwoFactors(user, doors.mode)
    held.who = who
    return
  }
  const member = await memberOf(transaction, practice, user.userId)
  if (member === null) throw notAMember(held.rule)
  if (!mayUse(held.rule, member, world)) throw notAllowed()
  refuseWithoutTwoFactors(user, doors.mode)
  held.who = member
}

/** Tells the transaction who asks, where and when. */
async function introduce(
  db: Db,
  world: World,
  { practice, userId }: { practice: string; userId: string },
): Promise<void> {
  await sql`
    select set_config('app.practice', ${practice}, true), set_config('app.person', '', true),
      set_config('app.user', ${userId}, true), set_config('app.now', ${world.clock.now()}, true),
      set_config('app.zone', ${world.zone}, true), set_config('idle_in_transaction_session_timeout', '60s', true)
  `.execute(db)
}

// The operator's staff need the connection that sees every practice: the one begun is given back unused.
async function enterAsOwnerOfSession(
  request: FastifyRequest,
  held: Held,
  { operations, world, databasePatienceSeconds }: RequestDoors,
  { userId }: SignedIn,
): Promise<Who> {
  const { sessionId } = request.params as { sessionId?: string }
  const asked = isUuid(sessionId) ? sessionId.toLowerCase() : '00000000-0000-0000-0000-000000000000'
  const who = await enterBySession(transactionIn(held), world, userId, asked)
  if (who !== 'operations') return who
  await undo(held)
  const transaction = await whenDatabaseAnswers(databasePatienceSeconds, () => operations.startTransaction().execute())
  held.transaction = transaction
  await introduce(transaction, world, { practice: world.operator, userId })
  const member = await memberOf(transaction, world.operator, userId)
  if (member === null) throw notAllowed()
  return member
}

async function enterAsClient(request: FastifyRequest, db: Db, { userId }: SignedIn): Promise<Client> {
  const { personId } = request.params as { personId?: string }
  const client = isUuid(personId) ? await clientOf(db, personId.toLowerCase(), userId) : null
  if (client === null) throw noSuchPerson()
  await sql`select set_config('app.person', ${client.personId}, true)`.execute(db)
  return client
}

function practiceOf(request: FastifyRequest, rule: Rule, world: World): string {
  if (rule.door === 'signed_in' || rule.door === 'client' || rule.door === 'session') return ''
  if (rule.door === 'operations') return world.operator
  const { practiceId } = request.params as { practiceId?: string }
  if (!isUuid(practiceId)) throw notAMember(rule)
  return practiceId.toLowerCase()
}

function isUuid(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

async function replayFirstAnswer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const { held } = request
  const asker = held?.who ?? held?.client
  if (held == null || asker == null || held.rule.audited !== 'write') return undefined
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw new Refusal({
      status: 400,
      code: 'idempotency_key_missing',
      detail:
        'A request that changes something needs the header Idempotency-Key, for instance a UUID, new for each deed.',
    })
  }
  const by = { ...asker, key }
  const route = `${request.method} ${request.url.split('?')[0]}`
  const asked = { route, contentSha256: contentHash({ query: request.query, body: request.body ?? null }) }
  const first = await firstAnswer(request.db, by, asked)
  if (first === 'other_content') {
    throw new Refusal({
      status: 422,
      code: 'idempotency_key_reused',
      detail: 'This Idempotency-Key was used for another request; what that one did stands, and nothing was done now.',
    })
  }
  held.replay = { by, asked, isFirst: first === null }
  if (first === null) return undefined
  return reply.code(first.status).header('idempotency-replayed', 'true').serializer(JSON.stringify).send(first.answer)
}

async function finish(request: FastifyRequest, reply: FastifyReply, payload: unknown, world: World): Promise<void> {
  const { held } = request
  if (held?.transaction == null) return
  const isRefused = reply.statusCode >= 400
  if (isRefused && !(held.keepsThoughRefused && reply.statusCode < 500)) return undo(held)
  const { transaction } = held
  if (held.replay?.isFirst !== false) {
    await recordAudit(
      transaction,
      auditEventsOf({ request, rule: held.rule, who: held.who ?? held.client, looked: held.looked, payload, world }),
    )
  }
  // A refusal is no first answer: what was missing may be there when the same request comes again.
  if (held.replay?.isFirst === true && !isRefused) {
    const answer = typeof payload === 'string' && payload !== '' ? JSON.parse(payload) : undefined
    await keepAnswer(transaction, held.replay.by, held.replay.asked, {
      status: reply.statusCode,
      answer,
      at: world.clock.now(),
    })
    await tickSoon(transaction)
  }
  held.transaction = null
  try {
    await transaction.commit().execute()
  } catch (error) {
    await transaction
      .rollback()
      .execute()
      .catch(() => undefined)
    throw error
  }
  if (held.replay?.isFirst === true) world.witness('request-committed')
}

async function undo(held: Held | null): Promise<void> {
  const transaction = held?.transaction
  if (held == null || transaction == null) return
  held.transaction = null
  // A broken connection cannot roll back, and need not: the server did when it lost it.
  await transaction
    .rollback()
    .execute()
    .catch(() => undefined)
}

function transactionOf(this: FastifyRequest): Db {
  return transactionIn(this.held)
}

function transactionIn(held: Held | null): Db {
  if (held?.transaction == null)
    throw new Error('this route has no transaction: see its row in the authorization table')
  return held.transaction
}

function whoOf(this: FastifyRequest): Who {
  if (this.held?.who == null) throw new Error('this route knows no member: see its row in the authorization table')
  return this.held.who
}

function clientWhoAsks(this: FastifyRequest): Client {
  if (this.held?.client == null) throw new Error('this route knows no client: see its row in the authorization table')
  return this.held.client
}

function signedInOf(this: FastifyRequest): SignedIn {
  if (this.held?.user == null) throw new Error('this route knows no login: see its row in the authorization table')
  return this.held.user
}
