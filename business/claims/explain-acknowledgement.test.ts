import { expect, test } from 'vitest'
import { explainCode } from '../remittances/explain-adjustment.ts'

test('a payer’s code is said in words, whether it acknowledges a claim or answers it', () => {
  expect(explainCode('A2:20')).toBe('A2:20: accepted, and will be decided')
  expect(explainCode('A7:164')).toBe('A7:164: refused: something is not valid')
  expect(explainCode('CO 197')).toMatch(/^CO 197: \w/)
  expect(explainCode('Z9:20')).toBe('Z9:20')
  expect(explainCode('CO 99999')).toBe('CO 99999')
})
