import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents, sum } from '../../libraries/money/index.ts'
import { pageQueue, rowsPerPage } from './page-queue.ts'
import type { QueueRow } from './queue-names.ts'
import { workStanding } from './work-standing.ts'

const day = calendarDate('2026-04-08')
const row = fc.record({
  item: fc.uuid().map((id) => `claim ${id}`),
  reason: fc.constantFrom('Coverage had ended', 'No authorization on file'),
  code: fc.constant(null),
  name: fc.constant('Ada F.'),
  detail: fc.constant(''),
  payer: fc.constantFrom('Cedar Mutual', 'Larkspur Health', null),
  cents: fc.option(fc.integer({ min: 0, max: 50_000 }).map(cents)),
  since: fc.option(fc.nat(300).map((days) => addDays(day, -days))),
  deadline: fc.option(fc.nat(300).map((days) => addDays(day, days))),
  deadlineKind: fc.constant(null),
  next: fc.constant(null),
  page: fc.constant(null),
  ageDays: fc.constant(null),
  owner: fc.option(fc.constantFrom({ memberId: 'a', name: 'Robin' }, { memberId: 'b', name: 'Nora' })),
  waitsUntil: fc.constant(null),
  lastWords: fc.constant(null),
}) satisfies fc.Arbitrary<QueueRow>
const rows = fc.uniqueArray(row, { selector: ({ item }) => item, minLength: 0, maxLength: 320 })
const sort = fc.constantFrom('deadline' as const, 'age' as const, 'amount' as const)

test('the pages of a queue show each row once, in order, and their counts and cents are those of all', () => {
  fc.assert(
    fc.property(rows, sort, (all, order) => {
      const first = pageQueue(all, { sort: order, page: 1 })
      const pages = Array.from({ length: first.pages }, (_, index) => pageQueue(all, { sort: order, page: index + 1 }))
      const shown = pages.flatMap((page) => page.rows)
      expect(new Set(shown.map(({ item }) => item)).size).toBe(all.length)
      expect(shown).toHaveLength(all.length)
      expect(pages.every((page) => page.rows.length <= rowsPerPage)).toBe(true)
      expect([first.total, first.count]).toEqual([all.length, all.length])
      expect(first.cents).toBe(sum(all.flatMap((one) => (one.cents === null ? [] : [one.cents]))))
      if (order !== 'deadline') return
      const days = shown.map(({ deadline }) => deadline ?? '9')
      expect(days).toEqual(days.toSorted())
    }),
    { numRuns: 40 },
  )
})

test('a filter hides nothing that fits it, and a page beyond the last is the last', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const nobody = pageQueue(all, { sort: 'age', page: 1, owner: 'nobody' })
      expect(nobody.count).toBe(all.filter(({ owner }) => owner === null).length)
      expect(nobody.total).toBe(all.length)
      const beyond = pageQueue(all, { sort: 'age', page: 99 })
      expect(beyond.page).toBe(beyond.pages)
    }),
    { numRuns: 40 },
  )
})

const at = (hour: number) => instant(`2026-04-08T${String(hour).padStart(2, '0')}:00:00Z`)
const deed = (name: Parameters<typeof workStanding>[0][number]['deed'], hour: number, over = {}) => ({
  item: 'claim 1',
  deed: name,
  words: 'said',
  until: null,
  ownerId: null,
  at: at(hour),
  by: 'robin',
  ...over,
})

test.each([
  // situation                                  what was done                                              news  away   owner
  ['resolved after the last news', [deed('resolved', 12)], 10, true, null],
  ['news after it was resolved', [deed('resolved', 12)], 13, false, null],
  ['something written after it was resolved', [deed('resolved', 12), deed('noted', 13)], 10, false, null],
  ['taken, then handed back', [deed('taken', 11, { ownerId: 'robin' }), deed('handed_back', 12)], 10, false, null],
  [
    'taken by one, then another',
    [deed('taken', 11, { ownerId: 'a' }), deed('taken', 12, { ownerId: 'b' })],
    10,
    false,
    'b',
  ],
] as const)('%s', (_, work, news, isResolved, ownerId) => {
  expect(workStanding(work, { movedAt: at(news), today: day })).toMatchObject({ isResolved, ownerId })
})

test.each([
  ['before the day', '2026-04-09', 10, '2026-04-09'],
  ['when the day has passed', '2026-04-07', 10, null],
  ['when there was news since', '2026-04-09', 13, null],
] as const)('what waits for somebody else does so %s', (_, until, news, waitsUntil) => {
  const work = [deed('waits', 12, { until: calendarDate(until) })]
  expect(workStanding(work, { movedAt: at(news), today: day }).waitsUntil).toBe(waitsUntil)
})
