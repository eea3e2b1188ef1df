import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { clientCards } from '../charges/index.ts'
import type { SessionRow } from '../sessions/describe-session-row.ts'
import { payOnIfConfirmedToday, sessionRows } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { type NeedsYou, needsYou } from './needs-you.ts'
import { nextPayout } from './next-payout.ts'
import { payments } from './payments-flow.ts'
import { settlesOn } from './settles-on.ts'

export type Home = {
  now: Instant
  zone: string
  toConfirm: (SessionRow & { confirmBy: CalendarDate; paidIfConfirmedToday: CalendarDate })[]
  nextPayout: { payOn: CalendarDate; settlesOn: CalendarDate; cents: Cents } | null
  needsYou: NeedsYou[]
}

/** What waits for somebody of a practice today, and the money that comes next. */
export async function home(db: Db, world: World, who: Who): Promise<Home> {
  const now = world.clock.now()
  const payOn = await payOnIfConfirmedToday(db, world)
  const rows = await sessionRows(db, world, who)
  const waiting = rows.filter(({ row }) => row.state === 'to_confirm').toReversed()
  const paid = await payments(db, world, who)
  const hold = who.role === 'clinician' ? null : (paid.upcoming.find((payout) => payout.hold !== null)?.hold ?? null)
  return {
    now,
    zone: world.zone,
    toConfirm: waiting.flatMap(({ row, confirmBy }) =>
      confirmBy === null || payOn === null ? [] : [{ ...row, confirmBy, paidIfConfirmedToday: settlesOn(payOn) }],
    ),
    nextPayout: nextPayout(paid, dateIn(now, world.zone)),
    needsYou: needsYou({ rows, clients: await clientCards(db, world, who), hold, hasPaySchedule: payOn !== null }),
  }
}
