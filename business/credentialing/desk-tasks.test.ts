import { expect, test } from 'vitest'
import { addDays, calendarDate, type Period } from '../../libraries/calendar/index.ts'
import type { Standing } from './apply-change.ts'
import { deskTasks } from './desk-tasks.ts'

const on = calendarDate('2026-04-08')
const owner = { practiceId: 'practice', memberId: 'member' }
const limits = { endsWithin: [90, 60, 30, 14, 7, 1], pendingFor: 90 }
const since = calendarDate('2025-01-01')

const license = (id: string, during: Period): Standing['authorities'][number] => {
  return { ...owner, id, state: 'NY', kind: 'license', number: null, during }
}
const credential = (over: Partial<Standing['credentials'][number]>): Standing['credentials'][number] => {
  const base = { ...owner, id: 'c', networkId: 'aetna', state: 'NY', via: 'direct' as const, status: 'active' as const }
  return { ...base, during: { from: since, until: null }, payerReady: since, ...over }
}
const tasks = (
  standing: Partial<Standing>,
  more: Partial<{
    since: [string, number][]
    optIns: string[]
    requests: Parameters<typeof deskTasks>[1]['requests']
  }> = {},
) =>
  deskTasks(
    { authorities: [], credentials: [], exclusions: [], ...standing },
    {
      since: new Map((more.since ?? []).map(([id, daysAgo]) => [id, addDays(on, -daysAgo)])),
      optIns: new Set(more.optIns ?? []),
      requests: more.requests ?? [],
      limits,
      on,
    },
  )
const ending = (days: number) => tasks({ authorities: [license('l', { from: since, until: addDays(on, days) })] })

test.each([
  [91, []],
  [90, ['License ends within 90 days']],
  [61, ['License ends within 90 days']],
  [60, ['License ends within 60 days']],
  [14, ['License ends within 14 days']],
  [8, ['License ends within 14 days']],
  [7, ['License ends within 7 days']],
  [1, ['License ends within a day']],
  [0, ['License has ended']],
  [-90, ['License has ended']],
  [-91, []],
])('a license whose first day without it is %i days ahead', (days, reasons) => {
  expect(ending(days).map(({ reason }) => reason)).toEqual(reasons)
})

test('each step counts as news, so that what was resolved at the step before comes back', () => {
  expect(ending(13)[0]?.movedOn).toBe(addDays(on, -1))
  expect(ending(7)[0]?.movedOn).toBe(on)
})

test('a license that another one follows is no lapse; a gap of a day is', () => {
  const until = addDays(on, 20)
  const first = license('first', { from: since, until })
  const follows = (from: typeof until) => tasks({ authorities: [first, license('next', { from, until: null })] })
  expect(follows(until)).toEqual([])
  expect(follows(addDays(until, 1)).map(({ subjectId }) => subjectId)).toEqual(['first'])
})

test.each([
  [90, 'Applied for', false],
  [91, 'Applied for longer than usual', true],
])('an application of %i days ago', (daysAgo, reason, isUrgent) => {
  const [task] = tasks({ credentials: [credential({ status: 'pending', during: null })] }, { since: [['c', daysAgo]] })
  expect(task).toMatchObject({ kind: 'applied_for', reason, isUrgent, since: addDays(on, -daysAgo) })
})

test('a payer that names no day is asked; one that named a day is waited for, and one that is ready is done', () => {
  const of = (payerReady: typeof on | null) => tasks({ credentials: [credential({ payerReady })] })
  expect(of(null)).toMatchObject([{ kind: 'awaits_payer', next: 'Ask when claims may come', isUrgent: true }])
  expect(of(addDays(on, 1))).toMatchObject([{ kind: 'awaits_payer', on: addDays(on, 1), isUrgent: false }])
  expect(of(on)).toEqual([])
})

test('an opt-in that its clinician ended is no lapse', () => {
  const ended = credential({ during: { from: since, until: addDays(on, 5) } })
  expect(tasks({ credentials: [ended] })).toHaveLength(1)
  expect(tasks({ credentials: [ended] }, { optIns: ['c'] })).toEqual([])
})

test('what needs somebody soonest comes first', () => {
  const all = tasks(
    {
      authorities: [
        license('later', { from: since, until: addDays(on, 80) }),
        { ...license('soon', { from: since, until: addDays(on, 3) }), state: 'NJ' },
      ],
      credentials: [credential({ status: 'pending', during: null })],
    },
    { since: [['c', 5]] },
  )
  expect(all.map(({ subjectId }) => subjectId)).toEqual(['soon', 'c', 'later'])
})

test('what a clinician asked for is followed up until somebody applies for it', () => {
  const askedOn = addDays(on, -3)
  const [task] = tasks({}, { requests: [{ id: 'r', networkId: 'aetna', state: 'TX', askedOn }] })
  expect(task).toMatchObject({ kind: 'asked_for', what: 'Aetna in Texas', next: 'Apply for it', since: askedOn })
})
