import { addDays, addMinutes, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import {
  type ConsultantException,
  type ConsultantWeek,
  consultantDay,
  type Hours,
  overlaps,
  type Span,
} from './consultant-day.ts'

export type Slot = { memberId: string; startsAt: Instant; endsAt: Instant }

type Asked = {
  weeks: readonly ConsultantWeek[]
  exceptions: readonly ConsultantException[]
  /** Calls that stand or are held; one that was moved or called off has given its time back. */
  taken: readonly (Span & { memberId: string })[]
  now: Instant
  zone: string
  /** How many days ahead, today included, and how many hours a consultant is told before. */
  days: number
  leadHours: number
}

/** The slots in which a call can still be booked, the earliest first: one for each moment, whoever is free. */
export function openSlots({ weeks, exceptions, taken, now, zone, days, leadHours }: Asked): Slot[] {
  const today = dateIn(now, zone)
  const earliest = addMinutes(now, leadHours * 60)
  const consultants = [...new Set([...weeks, ...exceptions].map(({ memberId }) => memberId))]
  const byMoment = new Map<Instant, Slot>()
  for (let ahead = 0; ahead < days; ahead++) {
    for (const memberId of consultants) {
      const { hours, away } = consultantDay(memberId, addDays(today, ahead), { weeks, exceptions, zone })
      const busy = [...away, ...taken.filter((each) => each.memberId === memberId)]
      for (const slot of hours.flatMap(slotsOf)) {
        if (slot.startsAt < earliest || busy.some((span) => overlaps(span, slot))) continue
        if (!byMoment.has(slot.startsAt)) byMoment.set(slot.startsAt, { memberId, ...slot })
      }
    }
  }
  return [...byMoment.values()].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

function slotsOf({ startsAt: first, endsAt: end, callMinutes }: Hours): Span[] {
  const slots: Span[] = []
  for (let startsAt = first; ; ) {
    const endsAt = addMinutes(startsAt, callMinutes)
    if (endsAt > end) return slots
    slots.push({ startsAt, endsAt })
    startsAt = endsAt
  }
}
