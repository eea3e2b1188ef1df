import { beforeEach, expect, test } from 'vitest'
import { addHours, instant } from '../libraries/calendar/index.ts'
import { Rests } from './rests.ts'

const zone = 'America/New_York'
const noon = instant('2026-04-09T16:00:00Z')
const later = addHours(noon, 2)
const nobody = async () => null
const waits = { name: 'waits for a moment', nextDue: nobody }
const follows = { name: 'follows others', workComesFrom: 'others' as const }
const polls = { name: 'looks at what partners brought', workComesFrom: 'bank' as const }
const unforeseen = { name: 'says nothing of its moment' }

let rests: Rests
beforeEach(() => {
  rests = new Rests(zone)
  for (const deed of [waits, follows, polls, unforeseen]) rests.foundNothing(deed, noon)
  rests.toldDue(waits, noon, addHours(noon, 3))
})

test('whoever had nothing to do rests until their moment, or until somebody else did something', () => {
  expect([rests.rests(waits, later), rests.rests(follows, later)]).toEqual([true, true])
  expect(rests.rests(waits, addHours(noon, 3))).toBe(false)
  rests.changed()
  expect([rests.rests(waits, later), rests.rests(follows, later)]).toEqual([false, false])
})

test('who looks at what partners brought rests until somebody brought something there', () => {
  rests.changed()
  expect(rests.rests(polls, later)).toBe(true)
  rests.changedOutside(['clearinghouse'])
  expect(rests.rests(polls, later)).toBe(true)
  rests.changedOutside(['clearinghouse', 'bank'])
  expect(rests.rests(polls, later)).toBe(false)
})

test('who says nothing of their next moment is asked at every stop', () => {
  expect(rests.rests(unforeseen, later)).toBe(false)
})

test('who did something, or failed, is asked again', () => {
  rests.stirred(follows)
  expect(rests.rests(follows, later)).toBe(false)
})

test('with a new day on the operator’s wall everybody is asked, and with the common one nobody', () => {
  const [commonMidnight, midnight] = [instant('2026-04-10T00:00:00Z'), instant('2026-04-10T04:00:00Z')]
  rests.toldDue(waits, noon, addHours(noon, 48))
  expect([rests.rests(waits, commonMidnight), rests.rests(follows, commonMidnight)]).toEqual([true, true])
  expect([rests.rests(waits, midnight), rests.rests(follows, midnight)]).toEqual([false, false])
  expect(rests.dueOf(waits, midnight)).toBeUndefined()
})

test('who was heard reading some tables rests while others are written', () => {
  const read = new Set(['claims.claim', 'claims.event'])
  rests.foundNothing(follows, noon, read)
  rests.foundNothing(waits, noon, read)
  rests.toldDue(waits, noon, addHours(noon, 3), read)
  rests.wrote(new Set(['house.mail', 'sessions.lock']))
  expect([rests.rests(follows, later), rests.rests(waits, later)]).toEqual([true, true])
  rests.wrote(new Set(['house.mail', 'claims.event']))
  expect([rests.rests(follows, later), rests.rests(waits, later)]).toEqual([false, false])
  expect(rests.dueOf(waits, later)).toBeUndefined()
})

test('who was not heard reading anything, or whose writing was not heard, may concern anybody', () => {
  rests.wrote(new Set(['house.mail']))
  expect(rests.rests(follows, later)).toBe(false)
  rests.foundNothing(follows, noon, new Set(['claims.claim']))
  rests.wrote(new Set())
  expect(rests.rests(follows, later)).toBe(false)
})

test('who has nothing until the next hour is not asked within it, whatever anybody does', () => {
  const hourly = { name: 'seals', restsUntil: () => addHours(noon, 1) }
  rests.foundNothing(hourly, noon)
  rests.changed()
  expect(rests.rests(hourly, instant('2026-04-09T16:59:00Z'))).toBe(true)
  expect(rests.rests(hourly, addHours(noon, 1))).toBe(false)
})

test('a moment that was told is known until it comes or something changes', () => {
  expect(rests.dueOf(waits, later)).toBe(addHours(noon, 3))
  expect(rests.dueOf(waits, addHours(noon, 3))).toBeUndefined()
  rests.toldDue(waits, later, null)
  expect(rests.dueOf(waits, later)).toBeNull()
  rests.changed()
  expect(rests.dueOf(waits, later)).toBeUndefined()
})
