import { type CalendarDate, holds, minutesBetween } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { contractInForce, planInForce, ratesInForce } from '../contracts/index.ts'
import { serviceCatalogue } from '../sessions/index.ts'
import type { Db } from '../world.ts'
import type { ConfirmedVisit, Visit } from './visit-store.ts'

/**
 * What a planned visit costs under the client's plan: as much as the last one with the same clinician under that plan,
 * else the agreed rate for individual therapy of its length where the client will be. Null: no such rate is known.
 */
export async function expectedPrice(
  db: Db,
  visit: Visit,
  asked: {
    on: CalendarDate
    planId: string
    state: string | null
    before: readonly (ConfirmedVisit & Pick<Visit, 'clinicianId'>)[]
  },
): Promise<Cents | null> {
  const { on, planId, state, before } = asked
  const last = before.findLast((one) => one.clinicianId === visit.clinicianId && one.planId === planId)
  if (last !== undefined) return last.price
  const plan = await planInForce(db, planId, on)
  if (plan === null || state === null || visit.licenceFamily === null) return null
  const contract = await contractInForce(db, plan.networkId, state, on)
  if (contract === null) return null
  const minutes = minutesBetween(visit.startsAt, visit.endsAt)
  const code = (await serviceCatalogue(db)).find(
    (row) =>
      row.category === 'psychotherapy' &&
      holds(row, on) &&
      row.minutesMin !== null &&
      row.minutesMin <= minutes &&
      minutes <= (row.minutesMax ?? Number.MAX_SAFE_INTEGER),
  )
  const { payer } = await ratesInForce(db, contract.id, visit.licenceFamily, on)
  return payer.find((rate) => rate.code === code?.code && rate.modifiers.length === 0)?.cents ?? null
}
