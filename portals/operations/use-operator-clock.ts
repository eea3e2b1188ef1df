import { useQuery } from '@tanstack/react-query'
import { type CalendarDate, calendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { houseQuery } from '../queries.ts'

const unknown = { zone: 'America/New_York', today: calendarDate('2000-01-01') }

/** The operator's day and zone; until the house has answered, a day on which nothing is near. */
export function useOperatorClock(): { zone: string; today: CalendarDate } {
  const house = useQuery(houseQuery)
  if (house.data === undefined) return unknown
  const { now, zone } = house.data
  return { zone, today: dateIn(now, zone) }
}
