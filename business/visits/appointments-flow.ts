import { addHours, addMinutes, type CalendarDate, dateIn, holds, type Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { paymentMethodsOf } from '../charges/index.ts'
import { policyOn } from '../charges/propose-fee.ts'
import { locationsInForce, policyInForce } from '../clients/index.ts'
import { payerById, planInForce } from '../contracts/index.ts'
import type { RequestStanding } from '../sessions/change-request-standing.ts'
import { type ChangeRequest, changeRequestsOfPerson } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { feeNow, requestStanding } from './ask-change-flow.ts'
import type { Card } from './charge-standing.ts'
import type { Story } from './claim-story.ts'
import { type ExpectedCost, expectedCost } from './expected-cost.ts'
import { expectedPrice } from './expected-price-flow.ts'
import { type Office, officesVisited, type PolicyVisited, policiesVisited, type Visit } from './visit-store.ts'
import { type VisitKnown, visitsKnown } from './visits-known-flow.ts'

type Met = {
  sessionId: string
  practiceName: string
  clinicianName: string
  licenceFamily: string | null
  startsAt: Instant
  endsAt: Instant
  /** The practice's zone, in which the visit was arranged. */
  zone: string
  modality: 'telehealth' | 'in_person'
}

export type UpcomingVisit = Met & {
  /** By video: where to join; null where the practice has given no link yet. */
  joinUrl: string | null
  joinFrom: Instant
  /** In person: where; null where the practice has more places than one, or none. */
  office: { label: string; street: string; city: string; state: string; zip: string } | null
  /** By video: where the client will be, as their record says. */
  place: { city: string | null; state: string } | null
  cost: ExpectedCost
  payerName: string | null
  card: Card | null
  policy: { windowHours: number; lateCents: Cents; noShowCents: Cents; freeUntil: Instant } | null
  /** Of the plan: named when something is asked of it. */
  version: number
  /** What calling it off would cost now. */
  cancelNowCents: Cents
  /** Whether it has not begun, so that something may still be asked of it. */
  mayAsk: boolean
  request: RequestOfMine | null
}

/** What the client asked of a visit last, and what became of it. */
export type RequestOfMine = Pick<ChangeRequest, 'id' | 'kind' | 'proposed' | 'askedAt' | 'message'> & {
  standing: RequestStanding
  words: string | null
  /** What they were told that calling it off costs. */
  feeCents: Cents
}

export type PastVisit = Met & {
  on: CalendarDate
  standing: 'took_place' | 'to_confirm' | 'cancelled' | 'missed' | 'did_not_take_place'
  payerName: string | null
  costCents: Cents
  paidCents: Cents
  owesCents: Cents
  comesBackCents: Cents
  planPaidCents: Cents
  /** Whether the payer has answered for good: until then the price is expected. */
  isFinal: boolean
  hasInvoice: boolean
  story: Story
}

export type Appointments = { personId: string; upcoming: UpcomingVisit[]; past: PastVisit[] }

/** How long before it begins a visit by video may be joined. */
const joinMinutesBefore = 10

/** What is to come, with what it will cost and why, and what was, with what it cost and what became of the claim. */
export async function appointments(db: Db, world: World, personId: string): Promise<Appointments> {
  const known = await visitsKnown(db, world)
  const now = world.clock.now()
  const isAhead = ({ visit }: VisitKnown) =>
    visit.endsAt > now && visit.cancellation === null && visit.voidedAt === null
  const around = {
    personId,
    known,
    offices: await officesVisited(db),
    policies: await policiesVisited(db),
    card: (await paymentMethodsOf(db, [personId]))[0] ?? null,
    requests: await changeRequestsOfPerson(db, personId),
    world,
  }
  const upcoming: UpcomingVisit[] = []
  for (const one of known.filter(isAhead)) {
    if (one.confirmation === null) upcoming.push(await upcomingVisit(db, one.visit, around))
  }
  const past: PastVisit[] = []
  for (const one of known) {
    if (!isAhead(one) || one.confirmation !== null) past.push(await pastVisit(db, one))
  }
  return { personId, upcoming, past: past.toReversed() }
}

type Around = {
  personId: string
  known: readonly VisitKnown[]
  offices: readonly Office[]
  policies: readonly PolicyVisited[]
  card: Card | null
  requests: readonly ChangeRequest[]
  world: World
}

async function upcomingVisit(db: Db, visit: Visit, around: Around): Promise<UpcomingVisit> {
  const { personId, card } = around
  const on = dateIn(visit.startsAt, visit.timeZone)
  const isVideo = visit.modality === 'telehealth'
  const [home] = await locationsInForce(db, [personId], on)
  const offices = around.offices.filter(
    ({ practiceId, during }) => practiceId === visit.practiceId && holds(during, on),
  )
  const office = !isVideo && offices.length === 1 ? (offices[0] ?? null) : null
  const policy = await policyInForce(db, personId, on)
  const plan = policy === null ? null : await planInForce(db, policy.planId, on)
  const before = around.known.flatMap(({ visit: { clinicianId }, confirmation }) =>
    confirmation === null ? [] : [{ ...confirmation, clinicianId }],
  )
  const state = isVideo ? (home?.state ?? null) : (office?.state ?? offices[0]?.state ?? null)
  const price = policy === null ? null : await expectedPrice(db, visit, { on, planId: policy.planId, state, before })
  return {
    ...metOf(visit),
    joinUrl: isVideo ? visit.joinUrl : null,
    joinFrom: addMinutes(visit.startsAt, -joinMinutesBefore),
    office: office === null ? null : addressOf(office),
    place: isVideo && home !== undefined ? { city: home.city, state: home.state } : null,
    cost: expectedCost(plan === null ? null : policy, price),
    payerName: plan === null ? null : ((await payerById(db, plan.payerId))?.name ?? null),
    card: cardOf(card),
    policy: policyFor(visit, on, around.policies),
    version: visit.version,
    cancelNowCents: feeNow(visit, around.policies, around.world),
    mayAsk: visit.startsAt > around.world.clock.now(),
    request: requestOf(visit, around),
  }
}

function requestOf(visit: Visit, { requests, world }: Around): RequestOfMine | null {
  const last = requests.findLast(({ sessionId }) => sessionId === visit.sessionId)
  if (last === undefined) return null
  const { id, kind, proposed, askedAt, message, fee: feeCents, answer } = last
  const standing = requestStanding(last, visit, world)
  return { id, kind, proposed, askedAt, message, feeCents, standing, words: answer?.words ?? null }
}

function policyFor(visit: Visit, on: CalendarDate, policies: readonly PolicyVisited[]): UpcomingVisit['policy'] {
  const own = policies
    .filter(({ practiceId }) => practiceId === visit.practiceId)
    .map((policy) => ({ ...policy, id: '', recordedAt: visit.startsAt, recordedBy: '' }))
  const policy = policyOn(own, on)
  if (policy === null) return null
  const { windowHours, late, noShow } = policy
  return { windowHours, lateCents: late, noShowCents: noShow, freeUntil: addHours(visit.startsAt, -windowHours) }
}

async function pastVisit(db: Db, { visit, on, confirmation, money, story }: VisitKnown): Promise<PastVisit> {
  return {
    ...metOf(visit),
    startsAt: confirmation?.startedAt ?? visit.startsAt,
    endsAt: confirmation?.stoppedAt ?? visit.endsAt,
    modality: confirmation?.modality ?? visit.modality,
    on,
    standing: standingOf(visit, confirmation !== null),
    payerName: confirmation === null ? null : ((await payerById(db, confirmation.payerId))?.name ?? null),
    costCents: money.costs,
    paidCents: money.paid,
    owesCents: money.owes,
    comesBackCents: money.comesBack,
    planPaidCents: money.planPaid,
    isFinal: story.steps.some(({ kind }) => kind === 'price_final'),
    hasInvoice: confirmation !== null,
    story,
  }
}

function standingOf({ cancellation, voidedAt }: Visit, isConfirmed: boolean): PastVisit['standing'] {
  if (cancellation !== null) return cancellation.kind === 'no_show' ? 'missed' : 'cancelled'
  if (voidedAt !== null) return 'did_not_take_place'
  return isConfirmed ? 'took_place' : 'to_confirm'
}

function metOf(visit: Visit): Met {
  const { sessionId, practiceName, clinicianName, licenceFamily, startsAt, endsAt, timeZone, modality } = visit
  return { sessionId, practiceName, clinicianName, licenceFamily, startsAt, endsAt, zone: timeZone, modality }
}

function addressOf({ label, street, city, state, zip }: Office) {
  return { label, street, city, state, zip }
}

/** Of a card no more than people recognise it by. */
export function cardOf(card: Card | null): Card | null {
  return card === null ? null : { brand: card.brand, lastFour: card.lastFour }
}
