import { type CalendarDate, dateIn, holds } from '../../libraries/calendar/index.ts'
import { locationsOf, ownClient, policyInForce } from '../clients/index.ts'
import { type Plan, planInForce, plansInForce } from '../contracts/index.ts'
import { type County, countiesOfState } from '../coverage/counties-of-zip.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import type { ClientLocation, Facts } from '../coverage/facts.ts'
import { licenceFamiliesOn, licenceTitlesOn, serviceAreasOn, temporaryPracticeOn } from '../coverage/index.ts'
import type { ServiceAreas } from '../coverage/service-areas.ts'
import { isState, stateCodes, stateName } from '../coverage/service-areas.ts'
import { networkDirectory, type Standing } from '../credentialing/index.ts'
import { restPrivileges } from '../credentialing/rest-privileges.ts'
import { clinicianById, membersOf, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { billingStanding, compactsInForce } from './billing-standing-flow.ts'
import { buildFacts } from './build-facts.ts'
import { type BillingDecision, describeDecision } from './describe-decision.ts'
import { locatePlace } from './locate-place.ts'
import { sessionsOf } from './session-store.ts'

export type StateAnswer = {
  state: string
  stateName: string
  decision: BillingDecision
  /** Where Blues differ within the state: the counties that may be asked about. */
  counties: County[]
}

/** A place that begins on a later day: what the client's sessions would meet while they are there. */
export type AnnouncedPlace = {
  locationId: string
  label: string
  state: string
  stateName: string
  from: CalendarDate
  until: CalendarDate | null
  decision: BillingDecision
  /** How many sessions are planned on its days. */
  sessionsThen: number
}

export type ClientWhatIf = {
  on: CalendarDate
  clinician: { memberId: string; name: string }
  planName: string
  states: StateAnswer[]
  announced: AnnouncedPlace[]
}

export type ClinicianWhatIf = {
  on: CalendarDate
  clinician: { memberId: string; name: string }
  states: {
    state: string
    stateName: string
    plans: { planId: string; planName: string; decision: BillingDecision }[]
  }[]
}

export type Colleague = {
  memberId: string
  name: string
  practiceName: string
  isOwnPractice: boolean
  family: string
  decision: BillingDecision
}

export type Board = { name: string; url: string; title: string | null }

type Question = {
  on: CalendarDate
  asOf: CalendarDate
  plan: Plan
  coverage: Facts['coverage']
  areas: ServiceAreas
}

/** In which states a client could be seen by their clinician on a day, and what places already announced will change. */
export async function clientWhatIf(
  db: Db,
  world: World,
  who: Who,
  asked: { personId: string; on: CalendarDate; memberId?: string | undefined; countyFips?: string | undefined },
): Promise<ClientWhatIf> {
  const { personId, on } = asked
  const { question, clinician } = await questionOf(db, world, who, asked)
  const own = { practiceId: who.practiceId, memberId: clinician.memberId }
  const standing = await billingStanding(db, own, on)
  const states = stateCodes().map((state) => ({
    state,
    stateName: stateName(state),
    decision: decide(
      question,
      standing,
      anywhereIn(state, countyIn(state, asked.countyFips, question)),
      `${personId} ${state}`,
    ),
    counties: question.plan.isBlue ? countiesThatDiffer(state, question.areas) : [],
  }))
  const announced = await announcedPlaces(db, world, who, { personId, question, own })
  return { on, clinician, planName: question.plan.name, states, announced }
}

/** Where a clinician could see members of which plan on a day: states in which anything is billable come first. */
export async function clinicianWhatIf(
  db: Db,
  world: World,
  who: Who,
  { on, memberId }: { on: CalendarDate; memberId: string },
): Promise<ClinicianWhatIf> {
  const clinician = (await membersOf(db, who.practiceId)).find((each) => each.id === memberId && each.clinician)
  if (clinician === undefined || (who.may.status !== 'all' && memberId !== who.memberId)) throw noSuchClinician()
  const standing = await billingStanding(db, { practiceId: who.practiceId, memberId }, on)
  const { areas } = await serviceAreasOn(db, on)
  const asOf = dateIn(world.clock.now(), world.zone)
  const plans = await plansInForce(db, on)
  const states = stateCodes().map((state) => ({
    state,
    stateName: stateName(state),
    plans: plans.map((plan) => ({
      planId: plan.id,
      planName: plan.name,
      decision: decide(
        { on, asOf, plan, coverage: 'active', areas },
        standing,
        anywhereIn(state),
        `${plan.id} ${state}`,
      ),
    })),
  }))
  return { on, clinician: { memberId, name: clinician.name }, states }
}

/** Who in the network can see this client there on that day: the same decision, asked of everyone. */
export async function colleaguesFor(
  db: Db,
  world: World,
  who: Who,
  asked: { personId: string; on: CalendarDate; state: string; countyFips: string | null },
): Promise<{
  colleagues: Colleague[]
  temporary: Awaited<ReturnType<typeof temporaryPracticeOn>>
  board: Board | null
}> {
  const { personId, on, state, countyFips } = asked
  if (!isState(state)) {
    throw new Refusal({
      status: 422,
      code: 'state_unknown',
      detail: `${state} is no state, district or territory of the US.`,
    })
  }
  const { question, clinician } = await questionOf(db, world, who, { personId, on })
  if (countyFips !== null && !question.areas.isCountyOf(state, countyFips)) {
    const detail = `${countyFips} is no county of ${stateName(state)}.`
    throw new Refusal({ status: 422, code: 'county_unknown', detail })
  }
  const place = anywhereIn(state, countyFips)
  const compacts = await compactsInForce(db, on)
  const colleagues = (await networkDirectory(db)).flatMap((each): Colleague[] => {
    const standing = restPrivileges(each.standing, { family: each.family, compacts })
    const decision = decide(question, standing, place, each.memberId)
    if (decision.outcome === 'not_billable') return []
    const { memberId, name, practiceName, family } = each
    return [{ memberId, name, practiceName, isOwnPractice: each.practiceId === who.practiceId, family, decision }]
  })
  return {
    colleagues: colleagues.sort(bestFirst),
    temporary: await temporaryPracticeOn(db, on, state),
    board: await boardFor(db, { practiceId: who.practiceId, memberId: clinician.memberId, on, state }),
  }
}

/** Where the boards that license a clinician's family are listed, and what its licence is called in a state. */
async function boardFor(
  db: Db,
  { practiceId, memberId, on, state }: { practiceId: string; memberId: string; on: CalendarDate; state: string },
): Promise<Board | null> {
  const family = (await clinicianById(db, practiceId, memberId))?.licenceFamily
  const known = (await licenceFamiliesOn(db, on)).find(({ id }) => id === family)
  if (known === undefined || known.board === null || known.url === null) return null
  const titles = await licenceTitlesOn(db, on)
  const title = titles.find((each) => each.family === family && each.state === state)?.title ?? null
  return { name: known.board, url: known.url, title }
}

const rank = { billable: 0, billable_held: 1, needs_information: 2, not_billable: 3 }

function bestFirst(one: Colleague, other: Colleague): number {
  if (one.decision.outcome !== other.decision.outcome) return rank[one.decision.outcome] - rank[other.decision.outcome]
  if (one.isOwnPractice !== other.isOwnPractice) return one.isOwnPractice ? -1 : 1
  return one.name < other.name ? -1 : 1
}

async function announcedPlaces(
  db: Db,
  world: World,
  who: Who,
  { personId, question, own }: { personId: string; question: Question; own: Parameters<typeof billingStanding>[1] },
): Promise<AnnouncedPlace[]> {
  const today = dateIn(world.clock.now(), world.zone)
  const zone = (await practiceById(db, who.practiceId))?.timeZone ?? world.zone
  const coming = (await locationsOf(db, personId)).filter(({ during }) => during.from > today)
  const planned = await sessionsOf(db, who.practiceId, { personId, from: world.clock.now() })
  const announced: AnnouncedPlace[] = []
  for (const { id, label, state, during, ...rest } of coming) {
    const { areas } = await serviceAreasOn(db, during.from)
    const standing = await billingStanding(db, own, during.from)
    const decision = decideForClient({ ...question, on: during.from, areas }, standing, { ...rest, state }, id)
    const then = planned.filter((one) => one.cancellation === null && holds(during, dateIn(one.startsAt, zone)))
    const sessionsThen = then.length
    announced.push({ locationId: id, label, state, stateName: stateName(state), ...during, decision, sessionsThen })
  }
  return announced
}

/** What is asked of a client on a day, and of whom: the clinician named, else who asks, else the first on whose list they are. */
export async function questionOf(
  db: Db,
  world: World,
  who: Who,
  { personId, on, memberId }: { personId: string; on: CalendarDate; memberId?: string | undefined },
) {
  const asOf = dateIn(world.clock.now(), world.zone)
  const client = await ownClient(db, who, personId, asOf)
  const members = await membersOf(db, who.practiceId)
  const theirs = client.memberIds.flatMap((id) => members.filter((each) => each.id === id))
  const chosen = theirs.find(({ id }) => id === (memberId ?? who.memberId)) ?? theirs[0]
  if (chosen === undefined) throw noSuchClinician()
  const policy = await policyInForce(db, personId, on)
  const plan = policy === null ? null : await planInForce(db, policy.planId, on)
  if (policy === null || plan === null) {
    const detail = 'No plan of this client is recorded for that day, so there is nothing to bill. Add the plan first.'
    throw new Refusal({ status: 409, code: 'no_plan_in_force', detail })
  }
  const { areas } = await serviceAreasOn(db, on)
  const question: Question = { on, asOf, plan, coverage: policy.coverage, areas }
  return { question, clinician: { memberId: chosen.id, name: chosen.name } }
}

function decide(question: Question, standing: Standing, location: ClientLocation, id: string): BillingDecision {
  const { areas, ...known } = question
  const modality = 'telehealth' as const
  const facts = buildFacts({ ...known, ...standing, id, purpose: 'guidance', modality, location, crisis: null })
  return describeDecision(decideBillingRoute(facts, { areas }))
}

/** Whether a client could be seen at a place that is known as far as it is: an address is not needed yet. */
export function decideForClient(
  question: Question,
  standing: Standing,
  place: Parameters<typeof locatePlace>[0],
  id: string,
): BillingDecision {
  return decide(question, standing, locatePlace(place, question.plan, question.areas), id)
}

function anywhereIn(state: string, countyFips: string | null = null): ClientLocation {
  return { state, countyFips, servedBy: null, address: null }
}

/** The county that was asked about, where it lies in this state. */
function countyIn(state: string, countyFips: string | undefined, { areas }: Question): string | null {
  return countyFips !== undefined && areas.isCountyOf(state, countyFips) ? countyFips : null
}

/** The counties to choose from where Blues differ within a state. */
function countiesThatDiffer(state: string, areas: ServiceAreas): County[] {
  if (areas.localBluesAt(anywhereIn(state)).length < 2) return []
  return countiesOfState(state).filter(({ fips }) => areas.isCountyOf(state, fips))
}

function noSuchClinician(): Refusal {
  const detail = 'There is no such clinician in this practice whose licenses you may look at.'
  return new Refusal({ status: 404, code: 'clinician_not_found', detail })
}
