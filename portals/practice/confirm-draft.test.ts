import { expect, test } from 'vitest'
import { asCrisis, type Draft, isCrisis, toConfirmation } from './confirm-draft.ts'

const line = (code: string) => ({ code, modifiers: [], units: 1 })
const told = { risk: 'At risk', intervention: 'Stayed on the line', people: 'Her sister', disposition: 'Safe at home' }
const draft = (codes: string[]): Draft => ({
  day: '2026-04-08',
  start: '10:00',
  end: '10:55',
  overnight: false,
  modality: 'telehealth',
  locationId: null,
  officeId: null,
  codes: codes.map(line),
  codesChosen: true,
  diagnoses: [],
  crisis: told,
  note: '',
})

test.each([
  [['90837'], false],
  [['90839'], true],
  [['90839', '90840'], true],
  [['90840'], true],
])('of the codes %j it is %j that the record of a crisis is asked for and sent', (codes, asked) => {
  expect(isCrisis(draft(codes))).toBe(asked)
  expect(toConfirmation(draft(codes), 'America/New_York')?.crisis).toEqual(asked ? told : null)
})

test('a session that turns out to be a crisis is billed by its first hour, with the half hours that were added', () => {
  const codes = (from: string[]) => asCrisis(draft(from)).codes.map(({ code }) => code)
  expect(codes(['90837'])).toEqual(['90839'])
  expect(codes(['90840'])).toEqual(['90839', '90840'])
})
