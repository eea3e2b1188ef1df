import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { aClaim } from './a-claim.ts'
import { adjudicateClaim } from './adjudicate-claim.ts'
import { earliestSteps, nextStep } from './next-step.ts'
import { type ClaimRecord, emptyPayerState } from './payer-state.ts'

const record = (memberId: string, over: Partial<ClaimRecord> = {}): ClaimRecord => ({
  claim: aClaim({ memberId }),
  paid: null,
  answered: false,
  takenBack: false,
  ...over,
})
const paid = (rate: number) =>
  adjudicateClaim(aClaim(), { rateOf: () => cents(rate), copay: cents(2_500), less: cents(0) })

test.each([
  { memberId: 'PAYS0001', deed: 'pay', on: '2026-06-12' },
  { memberId: 'unknown', deed: 'pay', on: '2026-06-12' },
  { memberId: 'LATE0001', deed: 'pay', on: '2026-11-20' },
  { memberId: 'LESS0001', deed: 'pay', on: '2026-06-12' },
  { memberId: 'DENY0001', deed: 'deny', on: '2026-05-20' },
  { memberId: 'TAKES0001', deed: 'pay', on: '2026-06-12' },
  { memberId: 'TWICE0001', deed: 'pay', on: '2026-06-12' },
  { memberId: 'HELD0001', deed: 'pay', on: '2026-10-01' },
])('a claim of $memberId received on 10 April is answered ($deed) on $on', ({ memberId, deed, on }) => {
  expect(nextStep(record(memberId), new Map())).toMatchObject({ on, act: { deed } })
})

test('a payer that never answers has no next step', () => {
  expect(nextStep(record('SILENT0001'), new Map())).toBeNull()
})

test('what was paid is taken back on 15 September, once, and only if something was paid', () => {
  const answered = { answered: true, paid: paid(15_000) }
  expect(nextStep(record('TAKES0001', answered), new Map())).toMatchObject({
    on: '2026-09-15',
    act: { deed: 'take_back' },
  })
  expect(nextStep(record('TAKES0001', { ...answered, takenBack: true }), new Map())).toBeNull()
  expect(nextStep(record('TAKES0001', { answered: true, paid: paid(2_500) }), new Map())).toBeNull()
  expect(nextStep(record('PAYS0001', answered), new Map())).toBeNull()
})

test('a day that is no banking day moves to the next one', () => {
  // 15 April + 40 days = 25 May 2026, Memorial Day.
  const claim = aClaim({ memberId: 'DENY0001', receivedOn: calendarDate('2026-04-15') })
  expect(nextStep({ ...record('DENY0001'), claim }, new Map())?.on).toBe('2026-05-26')
})

test('an order changes a claim’s behaviour from the day it is given, by claim or by member', () => {
  const order = { behaviour: 'denies', on: calendarDate('2026-07-04') } as const
  expect(nextStep(record('SILENT0001'), new Map([['SILENT0001', order]]))).toMatchObject({
    on: '2026-07-06',
    act: { deed: 'deny' },
  })
  expect(nextStep(record('SILENT0001'), new Map([['K7Q2M4X9R1T5', order]]))?.on).toBe('2026-07-06')
})

test('what is ordered to come soon is answered on the next banking day, and taken back on the one after its payment', () => {
  const soon = new Map([
    ['K7Q2M4X9R1T5', { behaviour: 'takes_back', on: calendarDate('2026-04-10'), soon: true } as const],
  ])
  // 10 April is a Friday.
  expect(nextStep(record('SILENT0001'), soon)).toMatchObject({ on: '2026-04-13', act: { deed: 'pay' }, soon: true })
  const answered = { answered: true, paid: paid(15_000), answeredOn: calendarDate('2026-04-13') }
  expect(nextStep(record('SILENT0001', answered), soon)).toMatchObject({ on: '2026-04-14', act: { deed: 'take_back' } })
})

test('an order for a session is for its day only, and goes before one for the member', () => {
  const on = calendarDate('2026-04-10')
  const claim = aClaim({ memberId: 'PAYS0001' })
  const servedOn = claim.lines[0]?.servedOn ?? on
  const orders = new Map([
    [`PAYS0001 ${servedOn}`, { behaviour: 'denies', on } as const],
    ['PAYS0001', { behaviour: 'never_answers', on } as const],
  ])
  expect(nextStep({ ...record('PAYS0001'), claim }, orders)?.act.deed).toBe('deny')
  const other = aClaim({ memberId: 'PAYS0001', lines: claim.lines.map((line) => ({ ...line, servedOn: on })) })
  expect(servedOn).not.toBe(on)
  expect(nextStep({ ...record('PAYS0001'), claim: other }, orders)).toBeNull()
})

test('a payer keeps its own pace for paying and denying, and the days of everything else', () => {
  const pace = { pay: 16, deny: 21 }
  // 26 April is a Sunday, 1 May a Friday.
  expect(nextStep(record('PAYS0001'), new Map(), pace)?.on).toBe('2026-04-27')
  expect(nextStep(record('DENY0001'), new Map(), pace)?.on).toBe('2026-05-01')
  expect(nextStep(record('LATE0001'), new Map(), pace)?.on).toBe('2026-11-20')
})

test('the next moment is six in the morning in New York of the first day on which anything is due', () => {
  const state = emptyPayerState()
  expect(earliestSteps(state)).toBeNull()
  for (const [number, memberId] of ['PAYS1', 'DENY1', 'DENY2', 'SILENT1'].entries()) {
    state.claims.set(`P${number}`, { ...record(memberId), claim: aClaim({ memberId, payerClaimNumber: `P${number}` }) })
  }
  const due = earliestSteps(state)
  expect(due).toMatchObject({ on: '2026-05-20', at: '2026-05-20T10:00:00.000Z' })
  expect(due?.steps.map(({ payerClaimNumber }) => payerClaimNumber)).toEqual(['P1', 'P2'])
})
