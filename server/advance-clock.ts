import type { Instant } from '../libraries/calendar/index.ts'
import type { ControlDoor } from './control-door.ts'
import type { StandingClock } from './operator-clock.ts'
import { Rests } from './rests.ts'
import { alone, type TickDoors, type Ticked, tick } from './tick.ts'
import { watchPeople } from './watch-people.ts'

export type AdvanceDoors = TickDoors & { clock: StandingClock; outside: readonly ControlDoor[] }

export type Advanced = { now: Instant; steps: number; did: number }

// More rounds at one moment than any day's mail takes: somebody answers himself for ever.
const mostRounds = 500

/**
 * Moves the demonstration's clock to the target, stopping at every moment at which the server or the world outside has
 * something due, so that everything is stamped with its own time. `next_event` is the first of these stops. Each stop is told.
 */
export function advanceClock(
  doors: AdvanceDoors,
  target: Instant | 'next_event',
  onStop: (stop: Advanced) => void = () => undefined,
): Promise<Advanced> {
  return alone(doors.operations, 'evenkeel advance', async () => {
    const rests = new Rests(doors.world.zone)
    const people = await watchPeople(doors.operations)
    // First what an earlier advance left undone when it was interrupted.
    let did = await settle(doors, rests)
    for (let steps = 0; ; steps += 1) {
      if (await people.wroteSomething()) rests.changedOutside()
      const next = await nextDue(doors, rests)
      const isLast = target === 'next_event' ? steps === 1 || next === null : next === null || next > target
      if (isLast) {
        if (target !== 'next_event' && doors.clock.now() < target) did += await goTo(doors, target, rests)
        return { now: doors.clock.now(), steps, did }
      }
      if (next === null) continue
      onStop({ now: next, steps, did })
      did += await goTo(doors, next, rests)
    }
  })
}

/** Tells everyone the present moment until nobody has anything to do: after a start, what a crash left undone. */
export function catchUp(doors: AdvanceDoors): Promise<number> {
  return alone(doors.operations, 'evenkeel advance', () => settle(doors, new Rests(doors.world.zone)))
}

/**
 * A tick that never falls between the moment at which the clock was moved and the one at which everybody outside was told:
 * what it asks of them would be stamped with their former time.
 */
export function tickBetweenAdvances(doors: AdvanceDoors): Promise<Ticked> {
  return alone(doors.operations, 'evenkeel advance', () => tick(doors))
}

async function goTo(doors: AdvanceDoors, moment: Instant, rests: Rests): Promise<number> {
  await doors.clock.moveTo(moment)
  doors.world.witness('clock-moved')
  return settle(doors, rests)
}

async function settle(doors: AdvanceDoors, rests: Rests): Promise<number> {
  const now = doors.clock.now()
  let did = 0
  let everyDeedRests = false
  for (let round = 0; round < mostRounds; round += 1) {
    // The world outside first: what the server asks of it at this moment must not be stamped with an earlier one.
    const outside = await tellAll(doors, now, rests)
    did += outside
    if (outside === 0 && everyDeedRests) return did
    const ticked = await tick(doors, rests)
    did += ticked.did
    if (outside + ticked.gaveWork === 0) return did
    everyDeedRests = ticked.failed.length === 0
  }
  throw new Error(`the server and the world outside did not come to rest at ${now} in ${mostRounds} rounds`)
}

async function tellAll({ outside, world }: AdvanceDoors, now: Instant, rests: Rests): Promise<number> {
  const broughtNothing = rests.broughtNothing()
  let did = 0
  for (const door of outside) {
    // Whom another one outside has brought something must look whatever we did.
    did += await door.tell(now, { broughtNothing: broughtNothing && did === 0 })
    world.witness(`told-${door.name}`)
  }
  if (did > 0) rests.changedOutside()
  else rests.toldOutside()
  return did
}

// What was due and could not be done is no event: it is tried again at the next one.
async function nextDue(
  { clock, deeds, outside, operations, world }: AdvanceDoors,
  rests: Rests,
): Promise<Instant | null> {
  const now = clock.now()
  const dues = await Promise.all([
    ...deeds.map(async (deed) => {
      if (deed.nextDue === undefined) return null
      const known = rests.dueOf(deed, now)
      if (known !== undefined) return known
      const due = await deed.nextDue(operations, world)
      rests.toldDue(deed, now, due)
      return due
    }),
    ...outside.map((door) => door.nextDueAt()),
  ])
  return dues
    .filter((due) => due !== null && due > now)
    .reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)
}
