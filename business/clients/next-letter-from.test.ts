import { expect, test } from 'vitest'
import { instant } from '../../libraries/calendar/index.ts'
import { nextLetterFrom } from './next-letter-from.ts'

const first = instant('2026-04-01T12:00:00Z')
const second = instant('2026-04-03T09:00:00Z')
const rule = { waitHours: 24, most: 3 }

test.each([
  // situation                             letters                  rule   the next one from
  ['nobody was written to yet', [], rule, 'now'],
  ['a day after the only letter', [first], rule, instant('2026-04-02T12:00:00Z')],
  ['a day after the latest, in whatever order', [second, first], rule, instant('2026-04-04T09:00:00Z')],
  ['the last one has gone', [first, second, second], rule, 'never'],
  ['no rule is in force', [], null, 'never'],
] as const)('%s', (_, sent, inForce, from) => {
  expect(nextLetterFrom(sent, inForce)).toBe(from)
})
