import { expect, test } from 'vitest'
import { instant } from '../../libraries/calendar/index.ts'
import { changeRequestStanding } from './change-request-standing.ts'

const noon = instant('2026-04-10T16:00:00Z')
const before = instant('2026-04-10T15:59:59Z')
const plan = { startsAt: noon, version: 1, isCalledOff: false }
const asked = { version: 1, answer: null }

test.each([
  // situation                                      request                                        plan                        now     stands
  ['nobody has answered yet', asked, plan, before, 'open'],
  ['the session begins', asked, plan, noon, 'started'],
  ['somebody moved the session', asked, { ...plan, version: 2 }, before, 'moved'],
  ['somebody called it off', asked, { ...plan, isCalledOff: true }, before, 'over'],
  ['moved, and then called off', asked, { ...plan, version: 2, isCalledOff: true }, before, 'over'],
  [
    'accepted, whatever came after',
    { version: 1, answer: { answer: 'accepted' } },
    { ...plan, version: 3 },
    noon,
    'accepted',
  ],
  ['declined', { version: 1, answer: { answer: 'declined' } }, plan, before, 'declined'],
  ['taken back', { version: 1, answer: { answer: 'taken_back' } }, plan, noon, 'taken_back'],
] as const)('%s', (_, request, standsNow, now, stands) => {
  expect(changeRequestStanding(request, standsNow, now)).toBe(stands)
})
