import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { openSlots } from './open-slots.ts'

const zone = 'America/New_York'
const at = (day: string, time: string) => instantAt(calendarDate(day), time, zone)
// Wednesday, 8 April 2026 is the evening of the story.
const now = at('2026-04-08', '18:00')
const week = (memberId: string, blocks = [{ weekday: 4, starts: '09:00', stops: '10:30' }]) => ({
  id: `week of ${memberId}`,
  memberId,
  startsOn: calendarDate('2026-01-01'),
  callMinutes: 30,
  blocks,
  recordedAt: at('2026-01-01', '09:00'),
})
const asked = { weeks: [week('teddy')], exceptions: [], taken: [], now, zone, days: 7, leadHours: 2 }
const span = (startsAt: ReturnType<typeof at>, minutes = 30) => ({ startsAt, endsAt: addMinutes(startsAt, minutes) })
const times = (slots: ReturnType<typeof openSlots>) => slots.map(({ startsAt }) => startsAt)

test('a consultant’s morning is cut into calls', () => {
  expect(times(openSlots(asked))).toEqual([
    at('2026-04-09', '09:00'),
    at('2026-04-09', '09:30'),
    at('2026-04-09', '10:00'),
  ])
})

test('a slot that is taken is offered no more, unless another consultant is free then', () => {
  const taken = [{ memberId: 'teddy', ...span(at('2026-04-09', '09:30')) }]
  expect(times(openSlots({ ...asked, taken }))).not.toContain(at('2026-04-09', '09:30'))
  const weeks = [week('teddy'), week('nora')]
  const other = openSlots({ ...asked, weeks, taken }).find(({ startsAt }) => startsAt === at('2026-04-09', '09:30'))
  expect(other?.memberId).toBe('nora')
})

test('a call that was booked by other hours blocks every slot that it touches', () => {
  const taken = [{ memberId: 'teddy', ...span(at('2026-04-09', '09:15')) }]
  expect(times(openSlots({ ...asked, taken }))).toEqual([at('2026-04-09', '10:00')])
})

test('nothing is offered within the hours before, on days away, or by a week that another has followed', () => {
  expect(openSlots({ ...asked, now: at('2026-04-09', '08:15'), days: 1 })).toEqual([])
  const during = { from: calendarDate('2026-04-09'), until: calendarDate('2026-04-10') }
  const away = { id: 'away', memberId: 'teddy', kind: 'away' as const, during, starts: null, stops: null, words: null }
  expect(openSlots({ ...asked, exceptions: [away] })).toEqual([])
  const later = { ...week('teddy', []), startsOn: calendarDate('2026-04-09'), recordedAt: at('2026-04-01', '09:00') }
  expect(openSlots({ ...asked, weeks: [week('teddy'), later] })).toEqual([])
  expect(
    openSlots({ ...asked, weeks: [week('teddy'), { ...later, startsOn: calendarDate('2026-04-10') }] }),
  ).toHaveLength(3)
})

test('a part of a day away leaves the rest, and further hours are offered too', () => {
  const during = { from: calendarDate('2026-04-09'), until: calendarDate('2026-04-10') }
  const on = { id: 'on', memberId: 'teddy', during, words: null }
  const exceptions = [
    { ...on, kind: 'away' as const, starts: '09:00', stops: '10:00' },
    { ...on, kind: 'extra' as const, starts: '17:00', stops: '17:30' },
  ]
  expect(times(openSlots({ ...asked, exceptions }))).toEqual([at('2026-04-09', '10:00'), at('2026-04-09', '17:00')])
})

test('no slot is offered twice, none reaches beyond the hours, and what is taken goes', () => {
  const hour = fc.integer({ min: 8, max: 15 })
  const hours = fc.array(
    fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      from: hour,
      long: fc.integer({ min: 1, max: 4 }),
      minutes: fc.constantFrom(15, 20, 30, 45),
    }),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(hours, (all) => {
      const weeks = all.map(({ weekday, from, long, minutes }, index) => {
        const [starts, stops] = [from, from + long].map((hour) => `${String(hour).padStart(2, '0')}:00`)
        const blocks = [{ weekday, starts: starts ?? '', stops: stops ?? '' }]
        return { ...week(`consultant ${index}`, blocks), callMinutes: minutes }
      })
      const slots = openSlots({ ...asked, weeks })
      expect(new Set(times(slots)).size).toBe(slots.length)
      expect(slots.every(({ startsAt }) => startsAt >= addMinutes(now, 120))).toBe(true)
      expect(
        openSlots({ ...asked, weeks, taken: slots }).filter((slot) =>
          slots.some((each) => each.memberId === slot.memberId && each.startsAt === slot.startsAt),
        ),
      ).toEqual([])
    }),
  )
})
