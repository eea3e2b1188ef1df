import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allocate,
  cents,
  decimal,
  formatCents,
  least,
  minus,
  most,
  negate,
  parseDecimal,
  plus,
  portion,
  split,
  sum,
  zero,
} from './index.ts'

const amount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(cents)
const anyAmount = fc.maxSafeInteger().map(cents)

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount of cents', (value) => {
  expect(() => cents(value)).toThrow(RangeError)
})

test('a sum that cannot be held exactly is refused, not rounded', () => {
  expect(() => plus(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(RangeError)
})

test('nothing is ever minus nothing', () => {
  expect(Object.is(negate(zero), 0)).toBe(true)
  expect(Object.is(portion(cents(-1), 1), 0)).toBe(true)
  expect(Object.is(parseDecimal('-0'), 0)).toBe(true)
  expect(allocate(cents(-1), [1, 1]).every((part) => !Object.is(part, -0))).toBe(true)
})

test.each([
  // amount  basis points  portion
  [15000, 2000, 3000],
  [5, 5000, 3],
  [-5, 5000, -3],
  [1, 4999, 0],
  [9_007_199_254_740_991, 10_000, 9_007_199_254_740_991],
])('%i cents at %i basis points are %i', (of, basisPoints, expected) => {
  expect(portion(cents(of), basisPoints)).toBe(expected)
})

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [10, [0, 1], [0, 10]],
  [1000, [7, 2, 1], [700, 200, 100]],
  [5, [3, 3, 4], [2, 1, 2]],
])('%i cents by %j are %j', (of, weights, expected) => {
  expect(allocate(cents(of), weights)).toEqual(expected)
})

test('weights that add up to nothing, or no parts, are refused', () => {
  expect(() => allocate(cents(1), [])).toThrow(RangeError)
  expect(() => allocate(cents(1), [0, 0])).toThrow(RangeError)
  expect(() => allocate(cents(1), [-1, 2])).toThrow(RangeError)
  expect(() => split(cents(1), 0)).toThrow(RangeError)
})

test('every split conserves the total, and equal parts differ by at most a cent', () => {
  fc.assert(
    fc.property(anyAmount, fc.integer({ min: 1, max: 60 }), (total, parts) => {
      const shares = split(total, parts)
      expect(shares.reduce((so, share) => so + BigInt(share), 0n)).toBe(BigInt(total))
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
    }),
  )
})

test('every allocation conserves the total, gives nothing to no weight, and is within a cent of exact', () => {
  const weights = fc
    .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0))
  fc.assert(
    fc.property(amount, weights, (total, weights) => {
      const shares = allocate(total, weights)
      const totalWeight = weights.reduce((so, weight) => so + weight, 0)
      expect(sum(shares)).toBe(total)
      shares.forEach((share, index) => {
        const weight = weights[index] ?? 0
        if (weight === 0) expect(share).toBe(0)
        expect(Math.abs(share - (total * weight) / totalWeight)).toBeLessThanOrEqual(1.001)
      })
    }),
  )
})

test('a portion and its complement are at most a cent apart from the whole', () => {
  fc.assert(
    fc.property(amount, fc.nat({ max: 10_000 }), (total, basisPoints) => {
      const both = plus(portion(total, basisPoints), portion(total, 10_000 - basisPoints))
      expect(Math.abs(minus(both, total))).toBeLessThanOrEqual(1)
      expect(portion(negate(total), basisPoints)).toBe(negate(portion(total, basisPoints)))
    }),
  )
})

test.each([
  [123450, '$1,234.50', '1234.5'],
  [-500, '−$5.00', '-5'],
  [0, '$0.00', '0'],
  [5, '$0.05', '0.05'],
  [1250, '$12.50', '12.5'],
  [-300, '−$3.00', '-3'],
  [100_000_000_01, '$100,000,000.01', '100000000.01'],
])('%i cents read as %s and are written as %s', (value, read, written) => {
  expect(formatCents(cents(value))).toBe(read)
  expect(decimal(cents(value))).toBe(written)
})

test.each(['', '.', '-', '1,000', '1.234', '1e3', ' 1', '1 ', '$1', '--1', '9'.repeat(20), 'NaN'])(
  '%j is no amount',
  (text) => {
    expect(parseDecimal(text)).toBeNull()
  },
)

test.each([
  ['.5', 50],
  ['12.', 1200],
  ['007.10', 710],
  ['+1', 100],
  ['-.01', -1],
])('%s is read as %i cents', (text, expected) => {
  expect(parseDecimal(text)).toBe(expected)
})

test('what is written is read back as the same amount', () => {
  fc.assert(
    fc.property(anyAmount, (value) => {
      expect(parseDecimal(decimal(value))).toBe(value)
    }),
  )
})

test('least and most are the two of them', () => {
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      expect(plus(least(a, b), most(a, b))).toBe(plus(a, b))
      expect(least(a, b)).toBeLessThanOrEqual(most(a, b))
    }),
  )
})
