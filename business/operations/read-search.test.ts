import { expect, test } from 'vitest'
import { readSearch } from './read-search.ts'

test.each([
  ['3/16/2026', { kind: 'day', day: '2026-03-16' }],
  ['3/16/26', { kind: 'day', day: '2026-03-16' }],
  ['2026-03-16', { kind: 'day', day: '2026-03-16' }],
  ['2/30/2026', { kind: 'text', text: '2/30/2026' }],
  ['3/16', { kind: 'text', text: '3/16' }],
  ['$1,150.00', { kind: 'amount', cents: 115_000 }],
  ['159.00', { kind: 'amount', cents: 15_900 }],
  ['$159', { kind: 'amount', cents: 15_900 }],
  ['159', { kind: 'text', text: '159' }],
  ['hathaway', { kind: 'text', text: 'hathaway' }],
])('%j in the search box is read as %j', (typed, term) => {
  expect(readSearch(typed)).toEqual([term])
})

test('each word narrows, and only eight count', () => {
  expect(readSearch(' hathaway  3/16/26 ')).toHaveLength(2)
  expect(readSearch('a b c d e f g h i')).toHaveLength(8)
})
