import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { operatorStaff } from '../../server/story-network.ts'
import { answerLimits } from '../claims/index.ts'
import { limitOf } from '../claims/limit-of.ts'
import { weighRateChange } from './weigh-rate-change.ts'

let house: StoryHouse
let robin: Requests
const ops = '/api/operations'

beforeAll(async () => {
  house = await appWithStory()
  robin = await house.login(operatorStaff.userId)
  house.goToDay(calendarDate('2026-04-08'))
}, 120_000)
afterAll(() => house?.close())

const setting = async (id: string) =>
  (await robin.get(`${ops}/settings`)).json().find((one: { id: string }) => one.id === id)
const days = (value: number) => ({ kind: 'count', value, unit: 'days' })
const source = 'Decision of the board, April 2026'

test('a further value begins on its day, and what was before stays as it was', async () => {
  const asked = { id: 'time_limit confirm_within', value: days(45), from: '2026-05-01', source }
  const preview = (await robin.post(`${ops}/settings-preview`, asked)).json()
  expect(preview.refusal).toBeNull()
  expect(preview.words[0]).toBe('From Fri, May 1, 2026: 45 days, instead of 30 days.')
  expect((await setting(asked.id)).periods).toHaveLength(1)
  expect((await robin.post(`${ops}/settings`, asked)).statusCode).toBe(201)
  expect((await setting(asked.id)).periods).toMatchObject([
    { from: '2020-01-01', until: '2026-05-01', words: '30 days' },
    { from: '2026-05-01', until: null, words: '45 days', source },
  ])
})

test('a payer may take claims for longer than others, from a day on; before it the general limit holds', async () => {
  const id = 'answer_limit filing cedar-mutual'
  expect((await setting(id)).periods).toMatchObject([{ from: '2020-01-01', until: null, words: '90 days' }])
  const asked = { id, value: days(180), from: '2026-05-01', source: 'The contract, section 7' }
  const preview = (await robin.post(`${ops}/settings-preview`, asked)).json()
  expect(preview.words[0]).toBe('From Fri, May 1, 2026: 180 days, instead of 90 days.')
  expect((await robin.post(`${ops}/settings`, asked)).statusCode).toBe(201)
  expect((await setting(id)).periods).toMatchObject([
    { from: '2020-01-01', until: '2026-05-01', words: '90 days' },
    { from: '2026-05-01', until: null, words: '180 days', source: 'The contract, section 7' },
  ])
  expect((await setting('answer_limit filing')).periods).toMatchObject([{ until: null, words: '90 days' }])
  const limits = await house.as((db) => answerLimits(db))
  const lastDay = (on: string) => {
    return limitOf(limits, { name: 'filing', payerId: 'cedar-mutual', from: calendarDate(on) })
  }
  expect([lastDay('2026-04-30'), lastDay('2026-05-01')]).toEqual(['2026-07-29', '2026-10-28'])
})

test('a value between two others lasts until the next one begins', async () => {
  const asked = { id: 'time_limit confirm_within', value: days(35), from: '2026-04-20', source }
  expect((await robin.post(`${ops}/settings`, asked)).statusCode).toBe(201)
  const periods = (await setting(asked.id)).periods.map(({ from, until }: { from: string; until: string }) => [
    from,
    until,
  ])
  expect(periods).toEqual([
    ['2020-01-01', '2026-04-20'],
    ['2026-04-20', '2026-05-01'],
    ['2026-05-01', null],
  ])
})

const schedule = { kind: 'semi_monthly', cutOffDay: 15, firstHalfPaidOn: 16, secondHalfPaidOnDay: 15 }
test.each([
  [
    'today or before',
    { id: 'retry', value: { kind: 'retry', hoursBetween: 24, attemptsAtMost: 2 }, from: '2026-04-08' },
    /tomorrow or later/,
  ],
  [
    'on a day on which another begins',
    { id: 'time_limit confirm_within', value: days(20), from: '2026-05-01' },
    /begins that very day/,
  ],
  ['in other units', { id: 'time_limit correct_within', value: days(2), from: '2026-05-01' }, /counts in hours/],
  [
    'of another kind',
    { id: 'absorption denied', value: { kind: 'retry', hoursBetween: 1, attemptsAtMost: 1 }, from: '2026-05-01' },
    /another kind/,
  ],
  ['that changes nothing', { id: 'absorption denied', value: days(180), from: '2026-05-01' }, /the value already/],
  [
    'that breaks the promise of 48 hours',
    { id: 'pay_schedule', value: { kind: 'schedule', schedule }, from: '2026-05-01' },
    /48 hours for corrections/,
  ],
])('a value %s is refused in words', async (_, asked, words) => {
  const refused = (await robin.post(`${ops}/settings`, { ...asked, source })).json()
  expect(refused).toMatchObject({ status: 422, code: 'setting_refused', detail: expect.stringMatching(words) })
})

test('every kind of setting takes a further value', async () => {
  const all = (await robin.get(`${ops}/settings`)).json()
  const fortnights = { kind: 'every_second_friday', anchor: '2026-07-17', cutOffDaysBefore: 6 }
  for (const one of all) {
    const [first] = one.periods
    const value =
      first.value.kind === 'count'
        ? { ...first.value, value: first.value.value + 7 }
        : first.value.kind === 'retry'
          ? { kind: 'retry', hoursBetween: 24, attemptsAtMost: 4 }
          : { kind: 'schedule', schedule: fortnights }
    const answer = await robin.post(`${ops}/settings`, { id: one.id, value, from: '2026-09-01', source })
    expect([one.id, answer.statusCode, answer.body]).toEqual([one.id, 201, expect.anything()])
    expect((await setting(one.id)).periods.at(-1)).toMatchObject({ from: '2026-09-01', until: null, value, source })
  }
})

test('a contract shows both rates of each service, and a further one keeps the former until its day', async () => {
  const [contract] = (await robin.get(`${ops}/contracts`)).json()
  expect(contract).toMatchObject({
    payer: 'Cedar Mutual',
    state: 'NY',
    noticeDays: 90,
    plans: [{ name: 'Cedar Mutual PPO' }],
  })
  const rate = { licenceFamily: 'social_work', code: '90837', modifiers: [], source }
  const at = `${ops}/contracts/${contract.id}`
  const soon = { ...rate, side: 'provider', cents: 11000, from: '2026-06-01' }
  const refused = (await robin.post(`${at}/rates-preview`, soon)).json()
  expect(refused.refusal).toBe('A provider rate falls with 90 days of notice: not before Tue, Jul 7, 2026.')
  expect((await robin.post(`${at}/rates`, soon)).json()).toMatchObject({ status: 422, code: 'rate_refused' })
  const later = { ...soon, from: '2026-08-01' }
  const preview = (await robin.post(`${at}/rates-preview`, later)).json()
  expect(preview).toMatchObject({ refusal: null, noticeOn: '2026-05-03' })
  expect(preview.words).toContain('From Sat, Aug 1, 2026: Practices are paid $110.00, instead of $118.00.')
  expect(preview.words).toContain('We keep $40.00 of each.')
  expect((await robin.post(`${at}/rates`, later)).statusCode).toBe(201)
  const page = (await robin.get(at)).json()
  const service = page.services.find(
    ({ code, licenceFamily }: { code: string; licenceFamily: string }) =>
      code === '90837' && licenceFamily === 'social_work',
  )
  expect(service.provider).toMatchObject([
    { until: '2026-08-01', cents: 11800 },
    { from: '2026-08-01', until: '2036-01-01', cents: 11000, source },
  ])
  expect(service.payer).toMatchObject([{ cents: 15000 }])
})

const day = fc.integer({ min: -400, max: 400 }).map((offset) => addDays(calendarDate('2026-04-08'), offset))
const amount = fc.integer({ min: 0, max: 30_000 }).map(cents)
test('no rate ever changes a day that has been, and a provider rate never falls without its notice', () => {
  fc.assert(
    fc.property(
      fc.record({
        side: fc.constantFrom('payer' as const, 'provider' as const),
        cents: amount,
        from: day,
        today: day,
        before: fc.option(amount),
        other: fc.option(amount),
        noticeDays: fc.integer({ min: 0, max: 180 }),
        sessions: fc.nat(500),
      }),
      (change) => {
        const { refusal, noticeOn } = weighRateChange(change)
        if (refusal !== null) return
        expect(change.from > change.today).toBe(true)
        const falls = change.side === 'provider' && change.before !== null && change.cents < change.before
        if (falls) expect(noticeOn >= change.today).toBe(true)
      },
    ),
  )
})
