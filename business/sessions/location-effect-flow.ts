import { type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import { locationsInForce, ownClient, policyInForce } from '../clients/index.ts'
import type { Db, Who, World } from '../world.ts'
import { billingStanding } from './billing-standing-flow.ts'
import type { ChangeEffect } from './change-effect-flow.ts'
import type { BillingDecision } from './describe-decision.ts'
import { openQuestions } from './open-questions-flow.ts'
import type { PlannedPlace } from './session-at.ts'
import { turnedSessions } from './turned-sessions.ts'
import { decideForClient, questionOf } from './what-if-flow.ts'

/** A place of a client before it is recorded, or the first day on which one that is there counts no more. */
export type PlaceChange =
  | { kind: 'new_place'; state: string; zip: string; countyFips: string | null; during: Period }
  | { kind: 'end_place'; locationId: string; until: CalendarDate }

/** `decision`: of a new place on its first day; null for an end, and while the client has no plan. */
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
  return { looked: concerned.length, turned, decision: await decisionThere(db, world, who, personId, change) }
}

function concerns(change: PlaceChange, on: CalendarDate): boolean {
  return change.kind === 'new_place' ? holds(change.during, on) : on >= change.until
}

/** Where a virtual session of a day would be held after the change: at the new place, or at the first that is left. */
async function placeAfter(
  db: Db,
  personId: string,
  change: PlaceChange,
  on: CalendarDate,
): Promise<PlannedPlace | null> {
  if (change.kind === 'new_place') return placeOf(change)
  return (await locationsInForce(db, [personId], on)).find(({ id }) => id !== change.locationId) ?? null
}

function placeOf({ state, zip, countyFips }: Extract<PlaceChange, { kind: 'new_place' }>): PlannedPlace {
  return { street: null, city: null, state, zip, countyFips, servedBy: null }
}

async function decisionThere(
  db: Db,
  world: World,
  who: Who,
  personId: string,
  change: PlaceChange,
): Promise<BillingDecision | null> {
  if (change.kind === 'end_place') return null
  const on = change.during.from
  if ((await policyInForce(db, personId, on)) === null) return null
  const { question, clinician } = await questionOf(db, world, who, { personId, on })
  const standing = await billingStanding(db, { practiceId: who.practiceId, memberId: clinician.memberId }, on)
  return decideForClient(question, standing, placeOf(change), personId)
}
