import { expect, test } from 'vitest'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { type DocumentRow, documentStanding, endLetterDue } from './document-standing.ts'

const day = (text: string) => calendarDate(text)
const sent = (id: string, verdict: 'accepted' | 'asked_again' | null, endsOn: string | null = null): DocumentRow => ({
  id,
  practiceId: 'practice',
  kind: 'licence',
  memberId: 'maya',
  contentType: 'application/pdf',
  endsOn: endsOn === null ? null : day(endsOn),
  at: instant('2026-04-08T12:00:00Z'),
  review:
    verdict === null
      ? null
      : {
          verdict,
          words: 'The number cannot be read',
          endsOn: endsOn === null ? null : day(endsOn),
          at: instant('2026-04-08T13:00:00Z'),
        },
})
const rule = { warnDays: [60, 30, 7] }

// biome-ignore format: a table
test.each([
  // situation                                          sent                                                         on            state, which
  ['nothing was sent',                                  [],                                                          '2026-04-08', 'missing -'],
  ['it was sent and waits to be looked at',             [sent('a', null, '2026-12-31')],                             '2026-04-08', 'waits a'],
  ['it was accepted',                                   [sent('a', 'accepted', '2026-12-31')],                       '2026-04-08', 'accepted a'],
  ['it was accepted and has no end',                    [sent('a', 'accepted')],                                     '2030-01-01', 'accepted a'],
  ['it ends in less than sixty days',                   [sent('a', 'accepted', '2026-06-07')],                       '2026-04-08', 'ends_soon a'],
  ['it ends in sixty-one days',                         [sent('a', 'accepted', '2026-06-08')],                       '2026-04-08', 'accepted a'],
  ['its last day is a day in force',                    [sent('a', 'accepted', '2026-04-08')],                       '2026-04-08', 'ends_soon a'],
  ['the day after it has ended',                        [sent('a', 'accepted', '2026-04-07')],                       '2026-04-08', 'ended a'],
  ['its successor waits, so nobody is reminded',        [sent('a', 'accepted', '2026-05-01'), sent('b', null)],      '2026-04-08', 'accepted a'],
  ['it has ended and its successor waits',              [sent('a', 'accepted', '2026-04-07'), sent('b', null)],      '2026-04-08', 'waits b'],
  ['it is asked for again',                             [sent('a', 'asked_again')],                                  '2026-04-08', 'asked_again a'],
  ['it was sent again',                                 [sent('a', 'asked_again'), sent('b', null)],                 '2026-04-08', 'waits b'],
  ['a bad successor leaves the one in force',           [sent('a', 'accepted', '2026-12-31'), sent('b', 'asked_again')], '2026-04-08', 'accepted a'],
] as const)('%s', (_, all, on, expected) => {
  const { state, document } = documentStanding(all, rule, day(on))
  expect(`${state} ${document?.id ?? '-'}`).toBe(expected)
})

test.each([
  ['long before', '2026-03-01', null],
  ['sixty days before', '2026-05-02', 60],
  ['between sixty and thirty', '2026-05-20', 60],
  ['thirty days before', '2026-06-01', 30],
  ['a house that was away sends the nearest alone', '2026-06-29', 7],
  ['on its last day', '2026-07-01', 7],
  ['after its end', '2026-07-02', null],
])('the letter before an end on July 1: %s', (_, on, expected) => {
  expect(endLetterDue(day('2026-07-01'), rule.warnDays, day(on))).toBe(expected)
})
