import { expect, test } from 'vitest'
import { checkAddress } from './check-address.ts'

const whole = { label: 'Home', street: '100 Example Street', city: 'Queens', state: 'NY', zip: '11375' }

test('a whole address has no fault, with five digits of ZIP code or nine', () => {
  expect(checkAddress(whole)).toEqual([])
  expect(checkAddress({ ...whole, zip: '113750001' })).toEqual([])
})

test.each([
  ['label', ' '],
  ['street', 'Example Street'],
  ['street', '1'],
  ['city', ''],
  ['state', 'ZZ'],
  ['zip', '1137'],
  ['zip', '11375-0001'],
] as const)('an address with %s “%s” is refused, and the field is named', (field, value) => {
  expect(checkAddress({ ...whole, [field]: value })).toMatchObject([{ field, code: 'address_incomplete' }])
})
