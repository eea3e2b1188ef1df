import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { addressLine, locationsInForce, ownClient, policyInForce } from '../clients/index.ts'
import { payerById, planInForce } from '../contracts/index.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import { serviceAreasOn } from '../coverage/index.ts'
import { readFacts } from '../coverage/read-facts.ts'
import { membersOf, practiceLocations } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { billingStanding } from './billing-standing-flow.ts'
import { buildFacts } from './build-facts.ts'
import { type BillingDecision, describeDecision } from './describe-decision.ts'
import { locatePlace } from './locate-place.ts'
import { type PlaceWorth, placeWorths, usualService } from './place-worth-flow.ts'

/** One place where a client could be seen, and whether that could be billed. */
export type PlaceGuidance = {
  kind: 'practice' | 'client'
  locationId: string
  label: string
  /** The whole address in one line; null while none is known. */
  address: string | null
  city: string | null
  state: string
  decision: BillingDecision
  /** What a session there comes to; null where nothing is billed, no rate is known, or the money is not for who asks. */
  worth: PlaceWorth | null
}

export type BillingMethod = {
  personId: string
  on: CalendarDate
  clinician: { memberId: string; name: string }
  clinicians: { memberId: string; name: string }[]
  plan: { name: string; payerName: string; memberId: string } | null
  places: PlaceGuidance[]
}

type MethodAsked = {
  personId: string
  on: CalendarDate
  memberId?: string | undefined
  /** A clinician who has not got this client on a list, or not yet. */
  asked?: { memberId: string; name: string }
}

/**
 * Where a client could be seen on a day and how it would be billed: every place of the practice in person, and every
 * place of the client virtually, each decided by the same rule as a confirmation.
 */
export async function billingMethod(
  db: Db,
  world: World,
  who: Who,
  { personId, on, memberId, asked }: MethodAsked,
): Promise<BillingMethod> {
  const asOf = dateIn(world.clock.now(), world.zone)
  const client = await ownClient(db, who, personId, asOf)
  const members = await membersOf(db, who.practiceId)
  const clinicians = client.memberIds.flatMap((id) => {
    const member = members.find((each) => each.id === id)
    return member === undefined ? [] : [{ memberId: id, name: member.name }]
  })
  const chosen = asked ?? clinicians.find((each) => each.memberId === (memberId ?? who.memberId)) ?? clinicians[0]
  if (chosen === undefined) throw noClinician()
  const policy = await policyInForce(db, personId, on)
  const plan = policy === null ? null : await planInForce(db, policy.planId, on)
  const known = { personId, on, clinician: chosen, clinicians }
  if (policy === null || plan === null) return { ...known, plan: null, places: [] }

  const { practiceId } = who
  const recorded = {
    purpose: 'guidance' as const,
    on,
    asOf,
    crisis: null,
    ...(await billingStanding(db, { practiceId, memberId: chosen.memberId }, on)),
    plan,
    coverage: policy.coverage,
  }
  const { areas } = await serviceAreasOn(db, on)
  const seesMoney = who.may.money === 'all' || (who.may.money === 'own' && chosen.memberId === who.memberId)
  const family = members.find(({ id }) => id === chosen.memberId)?.licenceFamily ?? ''
  const usual = await usualService(db, { practiceId, memberId: chosen.memberId, personId })
  const worthOf = placeWorths(db, { usual, family, copay: policy.copay, on })
  const places: PlaceGuidance[] = []
  for (const { facts: location, modality, ...place } of await placesOf(db, practiceId, personId, on)) {
    const id = place.locationId
    const read = readFacts(
      buildFacts({ ...recorded, id, modality, location: locatePlace(location, plan, areas) }),
      areas,
    )
    if (read.refused) throw unreadable(read.problem.field)
    const answer = decideBillingRoute(read.facts, { trace: true, areas })
    const worth = seesMoney ? await worthOf({ answer, facts: read.facts, state: place.state }) : null
    places.push({ ...place, decision: describeDecision(answer), worth })
  }
  const payer = await payerById(db, plan.payerId)
  return {
    ...known,
    plan: { name: plan.name, payerName: payer?.name ?? plan.name, memberId: policy.memberId },
    places,
  }
}

async function placesOf(db: Db, practiceId: string, personId: string, on: CalendarDate) {
  const offices = await practiceLocations(db, practiceId, on)
  const homes = await locationsInForce(db, [personId], on)
  const seen = (place: Parameters<typeof addressLine>[0] & { id: string; label: string }) => ({
    locationId: place.id,
    label: place.label,
    address: addressLine(place),
    city: place.city,
    state: place.state,
  })
  return [
    ...homes.map((home) => ({
      ...seen(home),
      kind: 'client' as const,
      modality: 'telehealth' as const,
      facts: home,
    })),
    ...offices.map((office) => ({
      ...seen(office),
      kind: 'practice' as const,
      modality: 'in_person' as const,
      facts: office,
    })),
  ]
}

function noClinician(): Refusal {
  const detail = 'This client is on no clinician’s list here, so nobody’s license can be looked at.'
  return new Refusal({ status: 409, code: 'client_without_clinician', detail })
}

function unreadable(field: string): Refusal {
  const detail = `What is recorded cannot be read (${field}). The operator looks into it; nothing was changed.`
  return new Refusal({ status: 409, code: 'facts_unreadable', detail })
}
