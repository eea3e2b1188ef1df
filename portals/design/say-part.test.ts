import { expect, test } from 'vitest'
import { sayPart } from './say-part.ts'

// biome-ignore format: a table, one part a line
test.each([
  ['most of them',     31,   33, '94% (31 of 33)'],
  ['all of them',       4,    4, '100% (4 of 4)'],
  ['none of them',      0,    9, '0% (0 of 9)'],
  ['thousands',      1200, 2400, '50% (1,200 of 2,400)'],
  ['of nothing',        0,    0, '–'],
] as const)('a part is told with its whole: %s', (_, part, whole, words) => {
  expect(sayPart(part, whole)).toBe(words)
})
