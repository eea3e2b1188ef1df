import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import {
  placeOfService,
  placesOfService,
  type SessionPlace,
  telehealthModifierRows,
  telehealthModifiers,
} from './place-of-service.ts'

const on = calendarDate('2026-04-08')
const office: SessionPlace = { modality: 'in_person', where: 'office' }
const home: SessionPlace = { modality: 'telehealth', where: 'home' }
const elsewhere: SessionPlace = { modality: 'telehealth', where: 'elsewhere' }

test.each([
  ['in the office', office, '2026-04-08', '11'],
  ['by telehealth at home', home, '2026-04-08', '10'],
  ['by telehealth elsewhere', elsewhere, '2026-04-08', '02'],
  ['by telehealth at home, the day before 10 existed', home, '2021-12-31', '02'],
  ['by telehealth at home, on its first day', home, '2022-01-01', '10'],
] as const)('a session %s has its place of service', (_, place, date, code) => {
  expect(placeOfService(place, calendarDate(date), placesOfService)).toBe(code)
})

test('a date for which no row is in force has no place of service, and none is guessed', () => {
  expect(placeOfService(office, calendarDate('2019-12-31'), placesOfService)).toBeNull()
})

test('telehealth by video says 95 unless the network has a rule of its own, and nothing in person', () => {
  const own = { ...placesOfServiceRow(), network: 'cigna', medium: 'video', modifier: 'GT' }
  const rows = [...telehealthModifierRows, own]
  const by = (modality: 'telehealth' | 'in_person', medium: 'video' | 'audio', network: string) =>
    telehealthModifiers({ modality, medium, network }, on, rows)

  expect(by('telehealth', 'video', 'aetna')).toEqual(['95'])
  expect(by('telehealth', 'audio', 'aetna')).toEqual(['93'])
  expect(by('telehealth', 'video', 'cigna')).toEqual(['GT'])
  expect(by('in_person', 'video', 'cigna')).toEqual([])
})

function placesOfServiceRow() {
  return { from: calendarDate('2025-01-01'), until: null }
}
