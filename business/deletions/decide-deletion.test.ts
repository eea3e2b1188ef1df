import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import type { MajorityAge } from '../clients/adult-on.ts'
import { type DeletionFacts, decideDeletion, type RecordKind, type RetentionRule } from './decide-deletion.ts'

const always = { from: calendarDate('2000-01-01'), until: null }
const ages: MajorityAge[] = [
  { state: 'NY', years: 18, during: always },
  { state: 'CA', years: 18, during: always },
  { state: 'MS', years: 21, during: always },
]
const rule = (over: Partial<RetentionRule>): RetentionRule => ({
  record: 'care',
  state: null,
  years: 6,
  yearsAfterMajority: null,
  untilAge: null,
  during: always,
  source: 'a law',
  certainty: 'known',
  ...over,
})
const rules = [
  rule({ state: 'NY', years: 6, untilAge: 22, source: 'New York' }),
  rule({ state: 'CA', years: 7, untilAge: 19, source: 'California' }),
  rule({ state: 'IL', years: 10, source: 'Illinois' }),
  rule({ record: 'money', years: 10, source: 'Medicare Advantage' }),
  rule({ record: 'documentation', years: 6, source: 'HIPAA' }),
]
const nothing = { letters: 0, cardPhotos: 0, cards: 0, videoRooms: 0, policies: 0 }
const facts = (over: Partial<DeletionFacts>): DeletionFacts => ({
  on: calendarDate('2026-04-08'),
  dateOfBirth: calendarDate('1985-02-03'),
  homeState: 'NY',
  care: [],
  lastMoneyOn: null,
  lastFormOn: null,
  holds: nothing,
  login: 'goes',
  ...over,
})
const seen = (state: string | null, on = '2026-02-10') => ({ care: [{ on: calendarDate(on), state }] })
const lineOf = (record: RecordKind, given: DeletionFacts, by = rules) =>
  decideDeletion(given, by, ages).find((line) => line.record === record)

test.each([
  // situation                                       record      facts                                              kept until     by                    stands in
  ['six years in New York', 'care', facts(seen('NY')), '2032-02-11', 'New York', false],
  ['seven years in California', 'care', facts(seen('CA')), '2033-02-11', 'California', false],
  [
    'in two states: the longer',
    'care',
    facts({ care: [...seen('NY').care, ...seen('CA').care] }),
    '2033-02-11',
    'California',
    false,
  ],
  ['no rule of that state: the longest of all', 'care', facts(seen('WY')), '2036-02-11', 'Illinois', true],
  ['state unknown: the longest of all', 'care', facts(seen(null)), '2036-02-11', 'Illinois', true],
  [
    'a child in New York: until 22',
    'care',
    facts({ ...seen('NY'), dateOfBirth: calendarDate('2014-09-30') }),
    '2036-10-01',
    'New York',
    false,
  ],
  [
    'a child of seventeen in California: seven years are longer',
    'care',
    facts({ ...seen('CA'), dateOfBirth: calendarDate('2008-09-30') }),
    '2033-02-11',
    'California',
    false,
  ],
  [
    'grown on that day: as any grown person',
    'care',
    facts({ ...seen('NY'), dateOfBirth: calendarDate('2008-02-10') }),
    '2032-02-11',
    'New York',
    false,
  ],
  [
    'twenty in Mississippi, seen in New York: still a minor',
    'care',
    facts({ ...seen('NY'), homeState: 'MS', dateOfBirth: calendarDate('2011-06-01') }),
    '2033-06-02',
    'New York',
    false,
  ],
  [
    'birth date unknown: as a newborn',
    'care',
    facts({ ...seen('NY'), dateOfBirth: null }),
    '2048-02-11',
    'New York',
    false,
  ],
  ['seen on February 29', 'care', facts({ ...seen('NY', '2024-02-29') }), '2030-03-02', 'New York', false],
  ['claims for ten years', 'money', facts(seen('NY')), '2036-02-11', 'Medicare Advantage', false],
  [
    'a fee of a client never seen, ten years',
    'money',
    facts({ lastMoneyOn: calendarDate('2026-03-01') }),
    '2036-03-02',
    'Medicare Advantage',
    false,
  ],
  [
    'the card with the claims',
    'insurance',
    facts({ ...seen('NY'), holds: { ...nothing, policies: 1 } }),
    '2036-02-11',
    'Medicare Advantage',
    false,
  ],
  [
    'forms of somebody never seen: six years',
    'forms',
    facts({ lastFormOn: calendarDate('2026-03-01') }),
    '2032-03-02',
    'HIPAA',
    false,
  ],
  [
    'forms with the care where that is longer',
    'forms',
    facts({ ...seen('CA'), lastFormOn: calendarDate('2026-01-01') }),
    '2033-02-11',
    'California',
    false,
  ],
  ['who looked: six years from today', 'looks', facts({}), '2032-04-09', 'HIPAA', false],
  ['the request itself: six years from today', 'request', facts({}), '2032-04-09', 'HIPAA', false],
] as const)('%s', (_, record, given, until, source, isLongestOfAll) => {
  const kept = lineOf(record, given)
  expect(kept).toMatchObject({ fate: 'kept', until, rule: { source, isLongestOfAll } })
})

test.each([
  [
    'whoever was never seen leaves no care, no money, and their insurance goes',
    facts({ holds: { ...nothing, policies: 2 } }),
    ['care', 'money', 'forms'],
    ['insurance', 'login', 'contact'],
  ],
  [
    'cards, letters and pictures go at once',
    facts({ ...seen('NY'), holds: { ...nothing, letters: 3, cardPhotos: 2, cards: 1 } }),
    [],
    ['letters', 'card_photos', 'cards'],
  ],
  [
    'the room of a clinician goes, and who never had one is told of none',
    facts({ holds: { ...nothing, videoRooms: 1 } }),
    ['cards'],
    ['video_room'],
  ],
] as const)('%s', (_, given, missing, now) => {
  const lines = decideDeletion(given, rules, ages)
  const goes = lines.filter(({ fate }) => fate === 'now').map(({ record }) => record)
  expect(lines.filter(({ record }) => missing.some((each) => each === record))).toEqual([])
  expect(goes).toEqual(expect.arrayContaining([...now]))
})

test('a login that serves others stays, and is said so', () => {
  expect(lineOf('login', facts({ login: 'serves_others' }))).toEqual({ record: 'login', fate: 'serves_others' })
  expect(lineOf('login', facts({ login: 'none' }))).toBeUndefined()
})

test('a law counts from its day on, and a kind of record without any law is nobody’s to delete', () => {
  const old = { from: calendarDate('2000-01-01'), until: calendarDate('2026-01-01') }
  const changed = [rule({ state: 'NY', years: 20, during: old, source: 'old' }), ...rules]
  expect(lineOf('care', facts(seen('NY')), changed)).toMatchObject({ until: '2032-02-11' })
  expect(() => decideDeletion(facts(seen('NY')), rules.slice(0, 3), ages)).toThrow('no rule says')
})

const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays(calendarDate('1994-01-01'), days))
const visit = fc.record({ on: day, state: fc.constantFrom('NY', 'CA', 'IL', 'WY', null) })
const someone = fc
  .record({
    born: fc.option(day, { nil: null }),
    home: fc.constantFrom('NY', 'MS', null),
    care: fc.array(visit, { minLength: 1, maxLength: 5 }),
  })
  .map(({ born, home, care }) => facts({ dateOfBirth: born, homeState: home, care }))
const untilOf = (given: DeletionFacts): CalendarDate => {
  const care = lineOf('care', given)
  if (care?.fate !== 'kept') throw new Error('care is always kept')
  return care.until
}

test('one visit more never lets a record go sooner, and nothing is kept for less than its law says', () => {
  fc.assert(
    fc.property(someone, visit, (given, more) => {
      expect(untilOf({ ...given, care: [...given.care, more] }) >= untilOf(given)).toBe(true)
      const last =
        given.care
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? given.on
      expect(untilOf(given) > addDays(last, 6 * 365)).toBe(true)
    }),
  )
})

test('whose state or birth date is unknown is never let go sooner than whose is known', () => {
  fc.assert(
    fc.property(someone, (given) => {
      const unknownState = given.care.map(({ on }) => ({ on, state: null }))
      expect(untilOf({ ...given, care: unknownState }) >= untilOf(given)).toBe(true)
      const bornLong = { ...given, dateOfBirth: calendarDate('1950-01-01') }
      expect(untilOf({ ...given, dateOfBirth: null }) >= untilOf(bornLong)).toBe(true)
    }),
  )
})

test('every kind of record has one answer', () => {
  fc.assert(
    fc.property(someone, fc.boolean(), (given, hasForms) => {
      const lines = decideDeletion(hasForms ? { ...given, lastFormOn: given.on } : given, rules, ages)
      expect(new Set(lines.map(({ record }) => record)).size).toBe(lines.length)
    }),
  )
})
