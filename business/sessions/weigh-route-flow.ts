import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { clientEstimate } from '../charges/client-estimate.ts'
import { type Location, locationsInForce } from '../clients/index.ts'
import { type Contract, contractInForce, ratesInForce } from '../contracts/index.ts'
import { priceCodes } from '../contracts/price-codes.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import { serviceAreasOn } from '../coverage/index.ts'
import { readFacts } from '../coverage/read-facts.ts'
import { practiceLocations } from '../practices/index.ts'
import type { Db } from '../world.ts'
import { billingStanding } from './billing-standing-flow.ts'
import { buildFacts } from './build-facts.ts'
import { composeCrisis } from './check-crisis-record.ts'
import { contractStates } from './contract-states.ts'
import { locatePlace } from './locate-place.ts'
import { placeOfService, placesOfService } from './place-of-service.ts'
import { refuseByDecision } from './refuse-by-decision.ts'
import type { Session } from './session-store.ts'
import type { ConfirmationInput, Weighed } from './weighed.ts'

/** By which route the session may be billed, and what it is then worth. */
export async function weighRoute(
  db: Db,
  weighed: Weighed,
  session: Session,
  input: ConfirmationInput,
  { serviceOn, asOf }: { serviceOn: CalendarDate; asOf: CalendarDate },
): Promise<void> {
  if (weighed.people === null) return
  const { plan, policy, clinician, patient } = weighed.people
  weighed.location = await findLocation(db, session, input, serviceOn)
  const { edition, areas } = await serviceAreasOn(db, serviceOn)
  const facts = buildFacts({
    id: session.id,
    purpose: 'confirmation',
    on: serviceOn,
    asOf,
    modality: input.modality,
    location: weighed.location === null ? null : locatePlace(weighed.location, plan, areas),
    crisis:
      weighed.crisis === null ? null : { codes: input.codes.map(({ code }) => code), ...composeCrisis(weighed.crisis) },
    ...(await billingStanding(db, session, serviceOn)),
    plan,
    coverage: policy.coverage,
  })
  const read = readFacts(facts, areas)
  if (read.refused) {
    const words = `What is recorded cannot be read: ${read.problem.field} should be ${read.problem.expected}.`
    weighed.refusals.push({ code: 'facts_unreadable', field: read.problem.field, words })
    return
  }
  weighed.facts = read.facts
  weighed.areasEdition = edition
  weighed.answer = decideBillingRoute(read.facts, { trace: true, areas })
  weighed.refusals.push(...refuseByDecision(weighed.answer))
  const atHome =
    weighed.location?.street === patient.street && weighed.location.zip?.slice(0, 5) === patient.zip.slice(0, 5)
  const place =
    input.modality === 'in_person'
      ? ({ modality: 'in_person', where: 'office' } as const)
      : ({ modality: 'telehealth', where: atHome ? 'home' : 'elsewhere' } as const)
  weighed.place = placeOfService(place, serviceOn, placesOfService)
  await weighWorth(db, weighed, { serviceOn, family: clinician.licenceFamily, copay: policy.copay })
}

async function findLocation(
  db: Db,
  session: Session,
  { modality, locationId }: ConfirmationInput,
  on: CalendarDate,
): Promise<Location | null> {
  const ofClient = await locationsInForce(db, [session.personId], on)
  if (modality === 'telehealth') return ofClient.find(({ id }) => id === locationId) ?? null
  const ofPractice = await practiceLocations(db, session.practiceId, on)
  const place = ofPractice.find(({ id }) => id === locationId) ?? (ofPractice.length === 1 ? ofPractice[0] : undefined)
  return place === undefined ? null : { ...place, personId: session.personId }
}

/** The contract of the first of these states that has one with the network on the day; null where none has. */
export async function firstContract(
  db: Db,
  network: string,
  states: readonly string[],
  on: CalendarDate,
): Promise<Contract | null> {
  for (const state of states) {
    const contract = await contractInForce(db, network, state, on)
    if (contract !== null) return contract
  }
  return null
}

async function weighWorth(
  db: Db,
  weighed: Weighed,
  { serviceOn, family, copay }: { serviceOn: CalendarDate; family: string; copay: Cents },
): Promise<void> {
  const { answer, facts, location } = weighed
  if (answer?.claimTo == null || facts === null || location === null) return
  const states = contractStates(answer, facts, location.state)
  const contract = await firstContract(db, answer.claimTo, states, serviceOn)
  weighed.contract = contract
  if (contract === null) {
    const words = `No contract with this network is entered for ${location.state} on that date. The operator must enter it; your 30 days stand still until then.`
    weighed.refusals.push({ code: 'no_rate_found', field: 'codes', words })
    weighed.pricing = {
      kind: 'gaps',
      gaps: weighed.codes.map(({ code, modifiers }) => ({ code, modifiers, side: 'payer_rate' })),
    }
    return
  }
  weighed.pricing = priceCodes(weighed.codes, await ratesInForce(db, contract.id, family, serviceOn))
  if (weighed.pricing.kind === 'priced') {
    weighed.client = clientEstimate({ payerRate: weighed.pricing.payer, copay }).client
    return
  }
  const missing = [...new Set(weighed.pricing.gaps.map(({ code }) => code))].join(', ')
  const words = `No rate is entered for ${missing} under this contract on that date. The operator must enter it; your 30 days stand still until then.`
  weighed.refusals.push({ code: 'no_rate_found', field: 'codes', words })
}
