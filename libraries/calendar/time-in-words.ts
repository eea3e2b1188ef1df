import { type Instant, timeIn } from './instant.ts'

/** "3:00 PM" on a wall in the zone. */
export function timeInWords(moment: Instant, zone: string): string {
  const [hours = '0', minutes = '00'] = timeIn(moment, zone).split(':')
  const hour = Number(hours)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`
}
