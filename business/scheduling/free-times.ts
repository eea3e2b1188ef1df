import { addDays, addHours, addMinutes, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type WorkingWeek, workingHoursOn } from './working-hours-on.ts'

/** Which times a client may propose: after so many hours, within so many days, and on these minutes. */
export type ProposalRule = { leadHours: number; daysAhead: number; stepMinutes: number }

type Asked = {
  weeks: readonly WorkingWeek[]
  taken: readonly { startsAt: Instant; endsAt: Instant }[]
  /** How long the session is. */
  minutes: number
  modality: 'telehealth' | 'in_person'
  zone: string
  now: Instant
  rule: ProposalRule
}

/** The moments at which a session of this length could begin within the clinician's hours, the earliest first. */
export function freeTimes({ weeks, taken, minutes, modality, zone, now, rule }: Asked): Instant[] {
  const earliest = addHours(now, rule.leadHours)
  const today = dateIn(now, zone)
  const times = new Set<Instant>()
  for (let ahead = 0; ahead <= rule.daysAhead; ahead++) {
    for (const block of workingHoursOn(weeks, addDays(today, ahead), zone) ?? []) {
      if (block.place !== 'either' && block.place !== modality) continue
      for (let startsAt = block.startsAt; ; startsAt = addMinutes(startsAt, rule.stepMinutes)) {
        const endsAt = addMinutes(startsAt, minutes)
        if (endsAt > block.endsAt) break
        const isTaken = taken.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)
        if (startsAt >= earliest && !isTaken) times.add(startsAt)
      }
    }
  }
  return [...times].toSorted()
}

/** The days that a rule reaches over, as moments: what is taken is asked for between them. */
export function reachOf({ leadHours, daysAhead }: ProposalRule, now: Instant): { from: Instant; until: Instant } {
  return { from: addHours(now, leadHours), until: addHours(now, (daysAhead + 2) * 24) }
}
