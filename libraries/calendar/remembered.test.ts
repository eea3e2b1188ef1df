import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('what was worked out once is not worked out again, and an error is tried anew', () => {
  const answers = remembered<number>()
  let works = 0
  const ask = (key: string) =>
    answers.answer(key, () => {
      works += 1
      if (works === 1) throw new Error('not now')
      return works
    })
  expect(() => ask('a')).toThrow('not now')
  expect([ask('a'), ask('a'), ask('b')]).toEqual([2, 2, 3])
  expect(works).toBe(3)
})

test('however much is asked, a bounded number of answers is kept, what is still asked for among them', () => {
  const answers = remembered<string>()
  let works = 0
  const ask = (key: string) => {
    works += 1
    return key
  }
  for (let at = 0; at < 50_000; at += 1) {
    answers.answer(`once ${at}`, () => ask(`once ${at}`))
    expect(answers.answer('always', () => ask('always'))).toBe('always')
  }
  expect(answers.size()).toBeLessThanOrEqual(20_000)
  expect(works).toBe(50_001)
})
