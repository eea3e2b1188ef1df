import { beforeEach, expect, test } from 'vitest'
import { addHours, instant } from '../libraries/calendar/index.ts'
import { Rests } from './rests.ts'

const zone = 'America/New_York'
const noon = instant('2026-04-09T16:00:00Z')
const later = addHours(noon, 2)
const nobody = async () => null
const waits = { name: 'waits for a moment', nextDue: nobody }
const follows = { name: 'follows others', workComesFrom: 'others' as const }
const polls = { name: 'looks at what partners brought', workComesFrom: 'outside' as const }
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

test('who looks at what partners brought rests until somebody outside did something', () => {
  rests.changed()
  expect(rests.rests(polls, later)).toBe(true)
  rests.changedOutside()
  expect(rests.rests(polls, later)).toBe(false)
})

test('whoever is outside need not look while nothing has happened since they were told', () => {
  expect(rests.broughtNothing()).toBe(false)
  rests.toldOutside()
  expect(rests.broughtNothing()).toBe(true)
  rests.changed()
  expect(rests.broughtNothing()).toBe(false)
})

test('who says nothing of their next moment is asked at every stop', () => {
  expect(rests.rests(unforeseen, later)).toBe(false)
})

test('who did something, or failed, is asked again', () => {
  rests.stirred(follows)
  expect(rests.rests(follows, later)).toBe(false)
})

test('with a new day everybody is asked, by the operator’s wall and by the common one', () => {
  const midnight = instant('2026-04-10T04:00:00Z')
  const commonMidnight = instant('2026-04-10T00:00:00Z')
  for (const moment of [midnight, commonMidnight]) {
    expect([rests.rests(waits, moment), rests.rests(follows, moment)]).toEqual([false, false])
    expect(rests.dueOf(waits, moment)).toBeUndefined()
  }
})

test('a moment that was told is known until it comes or something changes', () => {
  expect(rests.dueOf(waits, later)).toBe(addHours(noon, 3))
  expect(rests.dueOf(waits, addHours(noon, 3))).toBeUndefined()
  rests.toldDue(waits, later, null)
  expect(rests.dueOf(waits, later)).toBeNull()
  rests.changed()
  expect(rests.dueOf(waits, later)).toBeUndefined()
})
