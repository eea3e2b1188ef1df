import type { HTTPMethods } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appOnTestDatabase } from './app-on-test-database.ts'
import { authorizationTable, type Role, roles, ruleOf } from './authorization-table.ts'

type House = Awaited<ReturnType<typeof appOnTestDatabase>>
let house: House
let cookies: Record<Role, string>
let practiceId: string
let personId: string

beforeAll(async () => {
  house = await appOnTestDatabase()
  const owner = await house.someone({ kind: 'group' })
  practiceId = owner.practiceId
  const member = async (role: Exclude<Role, 'client' | 'anonymous'>, clinician: boolean, practice = practiceId) =>
    (await house.someone({ role, clinician, practiceId: practice })).cookie
  const client = await house.someClient()
  personId = client.personId
  cookies = {
    client: client.cookie,
    owner: owner.cookie,
    admin: await member('admin', false),
    biller: await member('biller', false),
    scheduler: await member('scheduler', false),
    supervisor: await member('supervisor', false),
    clinician: await member('clinician', true),
    operator_staff: await member('operator_staff', false, house.world.operator),
    anonymous: '',
  }
})
afterAll(() => house?.close())

// Every route that the app answers, in Fastify's own words.
function registeredRoutes(): [method: HTTPMethods, path: string][] {
  return Object.keys(authorizationTable)
    .map((row) => row.split(' ') as [HTTPMethods, string])
    .filter(([method, url]) => house.app.hasRoute({ method, url }))
}

// A path of a practice names this one, a path of a person this client; all else that it names does not exist.
function addressOf(path: string): string {
  return path
    .replace(':practiceId', practiceId)
    .replace(/^(\/api\/clients\/):personId/, `$1${personId}`)
    .replace(/:\w+/g, crypto.randomUUID())
    .replace('*', '')
}

const refusals = ['not_signed_in', 'role_not_allowed', 'practice_not_found', 'person_not_found']

test('each role is let into exactly the routes that its row names, and is refused at all others', async () => {
  const wrong: string[] = []
  for (const [method, path] of registeredRoutes()) {
    const rule = ruleOf(authorizationTable, method, path)
    for (const role of roles) {
      const url = addressOf(path)
      const answer = await house.app.inject({
        method,
        url,
        headers: { cookie: cookies[role], 'idempotency-key': crypto.randomUUID() },
        ...(method === 'POST' ? { payload: {} } : {}),
      })
      const isJson = String(answer.headers['content-type']).includes('json')
      const isLetIn = !(isJson && refusals.includes(answer.json().code))
      if (isLetIn !== rule?.roles.includes(role)) wrong.push(`${role} at ${method} ${path}: ${answer.statusCode}`)
    }
  }
  expect(wrong).toEqual([])
})

test('whoever works in another practice is refused at every route of this one', async () => {
  const stranger = await house.someone()
  for (const [method, path] of registeredRoutes().filter(([, path]) => path.startsWith('/api/practices/:practiceId'))) {
    const url = path.replace(':practiceId', practiceId).replace(/:\w+/g, crypto.randomUUID())
    const answer = await house.app.inject({ method, url, headers: { cookie: stranger.cookie } })
    expect([path, answer.statusCode]).toEqual([path, 404])
  }
})

test('no row of the table stands for a route that does not exist', () => {
  const rows = Object.keys(authorizationTable).filter((row) => !row.includes('*'))
  const missing = rows.filter((row) => {
    const [method, url = ''] = row.split(' ') as [HTTPMethods, string]
    return !house.app.hasRoute({ method, url })
  })
  expect(missing).toEqual([])
})
