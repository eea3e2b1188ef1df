import { addDays, type CalendarDate, dateIn, type Instant, timeIn } from '../../libraries/calendar/index.ts'

type Times = { startsAt: Instant; endsAt: Instant }

/** Where something stands in a day's column: minutes on the wall from midnight, and its lane among what overlaps it. */
export type Laid<Item> = { item: Item; from: number; to: number; lane: number; lanes: number }

/** The part of each thing that lies on a day, in lanes beside what it overlaps; in order of its start. */
export function layOutDay<Item extends Times>(items: readonly Item[], day: CalendarDate, zone: string): Laid<Item>[] {
  const onDay = items
    .flatMap((item) => {
      const span = wallSpan(item, day, zone)
      return span === null ? [] : [{ item, ...span, lane: 0, lanes: 1 }]
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)
  let group: Laid<Item>[] = []
  let until = -1
  for (const laid of onDay) {
    if (laid.from >= until) group = []
    const taken = new Set(group.filter((other) => other.to > laid.from).map((other) => other.lane))
    while (taken.has(laid.lane)) laid.lane += 1
    group.push(laid)
    const lanes = Math.max(...group.map((other) => other.lane)) + 1
    for (const other of group) other.lanes = lanes
    until = Math.max(...group.map((other) => other.to))
  }
  return onDay
}

/** The minutes of a day's wall that something takes; null when it is on another day. Never shorter than it can be read. */
export function wallSpan(
  { startsAt, endsAt }: Times,
  day: CalendarDate,
  zone: string,
): { from: number; to: number } | null {
  const first = dateIn(startsAt, zone)
  const last = dateIn(endsAt, zone)
  const endsAtMidnight = last > first && minutesOf(endsAt, zone) === 0 ? addDays(last, -1) : last
  if (day < first || day > endsAtMidnight) return null
  const from = day === first ? minutesOf(startsAt, zone) : 0
  const to = day === last ? minutesOf(endsAt, zone) : 24 * 60
  return { from, to: Math.min(Math.max(to, from + 15), 24 * 60) }
}

/** Minutes from midnight as the wall's clock shows them. */
export function minutesOf(moment: Instant, zone: string): number {
  const [hours = 0, minutes = 0] = timeIn(moment, zone).split(':').map(Number)
  return hours * 60 + minutes
}
