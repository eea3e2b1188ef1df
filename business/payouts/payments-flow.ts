import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, sum, zero } from '../../libraries/money/index.ts'
import { sessionRows } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { payeeOf } from './bank-account-store.ts'
import { describePayoutLine } from './describe-payout-line.ts'
import { openPayLines, type PayoutLine, payoutLines } from './pay-line-report-store.ts'
import { type PayoutState, payoutState } from './pay-standing.ts'
import { explainHold, payoutDestination } from './payout-hold.ts'
import { payoutEvents, payoutsWhere } from './payout-store.ts'
import { type UpcomingPayout, upcomingPayouts } from './upcoming-payouts.ts'

export type Payments = { upcoming: UpcomingPayout[]; past: PastPayout[] }

export type PastPayout = {
  payoutId: string
  payOn: CalendarDate
  settlesOn: CalendarDate
  cents: Cents
  state: PayoutState
  lines: {
    sessionId: string | null
    clientName: string | null
    serviceOn: CalendarDate | null
    words: string
    cents: Cents
  }[]
}

/** A practice's payouts, to come and past. Who may see their own pay only sees what their own sessions brought. */
export async function payments(db: Db, world: World, who: Who): Promise<Payments> {
  const now = world.clock.now()
  const { practiceId } = who
  const rows = await sessionRows(db, world, who)
  const sessions = new Map(rows.map((described) => [described.row.id, described]))
  const isShown = ({ subject }: { subject: string }) =>
    who.may.money === 'all' || sessions.get(subject)?.row.memberId === who.memberId
  const destination = payoutDestination(await payeeOf(db, practiceId), now)
  const hold = 'hold' in destination ? explainHold(destination.hold) : null
  const open = (await openPayLines(db, practiceId)).filter(isShown)
  const lines = Map.groupBy((await payoutLines(db, practiceId)).filter(isShown), ({ payoutId }) => payoutId)
  const events = await payoutEvents(db, practiceId)
  const payouts = (await payoutsWhere(db, { practiceId })).filter(({ id }) => lines.has(id))

  const describe = (line: PayoutLine) => {
    const session = sessions.get(line.subject)
    return {
      sessionId: session?.row.id ?? null,
      clientName: session?.row.clientName ?? null,
      serviceOn: session?.serviceOn ?? null,
      words: describePayoutLine(line.kind),
      cents: line.cents,
    }
  }
  const past = payouts.toReversed().map(({ id, payOn, settlesOn }) => {
    const paid = netBySession(lines.get(id) ?? [])
    return {
      payoutId: id,
      payOn,
      settlesOn,
      cents: sum(paid.map(({ cents }) => cents)),
      state: payoutState(events.filter(({ payoutId }) => payoutId === id)),
      lines: paid.map(describe),
    }
  })
  return { upcoming: upcomingPayouts(open, { now, zone: world.zone, hold }), past }
}

// A correction undoes what was booked and books anew: who reads wants what it comes to.
function netBySession(lines: readonly PayoutLine[]): PayoutLine[] {
  const groups = Map.groupBy(lines, ({ subject, kind }) => `${subject} ${kind}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const cents = sum(group.map((line) => line.cents))
    return first === undefined || cents === zero ? [] : [{ ...first, cents }]
  })
}
