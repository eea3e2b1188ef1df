import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideLine } from '../business/coverage/decide-lines.ts'
import { factsOf } from '../business/coverage/facts-of.ts'
import { appOnTestDatabase } from './app-on-test-database.ts'

let house: Awaited<ReturnType<typeof appOnTestDatabase>>
beforeAll(async () => {
  house = await appOnTestDatabase()
})
afterAll(() => house?.close())

const facts = factsOf('a session in California', { client: 'CA', licensed: 'CA', credentialed: 'aetna CA' })
const ask = (payload: string, type: string, query = '') =>
  house.app.inject({ method: 'POST', url: `/api/decisions${query}`, headers: { 'content-type': type }, payload })

test('anyone may ask the demonstration for a decision, and gets what the command line answers', async () => {
  const answer = await ask(JSON.stringify(facts), 'application/json')
  expect([answer.statusCode, answer.json()]).toEqual([200, JSON.parse(decideLine(JSON.stringify(facts)))])
})

test('the trace comes when it is asked for', async () => {
  const answer = await ask(JSON.stringify(facts), 'application/json', '?trace=true')
  expect(answer.json().trace.map(({ rule }: { rule: string }) => rule)).toContain('places')
})

test('lines are answered one by one and in order, a malformed one with what is wrong in it', async () => {
  const other = { ...facts, id: 'elsewhere', plan: { ...facts.plan, acceptedStates: ['NY'] } }
  const inAnAddress = { ...facts, id: 'a\u2028b' }
  const asked = [JSON.stringify(facts), '{not json', '', JSON.stringify(other), JSON.stringify(inAnAddress)]
  const payload = `\ufeff${asked.join('\r\n')}`
  const answer = await ask(payload, 'application/x-ndjson')
  const answers = answer.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['a session in California', 'billable'],
    [null, 'refused'],
    ['elsewhere', 'not_billable'],
    ['a\u2028b', 'billable'],
  ])
})

test('facts that are malformed are refused by the path of the first thing wrong', async () => {
  const answer = await ask(JSON.stringify({ ...facts, on: '2026-02-30' }), 'application/json')
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { outcome: 'refused', problem: { field: 'on' } }])
})

test('an empty question is told what to send', async () => {
  const answer = await ask('null', 'application/json')
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'facts_missing'])
})

test('production has no such door', async () => {
  const production = await appOnTestDatabase({ mode: 'production' })
  const answer = await production.app.inject({ method: 'POST', url: '/api/decisions', payload: facts })
  expect(answer.statusCode).toBe(404)
  await production.close()
})
