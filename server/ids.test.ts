import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeIds } from './ids.ts'

test('ids are UUIDs of version 7 that sort in the order in which they were made, however many come at once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 2, maxLength: 300 }), (steps) => {
      let now = 1_775_000_000_000
      const ids = makeIds(() => now)
      const made = steps.flatMap((step) => {
        now += step - 1
        return Array.from({ length: 20 }, () => ids.next())
      })
      expect(made).toEqual([...made].sort())
      expect(new Set(made).size).toBe(made.length)
      for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }),
  )
})
