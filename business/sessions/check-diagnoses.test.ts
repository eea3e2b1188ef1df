import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { checkDiagnoses, diagnosisCodes } from './check-diagnoses.ts'

const check = (diagnoses: readonly string[], on = '2026-04-08') =>
  checkDiagnoses({ diagnoses, on: calendarDate(on), catalogue: diagnosisCodes })

const thirteen = diagnosisCodes.slice(0, 13).map(({ code }) => code)

test.each([
  ['one diagnosis', ['F41.1']],
  ['two', ['F33.1', 'F41.1']],
  ['twelve', thirteen.slice(0, 12)],
  ['a history beside what is treated', ['F33.1', 'Z91.51']],
])('%s can stand on a claim', (_, diagnoses) => {
  expect(check(diagnoses)).toEqual({ refusals: [], warnings: [] })
})

test.each([
  ['none', [], '2026-04-08', 'diagnoses', 'no_diagnosis'],
  ['thirteen', thirteen, '2026-04-08', 'diagnoses', 'too_many_diagnoses'],
  ['the same one twice', ['F41.1', 'F33.1', 'F41.1'], '2026-04-08', 'diagnoses.2', 'duplicate_diagnosis'],
  ['no code at all', ['anxiety'], '2026-04-08', 'diagnoses.0', 'unknown_diagnosis'],
  ['a category without its last digit', ['F41.1', 'F33'], '2026-04-08', 'diagnoses.1', 'unknown_diagnosis'],
  ['a code added in 2021, for an earlier session', ['F32.A'], '2021-09-30', 'diagnoses.0', 'diagnosis_not_in_force'],
  ['an eating disorder of 2024, the day before', ['F50.814'], '2024-09-30', 'diagnoses.0', 'diagnosis_not_in_force'],
] as const)('%s is refused', (_, diagnoses, on, field, code) => {
  expect(check(diagnoses, on).refusals).toContainEqual(expect.objectContaining({ field, code }))
})

test('a code added in October 2021 may be used from its first day', () => {
  expect(check(['F32.A'], '2021-10-01').refusals).toEqual([])
})

test('a code typed without its dot is refused and says which one was meant', () => {
  expect(check(['f411']).refusals[0]?.words).toContain('Did you mean F41.1')
})

test('what insurers often do not pay alone is warned about, and is not refused', () => {
  expect(check(['Z63.0'])).toMatchObject({ refusals: [], warnings: [{ code: 'often_not_paid_alone' }] })
  expect(check(['Z63.0', 'F41.1']).warnings).toEqual([])
})

test('up to twelve different codes in force are never refused, and no thirteen ever pass', () => {
  const known = fc.uniqueArray(fc.constantFrom(...diagnosisCodes.map(({ code }) => code)), {
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(known, (diagnoses) => {
      expect(check(diagnoses).refusals.length === 0).toBe(diagnoses.length <= 12)
    }),
  )
})
