import { expect, test } from 'vitest'
import { factsOf } from './facts-of.ts'
import { readFacts } from './read-facts.ts'

const whole = () =>
  structuredClone(
    factsOf('whole', {
      client: 'VA/51059/carefirst',
      plan: 'carefirst BlueCard',
      accepted: 'VA MD',
      licensed: 'VA until 2027-01-01',
      credentialed: 'carefirst VA until 2027-01-01; aetna VA pending',
      excluded: 'until 2021-01-01',
      crisis: { codes: ['90839'], narrative: 'What happened', resolution: null },
    }),
  )

/** The whole facts with the value at a path replaced, or left out. */
function changed(path: string, value: unknown, leaveOut = false): unknown {
  const facts: unknown = whole()
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const parent = steps.reduce((part, step) => (part as Record<string, unknown>)[step], facts) as Record<string, unknown>
  if (leaveOut) delete parent[last]
  else parent[last] = value
  return facts
}

function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => {
    const here = path === '' ? key : `${path}.${key}`
    return Array.isArray(value) ? pathsOf(part, here) : [here, ...pathsOf(part, here)]
  })
}

test('whole facts are read as they are', () => {
  expect(readFacts(whole())).toEqual({ refused: false, facts: whole() })
})

test('a field that no rule knows is left out, not refused', () => {
  expect(readFacts(changed('extra', 1))).toEqual({ refused: false, facts: whole() })
})

test.each(pathsOf(whole()))('facts without %s are refused by its path', (path) => {
  expect(readFacts(changed(path, undefined, true))).toMatchObject({ refused: true, problem: { field: path } })
})

test.each(pathsOf(whole()))('facts with a number for %s are refused by its path', (path) => {
  expect(readFacts(changed(path, 7))).toMatchObject({ refused: true, problem: { field: path } })
})

test.each([
  ['id', ' '],
  ['purpose', 'curiosity'],
  ['on', '2026-02-30'],
  ['on', '2026-4-8'],
  ['on', '2026-04-08T00:00:00Z'],
  ['asOf', '2025-02-29'],
  ['session.modality', 'phone'],
  ['session.clientLocation', []],
  ['session.clientLocation.state', 'ON'],
  ['session.clientLocation.state', 'ny'],
  ['session.clientLocation.countyFips', '36061'],
  ['session.clientLocation.countyFips', 'Fairfax'],
  ['session.clientLocation.servedBy', 'bcbs-nc'],
  ['session.clientLocation.servedBy', ''],
  ['session.crisis.codes', '90839'],
  ['session.crisis.codes.0', 90839],
  ['provider.authorities', {}],
  ['provider.authorities.0', null],
  ['provider.authorities.0.state', 'outside_us'],
  ['provider.authorities.0.kind', 'hope'],
  ['provider.authorities.0.from', null],
  ['provider.authorities.0.until', '2020-01-01'],
  ['provider.authorities.0.until', '2019-12-31'],
  ['provider.credentials.0.network', ''],
  ['provider.credentials.0.via', 'friend'],
  ['provider.credentials.0.status', 'lost'],
  ['provider.credentials.0.from', null],
  ['provider.credentials.0.payerReady', 'soon'],
  ['provider.credentials.1.until', 'never'],
  ['provider.exclusions.0.until', '2020-01-01'],
  ['plan.network', 'bcbs-nowhere'],
  ['plan.isBlue', 'yes'],
  ['plan.acceptedStates', 'some'],
  ['plan.acceptedStates.1', 'XX'],
  ['coverage', 'maybe'],
] as const)('%s is refused when it is %j', (field, value) => {
  const read = readFacts(changed(field, value))
  expect(read).toMatchObject({ refused: true, problem: { field, expected: expect.stringMatching(/^\S.+/) } })
})

test('a county of another state, an unlisted county, and a county abroad are refused', () => {
  const at = (client: string) => readFacts(factsOf('at', { client }))
  const refusal = { refused: true, problem: { field: 'session.clientLocation.countyFips' } }
  expect(at('CA/36061')).toMatchObject(refusal)
  expect(at('NY/36999')).toMatchObject(refusal)
  expect(at('outside_us/06037')).toMatchObject(refusal)
  expect(at('CA/06999')).toMatchObject({ refused: false })
})

test('who serves the address can be confirmed only in a county that a road divides', () => {
  const at = (client: string) => readFacts(factsOf('at', { client }))
  const refusal = { refused: true, problem: { field: 'session.clientLocation.servedBy' } }
  expect(at('NY/36061/anthem-ny')).toMatchObject(refusal)
  expect(at('VA/51013/carefirst')).toMatchObject(refusal)
  expect(at('VA/51153/anthem-va')).toMatchObject({ refused: false })
})

test('a pending credential may say from when it will hold', () => {
  expect(readFacts(changed('provider.credentials.1.from', '2026-06-01'))).toMatchObject({ refused: false })
  expect(readFacts(changed('provider.credentials.1.from', 'soon'))).toMatchObject({ refused: true })
})

test.each([null, 7, 'facts', [], undefined])('%j is no document of facts', (document) => {
  expect(readFacts(document)).toMatchObject({ refused: true, problem: { field: '' } })
})
