import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { offerServiceCodes } from './offer-service-codes.ts'
import { serviceCodes } from './service-code.ts'

const april8 = calendarDate('2026-04-08')
const common = (family: string | null) =>
  offerServiceCodes(serviceCodes, april8, family).flatMap(({ code, common }) => (common ? [code] : []))

test('a therapist is offered therapy first, a prescriber visits too', () => {
  expect(common('social_work')).toEqual(['90791', '90832', '90834', '90837', '90839', '90847'])
  expect(common('aprn')).toContain('99214')
  expect(common(null)).toContain('90792')
})

test('a code that has ended is not offered for a later day', () => {
  const offered = (on: string) => offerServiceCodes(serviceCodes, calendarDate(on), null).map(({ code }) => code)
  expect(offered('2024-12-31')).toContain('99441')
  expect(offered('2025-01-01')).not.toContain('99441')
})
