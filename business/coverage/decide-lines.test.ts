import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideLine } from './decide-lines.ts'
import { factsOf } from './facts-of.ts'

const line = JSON.stringify(factsOf('a line', { licensed: 'CA', credentialed: 'aetna CA' }))

test('a line of facts is answered by a line', () => {
  expect(JSON.parse(decideLine(line))).toEqual({
    id: 'a line',
    outcome: 'billable',
    method: 'in_network',
    claimTo: 'aetna',
    because: ['credentialed_in_state'],
    missing: [],
    remedies: [],
    review: false,
  })
  expect(JSON.parse(decideLine(line, { trace: true })).trace).toHaveLength(9)
})

test.each([
  ['no JSON', '{"id": "cut o', null, ''],
  ['an empty line', '', null, ''],
  ['no facts', '[]', null, ''],
  ['an id only', '{"id": "alone"}', 'alone', 'purpose'],
  ['an id that is no text', '{"id": 7}', null, 'id'],
])('a line with %s is refused by itself', (_, written, id, field) => {
  expect(JSON.parse(decideLine(written))).toMatchObject({ id, outcome: 'refused', problem: { field } })
})

test('any text at all is answered by exactly one line of JSON', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.nat({ max: line.length }).map((end) => line.slice(0, end)),
      ),
      (text) => {
        const answer = decideLine(text)
        expect(answer).not.toContain('\n')
        expect(JSON.parse(answer)).toHaveProperty('outcome')
      },
    ),
  )
})

type Case = { facts: { id: string }; expected: Record<string, unknown> }

const given = (name: string): Case[] => {
  const file = new URL(`../../../shared/cases/coverage/${name}.ndjson`, import.meta.url)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((written) => written !== '').map((written) => JSON.parse(written) as Case)
}

for (const name of ['cases', 'generated']) {
  test.runIf(given(name).length > 0)(`the given ${name} are answered exactly`, () => {
    for (const { facts, expected } of given(name)) {
      expect(JSON.parse(decideLine(JSON.stringify(facts)))).toEqual({ id: facts.id, ...expected })
    }
  })
}

test.runIf(given('malformed').length > 0)('the given malformed facts are refused by their field', () => {
  for (const { facts, expected } of given('malformed')) {
    const { problem, ...answer } = JSON.parse(decideLine(JSON.stringify(facts)))
    expect({ ...answer, field: problem.field }).toEqual(expected)
  }
})
