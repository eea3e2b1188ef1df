import { type CalendarDate, holds, latest, type Period } from '../../libraries/calendar/index.ts'
import { locationsInForce, locationsOf, ownClient, policyInForce } from '../clients/index.ts'
import type { Db, Who, World } from '../world.ts'
import { billingStanding } from './billing-standing-flow.ts'
import type { ChangeEffect } from './change-effect-flow.ts'
import type { BillingDecision } from './describe-decision.ts'
import { openQuestions } from './open-questions-flow.ts'
import type { PlannedPlace } from './session-at.ts'
import { turnedSessions } from './turned-sessions.ts'
import { decideForClient, questionOf } from './what-if-flow.ts'

/**
 * A place of a client before it is recorded, the first day on which one that is there counts no more, or what is found out
 * about its county.
 */
export type PlaceChange =
  | { kind: 'new_place'; state: string; zip: string; countyFips: string | null; during: Period }
  | { kind: 'end_place'; locationId: string; until: CalendarDate }
  | { kind: 'finding'; locationId: string; countyFips: string; servedBy: string | null }

/** `decision`: of the place on its first day, at the earliest today; null for an end, and while the client has no plan. */
export type LocationEffect = ChangeEffect & { decision: BillingDecision | null }

/**
 * What a place of a client would do to the virtual sessions that are planned while it counts, or from its end on: each is
 * decided where it would be held as things stand, and where it would be held then. Nothing is recorded.
 */
export async function locationEffect(
  db: Db,
  world: World,
  who: Who,
  { personId, today, change }: { personId: string; today: CalendarDate; change: PlaceChange },
): Promise<LocationEffect> {
  await ownClient(db, who, personId, today)
  const whose = { practiceId: who.practiceId, personId }
  const { questions } = await openQuestions(
    db,
    world,
    who.may.calendar === 'all' ? whose : { ...whose, memberId: who.memberId },
  )
  const concerned = questions.filter(
    ({ where, on }) => where.kind === 'planned' && where.modality === 'telehealth' && concerns(change, on),
  )
  const days = [...new Set(concerned.map(({ on }) => on))]
  const placeOn = new Map<CalendarDate, PlannedPlace | null>()
  for (const on of days) placeOn.set(on, await placeAfter(db, personId, change, on))
  const turned = turnedSessions(concerned, (question) => {
    const place = placeOn.get(question.on) ?? null
    return { ...question, where: { kind: 'planned', modality: 'telehealth', place } }
  })
  return {
    looked: concerned.length,
    turned,
    decision: await decisionThere(db, world, who, { personId, today, change }),
  }
}

function concerns(change: PlaceChange, on: CalendarDate): boolean {
  switch (change.kind) {
    case 'new_place':
      return holds(change.during, on)
    case 'end_place':
      return on >= change.until
    case 'finding':
      return true
  }
}

/** Where a virtual session of a day would be held after the change: at the new place, or at the first of those that are known. */
async function placeAfter(
  db: Db,
  personId: string,
  change: PlaceChange,
  on: CalendarDate,
): Promise<PlannedPlace | null> {
  if (change.kind === 'new_place') return placeOf(change)
  const known = await locationsInForce(db, [personId], on)
  if (change.kind === 'end_place') return known.find(({ id }) => id !== change.locationId) ?? null
  const [first] = known
  return first === undefined ? null : first.id === change.locationId ? asFound(first, change) : first
}

function asFound<Found extends PlannedPlace>(
  place: Found,
  said: { countyFips: string; servedBy: string | null },
): Found {
  return { ...place, countyFips: said.countyFips, servedBy: said.servedBy }
}

function placeOf({ state, zip, countyFips }: Extract<PlaceChange, { kind: 'new_place' }>): PlannedPlace {
  return { street: null, city: null, state, zip, countyFips, servedBy: null }
}

async function decisionThere(
  db: Db,
  world: World,
  who: Who,
  { personId, today, change }: { personId: string; today: CalendarDate; change: PlaceChange },
): Promise<BillingDecision | null> {
  const there = await placeThere(db, { personId, today, change })
  if (there === null || (await policyInForce(db, personId, there.on)) === null) return null
  const { question, clinician } = await questionOf(db, world, who, { personId, on: there.on })
  const own = { practiceId: who.practiceId, memberId: clinician.memberId }
  return decideForClient(question, await billingStanding(db, own, there.on), there.place, personId)
}

async function placeThere(
  db: Db,
  { personId, today, change }: { personId: string; today: CalendarDate; change: PlaceChange },
): Promise<{ place: PlannedPlace; on: CalendarDate } | null> {
  if (change.kind === 'end_place') return null
  if (change.kind === 'new_place') return { place: placeOf(change), on: change.during.from }
  const found = (await locationsOf(db, personId)).find(({ id }) => id === change.locationId)
  return found === undefined ? null : { place: asFound(found, change), on: latest(today, found.during.from) }
}
