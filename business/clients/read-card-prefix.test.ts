import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCardPrefix, sayCardPrefix } from './read-card-prefix.ts'

test.each([
  // member id as printed, what its beginning says
  ['XXP100414', { names: 'home_plan', prefix: 'XXP' }],
  ['xxp 100-414', { names: 'home_plan', prefix: 'XXP' }],
  ['2A4W12345678', { names: 'home_plan', prefix: '2A4' }],
  ['R12345678', { names: 'federal_program' }],
  ['R1234567', { names: 'home_plan', prefix: 'R12' }],
  ['123456789', { names: 'nothing' }],
  ['XXP', { names: 'nothing' }],
  ['', { names: 'nothing' }],
] as const)('the member id %s begins with what names its plan, or with nothing of the kind', (memberId, says) => {
  expect(readCardPrefix(memberId)).toEqual(says)
})

test('whatever stands on a card, it is said in words, and nobody is refused', () => {
  fc.assert(
    fc.property(fc.string(), (memberId) => {
      const words = sayCardPrefix(memberId)
      expect(words).toMatch(/\.$/)
      expect(words).not.toMatch(/refuse|not accepted|not billable/i)
    }),
  )
})
