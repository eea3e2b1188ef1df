import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { type AttemptLimits, attemptLimits } from './attempt-limit.ts'
import { makeIds } from './ids.ts'

let database: TestDatabase
let limits: AttemptLimits
beforeAll(async () => {
  database = await testDatabase()
  limits = attemptLimits(database.signIn, makeIds().next)
})
afterAll(() => database?.close())

test('after so many attempts no more is let through, until the first of them is old enough', async () => {
  let at = Date.parse('2026-04-08T12:00:00Z')
  const limit = limits({ name: 'test', most: 2, minutes: 10, now: () => at })
  await limit.count('ada')
  expect(await limit.isReached('ada')).toBe(false)
  at += 60_000
  await limit.count('ada')
  expect([await limit.isReached('ada'), await limit.isReached('basil')]).toEqual([true, false])
  at += 9 * 60_000 + 1
  expect(await limit.isReached('ada')).toBe(false)
})

test('a restart forgets no attempt, and another limit counts for itself', async () => {
  const tried = { name: 'sign-in', most: 1, minutes: 10 }
  await limits(tried).count('ada@example.com')
  const afterRestart = attemptLimits(database.signIn, makeIds().next)
  expect(await afterRestart(tried).isReached('ada@example.com')).toBe(true)
  expect(await afterRestart({ ...tried, name: 'letters' }).isReached('ada@example.com')).toBe(false)
})

test('whoever got in begins anew', async () => {
  const limit = limits({ name: 'in', most: 1, minutes: 10 })
  await limit.count('ada')
  await limit.forget('ada')
  expect(await limit.isReached('ada')).toBe(false)
})

test('what is kept names nobody, and is gone after a day', async () => {
  let at = Date.now()
  const limit = limits({ name: 'kept', most: 5, minutes: 10, now: () => at })
  await limit.count('somebody@example.com')
  const kept = async () => (await sql<{ key: string }>`select key from sign_in.attempt`.execute(database.signIn)).rows
  expect(JSON.stringify(await kept())).not.toContain('somebody')
  at += 25 * 60 * 60_000
  await limit.count('other@example.com')
  expect(await kept()).toHaveLength(1)
})
