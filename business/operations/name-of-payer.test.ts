import { expect, test } from 'vitest'
import { nameOfPayer } from './name-of-payer.ts'

const known = [{ name: 'Larkspur Health' }, { name: 'Blue plan of downstate New York' }]

test.each([
  ['LARKSPUR HEALTH', 'Larkspur Health'],
  ['Blue Plan of Downstate, New York', 'Blue plan of downstate New York'],
  ['LARKSPUR', 'LARKSPUR'],
  ['QUAIL MUTUAL', 'QUAIL MUTUAL'],
  ['', ''],
])('a remittance of %j is said to come from %j', (told, said) => {
  expect(nameOfPayer(told, known)).toBe(said)
})
