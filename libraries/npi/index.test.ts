import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNpi, npiFrom } from './index.ts'

const nineDigits = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/)).map((both) => both.join(''))

test('the example of the standard is valid', () => {
  expect(npiFrom('123456789')).toBe('1234567893')
  expect(isNpi('1234567893')).toBe(true)
})

test.each(['', '1234567890', '12345678930', '3234567893', '123456789', ' 1234567893', '12345678x3', '1234567893\n'])(
  '%j is no NPI',
  (text) => {
    expect(isNpi(text)).toBe(false)
  },
)

test.each(['', '12345678', '1234567890', '323456789', '12345678x'])('%j cannot begin an NPI', (text) => {
  expect(() => npiFrom(text)).toThrow(RangeError)
})

test('a made NPI is valid, and no single wrong digit goes unseen', () => {
  fc.assert(
    fc.property(nineDigits, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (nine, place, by) => {
      const npi = npiFrom(nine)
      expect(isNpi(npi)).toBe(true)
      const digits = [...npi]
      digits[place] = String((Number(digits[place]) + by) % 10)
      expect(isNpi(digits.join(''))).toBe(false)
    }),
  )
})
