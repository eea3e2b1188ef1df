import { type Cents, sum } from '../../libraries/money/index.ts'
import { sessionRows } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { payeeOf } from './bank-account-store.ts'
import { openPayLines, payoutLines } from './pay-line-report-store.ts'
import { type PayoutState, payoutState } from './pay-standing.ts'
import { explainHold, payoutDestination } from './payout-hold.ts'
import { payoutEvents, payoutsWhere } from './payout-store.ts'
import { type UpcomingPayout, upcomingPayouts } from './upcoming-payouts.ts'

type Made = {
  payOn: UpcomingPayout['payOn']
  settlesOn: UpcomingPayout['settlesOn']
  cents: Cents
  lines: number
  state: PayoutState
}

export type PayoutsAhead = {
  upcoming: UpcomingPayout[]
  /** Made already, and not known to have arrived. */
  past: Made[]
  hold: string | null
  returned: boolean
  accountEnds: string | null
}

async function ownSessionIds(db: Db, world: World, who: Who): Promise<ReadonlySet<string>> {
  const rows = await sessionRows(db, world, who)
  return new Set(rows.flatMap(({ row }) => (row.memberId === who.memberId ? [row.id] : [])))
}

/** The money that is on its way to a practice; to a clinician only, what their own sessions brought. */
export async function payoutsAhead(db: Db, world: World, who: Who): Promise<PayoutsAhead> {
  const { practiceId } = who
  const now = world.clock.now()
  const own = who.may.money === 'all' ? null : await ownSessionIds(db, world, who)
  const isShown = ({ subject }: { subject: string }) => own === null || own.has(subject)
  const payee = await payeeOf(db, practiceId)
  const destination = payoutDestination(payee, now)
  const hold = 'hold' in destination ? explainHold(destination.hold) : null
  const open = (await openPayLines(db, practiceId)).filter(isShown)
  const events = Map.groupBy(await payoutEvents(db, practiceId), ({ payoutId }) => payoutId)
  const payouts = (await payoutsWhere(db, { practiceId })).map((payout) => {
    return { ...payout, state: payoutState(events.get(payout.id) ?? []) }
  })
  const sent = payouts.filter(({ state }) => state === 'sent')
  const lines = sent.length === 0 ? [] : (await payoutLines(db, practiceId)).filter(isShown)
  const past = sent.map(({ id, payOn, settlesOn, state }) => {
    const its = lines.filter(({ payoutId }) => payoutId === id)
    return { payOn, settlesOn, state, cents: sum(its.map(({ cents }) => cents)), lines: its.length }
  })
  return {
    upcoming: upcomingPayouts(open, { now, zone: world.zone, hold }),
    past,
    hold,
    // A payout that came back is paid again by a line of its own: until that has gone out, somebody should look.
    returned: payouts.at(-1)?.state === 'returned',
    accountEnds: payee.accounts.at(-1)?.account.slice(-4) ?? null,
  }
}
