import { addHours, type Instant } from '../../libraries/calendar/index.ts'
import { clientReminderAt, clinicianReminderAt } from './reminder-moments.ts'

export type ReminderRule = { id: string; audience: 'client' | 'clinician'; hours: number }

type Session = { startsAt: Instant; endsAt: Instant; plannedAt: Instant }

/** When a rule reminds of a session; null when it was planned so late that its own notice said the same. */
export function reminderAt(session: Session, rule: ReminderRule, zone: string): Instant | null {
  if (rule.audience === 'clinician') return clinicianReminderAt(session.endsAt, rule.hours, zone)
  const at = clientReminderAt(session.startsAt, rule.hours, zone)
  return session.plannedAt <= at ? at : null
}

/**
 * The rule whose letter is due for a session now: of several the latest, so that a house that was away sends one letter
 * and not three. A client is reminded before the session only, a clinician as long as somebody could still confirm it.
 */
export function reminderDue(
  session: Session,
  rules: readonly ReminderRule[],
  { now, zone }: { now: Instant; zone: string },
): ReminderRule | null {
  const audience = now < session.startsAt ? 'client' : 'clinician'
  const due = rules.flatMap((rule) => {
    const at = rule.audience === audience ? reminderAt(session, rule, zone) : null
    return at !== null && at <= now ? [{ rule, at }] : []
  })
  return due.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.rule ?? null
}

/** The next moment at which a rule reminds of a session; null when none will. */
export function nextReminder(
  session: Session,
  rules: readonly ReminderRule[],
  { now, zone }: { now: Instant; zone: string },
): Instant | null {
  const moments = rules.flatMap((rule) => {
    const at = reminderAt(session, rule, zone)
    const isInTime = at !== null && at > now && (rule.audience === 'clinician' || at < session.startsAt)
    return isInTime ? [at] : []
  })
  return moments.sort()[0] ?? null
}

/** Before this moment nobody is reminded of a session that starts at the given one or later. */
export function firstReminderAfter(startsAt: Instant, rules: readonly ReminderRule[]): Instant {
  const ahead = rules.filter(({ audience }) => audience === 'client').map(({ hours }) => hours)
  // The hour of post before so many hours ahead may be the last of the day before.
  return addHours(startsAt, -Math.max(0, ...ahead) - 24)
}

/** Sessions further back have lost their time, those further ahead have theirs to come. */
export function remindable(now: Instant): { from: Instant; until: Instant } {
  return { from: addHours(now, -40 * 24), until: addHours(now, 14 * 24) }
}
