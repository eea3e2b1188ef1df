import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addHours, calendarDate, instantAt, isBankingDay } from '../../libraries/calendar/index.ts'
import { type FollowUpFacts, followUpsOf } from './follow-ups-of.ts'
import { whoFollowsUp } from './who-follows-up.ts'

const zone = 'America/New_York'
const at = (day: string, time = '10:00') => instantAt(calendarDate(day), time, zone)
const rules = { call_passed: 1, call_missed: 1, call_held: 2, quote_sent: 3, stands_still: 10 }
const sent = { application: { id: 'form', at: at('2026-04-08') }, quotes: [], setByHand: [], changes: [], zone }
const facts = (over: Partial<FollowUpFacts>): FollowUpFacts => ({
  ...sent,
  calls: [],
  steps: [],
  isOpened: false,
  ...over,
})
const booked = (id: string, day: string, changed: 'cancelled' | 'moved' | null = null) => ({
  id,
  applicationId: 'form',
  memberId: 'teddy',
  startsAt: at(day),
  endsAt: addHours(at(day), 1),
  askedAgain: false,
  at: at('2026-04-08'),
  turn: 0,
  changed:
    changed === null
      ? null
      : { deed: changed, side: 'applicant' as const, words: null, nextCallId: null, at: at('2026-04-08', '12:00') },
})
const step = (deed: 'noted' | 'call_held' | 'call_missed' | 'closed', day: string) => ({
  id: deed,
  deed,
  at: at(day, '15:00'),
})
const quote = (day: string) => ({ id: 'quote', at: at(day, '16:00') })
const change = (followUpId: string, deed: 'snoozed' | 'done' | 'handed_on', day: string, to: object = {}) => ({
  id: `${deed} ${followUpId}`,
  followUpId,
  deed,
  dueOn: null,
  memberId: null,
  at: at(day, '17:00'),
  ...to,
})
const byHand = {
  id: 'own',
  memberId: 'nora',
  dueOn: calendarDate('2026-04-20'),
  words: 'Asks her partner',
  at: at('2026-04-09'),
}
const good = booked('call', '2026-04-09')

// 2026-04-09 is a Thursday. biome-ignore format: a table
test.each([
  // situation                                                     facts                                                                     asked on      why, due
  ['a call to come owes nothing', { calls: [good] }, '2026-04-08', []],
  [
    'a call that passed is noted on the next business day',
    { calls: [good] },
    '2026-04-09',
    ['call_passed 2026-04-10 ahead'],
  ],
  [
    'after a call that was held the rates are due',
    { calls: [good], steps: [step('call_held', '2026-04-09')] },
    '2026-04-13',
    ['call_held 2026-04-13 due_today'],
  ],
  [
    'a weekend is no business day, and Monday is late then',
    { calls: [good], steps: [step('call_held', '2026-04-09')] },
    '2026-04-14',
    ['call_held 2026-04-13 overdue'],
  ],
  [
    'a note does not stand for the rates',
    { calls: [good], steps: [step('call_held', '2026-04-09'), step('noted', '2026-04-10')] },
    '2026-04-10',
    ['call_held 2026-04-13 ahead'],
  ],
  [
    'nobody answered: again the next business day',
    { calls: [good], steps: [step('call_missed', '2026-04-10')] },
    '2026-04-10',
    ['call_missed 2026-04-13 ahead'],
  ],
  [
    'a quote that was sent is asked about three days later',
    { calls: [good], quotes: [quote('2026-04-10')] },
    '2026-04-10',
    ['quote_sent 2026-04-15 ahead'],
  ],
  [
    'what was written down after the quote settles it',
    { calls: [good], quotes: [quote('2026-04-10')], steps: [step('noted', '2026-04-13')] },
    '2026-04-13',
    ['stands_still 2026-04-27 ahead'],
  ],
  [
    'an application without a call stands still after two weeks',
    {},
    '2026-04-22',
    ['stands_still 2026-04-22 due_today'],
  ],
  [
    'a call that was called off is a call that did not take place',
    { calls: [booked('call', '2026-04-09', 'cancelled')] },
    '2026-04-08',
    ['call_missed 2026-04-09 ahead'],
  ],
  [
    'a call that was moved is the later one',
    { calls: [booked('first', '2026-04-09', 'moved'), booked('next', '2026-04-15')] },
    '2026-04-14',
    [],
  ],
  [
    'Memorial Day is no business day',
    { calls: [booked('call', '2026-05-22')] },
    '2026-05-22',
    ['call_passed 2026-05-26 ahead'],
  ],
  [
    'snoozed to a day',
    { calls: [good], changes: [change('call', 'snoozed', '2026-04-10', { dueOn: calendarDate('2026-04-17') })] },
    '2026-04-13',
    ['call_passed 2026-04-17 ahead'],
  ],
  [
    'done: the next one is that nothing happens',
    { calls: [good], changes: [change('call', 'done', '2026-04-10')] },
    '2026-04-10',
    ['stands_still 2026-04-24 ahead'],
  ],
  [
    'one that was set stands beside the news',
    { calls: [good], setByHand: [byHand] },
    '2026-04-09',
    ['call_passed 2026-04-10 ahead', 'set_by_hand 2026-04-20 ahead'],
  ],
  [
    'one that was set and is done stands no more',
    { calls: [good], setByHand: [byHand], changes: [change('own', 'done', '2026-04-09')] },
    '2026-04-09',
    ['stands_still 2026-04-23 ahead'],
  ],
  [
    'closed: nothing any more',
    { calls: [good], setByHand: [byHand], steps: [step('closed', '2026-04-10')] },
    '2026-05-10',
    [],
  ],
  ['opened: nothing any more', { calls: [good], setByHand: [byHand], isOpened: true }, '2026-05-10', []],
])('%s', (_, over, on, expected) => {
  const found = followUpsOf(facts(over as Partial<FollowUpFacts>), rules, at(on, '18:00'))
  expect(found.map(({ why, dueOn, standing }) => `${why} ${dueOn} ${standing}`)).toEqual(expected)
})

test('a day is the applicant’s: what is due tonight in Honolulu is not late because New York sleeps', () => {
  const here = facts({ calls: [good], zone: 'Pacific/Honolulu' })
  const midnight = instantAt(calendarDate('2026-04-11'), '01:00', zone)
  expect(followUpsOf(here, rules, midnight)).toMatchObject([{ dueOn: '2026-04-10', standing: 'due_today' }])
})

test('it belongs to whoever calls, or to whom it was handed', () => {
  const owner = (over: object) =>
    followUpsOf(facts({ calls: [good], ...over }), rules, at('2026-04-09', '18:00'))[0]?.ownerId
  expect(owner({})).toBe('teddy')
  expect(owner({ changes: [change('call', 'handed_on', '2026-04-09', { memberId: 'nora' })] })).toBe('nora')
})

const consultants = [
  { memberId: 'teddy', isActive: true },
  { memberId: 'nora', isActive: true },
]
const away = (memberId: string, starts: string | null = null) => ({
  id: 'away',
  memberId,
  kind: 'away' as const,
  during: { from: calendarDate('2026-04-10'), until: calendarDate('2026-04-13') },
  starts,
  stops: starts === null ? null : '12:00',
  words: null,
})

test.each([
  ['its owner does it', 'teddy', consultants, [], 'teddy owner'],
  ['who is away is stood in for', 'teddy', consultants, [away('teddy')], 'nora owner_away'],
  ['a morning away is no day away', 'teddy', consultants, [away('teddy', '09:00')], 'teddy owner'],
  [
    'who has left is stood in for',
    'teddy',
    [{ memberId: 'teddy', isActive: false }, consultants[1]],
    [],
    'nora owner_left',
  ],
  ['what is nobody’s goes to who is here', null, consultants, [], 'teddy no_owner'],
  ['nobody is here', 'teddy', consultants, [away('teddy'), away('nora')], 'null nobody_here'],
])('%s', (_, owner, all, exceptions, expected) => {
  const known = { consultants: all.flatMap((each) => each ?? []), exceptions }
  const { memberId, because } = whoFollowsUp(owner, known, calendarDate('2026-04-10'))
  expect(`${memberId} ${because}`).toBe(expected)
})

test('whatever happened, at most one follow-up is given by the news, on a business day, and asking twice changes nothing', () => {
  const day = fc.nat({ max: 60 }).map((ahead) => addDays(calendarDate('2026-04-08'), ahead))
  const deed = fc.constantFrom('noted' as const, 'call_held' as const, 'call_missed' as const)
  const steps = fc.array(fc.record({ deed, day }), { maxLength: 6 })
  fc.assert(
    fc.property(steps, fc.array(day, { maxLength: 3 }), day, (done, quoted, on) => {
      const known = facts({
        calls: [good],
        steps: done.map((each, index) => ({ id: `step ${index}`, deed: each.deed, at: at(each.day, '15:00') })),
        quotes: quoted.map((each, index) => ({ id: `quote ${index}`, at: at(each, '16:00') })),
      })
      const found = followUpsOf(known, rules, at(on, '23:00'))
      expect(found.length).toBeLessThanOrEqual(1)
      expect(found.every(({ dueOn }) => isBankingDay(dueOn))).toBe(true)
      expect(followUpsOf(known, rules, at(on, '23:00'))).toEqual(found)
    }),
  )
})
