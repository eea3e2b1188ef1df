import { dateIn, type Instant, timeInWords, zoneInWords } from '../../libraries/calendar/index.ts'
import { type Language, sayDate } from './say-date.ts'

// In words of our own: programs differ in what they call a zone, and in how they shorten the halves of a day.
const zonesInSpanish: readonly [begins: RegExp, spanish: string][] = [
  [/^Eastern/, 'hora del Este'],
  [/^Central/, 'hora del Centro'],
  [/^Mountain/, 'hora de la Montaña'],
  [/^Pacific/, 'hora del Pacífico'],
  [/^Alaska/, 'hora de Alaska'],
  [/^Hawaii/, 'hora de Hawái'],
  [/^Atlantic/, 'hora del Atlántico'],
  [/^Chamorro/, 'hora chamorro'],
  [/^Samoa/, 'hora de Samoa'],
]

/** "4:00 PM", "4:00 p. m." on a wall in the zone. */
export function sayHour(language: Language, moment: Instant, zone: string): string {
  const said = timeInWords(moment, zone)
  return language === 'en' ? said : said.replace('AM', 'a. m.').replace('PM', 'p. m.')
}

/** "Eastern Time", "hora del Este". */
export function sayZoneName(language: Language, zone: string): string {
  const said = zoneInWords(zone)
  if (language === 'en') return said
  const known = zonesInSpanish.find(([begins]) => begins.test(said))?.[1]
  return known ?? `hora de ${said.replace(/ (Standard |Daylight )?Time$/, '')}`
}

/** "Wed, Apr 15, 2026, 4:00 PM Eastern Time". */
export function sayWhen(language: Language, moment: Instant, zone: string): string {
  return `${sayDate(language, dateIn(moment, zone))}, ${sayHour(language, moment, zone)} ${sayZoneName(language, zone)}`
}
