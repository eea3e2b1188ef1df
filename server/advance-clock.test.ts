import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Deed } from '../business/world.ts'
import { addHours, type Instant } from '../libraries/calendar/index.ts'
import { type AdvanceDoors, advanceClock } from './advance-clock.ts'
import { appOnTestDatabase } from './app-on-test-database.ts'
import type { ControlDoor } from './control-door.ts'
import { makeWorld } from './make-world.ts'
import { demonstrationBegins as begins, openStandingClock } from './operator-clock.ts'
import { outsideThatIsAway } from './outside-that-is-away.ts'

let house: Awaited<ReturnType<typeof appOnTestDatabase>>
beforeEach(async () => {
  house = await appOnTestDatabase()
})
afterEach(() => house?.close())

type Appointment = { at: Instant; done: boolean }

const at = (hours: number) => addHours(begins, hours)
const dueAt = (appointments: Appointment[]) =>
  appointments
    .filter(({ done }) => !done)
    .map((each) => each.at)
    .sort()[0] ?? null

// Someone with appointments; each that is kept says who, and when by the server's clock.
function keeping(name: string, now: () => Instant, diary: string[], appointments: Appointment[]) {
  const keep = (until: Instant) => {
    const due = appointments.filter((each) => !each.done && each.at <= until)
    for (const each of due) {
      each.done = true
      diary.push(`${name} ${each.at === now() ? 'on time' : `due ${each.at} at ${now()}`}`)
    }
    return due.length
  }
  return { keep, nextDue: () => dueAt(appointments) }
}

const appointments = (...hours: number[]): Appointment[] => hours.map((hour) => ({ at: at(hour), done: false }))

async function doorsWith(server: Appointment[], bank: Appointment[], diary: string[]): Promise<AdvanceDoors> {
  const { operations } = house.database
  const clock = await openStandingClock(operations, begins)
  const world = makeWorld({ ...house.world, clock, outside: outsideThatIsAway })
  const [ours, theirs] = [keeping('server', clock.now, diary, server), keeping('bank', clock.now, diary, bank)]
  const deed: Deed = {
    name: 'keep appointments',
    run: async (_db, { clock }) => ours.keep(clock.now()),
    nextDue: async () => ours.nextDue(),
  }
  const door: ControlDoor = {
    name: 'bank',
    brings: ['bank'],
    nextDueAt: async () => theirs.nextDue(),
    tell: async (now) => ({ did: theirs.keep(now), nextDueAt: theirs.nextDue() }),
  }
  return { operations, world, clock, deeds: [deed], outside: [door], log: pino({ level: 'silent' }) }
}

test('the clock stops wherever somebody has something due, so that everything is stamped with its own time', async () => {
  const diary: string[] = []
  const doors = await doorsWith(appointments(48, 100), appointments(30, 48, 500), diary)
  expect(await advanceClock(doors, at(200))).toEqual({ now: at(200), steps: 3, did: 4 })
  expect(diary).toEqual(['bank on time', 'bank on time', 'server on time', 'server on time'])
  expect(doors.clock.now()).toBe(at(200))
})

test('each stop is told before it is lived through, with what was done until then', async () => {
  const doors = await doorsWith(appointments(48, 100), appointments(30), [])
  const told: unknown[] = []
  await advanceClock(doors, at(200), (stop) => told.push([stop.now, doors.clock.now() < stop.now, stop.did]))
  expect(told).toEqual([
    [at(30), true, 0],
    [at(48), true, 1],
    [at(100), true, 2],
  ])
})

test('the next event is one stop; without any, the clock stays', async () => {
  const diary: string[] = []
  const doors = await doorsWith(appointments(48), appointments(30), diary)
  expect((await advanceClock(doors, 'next_event')).now).toBe(at(30))
  expect((await advanceClock(doors, 'next_event')).now).toBe(at(48))
  expect(await advanceClock(doors, 'next_event')).toEqual({ now: at(48), steps: 0, did: 0 })
})

test('what one does at a moment may give another something to do at the same moment', async () => {
  const bank = appointments()
  const doors = await doorsWith(appointments(), bank, [])
  let sent = false
  const send: Deed = {
    name: 'send',
    nextDue: async () => (sent ? null : at(5)),
    run: async (_db, { clock }) => {
      if (sent || clock.now() < at(5)) return 0
      sent = true
      bank.push({ at: clock.now(), done: false })
      return 1
    },
  }
  expect(await advanceClock({ ...doors, deeds: [send] }, at(10))).toEqual({ now: at(10), steps: 1, did: 2 })
})

test('an advance that was interrupted goes on from where it stood, with what was left undone first', async () => {
  const diary: string[] = []
  const [server, bank] = [appointments(10, 20), appointments(10)]
  const doors = await doorsWith(server, bank, diary)
  const power = new Error('the power fails')
  const failing = {
    ...doors,
    world: { ...doors.world, witness: (point: string) => void (point === 'clock-moved' && fail()) },
  }
  const fail = () => {
    throw power
  }
  await expect(advanceClock(failing, at(30))).rejects.toBe(power)

  const again = await doorsWith(server, bank, diary)
  expect(again.clock.now()).toBe(at(10))
  expect(await advanceClock(again, at(30))).toMatchObject({ now: at(30) })
  expect(diary).toEqual(['bank on time', 'server on time', 'server on time'])
})

test('two who advance at once do so one after the other', async () => {
  const diary: string[] = []
  const doors = await doorsWith(appointments(1, 2, 3, 4), appointments(1, 2, 3, 4), diary)
  await Promise.all([advanceClock(doors, 'next_event'), advanceClock(doors, 'next_event'), advanceClock(doors, at(4))])
  expect(diary).toHaveLength(8)
  expect(diary.every((line) => line.endsWith('on time'))).toBe(true)
})

test('the clock does not go back, and survives a restart', async () => {
  const { operations } = house.database
  const clock = await openStandingClock(operations, begins)
  await clock.moveTo(at(5))
  await expect(clock.moveTo(at(4))).rejects.toThrow('does not go back')
  expect((await openStandingClock(operations, begins)).now()).toBe(at(5))
})

test('who can have nothing to do is not asked at every stop, and is asked again once others did something', async () => {
  const asked: string[] = []
  const doors = await doorsWith(appointments(1, 2, 30), [], [])
  const letter = appointments(3, 4)
  const letters = keeping('letters', doors.clock.now, [], letter)
  const deeds: Deed[] = [
    {
      name: 'poll',
      workComesFrom: 'others',
      run: async () => {
        asked.push(doors.clock.now())
        return 0
      },
    },
    ...doors.deeds,
    {
      name: 'letters',
      givesWorkTo: 'nobody',
      run: async (_db, { clock }) => letters.keep(clock.now()),
      nextDue: async () => letters.nextDue(),
    },
  ]
  expect((await advanceClock({ ...doors, deeds }, at(40))).did).toBe(5)
  // After each appointment, not after the letters, and once more with the next day.
  expect(new Set(asked)).toEqual(new Set([begins, at(1), at(2), at(30)]))
  expect(letter.every(({ done }) => done)).toBe(true)
})
