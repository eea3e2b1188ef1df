import { expect, test } from 'vitest'
import { attemptLimit } from './attempt-limit.ts'

test('after so many attempts no more is let through, until the first of them is old enough', () => {
  let at = 0
  const limit = attemptLimit({ most: 2, minutes: 10, now: () => at })
  limit.count('ada')
  expect(limit.isReached('ada')).toBe(false)
  at = 60_000
  limit.count('ada')
  expect([limit.isReached('ada'), limit.isReached('basil')]).toEqual([true, false])
  at = 10 * 60_000 + 1
  expect(limit.isReached('ada')).toBe(false)
})

test('whoever got in begins anew', () => {
  const limit = attemptLimit({ most: 1, minutes: 10 })
  limit.count('ada')
  limit.forget('ada')
  expect(limit.isReached('ada')).toBe(false)
})

test('many keys at once do not fill the memory: the oldest are forgotten first', () => {
  const limit = attemptLimit({ most: 1, minutes: 10 })
  for (let key = 0; key <= 10_000; key++) limit.count(`key ${key}`)
  expect([limit.isReached('key 0'), limit.isReached('key 1'), limit.isReached('key 10000')]).toEqual([
    false,
    true,
    true,
  ])
})
