import { bankingDayAfter, type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type CallRow, standingCall } from './standing-call.ts'

/** Why a consultant turns to an applicant again: by the news of the application, or by a day that they set themselves. */
export type FollowUpNews = 'call_passed' | 'call_held' | 'call_missed' | 'quote_sent' | 'stands_still'
export type FollowUpWhy = FollowUpNews | 'set_by_hand'
export type FollowUpDeed = 'snoozed' | 'done' | 'handed_on'

export type SetByHand = { id: string; memberId: string; dueOn: CalendarDate; words: string; at: Instant }
export type FollowUpChange = {
  id: string
  followUpId: string
  deed: FollowUpDeed
  dueOn: CalendarDate | null
  memberId: string | null
  at: Instant
}

export type FollowUpFacts = {
  application: { id: string; at: Instant }
  calls: readonly CallRow[]
  steps: readonly { id: string; deed: 'noted' | 'call_held' | 'call_missed' | 'closed'; at: Instant }[]
  quotes: readonly { id: string; at: Instant }[]
  setByHand: readonly SetByHand[]
  changes: readonly FollowUpChange[]
  isOpened: boolean
  /** The applicant's: a day is theirs. */
  zone: string
}

export type FollowUp = {
  /** Of the day that was set, or of the news that gave it. */
  id: string
  why: FollowUpWhy
  dueOn: CalendarDate
  words: string | null
  ownerId: string | null
  standing: 'ahead' | 'due_today' | 'overdue'
  /** Since when it stands for this day. */
  since: Instant
}

/**
 * What a consultant owes one applicant, the earliest day first: one follow-up at most by the latest news, and every day that
 * was set by hand. None while the news is a call to come, and none any more once the practice is open or the application
 * closed. The same facts give the same follow-ups, however often they are asked for.
 */
export function followUpsOf(
  facts: FollowUpFacts,
  businessDays: Readonly<Record<FollowUpNews, number>>,
  now: Instant,
): FollowUp[] {
  const { steps, isOpened, changes, setByHand, zone, calls } = facts
  if (isOpened || steps.some(({ deed }) => deed === 'closed')) return []
  const caller = standingCall(calls).last?.memberId ?? null
  const done = new Set(changes.flatMap(({ deed, followUpId }) => (deed === 'done' ? [followUpId] : [])))
  const news = latestNews(facts, now)
  const given = news === null ? [] : [{ ...news, words: null, memberId: caller }]
  const plain = [
    ...given.map((each) => ({
      ...each,
      dueOn: businessDaysAfter(dateIn(each.at, zone), businessDays[each.why]),
    })),
    ...setByHand.filter(({ id }) => !done.has(id)).map((each) => ({ ...each, why: 'set_by_hand' as const })),
  ]
  const today = dateIn(now, zone)
  return plain
    .map(({ id, why, words, at, ...first }) => {
      const own = changes.filter(({ followUpId }) => followUpId === id)
      const snoozed = own.findLast(({ dueOn }) => dueOn !== null)
      const dueOn = snoozed?.dueOn ?? first.dueOn
      const ownerId = own.findLast(({ memberId }) => memberId !== null)?.memberId ?? first.memberId
      return { id, why, words, dueOn, ownerId, standing: standingOn(dueOn, today), since: snoozed?.at ?? at }
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

type News = { id: string; why: FollowUpNews; at: Instant }

function latestNews(facts: FollowUpFacts, now: Instant): News | null {
  const { application, steps, quotes, changes } = facts
  const { call } = standingCall(facts.calls)
  // Who was called ahead of the time has been called: the hour itself is no news any more.
  const isSettled = steps.some(({ deed, at }) => call !== null && isOutcome(deed) && at >= call.at)
  if (call !== null && call.endsAt > now && !isSettled) return null
  const ended = facts.calls.flatMap(({ id, endsAt, changed }): Tiding[] => {
    if (id === call?.id) return isSettled ? [] : [{ id, tells: 'call_passed', at: endsAt }]
    return changed?.deed === 'cancelled' ? [{ id, tells: 'call_missed', at: changed.at }] : []
  })
  const told: Tiding[] = [
    { id: application.id, tells: 'stands_still', at: application.at },
    ...ended,
    ...steps.flatMap(({ id, deed, at }) => (deed === 'closed' ? [] : [{ id, tells: deed, at }])),
    ...quotes.map(({ id, at }) => ({ id, tells: 'quote_sent' as const, at })),
    ...changes.flatMap(({ id, followUpId, deed, at }) =>
      deed === 'done' ? [{ id, tells: 'done' as const, of: followUpId, at }] : [],
    ),
  ]
  return told.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).reduce<News | null>(after, null)
}

function isOutcome(deed: FollowUpFacts['steps'][number]['deed']): boolean {
  return deed === 'call_held' || deed === 'call_missed'
}

type Tiding = { id: string; at: Instant } & (
  | { tells: FollowUpNews | 'noted'; of?: undefined }
  | { tells: 'done'; of: string }
)

// A note does not stand for the rates that are owed after a call, nor for the call that did not take place.
function after(before: News | null, { id, tells, of, at }: Tiding): News {
  if (tells !== 'noted' && tells !== 'done') return { id, why: tells, at }
  const isStillOwed =
    before !== null && before.id !== of && (before.why === 'call_held' || before.why === 'call_missed')
  return isStillOwed ? before : { id, why: 'stands_still', at }
}

function standingOn(dueOn: CalendarDate, today: CalendarDate): FollowUp['standing'] {
  if (dueOn > today) return 'ahead'
  return dueOn === today ? 'due_today' : 'overdue'
}

function businessDaysAfter(day: CalendarDate, count: number): CalendarDate {
  let after = day
  for (let passed = 0; passed < count; passed++) after = bankingDayAfter(after)
  return after
}
