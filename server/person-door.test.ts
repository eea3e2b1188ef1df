import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Routes } from '../business/routes.ts'
import type { Db } from '../business/world.ts'
import { asOperations, asPerson, asPractice } from '../database/act-as.ts'
import { appOnTestDatabase } from './app-on-test-database.ts'
import { authorizationTable } from './authorization-table.ts'
import type { Rule } from './route-rules.ts'

const noted: Routes = async (app, world) => {
  app.get('/clients/:personId/settings', async (request) => {
    const { rows } = await settings(request.db)
    return { client: request.client, seen: rows[0] }
  })
  app.post(
    '/clients/:personId/notes',
    { schema: { body: z.strictObject({ words: z.string() }) } },
    async (request, reply) => {
      const { personId } = request.client
      await world.mail.post(request.db, {
        practiceId: world.operator,
        to: 'ada@example.com',
        subject: request.body.words,
        body: 'Dear Ada',
        about: `person ${personId}`,
      })
      return reply.code(201).send({ id: world.ids.next() })
    },
  )
}

const settings = (db: Db) =>
  sql<{ practice: string; person: string }>`
    select current_setting('app.practice') as practice, current_setting('app.person') as person
  `.execute(db)

const door = (audited: Rule['audited']): Rule => ({ door: 'client', roles: ['client'], needs: {}, audited })
const authorization = {
  ...authorizationTable,
  'GET /api/clients/:personId/settings': door('look'),
  'POST /api/clients/:personId/notes': door('write'),
}

let house: Awaited<ReturnType<typeof appOnTestDatabase>>
beforeAll(async () => {
  house = await appOnTestDatabase({ rooms: [noted], authorization })
})
afterAll(() => house?.close())

const get = (cookie: string, url: string) => house.app.inject({ method: 'GET', url, headers: { cookie } })
const settingsOf = (personId: string) => `/api/clients/${personId}/settings`
const note = (cookie: string, personId: string, words: string, key: string = crypto.randomUUID()) =>
  house.app.inject({
    method: 'POST',
    url: `/api/clients/${personId}/notes`,
    payload: { words },
    headers: { cookie, 'idempotency-key': key },
  })

const lettersTitled = (subject: string) =>
  asOperations(house.database.operations, { user: null, now: house.world.clock.now() }, (db) =>
    db.selectFrom('house.mail').select(['practice_id', 'recipient']).where('subject', '=', subject).execute(),
  )

test('a client enters as the person whom their login holds, in no practice', async () => {
  const client = await house.someClient()
  const answer = await get(client.cookie, settingsOf(client.personId))
  expect(answer.json()).toEqual({
    client: { userId: client.userId, personId: client.personId },
    seen: { practice: '', person: client.personId },
  })
})

test('another person is as unknown to a client as one that does not exist', async () => {
  const [client, other] = [await house.someClient(), await house.someClient()]
  for (const personId of [other.personId, crypto.randomUUID(), 'x']) {
    const answer = await get(client.cookie, settingsOf(personId))
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'person_not_found'])
  }
})

test('a login that ended yesterday or begins tomorrow holds nobody today', async () => {
  const ended = await house.someClient({ during: '[2020-01-01,2026-04-08)' })
  const coming = await house.someClient({ during: '[2026-04-09,)' })
  for (const client of [ended, coming]) {
    expect((await get(client.cookie, settingsOf(client.personId))).statusCode).toBe(404)
    expect((await get(client.cookie, '/api/me')).json().people).toEqual([])
  }
})

test('the login is asked for again at every request, so an open page ends with it', async () => {
  const client = await house.someClient()
  expect((await get(client.cookie, settingsOf(client.personId))).statusCode).toBe(200)
  await house.database.owner
    .updateTable('clients.login')
    .set({ during: '[2020-01-01,2026-04-08)' })
    .where('person_id', '=', client.personId)
    .execute()
  expect((await get(client.cookie, settingsOf(client.personId))).statusCode).toBe(404)
})

test('a member of the practice that cares for a client does not act for the client', async () => {
  const [owner, client] = [await house.someone(), await house.someClient()]
  await asPerson(
    house.database.portal,
    { person: client.personId, user: client.userId, now: house.world.clock.now() },
    (db) =>
      db
        .insertInto('clients.access')
        .values({
          person_id: client.personId,
          practice_id: owner.practiceId,
          during: '[2026-01-01,)',
          recorded_at: house.world.clock.now(),
        })
        .execute(),
  )
  expect((await get(owner.cookie, settingsOf(client.personId))).statusCode).toBe(404)
  expect((await get('', settingsOf(client.personId))).statusCode).toBe(401)
})

test('a household is one login with several people, each entered by their own address', async () => {
  const parent = await house.someClient()
  const child = await house.someClient({ userId: parent.userId })
  const { people, memberships } = (await get(parent.cookie, '/api/me')).json()
  expect(memberships).toEqual([])
  expect(people).toEqual([
    { personId: parent.personId, name: 'Ada Client', language: null },
    { personId: child.personId, name: 'Ada Client', language: null },
  ])
  expect((await get(parent.cookie, settingsOf(child.personId))).json().seen.person).toBe(child.personId)
})

test('what a client asks twice under one key is done once, and the same key serves another person anew', async () => {
  const parent = await house.someClient()
  const child = await house.someClient({ userId: parent.userId })
  const key = crypto.randomUUID()
  const first = await note(parent.cookie, parent.personId, 'said once', key)
  const again = await note(parent.cookie, parent.personId, 'said once', key)
  expect([first.statusCode, again.statusCode, again.json()]).toEqual([201, 201, first.json()])
  expect(again.headers['idempotency-replayed']).toBe('true')
  expect(await lettersTitled('said once')).toEqual([
    { practice_id: house.world.operator, recipient: 'ada@example.com' },
  ])
  expect((await note(parent.cookie, parent.personId, 'said otherwise', key)).json().code).toBe('idempotency_key_reused')
  expect((await note(parent.cookie, child.personId, 'said once', key)).headers['idempotency-replayed']).toBeUndefined()
})

test('a client’s looks and deeds stand in the audit under the operator, and the client reads them', async () => {
  const client = await house.someClient()
  await get(client.cookie, settingsOf(client.personId))
  await note(client.cookie, client.personId, 'heard')
  const actor = { person: client.personId, user: client.userId, now: house.world.clock.now() }
  const events = await asPerson(house.database.portal, actor, (db) =>
    db.selectFrom('audit.event').select(['practice_id', 'user_id', 'action']).orderBy('id').execute(),
  )
  const by = { practice_id: house.world.operator, user_id: client.userId }
  expect(events).toEqual([
    { ...by, action: 'look GET /api/clients/:personId/settings' },
    { ...by, action: 'write POST /api/clients/:personId/notes' },
  ])
})

test('a letter is posted once under its id, by a practice in its own name only', async () => {
  const [owner, neighbour] = [await house.someone(), await house.someone()]
  const now = house.world.clock.now()
  const id = house.world.ids.next()
  const letter = { id, to: 'ada@example.com', subject: 'once', body: 'Dear Ada', about: null }
  const postFor = (practiceId: string) =>
    asPractice(house.database.portal, { practice: owner.practiceId, user: owner.userId, now }, (db) =>
      house.world.mail.post(db, { ...letter, practiceId }),
    )
  await postFor(owner.practiceId)
  expect(await postFor(owner.practiceId)).toEqual({ id })
  expect(await lettersTitled('once')).toEqual([{ practice_id: owner.practiceId, recipient: 'ada@example.com' }])
  await expect(postFor(neighbour.practiceId)).rejects.toThrow(/row-level security/)
})

test('nobody who is not signed in posts in the operator’s name', async () => {
  const now = house.world.clock.now()
  const letter = { practiceId: house.world.operator, to: 'a@example.com', subject: 'forged', body: '', about: null }
  const forged = asPerson(house.database.portal, { person: house.world.ids.next(), user: null, now }, (db) =>
    house.world.mail.post(db, letter),
  )
  await expect(forged).rejects.toThrow(/nobody is signed in/)
  expect(await lettersTitled('forged')).toEqual([])
})
