import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type ConsultantException, type ConsultantWeek, consultantDay, overlaps, type Span } from './consultant-day.ts'

export type CallConflict = 'consultant_away' | 'outside_hours' | 'calls_overlap'

type Booked = Span & { id: string; memberId: string }
type Known = {
  weeks: readonly ConsultantWeek[]
  exceptions: readonly ConsultantException[]
  now: Instant
  zone: string
}

/** Which calls that are still to come do not fit the consultant's days as they stand now, and why; a fitting one is left out. */
export function callConflicts<Call extends Booked>(
  calls: readonly Call[],
  { weeks, exceptions, now, zone }: Known,
): { call: Call; why: CallConflict }[] {
  const ahead = calls.filter(({ startsAt }) => startsAt > now)
  return ahead.flatMap((call): { call: Call; why: CallConflict }[] => {
    const { hours, away } = consultantDay(call.memberId, dateIn(call.startsAt, zone), { weeks, exceptions, zone })
    if (away.some((span) => overlaps(span, call))) return [{ call, why: 'consultant_away' }]
    const fits = hours.some(({ startsAt, endsAt }) => startsAt <= call.startsAt && call.endsAt <= endsAt)
    if (!fits) return [{ call, why: 'outside_hours' }]
    const isDouble = ahead.some(
      (other) => other.id !== call.id && other.memberId === call.memberId && overlaps(other, call),
    )
    return isDouble ? [{ call, why: 'calls_overlap' }] : []
  })
}
