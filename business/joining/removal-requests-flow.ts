import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { memberById, membersOf, practicesAll, standingChangesOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { noSuchMember } from './add-member-flow.ts'
import { removalOf } from './removal-flow.ts'
import { type RemovalAsked, recordRemovalRequest, removalRequests } from './removal-request-store.ts'
import { sayBarrier } from './say-barrier.ts'

/** Asks for a removal that is not possible yet, or takes that back: the operator sees it with what stands in the way. */
export async function askForRemoval(
  db: Db,
  world: World,
  who: Who,
  { memberId, deed, reason }: { memberId: string; deed: RemovalAsked['deed']; reason: string | null },
): Promise<void> {
  const { practiceId, userId: by } = who
  const member = await memberById(db, practiceId, memberId)
  if (member === null || member.standing === 'removed') throw noSuchMember()
  const isOpen = (await openRequest(db, practiceId, memberId)) !== null
  if (isOpen === (deed === 'asked')) {
    const detail = isOpen
      ? `The removal of ${member.name} was asked for already; nothing was asked a second time.`
      : `The removal of ${member.name} is not asked for. Nothing was changed.`
    throw new Refusal({ status: 409, code: isOpen ? 'removal_asked_already' : 'removal_not_asked', detail })
  }
  await recordRemovalRequest(db, {
    practiceId,
    id: world.ids.next(),
    memberId,
    deed,
    reason,
    at: world.clock.now(),
    by,
  })
}

/** The open request for a provider's removal; null: nobody asks for it, or it was taken back. */
export async function openRequest(db: Db, practiceId: string, memberId: string): Promise<RemovalAsked | null> {
  const last = (await removalRequests(db)).findLast(
    (each) => each.practiceId === practiceId && each.memberId === memberId,
  )
  return last?.deed === 'asked' ? last : null
}

export type RemovalListed = {
  practiceId: string
  practiceName: string
  memberId: string
  name: string
  /** not_yet: refused for now, `because` says why; possible: the practice may send the form; removed: it is done. */
  state: 'not_yet' | 'possible' | 'removed'
  /** Why they leave, in the practice's words. */
  reason: string | null
  by: string | null
  askedAt: Instant
  because: string[]
  possibleOn: CalendarDate | null
}

/** Under operations: every removal that is asked for, with why it is not possible yet; with `done` also those that were. */
export async function removalsSeen(db: Db, world: World, { done }: { done: boolean }): Promise<RemovalListed[]> {
  const requests = await removalRequests(db)
  const asking = new Set(requests.map(({ practiceId }) => practiceId))
  const listed: RemovalListed[] = []
  for (const { practiceId, name: practiceName, kind } of await practicesAll(db)) {
    if (kind === 'operator' || !(done || asking.has(practiceId))) continue
    const changes = await standingChangesOf(db, practiceId)
    const members = await membersOf(db, practiceId)
    const nameOf = (userId: string) => members.find((each) => each.userId === userId)?.name ?? null
    for (const { id: memberId, name, standing, clinician } of members) {
      if (!clinician) continue
      const about = { practiceId, practiceName, memberId, name }
      if (standing === 'removed') {
        const change = changes.findLast((each) => each.memberId === memberId)
        if (change === undefined) continue
        const { reason, at, by } = change
        listed.push({ ...about, state: 'removed', reason, by: nameOf(by), askedAt: at, because: [], possibleOn: null })
        continue
      }
      const asked = requests.findLast((each) => each.practiceId === practiceId && each.memberId === memberId)
      if (asked?.deed !== 'asked') continue
      const removal = await removalOf(db, world, practiceId, memberId)
      const isReady = removal.outcome === 'possible'
      listed.push({
        ...about,
        state: isReady ? 'possible' : 'not_yet',
        reason: asked.reason,
        by: nameOf(asked.by),
        askedAt: asked.at,
        because: isReady ? [] : removal.because.map(sayBarrier),
        possibleOn: isReady ? dateIn(world.clock.now(), world.zone) : removal.possibleOn,
      })
    }
  }
  return listed.sort((a, b) => (a.askedAt < b.askedAt ? 1 : a.askedAt > b.askedAt ? -1 : 0))
}
