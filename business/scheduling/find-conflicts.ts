import { dateIn, dateInWords, type Instant, timeInWords } from '../../libraries/calendar/index.ts'
import type { Hours } from './working-hours-on.ts'

export type ConflictCode = 'double_booked' | 'client_double_booked' | 'unavailable' | 'outside_working_hours'

/** Something that a planned time meets. One that is refused cannot be accepted, the others are for the clinician to weigh. */
export type Conflict = { code: ConflictCode; isRefused: boolean; words: string }

type Times = { startsAt: Instant; endsAt: Instant }

type Around = {
  /** The practice's zone. */
  zone: string
  /** Other sessions that stand, of the same clinician or the same client. */
  sessions: readonly (Times & { memberId: string; personId: string })[]
  unavailable: readonly Times[]
  /** The clinician's working hours on the days that the plan touches; null: they have named none. */
  hours: readonly Hours[] | null
}

/** What a planned time of a clinician and a client meets, in words; nothing that only touches at its ends. */
export function findConflicts(
  plan: Times & { memberId: string; personId: string },
  { zone, sessions, unavailable, hours }: Around,
): Conflict[] {
  const conflicts: Conflict[] = []
  const others = sessions.filter((session) => meet(plan, session))
  const own = others.find(({ memberId }) => memberId === plan.memberId)
  if (own !== undefined) {
    const words = `There is another session ${sayTimes(own, zone)}.`
    conflicts.push({ code: 'double_booked', isRefused: true, words })
  }
  const theirs = others.find(({ personId, memberId }) => personId === plan.personId && memberId !== plan.memberId)
  if (theirs !== undefined) {
    const words = `The client has another session ${sayTimes(theirs, zone)}.`
    conflicts.push({ code: 'client_double_booked', isRefused: false, words })
  }
  const away = unavailable.find((time) => meet(plan, time))
  if (away !== undefined) {
    const words = `The time ${sayTimes(away, zone)} is blocked as unavailable.`
    conflicts.push({ code: 'unavailable', isRefused: false, words })
  }
  if (hours !== null && !isCovered(plan, hours)) {
    const words = `${sayTimes(plan, zone, true)} is outside the working hours of that day.`
    conflicts.push({ code: 'outside_working_hours', isRefused: false, words })
  }
  return conflicts
}

function meet(a: Times, b: Times): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt
}

/** Blocks of hours that touch are one. */
function isCovered(plan: Times, hours: readonly Hours[]): boolean {
  let until = plan.startsAt
  for (const { startsAt, endsAt } of hours.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
    if (startsAt <= until && endsAt > until) until = endsAt
  }
  return until >= plan.endsAt
}

function sayTimes({ startsAt, endsAt }: Times, zone: string, opens = false): string {
  const day = dateInWords(dateIn(startsAt, zone))
  const times = `from ${timeInWords(startsAt, zone)} to ${timeInWords(endsAt, zone)}`
  return opens ? `${day}, ${times},` : `on ${day} ${times}`
}
