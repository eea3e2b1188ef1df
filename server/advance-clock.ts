import { asOperations } from '../database/act-as.ts'
import type { Instant } from '../libraries/calendar/index.ts'
import type { ControlDoor } from './control-door.ts'
import type { StandingClock } from './operator-clock.ts'
import { OutsideOnTheWay } from './outside-on-the-way.ts'
import { bringers, Rests } from './rests.ts'
import { alone, hearing, type TickDoors, type Ticked, tick } from './tick.ts'
import { watchPeople } from './watch-people.ts'

export type AdvanceDoors = TickDoors & {
  clock: StandingClock
  outside: readonly ControlDoor[]
  /** How many orders visitors have given the world outside, past the server. */
  orders?: () => number
}

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
    const way = setOut(doors)
    const people = await watchPeople(doors)
    // First what an earlier advance left undone when it was interrupted.
    let did = await settle(way)
    for (let steps = 0; ; steps += 1) {
      if (await people.didSomething()) {
        way.rests.changed()
        way.rests.changedOutside(bringers)
        way.others.disturbed()
      }
      const next = await nextDue(way)
      const isLast = target === 'next_event' ? steps === 1 || next === null : next === null || next > target
      if (isLast) {
        if (target !== 'next_event' && doors.clock.now() < target) did += await goTo(way, target)
        did += await arrive(way)
        return { now: doors.clock.now(), steps, did }
      }
      if (next === null) continue
      onStop({ now: next, steps, did })
      did += await goTo(way, next)
    }
  })
}

/** Tells everyone the present moment until nobody has anything to do: after a start, what a crash left undone. */
export function catchUp(doors: AdvanceDoors): Promise<number> {
  return alone(doors.operations, 'evenkeel advance', () => settle(setOut(doors)))
}

/**
 * A tick that never falls between the moment at which the clock was moved and the one at which everybody outside was told:
 * what it asks of them would be stamped with their former time.
 */
export function tickBetweenAdvances(doors: AdvanceDoors): Promise<Ticked> {
  return alone(doors.operations, 'evenkeel advance', () => tick(doors))
}

type Way = AdvanceDoors & { rests: Rests; others: OutsideOnTheWay }

function setOut(doors: AdvanceDoors): Way {
  const { world } = doors
  const rests = new Rests(world.zone)
  const others = new OutsideOnTheWay({ doors: doors.outside, rests, zone: world.zone, witness: world.witness })
  return { ...doors, world: { ...world, outside: others.partners(world.outside) }, rests, others }
}

async function goTo(way: Way, moment: Instant): Promise<number> {
  await way.clock.moveTo(moment)
  way.world.witness('clock-moved')
  return settle(way)
}

// Nobody is left behind at an earlier moment, and what they still find to do there is followed to its end.
async function arrive(way: Way): Promise<number> {
  const did = await way.others.catchUp()
  return did === 0 ? 0 : did + (await settle(way))
}

async function settle(way: Way): Promise<number> {
  const now = way.clock.now()
  let did = 0
  let everyDeedRests = false
  for (let round = 0; round < mostRounds; round += 1) {
    // The world outside first: what the server asks of it at this moment must not be stamped with an earlier one.
    const outside = await way.others.tell(now)
    did += outside
    if (outside === 0 && everyDeedRests) return did
    const ticked = await tick(way, way.rests)
    did += ticked.did
    if (outside + ticked.gaveWork === 0) return did
    everyDeedRests = ticked.failed.length === 0
  }
  throw new Error(`the server and the world outside did not come to rest at ${now} in ${mostRounds} rounds`)
}

// What was due and could not be done is no event: it is tried again at the next one. Whoever must be asked is asked in one
// look at the tables.
async function nextDue({ clock, deeds, operations, others, rests, world }: Way): Promise<Instant | null> {
  const now = clock.now()
  const dues = [...(await others.dues())]
  const toAsk = deeds.filter((deed) => deed.nextDue !== undefined && rests.dueOf(deed, now) === undefined)
  if (toAsk.length > 0) {
    await asOperations(operations, { user: null, now }, async (look) => {
      for (const deed of toAsk) {
        const { answer, read } = await hearing(operations, async () => (await deed.nextDue?.(look, world)) ?? null)
        rests.toldDue(deed, now, answer, read)
      }
    })
  }
  for (const deed of deeds) if (deed.nextDue !== undefined) dues.push(rests.dueOf(deed, now) ?? null)
  return dues
    .filter((due) => due !== null && due > now)
    .reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)
}
