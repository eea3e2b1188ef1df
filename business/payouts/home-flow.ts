import { addDays, type CalendarDate, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { type Cents, sum } from '../../libraries/money/index.ts'
import { clientCards, failedCharges } from '../charges/index.ts'
import { adminApprovals, practiceById, telehealthLinksOf } from '../practices/index.ts'
import type { SessionRow } from '../sessions/describe-session-row.ts'
import { lastTimesOf, payOnIfConfirmedToday, sessionRows, unansweredRequests } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { type NeedsYou, needsYou } from './needs-you.ts'
import { nextPayout } from './next-payout.ts'
import { payoutsAhead } from './payouts-ahead-flow.ts'
import { settlesOn } from './settles-on.ts'

export type Home = {
  now: Instant
  zone: string
  toConfirm: (SessionRow & {
    confirmBy: CalendarDate
    paidIfConfirmedToday: CalendarDate
    /** What the last session with this client was paid; null where there is none to go by. */
    lastPaidCents: Cents | null
  })[]
  nextPayout: { payOn: CalendarDate; settlesOn: CalendarDate; cents: Cents; lines: number } | null
  /** What sessions confirmed today would be paid with, as it stands. */
  thisWindow: { settlesOn: CalendarDate; cents: Cents; lines: number } | null
  /** The last four digits of the account that the next payout goes to. */
  accountEnds: string | null
  /** `joinUrl`: the room of a virtual session that is not over. */
  today: (SessionRow & { joinUrl: string | null })[]
  needsYou: NeedsYou[]
}

/** What waits for somebody of a practice today, and the money that comes next; of one clinician, or of the whole practice. */
export async function home(db: Db, world: World, asks: Who, clinician?: string): Promise<Home> {
  const now = world.clock.now()
  // Who looks at one clinician's day sees what that clinician would, and may still do what their own role lets them.
  const who = clinician === undefined || asks.may.calendar !== 'all' ? asks : asClinician(asks, clinician)
  const seesPay = (row: SessionRow) =>
    who.may.money === 'all' || (who.may.money === 'own' && row.memberId === who.memberId)
  const payOn = await payOnIfConfirmedToday(db, world)
  const rows = await sessionRows(db, world, who, { standing: 'open' })
  const waiting = rows.filter(({ row }) => row.state === 'to_confirm').toReversed()
  const lastTimes = new Map(
    (await lastTimesOf(db, who.practiceId)).map((last) => [`${last.personId} ${last.memberId}`, last.provider]),
  )
  const ahead = await payoutsAhead(db, world, who)
  const arrives = payOn === null ? null : settlesOn(payOn)
  const inWindow = ahead.upcoming.filter((payout) => payout.settlesOn === arrives)
  return {
    now,
    zone: world.zone,
    toConfirm: waiting.flatMap(({ row, confirmBy }) =>
      confirmBy === null || arrives === null
        ? []
        : [
            {
              ...row,
              confirmBy,
              paidIfConfirmedToday: arrives,
              lastPaidCents: seesPay(row) ? (lastTimes.get(`${row.personId} ${row.memberId}`) ?? null) : null,
            },
          ],
    ),
    nextPayout: who.may.money === 'none' ? null : nextPayout(ahead, dateIn(now, world.zone)),
    thisWindow:
      arrives === null || who.may.money === 'none'
        ? null
        : {
            settlesOn: arrives,
            cents: sum(inWindow.map(({ cents }) => cents)),
            lines: inWindow.reduce((lines, payout) => lines + payout.lines, 0),
          },
    accountEnds: asks.may.money === 'all' ? ahead.accountEnds : null,
    today: await todayOf(db, world, who),
    needsYou: needsYou({
      rows,
      clients: await clientCards(db, world, who),
      hold: asks.may.money === 'all' ? ahead.hold : null,
      returned: asks.may.money === 'all' && ahead.returned,
      hasPaySchedule: payOn !== null,
      failed: await failedCharges(db, who.practiceId),
      asking: asks.may.team === 'decide' ? await askingOf(db, who.practiceId) : [],
      requests: who.may.planning === 'none' ? [] : await unansweredRequests(db, who.practiceId),
    }),
  }
}

async function askingOf(db: Db, practiceId: string) {
  return (await adminApprovals(db, practiceId)).filter(({ answer }) => answer === null)
}

function asClinician(who: Who, memberId: string): Who {
  const { money } = who.may
  return {
    ...who,
    memberId,
    may: { ...who.may, calendar: 'own', clients: 'own', money: money === 'none' ? money : 'own' },
  }
}

/** Today on the practice's wall, in the order of the day. */
async function todayOf(db: Db, world: World, who: Who): Promise<Home['today']> {
  const zone = (await practiceById(db, who.practiceId))?.timeZone ?? world.zone
  const now = world.clock.now()
  const today = dateIn(now, zone)
  const from = instantAt(today, '00:00', zone)
  const until = instantAt(addDays(today, 1), '00:00', zone)
  const rows = await sessionRows(db, world, who, { from, until })
  const rooms = new Map((await telehealthLinksOf(db, who.practiceId)).map(({ memberId, url }) => [memberId, url]))
  const roomOf = ({ state, endsAt, modality, memberId }: SessionRow) =>
    (state === 'upcoming' || state === 'to_confirm') && endsAt > now && modality === 'telehealth'
      ? (rooms.get(memberId) ?? null)
      : null
  return rows.map(({ row }) => ({ ...row, joinUrl: roomOf(row) })).toReversed()
}
