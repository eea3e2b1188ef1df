import { type CalendarDate, dateIn, latest } from '../../libraries/calendar/index.ts'
import { sum, zero } from '../../libraries/money/index.ts'
import { paymentMethodsOf } from '../charges/index.ts'
import { cardPhotosOf, majorityAges, personById, policiesOf, signaturesOf } from '../clients/index.ts'
import { removalOf } from '../joining/index.ts'
import { sayBarrier } from '../joining/say-barrier.ts'
import { abilitiesOf } from '../practices/abilities-of.ts'
import { membersOf, telehealthLinksOf } from '../practices/index.ts'
import { sessionRows } from '../sessions/index.ts'
import { type VisitKnown, visitsKnown } from '../visits/index.ts'
import type { Db, World } from '../world.ts'
import { lettersToMe, loginIsFree, ownLoginFate } from './act-for-client-store.ts'
import { type DeletionBarrier, type DeletionFacts, type DeletionLine, decideDeletion } from './decide-deletion.ts'
import { retentionRules } from './deletion-rule-store.ts'

/** What becomes of each kind of record, and what must happen before it is carried out. */
export type DeletionWeighed = { lines: DeletionLine[]; barriers: DeletionBarrier[] }

/** Under a client, who acts in no practice: what a deletion would do today. */
export async function weighClient(db: Db, world: World, personId: string): Promise<DeletionWeighed> {
  const on = dateIn(world.clock.now(), world.zone)
  const person = await personById(db, personId)
  const visits = await visitsKnown(db, world)
  const seen = visits.flatMap(({ confirmation }) => (confirmation === null ? [] : [confirmation]))
  const forms = await signaturesOf(db, [personId])
  const facts: DeletionFacts = {
    on,
    dateOfBirth: person?.dateOfBirth ?? null,
    homeState: person?.state ?? null,
    care: seen.map(({ serviceOn, location }) => ({ on: serviceOn, state: location.state })),
    lastMoneyOn: lastOf(visits.flatMap((visit) => moneyDays(visit, world.zone))),
    lastFormOn: lastOf(forms.map(({ signedAt }) => dateIn(signedAt, world.zone))),
    holds: {
      letters: await lettersToMe(db),
      cardPhotos: (await cardPhotosOf(db, personId)).length,
      cards: (await paymentMethodsOf(db, [personId])).length,
      videoRooms: 0,
      policies: (await policiesOf(db, personId)).length,
    },
    login: await ownLoginFate(db),
  }
  const lines = decideDeletion(facts, await retentionRules(db), await majorityAges(db))
  return { lines, barriers: barriersOfClient(visits, world) }
}

function moneyDays({ charges, refunds }: VisitKnown, zone: string): CalendarDate[] {
  const charged = charges.flatMap(({ tries, dueAt }) => [dueAt, ...tries.map(({ at }) => at)])
  const given = refunds.map(({ orderedAt, refundedAt }) => refundedAt ?? orderedAt)
  return [...charged, ...given].map((at) => dateIn(at, zone))
}

function lastOf(days: readonly CalendarDate[]): CalendarDate | null {
  const [first, ...rest] = days
  return first === undefined ? null : latest(first, ...rest)
}

function barriersOfClient(visits: readonly VisitKnown[], world: World): DeletionBarrier[] {
  const now = world.clock.now()
  const planned = visits.filter(({ visit }) => visit.cancellation === null && visit.voidedAt === null)
  const upcoming = planned.filter(({ visit, confirmation }) => confirmation === null && visit.endsAt > now)
  const owed = sum(visits.map(({ money }) => money.owes))
  // What is told as still to come is not over: a claim without its last answer, a refund on its way.
  const open = visits.filter(
    (known) => !upcoming.includes(known) && known.story.steps.some(({ state }) => state !== 'done'),
  )
  const on = lastOf(upcoming.map(({ visit }) => dateIn(visit.startsAt, visit.timeZone)))
  return [
    ...(on === null ? [] : [{ reason: 'session_upcoming' as const, count: upcoming.length, on }]),
    ...(owed > zero ? [{ reason: 'balance_open' as const, cents: owed }] : []),
    ...(open.length === 0 ? [] : [{ reason: 'visit_open' as const, count: open.length }]),
  ]
}

/** Under a practice as the member, or under operations: what the deletion of a member's own profile would do today. */
export async function weighMember(
  db: Db,
  world: World,
  { practiceId, memberId, asks }: { practiceId: string; memberId: string; asks: 'member' | 'operator' },
): Promise<DeletionWeighed> {
  const on = dateIn(world.clock.now(), world.zone)
  const members = await membersOf(db, practiceId)
  const member = members.find(({ id }) => id === memberId)
  const everything = { practiceId, memberId, may: abilitiesOf(['owner']) }
  const rows = await sessionRows(db, world, everything, { memberId })
  const confirmed = rows.filter(({ row }) => row.state === 'confirmed' || row.state === 'locked')
  const userId = member?.userId ?? null
  const rooms = (await telehealthLinksOf(db, practiceId)).filter((link) => link.memberId === memberId)
  const facts: DeletionFacts = {
    on,
    // Of somebody who works here no record of care of their own is kept: what they signed is their clients'.
    dateOfBirth: null,
    homeState: null,
    care: [],
    lastMoneyOn: lastOf(confirmed.map(({ row }) => dateIn(row.startsAt, world.zone))),
    lastFormOn: null,
    holds: { letters: 0, cardPhotos: 0, cards: 0, videoRooms: rooms.length, policies: 0 },
    login: asks === 'member' ? await ownLoginFate(db) : await loginOfMember(db, { userId, memberId }),
  }
  const barriers: DeletionBarrier[] = []
  const others = members.filter(({ id, standing }) => id !== memberId && standing === 'active')
  if (member?.roles.includes('owner') && others.length > 0) barriers.push({ reason: 'owner_stays' })
  if (member !== undefined && member.standing !== 'removed' && member.clinician) {
    const removal = await removalOf(db, world, practiceId, memberId)
    if (removal.outcome === 'not_yet') {
      const words = removal.because.map(sayBarrier).join(' ')
      barriers.push({ reason: 'removal_not_yet', words, until: removal.possibleOn })
    }
  }
  return { lines: decideDeletion(facts, await retentionRules(db), await majorityAges(db)), barriers }
}

async function loginOfMember(
  db: Db,
  { userId, memberId }: { userId: string | null; memberId: string },
): Promise<DeletionFacts['login']> {
  if (userId === null) return 'none'
  return (await loginIsFree(db, { userId, memberId })) ? 'goes' : 'serves_others'
}
