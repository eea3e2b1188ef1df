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
import { groupPractice, mayaId, soloPractice, theoId, zone } from '../story-network.ts'
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
  /** A payer pays somebody who is none of ours, or for a claim that nobody knows. */
  | { kind: 'stray_payment'; to: 'elsewhere' | 'nobody'; on: CalendarDate }
  | { kind: 'asks_credential'; memberId: string; networkId: string; state: string; words: string }
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

const strayOn = calendarDate('2026-04-06')

/** What is open on the evening of 8 April, so that each of the operator's queues shows what it is for. */
const leftOpen: readonly PlannedDeed[] = [
  {
    at: instantAt(calendarDate('2026-03-27'), '08:00', zone),
    kind: 'entry_returns',
    account: soloPractice.account.account,
    code: 'C01',
  },
  { at: instantAt(strayOn, '07:10', zone), kind: 'stray_payment', to: 'elsewhere', on: strayOn },
  { at: instantAt(strayOn, '07:20', zone), kind: 'stray_payment', to: 'nobody', on: strayOn },
  {
    at: instantAt(calendarDate('2026-04-07'), '12:45', zone),
    kind: 'asks_credential',
    memberId: theoId,
    networkId: 'horizon-nj',
    state: 'NJ',
    words: 'My New Jersey license should come this month.',
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
  return [...deeds, ...returned, ...leftOpen]
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
