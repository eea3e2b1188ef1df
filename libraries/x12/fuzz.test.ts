import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('broken files never crash the reader, and the same seed finds the same', () => {
  const run = () => fuzz({ seed: 20260415, rounds: 700, clock: () => performance.now() })
  const first = run()
  expect(first.reached.size).toBeGreaterThan(40)
  expect(first.slowestMs).toBeLessThan(2000)
  expect([...run().reached]).toEqual([...first.reached])
})
