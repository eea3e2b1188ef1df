import { expect, test } from 'vitest'
import { fuzz, heldBytes } from './fuzz.ts'

test('broken files never crash the reader or hang it, leave nothing behind, and the same seed finds the same', () => {
  const run = () => fuzz({ seed: 20260415, rounds: 700, clock: () => performance.now() })
  const first = run()
  const held = heldBytes()
  expect(first.reached.size).toBeGreaterThan(60)
  expect(first.slowestMs).toBeLessThan(2000)
  expect([...run().reached]).toEqual([...first.reached])
  expect(heldBytes() - held).toBeLessThan(2_000_000)
})
