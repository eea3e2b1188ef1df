import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { addMinutes, type Instant } from '../libraries/calendar/index.ts'
import { recordAudit, sealAudit, verifyAudit } from './audit-store.ts'
import { fileStore } from './file-store.ts'
import { makeIds } from './ids.ts'
import { numberStore } from './number-store.ts'
import { demonstrationBegins as at } from './operator-clock.ts'

const ids = makeIds()
const operator = ids.next()
const bytes = (text: string) => new TextEncoder().encode(text)

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.close())

test('a number is never given twice, however many ask at once', async () => {
  const numbers = numberStore(operator)
  const asks = Array.from({ length: 40 }, () =>
    database.operations.transaction().execute((db) => numbers.allocate(db, { partner: 'payer', kind: 'isa13', at })),
  )
  expect((await Promise.all(asks)).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
})

test('numbers begin where they are told to, each kind by itself, and one that was undone is free again', async () => {
  const numbers = numberStore(operator)
  const take = (kind: string) => numbers.allocate(database.operations, { partner: 'bank', kind, at, first: 100 })
  expect(await take('trace')).toBe(100)
  const undone = database.operations.transaction().execute(async (db) => {
    await numbers.allocate(db, { partner: 'bank', kind: 'trace', at })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect([await take('trace'), await take('other')]).toEqual([101, 100])
})

test('a file is its name and its content: the same again is known, other content under the same name is another', async () => {
  const files = fileStore(operator, ids)
  const file = { partner: 'clearinghouse', direction: 'in' as const, folder: 'out', name: 'a.835', at }
  const first = await files.record(database.operations, { ...file, bytes: bytes('ISA') })
  const again = await files.record(database.operations, { ...file, bytes: bytes('ISA') })
  const other = await files.record(database.operations, { ...file, bytes: bytes('ISB') })
  expect([first.isNew, again.isNew, other.isNew]).toEqual([true, false, true])
  expect(again.id).toBe(first.id)
  expect(new TextDecoder().decode((await files.find(database.operations, other.id))?.bytes)).toBe('ISB')
  expect(await files.sizes(database.operations, { ...file, folder: 'elsewhere' })).toEqual(new Map())
  expect(await files.sizes(database.operations, file)).toEqual(new Map([[file.name, new Set([3])]]))
})

test('a file stands at its latest outcome, and those that stand elsewhere come oldest first', async () => {
  const files = fileStore(operator, ids)
  const where = { partner: 'bank', direction: 'out' as const }
  const record = async (name: string, minutes: number) =>
    (
      await files.record(database.operations, {
        ...where,
        folder: 'in',
        name,
        bytes: bytes(name),
        at: addMinutes(at, minutes),
      })
    ).id
  const [late, early] = [await record('late', 9), await record('early', 1)]
  const names = async (...outcomes: string[]) =>
    (await files.without(database.operations, outcomes, where)).map(({ name }) => name)
  expect(await names('uploaded')).toEqual(['early', 'late'])
  await files.addOutcome(database.operations, early, { outcome: 'uploaded', at })
  expect(await names('uploaded')).toEqual(['late'])
  await files.addOutcome(database.operations, early, { outcome: 'rejected', detail: { reason: 'totals' }, at })
  expect(await names('uploaded')).toEqual(['early', 'late'])
  expect(await names('uploaded', 'rejected')).toEqual(['late'])
  expect(late).not.toBe(early)
})

const event = (practiceId: string, moment: Instant) => ({
  practiceId,
  id: ids.next(),
  at: moment,
  userId: null,
  personId: null,
  action: 'look',
  subject: 'session 1',
  reason: null,
})

test('sealed audit events can be verified, and one that was changed, removed or slipped in is found', async () => {
  const [one, other] = [ids.next(), ids.next()]
  await recordAudit(database.operations, [event(one, at), event(one, at), event(other, at)])
  expect(await sealAudit(database.operations, { at, before: addMinutes(at, 1) })).toBe(2)
  expect(await sealAudit(database.operations, { at, before: addMinutes(at, 1) })).toBe(0)
  await recordAudit(database.operations, [event(one, addMinutes(at, 1))])
  expect(await verifyAudit(database.operations)).toEqual({ seals: 2, sealedEvents: 3, openEvents: 1, findings: [] })
  await sealAudit(database.operations, { at: addMinutes(at, 60), before: addMinutes(at, 60) })
  expect(await verifyAudit(database.operations)).toMatchObject({ seals: 3, openEvents: 0, findings: [] })

  await sql`update audit.event set action = 'nothing' where practice_id = ${other}`.execute(database.owner)
  await sql`update audit.seal set previous_hash = 'x' where practice_id = ${one} and number = 2`.execute(database.owner)
  await sql`delete from audit.sealed_event where practice_id = ${one} and seal_number = 1 and event_id =
    (select event_id from audit.sealed_event where practice_id = ${one} and seal_number = 1 limit 1)`.execute(
    database.owner,
  )
  const { findings } = await verifyAudit(database.operations)
  expect(findings.sort()).toEqual([
    `audit of practice ${one}, seal 1: holds 1 events, sealed were 2`,
    `audit of practice ${one}, seal 2: an event differs from what was sealed`,
    `audit of practice ${one}, seal 2: names another seal before it`,
    `audit of practice ${other}, seal 1: an event differs from what was sealed`,
  ])
})
