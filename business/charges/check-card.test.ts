import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandOf, checkCard, isLuhn } from './check-card.ts'

const card = { number: '4242 4242 4242 4242', expiresMonth: 4, expiresYear: 2029, securityCode: '123' }
const fields = (over: object) => checkCard({ ...card, ...over }, '2026-04-08').map(({ field }) => field)

test('a card as it is printed has no fault, with spaces or hyphens or none', () => {
  for (const number of ['4242 4242 4242 4242', '4242-4242-4242-4242', '4242424242424242']) {
    expect(fields({ number })).toEqual([])
  }
})

test('a card is good until the end of its month', () => {
  expect(fields({ expiresYear: 2026, expiresMonth: 4 })).toEqual([])
  expect(fields({ expiresYear: 2026, expiresMonth: 3 })).toEqual(['expires'])
  expect(fields({ expiresMonth: 13 })).toEqual(['expires'])
})

test('an American Express card has four digits of security code, others three', () => {
  expect(fields({ number: '378282246310005', securityCode: '1234' })).toEqual([])
  expect(fields({ number: '378282246310005' })).toEqual(['securityCode'])
  expect(fields({ securityCode: '12' })).toEqual(['securityCode'])
})

test('one wrong digit is found wherever it stands', () => {
  const digits = fc.stringMatching(/^[0-9]{15}$/)
  fc.assert(
    fc.property(digits, fc.nat(15), fc.integer({ min: 1, max: 9 }), (fifteen, place, by) => {
      const whole = [...Array(10).keys()].map((check) => `${fifteen}${check}`).find(isLuhn) ?? ''
      const changed = [...whole].map((digit, at) => (at === place ? String((Number(digit) + by) % 10) : digit)).join('')
      return isLuhn(whole) && !isLuhn(changed)
    }),
  )
})

test('the brand follows from the first digits', () => {
  const brands = ['4242', '5105', '2223', '3782', '6011', '9999'].map(brandOf)
  expect(brands).toEqual(['Visa', 'Mastercard', 'Mastercard', 'American Express', 'Discover', 'Card'])
})
