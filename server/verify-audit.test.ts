import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { addMinutes, type Instant } from '../libraries/calendar/index.ts'
import { recordAudit, sealAudit } from './audit-store.ts'
import { makeIds } from './ids.ts'
import { demonstrationBegins as at } from './operator-clock.ts'
import { verifyAudit } from './verify-audit.ts'

const ids = makeIds()
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.close())

const event = (practiceId: string, moment: Instant, userId: string | null = null) => ({
  practiceId,
  id: ids.next(),
  at: moment,
  userId,
  personId: null,
  action: 'look',
  subject: 'session 1',
  reason: 'the client asked: “why?”\n',
})

test('sealed audit events can be verified, and one that was changed, removed or slipped in is found', async () => {
  const [one, other] = [ids.next(), ids.next()]
  await recordAudit(database.operations, [event(one, at), event(one, at), event(other, at)])
  expect(await sealAudit(database.operations, { at, before: addMinutes(at, 1) })).toBe(2)
  expect(await sealAudit(database.operations, { at, before: addMinutes(at, 1) })).toBe(0)
  await recordAudit(database.operations, [event(one, addMinutes(at, 1))])
  const counted = { events: 4, chains: 2, seals: 2, sealedEvents: 3, openEvents: 1, findings: [] }
  expect(await verifyAudit(database.operations)).toEqual(counted)
  await sealAudit(database.operations, { at: addMinutes(at, 60), before: addMinutes(at, 60) })
  expect(await verifyAudit(database.operations)).toMatchObject({ seals: 3, openEvents: 0, findings: [] })

  await sql`update audit.event set action = 'nothing' where practice_id = ${other}`.execute(database.owner)
  await sql`update audit.seal set previous_hash = 'x' where practice_id = ${one} and number = 2`.execute(database.owner)
  await sql`delete from audit.sealed_event where practice_id = ${one} and seal_number = 1 and event_id =
    (select event_id from audit.sealed_event where practice_id = ${one} and seal_number = 1 limit 1)`.execute(
    database.owner,
  )
  const { findings } = await verifyAudit(database.operations)
  expect(findings.map(({ practiceId, place, words }) => [practiceId, place, words]).sort()).toEqual(
    [
      [one, 'seal 1', 'holds 1 events, sealed were 2'],
      [one, 'seal 2', 'an event differs from what was sealed'],
      [one, 'seal 2', 'names another seal before it'],
      [other, 'login 00000000-0000-0000-0000-000000000000, event 1', 'was changed, moved or slipped in'],
      [other, 'seal 1', 'an event differs from what was sealed'],
    ].sort(),
  )
})

type Tampering = (place: { practice: string; user: string; number: number }) => ReturnType<typeof sql>

const where = ({ practice, user, number }: { practice: string; user: string; number: number }) =>
  sql`practice_id = ${practice} and chain = ${user} and number = ${number}`

// What somebody with every right may do to a row that nobody has sealed yet.
const tamperings: Record<string, Tampering> = {
  'another login': (place) => sql`update audit.event set user_id = ${ids.next()} where ${where(place)}`,
  'another client': (place) => sql`update audit.event set person_id = ${ids.next()} where ${where(place)}`,
  'another moment': (place) => sql`update audit.event set at = at + interval '1 second' where ${where(place)}`,
  'another deed': (place) => sql`update audit.event set action = 'nothing' where ${where(place)}`,
  'another subject': (place) => sql`update audit.event set subject = 'list' where ${where(place)}`,
  'no reason': (place) => sql`update audit.event set reason = null where ${where(place)}`,
  'another hash': (place) => sql`update audit.event set hash = repeat('0', 64) where ${where(place)}`,
  removed: (place) => sql`delete from audit.event where ${where(place)}`,
  'moved to the end': (place) => sql`update audit.event set number = 1000 where ${where(place)}`,
}

test('whatever is done to one event, by whoever may do everything, is found at its place before any seal closes', async () => {
  const undo = new Error('undone')
  const [practice, neighbour] = [ids.next(), ids.next()]
  const users = [ids.next(), ids.next()]
  for (let count = 0; count < 6; count += 1) {
    for (const user of users)
      await recordAudit(database.operations, [
        event(practice, addMinutes(at, 100 + count), user),
        event(neighbour, addMinutes(at, 100 + count), user),
      ])
  }
  const honest = (await verifyAudit(database.operations)).findings.length
  const property = fc.asyncProperty(
    fc.constantFrom(...Object.keys(tamperings)),
    fc.constantFrom(practice, neighbour),
    fc.constantFrom(...users),
    fc.integer({ min: 1, max: 6 }),
    async (name, inPractice, user, number) => {
      const tried = database.owner.transaction().execute(async (db) => {
        await tamperings[name]?.({ practice: inPractice, user, number }).execute(db)
        const { findings } = await verifyAudit(db)
        expect(findings.length).toBeGreaterThan(honest)
        const found = findings.filter((one) => one.practiceId === inPractice && one.place.includes(user))
        expect(found[0]?.place).toBe(`login ${user}, event ${number}`)
        throw undo
      })
      await expect(tried).rejects.toBe(undo)
    },
  )
  await fc.assert(property, { numRuns: 60 })
})

test('two events that changed places are found at the first of them', async () => {
  const [practice, user] = [ids.next(), ids.next()]
  for (let count = 0; count < 4; count += 1)
    await recordAudit(database.operations, [event(practice, addMinutes(at, 200 + count), user)])
  await sql`update audit.event set number = 5 - number + 100 where practice_id = ${practice} and number in (2, 3)`.execute(
    database.owner,
  )
  await sql`update audit.event set number = number - 100 where practice_id = ${practice} and number > 100`.execute(
    database.owner,
  )
  const { findings } = await verifyAudit(database.operations)
  const places = findings.filter((one) => one.practiceId === practice).map(({ place }) => place)
  expect(places[0]).toBe(`login ${user}, event 2`)
  expect(places).toContain(`login ${user}, event 3`)
})

test('two at once never follow the same event', async () => {
  const [practice, user] = [ids.next(), ids.next()]
  const all = Array.from({ length: 12 }, () =>
    database.operations.transaction().execute((db) => recordAudit(db, [event(practice, at, user)])),
  )
  await Promise.all(all)
  const { findings } = await verifyAudit(database.operations)
  expect(findings.filter((one) => one.practiceId === practice)).toEqual([])
})
