import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { openSlots } from './open-slots.ts'

const zone = 'America/New_York'
const during = { from: calendarDate('2026-01-01'), until: null }
const at = (day: string, time: string) => instantAt(calendarDate(day), time, zone)
// Wednesday, 8 April 2026 is the evening of the story.
const now = at('2026-04-08', '18:00')
const thursday = { memberId: 'teddy', weekday: 4, starts: '09:00', stops: '10:30', callMinutes: 30, during }
const asked = { hours: [thursday], taken: [], now, zone, days: 7, leadHours: 2 }
const times = (slots: ReturnType<typeof openSlots>) => slots.map(({ startsAt }) => startsAt)

test('a consultant’s morning is cut into calls', () => {
  expect(times(openSlots(asked))).toEqual([
    at('2026-04-09', '09:00'),
    at('2026-04-09', '09:30'),
    at('2026-04-09', '10:00'),
  ])
})

test('a slot that is taken is offered no more, unless another consultant is free then', () => {
  const taken = [{ memberId: 'teddy', startsAt: at('2026-04-09', '09:30') }]
  expect(times(openSlots({ ...asked, taken }))).not.toContain(at('2026-04-09', '09:30'))
  const hours = [thursday, { ...thursday, memberId: 'nora' }]
  const other = openSlots({ ...asked, hours, taken }).find(({ startsAt }) => startsAt === at('2026-04-09', '09:30'))
  expect(other?.memberId).toBe('nora')
})

test('nothing is offered within the hours before, after the last day, or beyond the consultant’s time', () => {
  expect(openSlots({ ...asked, now: at('2026-04-09', '08:15'), days: 1 }).map(({ startsAt }) => startsAt)).toEqual([])
  const ended = { ...thursday, during: { ...during, until: calendarDate('2026-04-09') } }
  expect(openSlots({ ...asked, hours: [ended] })).toEqual([])
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
      const named = all.map(({ weekday, from, long, minutes }, index) => ({
        memberId: `consultant ${index}`,
        weekday,
        starts: `${String(from).padStart(2, '0')}:00`,
        stops: `${String(from + long).padStart(2, '0')}:00`,
        callMinutes: minutes,
        during,
      }))
      const slots = openSlots({ ...asked, hours: named })
      expect(new Set(times(slots)).size).toBe(slots.length)
      expect(slots.every(({ startsAt }) => startsAt >= addMinutes(now, 120))).toBe(true)
      expect(
        openSlots({ ...asked, hours: named, taken: slots }).filter((slot) =>
          slots.some((each) => each.memberId === slot.memberId && each.startsAt === slot.startsAt),
        ),
      ).toEqual([])
    }),
  )
})
