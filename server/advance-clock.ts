import type { Instant } from '../libraries/calendar/index.ts'
import type { ControlDoor } from './control-door.ts'
import type { StandingClock } from './operator-clock.ts'
import { alone, type TickDoors, type Ticked, tick } from './tick.ts'

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
    // First what an earlier advance left undone when it was interrupted.
    let did = await settle(doors)
    for (let steps = 0; ; steps += 1) {
      const next = await nextDue(doors)
      const isLast = target === 'next_event' ? steps === 1 || next === null : next === null || next > target
      if (isLast) {
        if (target !== 'next_event' && doors.clock.now() < target) did += await goTo(doors, target)
        return { now: doors.clock.now(), steps, did }
      }
      if (next === null) continue
      onStop({ now: next, steps, did })
      did += await goTo(doors, next)
    }
  })
}

/** Tells everyone the present moment until nobody has anything to do: after a start, what a crash left undone. */
export function catchUp(doors: AdvanceDoors): Promise<number> {
  return alone(doors.operations, 'evenkeel advance', () => settle(doors))
}

/**
 * A tick that never falls between the moment at which the clock was moved and the one at which everybody outside was told:
 * what it asks of them would be stamped with their former time.
 */
export function tickBetweenAdvances(doors: AdvanceDoors): Promise<Ticked> {
  return alone(doors.operations, 'evenkeel advance', () => tick(doors))
}

async function goTo(doors: AdvanceDoors, moment: Instant): Promise<number> {
  await doors.clock.moveTo(moment)
  doors.world.witness('clock-moved')
  return settle(doors)
}

async function settle(doors: AdvanceDoors): Promise<number> {
  const now = doors.clock.now()
  let did = 0
  for (let round = 0; round < mostRounds; round += 1) {
    let didNow = 0
    // The world outside first: what the server asks of it at this moment must not be stamped with an earlier one.
    for (const door of doors.outside) {
      didNow += await door.tell(now)
      doors.world.witness(`told-${door.name}`)
    }
    didNow += (await tick(doors)).did
    if (didNow === 0) return did
    did += didNow
  }
  throw new Error(`the server and the world outside did not come to rest at ${now} in ${mostRounds} rounds`)
}

// What was due and could not be done is no event: it is tried again at the next one.
async function nextDue({ clock, deeds, outside, operations, world }: AdvanceDoors): Promise<Instant | null> {
  const dues = await Promise.all([
    ...deeds.map((deed) => deed.nextDue?.(operations, world) ?? null),
    ...outside.map((door) => door.nextDueAt()),
  ])
  const now = clock.now()
  return dues
    .filter((due) => due !== null && due > now)
    .reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null)
}
