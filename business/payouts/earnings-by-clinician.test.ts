import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents, sum } from '../../libraries/money/index.ts'
import { earningsByClinician } from './earnings-by-clinician.ts'

const line = (clinicianName: string | null, amount: number) => ({ clinicianName, cents: cents(amount) })

test('each clinician stands once, the most first, and what belongs to no session stands by itself', () => {
  const lines = [line('Theo', 9400), line('Ines', 20000), line('Theo', 11800), line(null, -500)]
  expect(earningsByClinician(lines)).toEqual([
    { clinicianName: 'Theo', items: 2, cents: 21200 },
    { clinicianName: 'Ines', items: 1, cents: 20000 },
    { clinicianName: null, items: 1, cents: -500 },
  ])
})

test('the parts add up to the deposit, to the cent', () => {
  const any = fc.record({
    clinicianName: fc.constantFrom('Theo', 'Ines', null),
    cents: fc.integer({ min: -50_000, max: 90_000 }).map(cents),
  })
  fc.assert(
    fc.property(fc.array(any), (lines) => {
      const parts = earningsByClinician(lines)
      expect(sum(parts.map((part) => part.cents))).toBe(sum(lines.map((each) => each.cents)))
    }),
  )
})
