import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HTTPMethods } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { abilitiesOf, type PracticeRole, practiceRoles } from '../business/practices/abilities-of.ts'
import { asOperations } from '../database/act-as.ts'
import { addHours, calendarDate, instantAt } from '../libraries/calendar/index.ts'
import { appWithStory, type StoryHouse } from './app-with-story.ts'
import { authorizationTable } from './authorization-table.ts'
import { describeAuthorization, isLetIn, type Standing, standings } from './describe-authorization.ts'
import { type Role, type Rule, roles } from './route-rules.ts'
import { sampleBody } from './sample-body.ts'
import { groupPractice, soloPractice, zone } from './story-network.ts'

// One app, one database, real rows: a practice that is asked about, a neighbour, and people of every role in each standing.

let house: StoryHouse
let cookies: Record<string, string>
let ids: Record<string, string>
let someone: Awaited<ReturnType<StoryHouse['someClient']>>
const practiceId = soloPractice.id
const refusals = ['not_signed_in', 'role_not_allowed', 'practice_not_found', 'person_not_found']

beforeAll(async () => {
  house = await appWithStory()
  const [maya] = soloPractice.members
  const [client] = soloPractice.clients
  const asMaya = await house.login(maya?.userId ?? '')
  const startsAt = instantAt(calendarDate('2026-04-14'), '10:00', zone)
  const session = await asMaya.post(`/api/practices/${practiceId}/sessions`, {
    personId: client?.id,
    memberId: maya?.id,
    startsAt,
    endsAt: addHours(startsAt, 1),
    modality: 'telehealth',
  })
  const place = await house.as((db) =>
    db
      .selectFrom('clients.location')
      .select('id')
      .where('person_id', '=', client?.id ?? '')
      .executeTakeFirstOrThrow(),
  )
  ids = {
    personId: client?.id ?? '',
    memberId: maya?.id ?? '',
    clinicianMemberId: maya?.id ?? '',
    toMemberId: maya?.id ?? '',
    sessionId: session.json().id,
    locationId: place.id,
    userId: maya?.userId ?? '',
  }
  cookies = {}
  for (const standing of standings)
    for (const role of roles) cookies[`${role} ${standing}`] = await cookieOf(role, standing)
}, 120_000)
afterAll(() => house?.close())

/** A login of this role, standing so to the practice that is asked about, or to the person. */
async function cookieOf(role: Role, standing: Standing): Promise<string> {
  if (role === 'anonymous') return ''
  if (role === 'client') return clientCookie(standing)
  const isStaff = role === 'operator_staff'
  const where = isStaff ? house.world.operator : standing === 'neighbour' ? groupPractice.id : practiceId
  // Nobody works at a neighbour of the operator: who works in a practice is one.
  const member = await house.someone({
    role: isStaff && standing === 'neighbour' ? 'owner' : role,
    clinician: ['owner', 'clinician'].includes(role),
    practiceId: isStaff && standing === 'neighbour' ? groupPractice.id : where,
  })
  if (standing === 'archived' || standing === 'ended') {
    const change = {
      practice_id: member.practiceId,
      member_id: member.memberId,
      reason: 'a test',
      recorded_by: 'test',
      recorded_at: house.world.clock.now(),
    }
    await asOperations(house.operations, { user: null, now: house.world.clock.now() }, (db) =>
      db
        .insertInto('practices.standing_change')
        .values({ ...change, id: house.world.ids.next(), standing: standing === 'ended' ? 'removed' : 'archived' })
        .execute(),
    )
  }
  return member.cookie
}

async function clientCookie(standing: Standing): Promise<string> {
  if (standing === 'neighbour') return (await house.someClient()).cookie
  if (standing === 'ended') return (await house.someClient({ during: '[2020-01-01,2026-04-08)' })).cookie
  // There is no archived client's login: it acts for the person or it does not.
  someone ??= await house.someClient()
  return someone.cookie
}

const rows = Object.entries(authorizationTable).map(([row, rule]) => {
  const [method, path] = row.split(' ') as [HTTPMethods, string]
  return { method, path, rule }
})
const registered = () => rows.filter(({ method, path }) => house.app.hasRoute({ method, url: path }))

// The practice, and of a client's door the person; everything else that a path names does not exist.
function addressOf(path: string, role: Role, standing: Standing): string {
  const person = role === 'client' && standing === 'ended' ? crypto.randomUUID() : someone.personId
  return path
    .replace(':practiceId', practiceId)
    .replace(/^(\/api\/clients\/):personId/, `$1${person}`)
    .replace(/^(\/api\/sessions\/):sessionId/, `$1${ids.sessionId}`)
    .replace(/:\w+/g, crypto.randomUUID())
    .replace('*', '')
}

async function isAnswered(method: HTTPMethods, url: string, cookie: string): Promise<boolean> {
  const headers = { cookie, 'idempotency-key': crypto.randomUUID() }
  const answer = await house.app.inject({ method, url, headers, ...(method === 'POST' ? { payload: {} } : {}) })
  const isJson = String(answer.headers['content-type']).includes('json')
  return !(
    isJson &&
    (refusals.includes(answer.json().code) || (url.startsWith('/api/sessions/') && answer.statusCode === 404))
  )
}

test.each(standings)('every route answers every role as the table says, to whom it is %s', async (standing) => {
  const wrong: string[] = []
  for (const { method, path, rule } of registered().filter(
    ({ rule }) => rule.door !== 'public' || standing === 'own',
  )) {
    // What is open to anyone is asked by whoever is nobody.
    const asking = rule.door === 'public' ? (['anonymous'] as const) : roles
    const asked = asking.map(async (role) => {
      const cookie = cookies[`${role} ${standing}`] ?? ''
      const answered = await isAnswered(method, addressOf(path, role, standing), cookie)
      if (answered === expectedOf(rule, role, standing)) return
      wrong.push(`${role} (${standing}) at ${method} ${path}: ${answered ? 'let in' : 'refused'}`)
    })
    await Promise.all(asked)
  }
  expect(wrong).toEqual([])
})

function expectedOf(rule: Rule, role: Role, standing: Standing): boolean {
  const isStaff = role === 'operator_staff'
  if (rule.door === 'operations') return isStaff && (standing === 'own' || standing === 'archived')
  if (isStaff && standing === 'archived') return isLetIn(rule, role, 'own')
  // The session is a colleague's, so only whoever sees everybody's money is told about it.
  if (rule.door === 'session' && !isStaff && isPracticeRole(role)) {
    const may = abilitiesOf([role], standing === 'archived' ? 'archived' : 'active')
    return isLetIn(rule, role, standing) && may.money === 'all'
  }
  return isLetIn(rule, role, standing)
}

function isPracticeRole(role: Role): role is PracticeRole {
  return practiceRoles.some((each) => each === role)
}

test('whoever runs another practice changes and learns nothing by the ids of ours, on any route, in path or body', async () => {
  const ines = await house.login(groupPractice.members[0]?.userId ?? '')
  const client = await house.someClient()
  const schemas =
    (
      house.app.swagger() as {
        paths?: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema?: object }> } }>>
      }
    ).paths ?? {}
  const wrong: string[] = []
  for (const { method, path, rule } of registered().filter(
    ({ rule }) => rule.door === 'practice' || rule.door === 'client',
  )) {
    const schema =
      schemas[path.replace(/:(\w+)/g, '{$1}')]?.[method.toString().toLowerCase()]?.requestBody?.content?.[
        'application/json'
      ]?.schema
    const body = schema === undefined ? {} : sampleBody(schema, ids)
    const named = path
      .replace(':practiceId', groupPractice.id)
      .replace(/^(\/api\/clients\/):personId/, `$1${client.personId}`)
    const url = named.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? crypto.randomUUID())
    const isForeign = url !== named || Object.values(ids).some((id) => JSON.stringify(body).includes(id))
    if (!isForeign) continue
    const headers = {
      cookie: rule.door === 'client' ? client.cookie : ines.cookie,
      'idempotency-key': crypto.randomUUID(),
    }
    const answer = await house.app.inject({
      method,
      url,
      headers,
      ...(method === 'POST' ? { payload: body as object } : {}),
    })
    if (answer.statusCode < 400 || answer.statusCode >= 500)
      wrong.push(`${method} ${path}: ${answer.statusCode} ${answer.body.slice(0, 160)}`)
  }
  expect(wrong).toEqual([])
})

test('the document says what the table says', () => {
  const written = readFileSync(join(import.meta.dirname, '..', 'docs', 'authorization.md'), 'utf8')
  expect(written).toBe(describeAuthorization())
  for (const role of practiceRoles) expect(written).toContain(role)
})

test('no row of the table stands for a route that does not exist', () => {
  const missing = rows.filter(({ method, path }) => !path.includes('*') && !house.app.hasRoute({ method, url: path }))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})
