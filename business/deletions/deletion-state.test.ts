import { expect, test } from 'vitest'
import { type DeletionDeed, deletionState, nextDeeds } from './deletion-state.ts'

test.each([
  ['asked', [], ['approved', 'declined']],
  ['withdrawn', ['withdrawn'], []],
  ['withdrawn', ['approved', 'withdrawn'], []],
  ['declined', ['declined'], []],
  ['declined', ['approved', 'declined'], []],
  ['approved', ['approved'], ['carried_out', 'declined']],
  ['carried_out', ['carried_out', 'approved'], []],
  ['final_proposed', ['approved', 'carried_out', 'final_proposed'], ['final_approved', 'final_declined']],
  [
    'final_approved',
    ['approved', 'carried_out', 'final_proposed', 'final_approved'],
    ['final_carried_out', 'final_declined'],
  ],
  ['carried_out', ['approved', 'carried_out', 'final_proposed', 'final_declined'], []],
  ['final_carried_out', ['approved', 'carried_out', 'final_proposed', 'final_approved', 'final_carried_out'], []],
] as const)('a case stands at %s after %j, and next comes %j', (state, deeds, next) => {
  expect(deletionState(new Set<DeletionDeed>(deeds))).toBe(state)
  expect(nextDeeds(state)).toEqual(next)
})
