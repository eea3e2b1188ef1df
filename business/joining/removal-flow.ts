import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { claimStatusesOf } from '../claims/index.ts'
import { openPayLines, payoutEvents, payoutLines, payoutsWhere } from '../payouts/index.ts'
import { payStanding } from '../payouts/pay-standing.ts'
import { settlesOn } from '../payouts/settles-on.ts'
import { abilitiesOf } from '../practices/abilities-of.ts'
import { reviewsOf, sessionRows } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { decideRemoval, type Removal, type RemovalFacts } from './decide-removal.ts'
import { returnBankingDaysOn } from './return-window-store.ts'

/** Whether a provider may be removed for good today, and what stands in the way. */
export async function removalOf(db: Db, world: World, practiceId: string, memberId: string): Promise<Removal> {
  const on = dateIn(world.clock.now(), world.zone)
  const everything = { practiceId, memberId, may: abilitiesOf(['owner']) }
  const rows = await sessionRows(db, world, everything, { memberId })
  const inState = (state: 'upcoming' | 'to_confirm') =>
    rows.filter(({ row }) => row.state === state).map(({ confirmBy }) => ({ confirmBy }))
  const sessionIds = new Set(rows.map(({ row }) => row.id))
  return decideRemoval({
    on,
    planned: inState('upcoming'),
    toConfirm: inState('to_confirm'),
    pay: await payOf(db, practiceId, sessionIds),
    openCases: await openCasesOf(db, practiceId, { memberId, sessionIds }),
    returnBankingDays: await returnBankingDaysOn(db, on),
  })
}

type Pay = RemovalFacts['pay'][number]

/** Each session's pay: what waits for its payday, and the payout that carries the rest, followed through what came back. */
async function payOf(db: Db, practiceId: string, sessionIds: ReadonlySet<string>): Promise<Pay[]> {
  const open = (await openPayLines(db, practiceId)).filter(({ subject }) => sessionIds.has(subject))
  const known = {
    lines: await payoutLines(db, practiceId),
    payouts: await payoutsWhere(db, { practiceId }),
    events: await payoutEvents(db, practiceId),
  }
  const paid = new Set(known.lines.flatMap(({ subject }) => (sessionIds.has(subject) ? [subject] : [])))
  const carried = [...paid].flatMap((sessionId): Pay[] => {
    const { payout, state } = payStanding(sessionId, known)
    return payout === null || state === 'planned' ? [] : [{ state, settlesOn: payout.settlesOn as CalendarDate }]
  })
  const toCome = open.map(({ payOn }): Pay => ({ state: 'to_come', settlesOn: settlesOn(payOn) }))
  return [...toCome, ...carried]
}

const followedUp: ReadonlySet<string> = new Set(['file_rejected', 'rejected', 'denied', 'underpaid', 'reversed'])

async function openCasesOf(
  db: Db,
  practiceId: string,
  { memberId, sessionIds }: { memberId: string; sessionIds: ReadonlySet<string> },
): Promise<number> {
  const claims = (await claimStatusesOf(db, practiceId)).filter(({ sessionId }) => sessionIds.has(sessionId))
  const reviews = (await reviewsOf(db, { practiceId })).filter((review) => review.memberId === memberId)
  const open = reviews.filter(({ decision }) => decision?.finding !== 'in_order')
  return claims.filter(({ status }) => followedUp.has(status)).length + open.length
}
