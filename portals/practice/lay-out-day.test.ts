import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { layOutDay, wallSpan } from './lay-out-day.ts'

const zone = 'America/New_York'
const day = calendarDate('2026-04-08')
const at = (time: string) => instantAt(day, time, zone)

test('sessions one after the other have the whole width, those at one time stand side by side', () => {
  const items = [
    { name: 'a', startsAt: at('09:00'), endsAt: at('10:00') },
    { name: 'b', startsAt: at('10:00'), endsAt: at('11:00') },
    { name: 'c', startsAt: at('10:30'), endsAt: at('12:00') },
    { name: 'd', startsAt: at('11:00'), endsAt: at('12:00') },
  ]
  const laid = layOutDay(items, day, zone).map(({ item, lane, lanes }) => `${item.name} ${lane + 1} of ${lanes}`)
  expect(laid).toEqual(['a 1 of 1', 'b 1 of 2', 'c 2 of 2', 'd 1 of 2'])
})

test('what goes past midnight stands on both days, and what ends at midnight on one', () => {
  const late = { startsAt: at('23:30'), endsAt: addMinutes(at('23:30'), 60) }
  expect(wallSpan(late, day, zone)).toEqual({ from: 1410, to: 1440 })
  expect(wallSpan(late, calendarDate('2026-04-09'), zone)).toEqual({ from: 0, to: 30 })
  expect(wallSpan({ ...late, endsAt: addMinutes(at('23:30'), 30) }, calendarDate('2026-04-09'), zone)).toBeNull()
})

test('a session in the night that the clock is put back is still long enough to be read', () => {
  const night = calendarDate('2026-11-01')
  const startsAt = instantAt(night, '01:30', zone)
  expect(wallSpan({ startsAt, endsAt: addMinutes(startsAt, 60) }, night, zone)).toEqual({ from: 90, to: 105 })
})

test('no two things of one day share a place', () => {
  const item = fc.record({ from: fc.nat(1300), minutes: fc.integer({ min: 15, max: 200 }) })
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      const times = items.map(({ from, minutes }) => ({
        startsAt: addMinutes(at('00:00'), from),
        endsAt: addMinutes(at('00:00'), Math.min(from + minutes, 1439)),
      }))
      const laid = layOutDay(times, day, zone)
      for (const one of laid) {
        for (const other of laid) {
          const meets = one !== other && one.from < other.to && other.from < one.to
          if (meets) expect(one.lane).not.toBe(other.lane)
        }
        expect(one.lane).toBeLessThan(one.lanes)
      }
    }),
  )
})
