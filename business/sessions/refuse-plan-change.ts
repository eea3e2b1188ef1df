import { dateIn, dateInWords, type Instant, timeInWords } from '../../libraries/calendar/index.ts'
import type { PlannedSession } from './session-store.ts'

export type PlanRefusal = { code: PlanReason; field: 'session' | 'version' | 'kind'; words: string }

export type PlanReason =
  | 'session_cancelled'
  | 'session_confirmed'
  | 'session_voided'
  | 'session_changed_meanwhile'
  | 'not_begun_yet'

type Asked = {
  /** The version of the plan that the one who asks saw. */
  version: number
  now: Instant
  /** The practice's zone. */
  zone: string
  isConfirmed: boolean
  isVoided: boolean
  /** The name of a login, as its practice knows it. */
  nameOf: (userId: string) => string
}

/** Why the plan of a session may not be changed any more, or not by somebody who saw an earlier one; null if it may. */
export function refusePlanChange(session: PlannedSession, asked: Asked): PlanRefusal | null {
  const { cancellation } = session
  if (cancellation !== null) {
    const who = asked.nameOf(cancellation.cancelledBy)
    const on = dateInWords(dateIn(cancellation.cancelledAt, asked.zone))
    const what = cancellation.kind === 'no_show' ? 'recorded that the client did not come' : 'cancelled it'
    const words = `${who} ${what} on ${on}. Plan a new session instead; nothing of it was changed now.`
    return { code: 'session_cancelled', field: 'session', words }
  }
  if (asked.isVoided) {
    const words = 'This session is marked as not having taken place. Plan a new one instead; nothing was changed.'
    return { code: 'session_voided', field: 'session', words }
  }
  if (asked.isConfirmed) {
    const words = 'This session is confirmed: its times are part of what is billed. Correct the confirmation instead.'
    return { code: 'session_confirmed', field: 'session', words }
  }
  if (asked.version === session.version) return null
  const words = `${asked.nameOf(session.plannedBy)} has moved it meanwhile: it is now ${sayWhen(session, asked.zone)}. Look at it again; what they changed stands, and nothing was changed now.`
  return { code: 'session_changed_meanwhile', field: 'version', words }
}

/** "Tue, Apr 14, 2026, 3:00 PM to 3:55 PM", on a wall in the zone. */
function sayWhen({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, zone: string): string {
  return `${dateInWords(dateIn(startsAt, zone))}, ${timeInWords(startsAt, zone)} to ${timeInWords(endsAt, zone)}`
}
