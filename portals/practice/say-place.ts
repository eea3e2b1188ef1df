import { addDays, type CalendarDate } from '../../libraries/calendar/index.ts'
import type { Location } from '../contract.ts'
import { sayDayFrom } from '../design/say-day.ts'
import { sayTown } from '../design/say-town.ts'

/** "100 Example Street, Queens, NY 11375": what is known of an address, as people write it. */
export function sayAddress({ street, city, state, zip }: Omit<Location, 'id' | 'label' | 'countyFips'>): string {
  const town = [city === null ? null : sayTown(city), `${state} ${(zip ?? '').slice(0, 5)}`.trim()]
  return [street, ...town].filter((part) => part !== null).join(', ')
}

/** "since Wed, Jan 1, 2020", "from Mon, Apr 6 to Fri, Apr 10": `until` is the first day on which it counts no more. */
export function sayPeriod(
  { from, until }: { from: CalendarDate; until: CalendarDate | null },
  today: CalendarDate,
): string {
  const first = sayDayFrom(today, from)
  if (until === null) return from > today ? `from ${first} on` : `since ${first}`
  return `from ${first} to ${sayDayFrom(today, addDays(until, -1))}`
}
