import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addDays,
  addHours,
  calendarDate,
  dateIn,
  type Instant,
  instantAt,
  timeIn,
} from '../../libraries/calendar/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { aClient, aPractice, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { abilitiesOf } from '../practices/abilities-of.ts'
import { recordUnavailable } from '../scheduling/unavailable-store.ts'
import { recordWorkingWeek } from '../scheduling/working-week-store.ts'
import { moveSession } from './change-plan-flow.ts'
import { cancelRest, moveRest } from './change-series-flow.ts'
import { materialiseAll, nextMaterialised } from './materialise-series-flow.ts'
import { planSession, type Repeat } from './plan-session-flow.ts'
import { type PlannedSession, sessionById, sessionsOfPerson } from './session-store.ts'

const zone = 'America/New_York'
const begins = instantAt(calendarDate('2026-10-01'), '12:00', zone)

let house: House
let practice: MadeUpPractice
beforeAll(async () => {
  house = await houseOnTestDatabase(begins)
})
afterAll(() => house.close())

const weekly: Repeat = { everyWeeks: 1, weekdays: [], lastOn: null, atMost: null }

/** A practice of its own with a client, and a session planned there at ten, weekly unless it says otherwise. */
async function planned(over: { on?: string; at?: string; repeat?: Repeat | null; despite?: string[] } = {}) {
  house.goTo(begins)
  practice = await aPractice(house)
  const { personId } = await aClient(house, practice)
  const answer = await plan(personId, over)
  return { personId, answer, id: answer.kind === 'added' ? answer.id : '' }
}

function plan(personId: string, over: { on?: string; at?: string; repeat?: Repeat | null; despite?: string[] } = {}) {
  const { practiceId, clinicianId: memberId } = practice
  const startsAt = instantAt(calendarDate(over.on ?? '2026-10-06'), over.at ?? '10:00', zone)
  const who = { userId: 'maya', practiceId, memberId, may: abilitiesOf(['owner', 'clinician']) }
  const times = { startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' as const }
  const { repeat = weekly, despite = [] } = over
  const asked = { personId, memberId, ...times, repeat, despite, tellsClient: false }
  return house.as((tx) => planSession(tx, house.world, who, asked))
}

const sessions = (personId: string): Promise<PlannedSession[]> => house.as((tx) => sessionsOfPerson(tx, personId))
const one = async (id: string): Promise<PlannedSession> => {
  const session = await house.as((tx) => sessionById(tx, practice.practiceId, id))
  if (session === null) throw new Error('no such session')
  return session
}
const standing = (all: readonly PlannedSession[]) => all.filter(({ cancellation }) => cancellation === null)
const walls = (all: readonly { startsAt: Instant }[]) =>
  all.map(({ startsAt }) => `${dateIn(startsAt, zone).slice(5)} ${timeIn(startsAt, zone)}`)

test('a weekly session keeps its time on the wall across 1 November, and is planned twelve weeks ahead', async () => {
  const { personId, answer } = await planned()
  const all = await sessions(personId)
  expect(answer).toMatchObject({ kind: 'added', count: 12 })
  expect(walls(all).slice(3, 6)).toEqual(['10-27 10:00', '11-03 10:00', '11-10 10:00'])
  expect(all.map(({ startsAt }) => startsAt.slice(11, 16)).slice(3, 5)).toEqual(['14:00', '15:00'])
  expect(walls(all).at(-1)).toBe('12-22 10:00')
})

test('as the horizon moves on each date becomes one session, whoever asks and how often', async () => {
  const { personId } = await planned()
  const next = await house.as(async () => nextMaterialised(house.operations, house.world))
  expect(next).toBe(instantAt(calendarDate('2026-10-06'), '00:00', zone))
  house.goToDay(calendarDate('2026-10-20'), '09:00')
  const made = await Promise.all([1, 2].map(() => materialiseAll(house.operations, house.world)))
  // Of two at once either may find the other done already.
  expect(Math.max(...made)).toBeGreaterThan(0)
  expect(await materialiseAll(house.operations, house.world)).toBe(0)
  const all = walls(await sessions(personId))
  expect(all).toHaveLength(15)
  expect(new Set(all).size).toBe(15)
})

test('this and the following are moved: Tuesday at ten becomes Thursday at three, from the chosen week on', async () => {
  const { personId } = await planned()
  const before = await sessions(personId)
  const chosen = before[4]
  if (chosen === undefined) throw new Error('no fifth session')
  const startsAt = instantAt(calendarDate('2026-11-05'), '15:00', zone)
  const asked = { version: 1, startsAt, endsAt: addHours(startsAt, 1), modality: 'in_person' as const }
  const moved = await house.as((tx) =>
    moveRest(tx, house.world, { userId: 'maya' }, chosen, { ...asked, scope: 'following' }),
  )
  expect(moved).toMatchObject({ kind: 'changed', count: 8 })
  const after = await sessions(personId)
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  expect(walls(after).slice(2, 7)).toEqual(['10-20 10:00', '10-27 10:00', '11-05 15:00', '11-12 15:00', '11-19 15:00'])
  house.goToDay(calendarDate('2026-10-20'), '09:00')
  await materialiseAll(house.operations, house.world)
  expect(walls(await sessions(personId)).slice(-3)).toEqual(['12-24 15:00', '12-31 15:00', '01-07 15:00'])
  expect(await sessions(personId)).toHaveLength(15 - 1)
})

test('a session that was moved on its own keeps its own time when the rest of its series moves', async () => {
  const { personId } = await planned()
  const [, second, third] = await sessions(personId)
  if (second === undefined || third === undefined) throw new Error('too few')
  const own = instantAt(calendarDate('2026-10-21'), '08:00', zone)
  const times = { startsAt: own, endsAt: addHours(own, 1), modality: 'telehealth' as const }
  await house.as((tx) => moveSession(tx, house.world, { userId: 'maya' }, third, { version: 1, ...times }))
  const startsAt = addHours(second.startsAt, 2)
  const asked = { version: 1, startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' as const }
  await house.as((tx) => moveRest(tx, house.world, { userId: 'maya' }, second, { ...asked, scope: 'all' }))
  expect(walls(await sessions(personId)).slice(0, 4)).toEqual([
    '10-06 12:00',
    '10-13 12:00',
    '10-21 08:00',
    '10-27 12:00',
  ])
})

test('when the rest of a series is called off, nothing of it is planned again', async () => {
  const { personId, id } = await planned()
  const fourth = (await sessions(personId))[3]
  if (fourth === undefined) throw new Error('too few')
  const asked = { initiator: 'client' as const, reason: 'Moved away', scope: 'following' as const }
  await house.as((tx) => cancelRest(tx, house.world, { userId: 'maya' }, fourth, asked))
  house.goToDay(calendarDate('2026-11-20'), '09:00')
  await materialiseAll(house.operations, house.world)
  expect(walls(standing(await sessions(personId)))).toEqual([
    '10-06 10:00',
    '10-13 10:00',
    '10-20 10:00',
    // The chosen one is called off by itself, with its fee.
    '10-27 10:00',
  ])
  expect((await one(id)).cancellation).toBeNull()
})

test('two sessions of one clinician at one time are refused in words; a blocked time and hours wait to be accepted', async () => {
  const { personId } = await planned({ repeat: null })
  const words = (answer: Awaited<ReturnType<typeof plan>>) =>
    answer.kind === 'refused' ? answer.refusals.map(({ words: said }) => said) : answer.kind
  expect(words(await plan(personId, { repeat: null, at: '10:30' }))).toEqual([
    'There is another session on Tue, Oct 6, 2026 from 10:00 AM to 11:00 AM.',
  ])
  const { practiceId, clinicianId: memberId } = practice
  const [startsAt, endsAt] = ['13:00', '15:00'].map((at) => instantAt(calendarDate('2026-10-07'), at, zone))
  if (startsAt === undefined || endsAt === undefined) throw new Error('no times')
  const recorded = { at: house.world.clock.now(), by: 'maya' }
  await house.as(async (tx) => {
    await recordUnavailable(tx, {
      practiceId,
      id: house.world.ids.next(),
      memberId,
      startsAt,
      endsAt,
      words: '',
      ...recorded,
    })
    const blocks = [{ weekday: 2, starts: '09:00', stops: '17:00', place: 'either' as const }]
    const startsOn = calendarDate('2026-10-01')
    await recordWorkingWeek(tx, { practiceId, id: house.world.ids.next(), memberId, startsOn, blocks, ...recorded })
  })
  const asked = { repeat: null, on: '2026-10-07', at: '14:00' }
  expect(words(await plan(personId, asked))).toEqual([
    'The time on Wed, Oct 7, 2026 from 1:00 PM to 3:00 PM is blocked as unavailable.',
    'Wed, Oct 7, 2026, from 2:00 PM to 3:00 PM, is outside the working hours of that day.',
  ])
  expect(words(await plan(personId, { ...asked, despite: ['unavailable', 'outside_working_hours'] }))).toBe('added')
})

test('of two who plan the same hour at once, one is told that it is taken', async () => {
  const { personId } = await planned({ repeat: null })
  const on = dateIn(addHours(begins, 24 * 20), zone)
  const both = await Promise.all([1, 2].map(() => plan(personId, { repeat: null, on: addDays(on, 1) })))
  expect(both.map(({ kind }) => kind).sort()).toEqual(['added', 'refused'])
})
