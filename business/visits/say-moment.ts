import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Language, sayDate } from './say-date.ts'

/** "4:00 PM", "4:00 p. m." on a wall in the zone. */
export function sayHour(language: Language, moment: Instant, zone: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', {
    timeZone: zone,
    hour: 'numeric',
    minute: '2-digit',
  })
  return format.format(new Date(moment)).replace(/[\u202f\u00a0]/gu, ' ')
}

/** "Eastern Time", "hora del Este". */
export function sayZoneName(language: Language, zone: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : 'es-US', {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  })
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** "Wed, Apr 15, 2026, 4:00 PM Eastern Time". */
export function sayWhen(language: Language, moment: Instant, zone: string): string {
  return `${sayDate(language, dateIn(moment, zone))}, ${sayHour(language, moment, zone)} ${sayZoneName(language, zone)}`
}
