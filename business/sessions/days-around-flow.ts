import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Plan, plansInForce } from '../contracts/index.ts'
import { serviceAreasOn } from '../coverage/index.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import type { CompactsAround } from '../credentialing/rest-privileges.ts'
import type { Db } from '../world.ts'
import { compactsInForce } from './billing-standing-flow.ts'
import { once } from './once.ts'

/** What the sessions of a day rest on, whosever they are. */
export type DayAround = {
  areas: ServiceAreas
  compacts: CompactsAround['compacts']
  /** The plans in force, by their id. */
  plans: ReadonlyMap<string, Plan>
}

export type DaysAround = (on: CalendarDate) => Promise<DayAround>

/** Asks once for each day; what is the same on several days is one object. */
export function daysAround(db: Db): DaysAround {
  const days = new Map<CalendarDate, Promise<DayAround>>()
  const compactsByContent = new Map<string, CompactsAround['compacts']>()
  const plansByContent = new Map<string, Plan>()
  const ask = async (on: CalendarDate): Promise<DayAround> => {
    const compacts = await compactsInForce(db, on)
    const plans = (await plansInForce(db, on)).map((plan) => once(plansByContent, JSON.stringify(plan), () => plan))
    return {
      areas: (await serviceAreasOn(db, on)).areas,
      compacts: once(compactsByContent, JSON.stringify(compacts), () => compacts),
      plans: new Map(plans.map((plan) => [plan.id, plan])),
    }
  }
  return (on) => once(days, on, () => ask(on))
}
