import { type CalendarDate, dayOfMonth, weekday } from './calendar-date.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As pages name a day: "Thu, Apr 30, 2026". */
export function dateInWords(date: CalendarDate): string {
  const month = months[Number(date.slice(5, 7)) - 1]
  return `${weekdays[weekday(date) - 1]}, ${month} ${dayOfMonth(date)}, ${Number(date.slice(0, 4))}`
}
