import {
  addDays,
  addHours,
  addMinutes,
  type CalendarDate,
  calendarDate,
  dateIn,
  type Instant,
  instantAt,
  weekday,
} from '../../libraries/calendar/index.ts'
import { groupPractice, mayaId, theoId, zone } from '../story-network.ts'
import { inesId, type LivedInClient, livedInClients } from './clients.ts'
import { type ClinicianHabits, type PlayedSession, sessionsBetween } from './habits.ts'

export type Session = PlayedSession<LivedInClient>

/** Something that a person does, or that somebody outside is told to do, at a moment. */
export type PlannedDeed = { at: Instant } & (
  | { kind: 'sets_hours'; clinician: ClinicianHabits; from: CalendarDate }
  | { kind: 'plans'; memberId: string; sessions: readonly Session[] }
  /** From these first ones on, week after week, or every other week. */
  | { kind: 'repeats'; memberId: string; sessions: readonly Session[] }
  | { kind: 'confirms'; memberId: string; sessions: readonly Session[] }
  | { kind: 'corrects' | 'voids' | 'cancels'; session: Session }
  | { kind: 'entry_returns'; account: string; code: string }
  | { kind: 'changes_account'; practiceId: string; account: string }
)

export const clinicianHabits: readonly ClinicianHabits[] = [
  {
    memberId: mayaId,
    confirmsAt: '18:20',
    offDuty: [],
    away: [{ from: calendarDate('2026-02-16'), until: calendarDate('2026-02-21') }],
  },
  {
    memberId: theoId,
    confirmsAt: '17:10',
    offDuty: [5],
    away: [{ from: calendarDate('2025-12-22'), until: calendarDate('2026-01-03') }],
  },
  {
    memberId: inesId,
    confirmsAt: '20:05',
    offDuty: [],
    away: [{ from: calendarDate('2026-03-09'), until: calendarDate('2026-03-14') }],
  },
]

/** What the bank of a practice did: its payout came back, and a week later there was another account. */
const returned: readonly PlannedDeed[] = [
  {
    at: instantAt(calendarDate('2025-12-29'), '08:00', zone),
    kind: 'entry_returns',
    account: groupPractice.account.account,
    code: 'R02',
  },
  {
    at: instantAt(calendarDate('2026-01-07'), '10:15', zone),
    kind: 'changes_account',
    practiceId: groupPractice.id,
    account: '1001550099',
  },
]

/** Everything that is done between two moments, in order of time. The weeks after them are planned as series. */
export function planDeeds({ from, until, seed }: { from: CalendarDate; until: Instant; seed: number }): PlannedDeed[] {
  const last = addDays(dateIn(until, zone), 15)
  const sessions = sessionsBetween(livedInClients, clinicianHabits, { from, until: last, seed })
  const deeds = clinicianHabits.flatMap((clinician): PlannedDeed[] => {
    const { memberId } = clinician
    const own = sessions.filter(({ client }) => client.clinicianId === memberId)
    return [
      { at: instantAt(from, '07:45', zone), kind: 'sets_hours', clinician, from },
      ...planning(memberId, own, from, until),
      ...confirming(memberId, own),
      ...afterwards(own),
    ]
  })
  return [...deeds, ...returned]
    .filter(({ at }) => at >= instantAt(from, '00:00', zone) && at < until)
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
}

/** On the first morning and every Monday the sessions of the week; on the last morning all the weeks after it. */
function planning(memberId: string, own: readonly Session[], from: CalendarDate, until: Instant): PlannedDeed[] {
  const deeds: PlannedDeed[] = []
  const end = dateIn(until, zone)
  for (let day = from; day <= end; ) {
    const next = addDays(day, 8 - weekday(day))
    const sessions = own.filter(({ on }) => day <= on && on < next)
    if (sessions.length > 0) deeds.push({ at: instantAt(day, '08:05', zone), kind: 'plans', memberId, sessions })
    if (next > end) {
      const coming = own.filter(({ on }) => on >= next)
      const firsts = coming.filter(({ client }, at) => coming.findIndex((other) => other.client === client) === at)
      deeds.push({ at: instantAt(end, '08:20', zone), kind: 'repeats', memberId, sessions: firsts })
    }
    day = next
  }
  return deeds
}

function confirming(memberId: string, own: readonly Session[]): PlannedDeed[] {
  const evenings = Map.groupBy(own, ({ confirmAt }) => confirmAt)
  return [...evenings].map(([at, sessions]) => ({ at, kind: 'confirms', memberId, sessions }))
}

function afterwards(own: readonly Session[]): PlannedDeed[] {
  return own.flatMap((session): PlannedDeed[] => {
    const { corrected = [], voided = [], cancelled = [] } = session.client.habits
    return [
      ...(cancelled.includes(session.number)
        ? [{ at: addMinutes(session.startsAt, -45), kind: 'cancels' as const, session }]
        : []),
      ...(corrected.includes(session.number)
        ? [{ at: addHours(session.confirmAt, 24), kind: 'corrects' as const, session }]
        : []),
      ...(voided.includes(session.number)
        ? [{ at: addHours(session.confirmAt, 14), kind: 'voids' as const, session }]
        : []),
    ]
  })
}
