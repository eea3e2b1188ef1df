import { z } from 'zod'
import { OutsideTrouble } from '../business/world.ts'
import { type Instant, instant } from '../libraries/calendar/index.ts'
import type { Bringer } from './rests.ts'

/** The clock of a simulated process outside: the demonstration tells it what time it is. */
export type ControlDoor = {
  name: string
  /** Where that lies for us which it does: at itself, or with somebody whom it brings it. */
  brings: readonly Bringer[]
  nextDueAt(): Promise<Instant | null>
  /**
   * The process does all that is due by then; answers how many things it did, and when it is due next. `broughtNothing`: nobody has brought
   * anything to anyone since it was told last, so it need not look.
   */
  tell(now: Instant, since: { broughtNothing: boolean }): Promise<Told>
}

export type Told = { did: number; nextDueAt: Instant | null }

const moment = z.string().transform(instant).nullable()
const ClockReply = z.object({ nextDueAt: moment })
const ToldReply = z.object({ did: z.number().int().min(0), nextDueAt: moment })

// A process may have a year of days to make up for; it answers when it has.
const timeoutMs = 60_000

export function controlDoor(name: string, url: string, brings: readonly Bringer[]): ControlDoor {
  const ask = async (init: RequestInit) => {
    try {
      const answer = await fetch(new URL('/clock', url), { ...init, signal: AbortSignal.timeout(timeoutMs) })
      if (!answer.ok) throw new Error(`answered ${answer.status}: ${await answer.text()}`)
      return await answer.json()
    } catch (error) {
      throw new OutsideTrouble(name, `its clock does not answer (${error instanceof Error ? error.message : error})`, {
        cause: error,
      })
    }
  }
  return {
    name,
    brings,
    nextDueAt: async () => ClockReply.parse(await ask({ method: 'GET' })).nextDueAt,
    tell: async (now, { broughtNothing }) => {
      const told = await ask({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now, broughtNothing }),
      })
      return ToldReply.parse(told)
    },
  }
}
