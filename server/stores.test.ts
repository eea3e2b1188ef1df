import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { addMinutes } from '../libraries/calendar/index.ts'
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
