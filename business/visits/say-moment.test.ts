import { expect, test } from 'vitest'
import { instant, usZones, zoneInWords } from '../../libraries/calendar/index.ts'
import { sayWhen, sayZoneName } from './say-moment.ts'

test('a moment is said with its day, its hour and its zone, in both languages', () => {
  const moment = instant('2026-04-15T20:00:00Z')
  expect(sayWhen('en', moment, 'America/New_York')).toBe('Wed, Apr 15, 2026, 4:00 PM Eastern Time')
  expect(sayWhen('es', moment, 'America/New_York')).toBe('mié, 15 de abr de 2026, 4:00 p. m. hora del Este')
  expect(sayWhen('es', moment, 'America/Los_Angeles')).toBe('mié, 15 de abr de 2026, 1:00 p. m. hora del Pacífico')
})

test('every zone of the United States has a Spanish name', () => {
  for (const zone of usZones) {
    expect(sayZoneName('en', zone)).toBe(zoneInWords(zone))
    expect(sayZoneName('es', zone), `${zone}: ${zoneInWords(zone)}`).toMatch(/^hora /)
  }
})
