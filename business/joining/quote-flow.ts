import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { contractsAll, payersAll, plansInForce, ratesOfContract } from '../contracts/index.ts'
import type { Db, World } from '../world.ts'
import { type Application, type Quote, recordQuote } from './application-store.ts'
import { type OfferedRate, quoteRates } from './quote-rates.ts'

/** Under operations: quotes from the contracts in force, and keeps what was said. */
export async function makeQuote(
  db: Db,
  world: World,
  by: string,
  {
    application,
    licenceFamily,
    states,
    planIds,
  }: {
    application: Application
    licenceFamily: string
    states: readonly string[]
    /** Empty: every plan. */
    planIds: readonly string[]
  },
): Promise<Quote> {
  const at = world.clock.now()
  const on = dateIn(at, world.zone)
  const rates = (await offeredRates(db, on)).filter(({ planId }) => planIds.length === 0 || planIds.includes(planId))
  const quote: Quote = {
    id: world.ids.next(),
    applicationId: application.id,
    validOn: on,
    licenceFamily,
    lines: quoteRates(rates, { licenceFamily, states, on }),
    at,
  }
  await recordQuote(db, { ...quote, practiceId: world.operator, by })
  return quote
}

async function offeredRates(db: Db, on: CalendarDate): Promise<(OfferedRate & { planId: string })[]> {
  const plans = await plansInForce(db, on)
  const payers = new Map((await payersAll(db)).map(({ id, name }) => [id, name]))
  const offered: (OfferedRate & { planId: string })[] = []
  for (const contract of await contractsAll(db)) {
    const rates = (await ratesOfContract(db, contract.id)).filter(({ side }) => side === 'provider')
    for (const plan of plans.filter(({ networkId }) => networkId === contract.networkId)) {
      const about = { planId: plan.id, planName: plan.name, payerName: payers.get(plan.payerId) ?? plan.payerId }
      for (const { licenceFamily, code, modifiers, cents, from, until } of rates) {
        offered.push({
          ...about,
          state: contract.state,
          licenceFamily,
          code,
          modifiers,
          cents,
          during: { from, until },
        })
      }
    }
  }
  return offered
}
