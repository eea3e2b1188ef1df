import {
  addDays,
  addMinutes,
  type CalendarDate,
  dateIn,
  type Instant,
  instantAt,
  weekday,
} from '../../libraries/calendar/index.ts'

/** When a consultant takes calls: one weekday (1 is Monday) between two times of the operator's wall. */
export type ConsultantHours = {
  memberId: string
  weekday: number
  starts: string
  stops: string
  callMinutes: number
  during: { from: CalendarDate; until: CalendarDate | null }
}

export type Slot = { memberId: string; startsAt: Instant; endsAt: Instant }

type Asked = {
  hours: readonly ConsultantHours[]
  taken: readonly { memberId: string; startsAt: Instant }[]
  now: Instant
  zone: string
  /** How many days ahead, today included, and how many hours a consultant is told before. */
  days: number
  leadHours: number
}

/** The slots in which a call can still be booked, the earliest first: one for each moment, whoever is free. */
export function openSlots({ hours, taken, now, zone, days, leadHours }: Asked): Slot[] {
  const today = dateIn(now, zone)
  const earliest = addMinutes(now, leadHours * 60)
  const isTaken = new Set(taken.map(({ memberId, startsAt }) => `${memberId} ${startsAt}`))
  const byMoment = new Map<Instant, Slot>()
  for (let ahead = 0; ahead < days; ahead++) {
    const day = addDays(today, ahead)
    for (const each of hours) {
      if (each.weekday !== weekday(day) || day < each.during.from) continue
      if (each.during.until !== null && day >= each.during.until) continue
      for (const slot of slotsOf(each, day, zone)) {
        if (slot.startsAt < earliest || isTaken.has(`${slot.memberId} ${slot.startsAt}`)) continue
        if (!byMoment.has(slot.startsAt)) byMoment.set(slot.startsAt, slot)
      }
    }
  }
  return [...byMoment.values()].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

function slotsOf({ memberId, starts, stops, callMinutes }: ConsultantHours, day: CalendarDate, zone: string): Slot[] {
  const end = instantAt(day, stops, zone)
  const slots: Slot[] = []
  for (let startsAt = instantAt(day, starts, zone); ; ) {
    const endsAt = addMinutes(startsAt, callMinutes)
    if (endsAt > end) return slots
    slots.push({ memberId, startsAt, endsAt })
    startsAt = endsAt
  }
}
