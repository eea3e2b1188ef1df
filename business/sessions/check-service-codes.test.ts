import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, calendarDate, instant } from '../../libraries/calendar/index.ts'
import { type BilledCode, checkServiceCodes } from './check-service-codes.ts'
import { type ServiceCode, serviceCodes } from './service-code.ts'

const startedAt = instant('2026-04-08T18:00:00Z')

type Around = {
  modality?: 'telehealth' | 'in_person'
  family?: string
  on?: string
  catalogue?: readonly ServiceCode[]
}

/** Codes as people write them: "90839", "90840x2", "90834:95". */
function check(written: string, minutes: number, around: Around = {}) {
  const codes: BilledCode[] = written
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [codeAndUnits = '', ...modifiers] = one.split(':')
      const [code = '', units = '1'] = codeAndUnits.split('x')
      return { code, modifiers, units: Number(units) }
    })
  return checkServiceCodes({
    codes,
    startedAt,
    stoppedAt: addMinutes(startedAt, minutes),
    modality: around.modality ?? 'telehealth',
    family: around.family ?? 'social_work',
    catalogue: around.catalogue ?? serviceCodes,
    on: calendarDate(around.on ?? '2026-04-08'),
  })
}

test.each([
  ['90832', 16],
  ['90832', 37],
  ['90834', 38],
  ['90834', 52],
  ['90837', 53],
  ['90837', 120],
  ['90834:95', 45],
  ['90791', 50],
  ['90846', 26],
  ['90847', 50],
  ['90853', 60],
  ['90839', 30],
  ['90839', 74],
  ['90839 90840', 75],
  ['90839 90840', 104],
  ['90839 90840x2', 105],
  ['90837 90785', 60],
  ['90834 96127x2', 45],
] as const)('%s fits a session of %i minutes', (codes, minutes) => {
  const answer = check(codes, minutes)
  expect(answer.codes.map(({ words }) => words)).toEqual(
    codes.split(' ').map((code) => `${code.split(/[:x]/)[0]} fits.`),
  )
  expect(answer).toMatchObject({ verdict: 'ok', because: null, minutes })
})

test.each([
  // codes, minutes, verdict, reason, what would fit
  ['90832', 15, 'blocked', 'time_not_met', undefined],
  ['90834', 37, 'blocked', 'time_not_met', '90832x1'],
  ['90837', 47, 'blocked', 'time_not_met', '90834x1'],
  ['90837', 52, 'blocked', 'time_not_met', '90834x1'],
  ['90837', 20, 'blocked', 'time_not_met', '90832x1'],
  ['90832', 38, 'warned', 'time_fits_a_longer_code', '90834x1'],
  ['90834', 53, 'warned', 'time_fits_a_longer_code', '90837x1'],
  ['90846', 25, 'blocked', 'time_not_met', undefined],
  ['90839', 29, 'blocked', 'time_not_met', '90832x1'],
  ['90839', 75, 'warned', 'time_fits_more_units', '90840x1'],
  ['90839', 135, 'warned', 'time_fits_more_units', '90840x3'],
  ['90837', 0, 'blocked', 'time_not_met', undefined],
] as const)('%s with %i minutes is %s: %s', (codes, minutes, verdict, because, fitting) => {
  const [first] = check(codes, minutes).codes
  expect(first).toMatchObject({ verdict, because })
  expect(first?.suggestion && `${first.suggestion.code}x${first.suggestion.units}`).toBe(fitting)
})

test.each([
  ['the first unit of 90840 begins at 75 minutes', '90839 90840', 74, 'blocked', 'time_not_met', undefined],
  ['a second unit begins at 105', '90839 90840x2', 104, 'blocked', 'too_many_units_for_time', 1],
  ['fewer units than the minutes make', '90839 90840', 105, 'warned', 'time_fits_more_units', 2],
  ['more units than a day holds', '90839 90840x5', 200, 'blocked', 'units_over_maximum', 4],
  ['the day’s maximum is not under-coded', '90839 90840x4', 240, 'ok', null, undefined],
] as const)('a crisis: %s', (_, codes, minutes, verdict, because, units) => {
  const addOn = check(codes, minutes).codes[1]
  expect(addOn).toMatchObject({ code: '90840', verdict, because })
  expect(addOn?.suggestion?.units).toBe(units)
})

test.each([
  ['an unknown code', '90999', 50, {}, 'blocked', 'unknown_code'],
  ['a code that ended with 2024', '99441', 8, { family: 'physician' }, 'blocked', 'code_no_longer_in_force'],
  ['a code that is not there yet', '98004', 15, { family: 'physician', on: '2024-06-01' }, 'blocked', 'unknown_code'],
  ['an add-on without its base', '90840', 75, {}, 'blocked', 'add_on_without_base'],
  ['interactive complexity beside a family session', '90847 90785', 50, {}, 'blocked', 'not_in_same_session'],
  ['two therapy codes', '90832 90834', 45, {}, 'blocked', 'not_in_same_session'],
  ['crisis and therapy', '90839 90834', 45, {}, 'blocked', 'not_in_same_session'],
  ['an intake and therapy', '90791 90834', 45, {}, 'blocked', 'not_in_same_session'],
  ['both kinds of family session', '90846 90847', 50, {}, 'blocked', 'not_in_same_session'],
  ['therapy beside a medical visit', '99213 90834', 45, { family: 'physician' }, 'blocked', 'not_in_same_session'],
  ['crisis beside a medical visit', '99214 90839', 45, { family: 'physician' }, 'blocked', 'not_in_same_session'],
  ['two levels of one visit', '99213 99214', 45, { family: 'aprn' }, 'blocked', 'not_in_same_session'],
  ['a therapist who enters a medical visit', '99214', 30, {}, 'blocked', 'licence_may_not_use_it'],
  [
    'a psychologist who enters an intake with medical services',
    '90792',
    50,
    { family: 'psychologist' },
    'blocked',
    'licence_may_not_use_it',
  ],
  ['a licence family that no one has described', '90834', 45, { family: 'shaman' }, 'warned', 'licence_family_unknown'],
  [
    'a family whose rights are still to be verified',
    '90834',
    45,
    { family: 'aba' },
    'warned',
    'licence_may_not_use_it',
  ],
  ['the same code twice', '90834 90834', 45, {}, 'blocked', 'duplicate_code'],
  ['two units of one session', '90834x2', 45, {}, 'blocked', 'units_over_maximum'],
  ['no unit', '90834x0', 45, {}, 'blocked', 'units_not_whole'],
  ['half a unit', '90834x0.5', 45, {}, 'blocked', 'units_not_whole'],
  ['a modifier of one letter', '90834:9', 45, {}, 'blocked', 'modifier_malformed'],
  ['the same modifier twice', '90834:95:95', 45, {}, 'blocked', 'modifier_malformed'],
  ['five modifiers', '90834:95:AJ:HO:25:59', 45, {}, 'blocked', 'modifier_malformed'],
  ['a video visit in person', '98005', 20, { family: 'aprn', modality: 'in_person' }, 'blocked', 'telehealth_only'],
  ['electroconvulsive therapy by telehealth', '90870', 30, { family: 'physician' }, 'blocked', 'not_by_telehealth'],
  ['testing by telehealth', '96130', 60, { family: 'psychologist' }, 'warned', 'telehealth_depends_on_payer'],
  ['a level of visit that the minutes do not reach', '99214', 20, { family: 'aprn' }, 'warned', 'time_below_level'],
  ['group and individual therapy in one session', '90853 90834', 45, {}, 'warned', 'not_in_same_session'],
  ['nothing at all', '', 45, {}, 'blocked', 'no_codes'],
] as const)('%s is found', (_, codes, minutes, around, verdict, because) => {
  const answer = check(codes, minutes, around)
  expect(answer.verdict).toBe(verdict)
  expect([answer.because, ...answer.codes.map((code) => code.because)]).toContain(because)
})

test('a prescriber’s therapy add-on may be short beside a visit, and is blocked only when even both are too short', () => {
  expect(check('99213 90833', 60, { family: 'aprn' }).verdict).toBe('ok')
  expect(check('99213 90838', 50, { family: 'aprn' }).codes[1]).toMatchObject({
    because: 'time_not_met',
    suggestion: { code: '90836' },
  })
})

test('therapy beside a visit is told which add-on it should be', () => {
  expect(check('99213 90834', 45, { family: 'aprn' }).codes[1]).toMatchObject({
    suggestion: { code: '90836', units: 1 },
  })
})

test('a code that ended says what to use instead', () => {
  const answer = check('G2012', 6, { family: 'aprn' })
  expect(answer.words).toContain('98016')
  expect(check('99441', 6, { family: 'aprn', on: '2024-12-31', modality: 'in_person' }).codes[0]?.verdict).toBe('ok')
})

test('both codes of a pair that does not go together carry the finding', () => {
  expect(check('90832 90834', 45).codes.map(({ verdict }) => verdict)).toEqual(['blocked', 'blocked'])
})

test('a finding never hides another: what else is wrong is listed after the deciding one', () => {
  const [code] = check('99214x2:9', 10).codes
  expect([code?.because, ...(code?.further.map(({ because }) => because) ?? [])]).toEqual([
    'modifier_malformed',
    'units_over_maximum',
    'licence_may_not_use_it',
    'time_below_level',
  ])
})

test('a row that is still to be verified warns and never blocks', () => {
  const doubtful = serviceCodes.map((row) => ({ ...row, certainty: 'to_verify' as const }))
  const singles = serviceCodes.filter((row) => row.until === null).map((row) => row.code)
  fc.assert(
    fc.property(fc.constantFrom(...singles), fc.nat({ max: 150 }), (code, minutes) => {
      const [verdict] = check(code, minutes, { catalogue: doubtful }).codes
      const findings = [verdict, ...(verdict?.further ?? [])].filter((one) => one?.verdict === 'blocked')
      // Units by time have a certainty of their own.
      expect(findings.every((one) => one?.because === 'time_not_met' && one.words.includes('unit'))).toBe(true)
    }),
  )
})

test('what is suggested for the minutes of a therapy session then fits', () => {
  const code = fc.constantFrom('90832', '90834', '90837', '90839')
  fc.assert(
    fc.property(code, fc.integer({ min: 16, max: 240 }), (code, minutes) => {
      const [first] = check(code, minutes).codes
      if (first?.suggestion === undefined) {
        expect(first?.verdict).toBe('ok')
        return
      }
      const { code: better, units } = first.suggestion
      const codes = better === '90840' ? `90839 90840x${units}` : better
      expect(check(codes, minutes).verdict).toBe('ok')
    }),
  )
})

test('every length of session from 16 minutes has exactly one therapy code that fits', () => {
  for (let minutes = 0; minutes <= 300; minutes += 1) {
    const fitting = ['90832', '90834', '90837'].filter((code) => check(code, minutes).verdict === 'ok')
    expect(fitting).toHaveLength(minutes < 16 ? 0 : 1)
  }
})

test('the order in which codes are entered changes no verdict', () => {
  const codes = fc.uniqueArray(fc.constantFrom(...serviceCodes.map(({ code }) => code)), { minLength: 2, maxLength: 4 })
  fc.assert(
    fc.property(codes, fc.nat({ max: 150 }), (codes, minutes) => {
      const byCode = (order: string[]) =>
        Object.fromEntries(
          check(order.join(' '), minutes, { family: 'physician' }).codes.map((one) => [one.code, one.verdict]),
        )
      expect(byCode([...codes].reverse())).toEqual(byCode(codes))
    }),
  )
})
