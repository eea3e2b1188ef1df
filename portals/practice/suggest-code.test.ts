import { expect, test } from 'vitest'
import type { ServiceCode } from '../contract.ts'
import { suggestCode } from './suggest-code.ts'

const code = (code: string, minutesMin: number | null, minutesMax: number | null, common = true): ServiceCode => ({
  code,
  label: code,
  category: 'psychotherapy',
  minutesMin,
  minutesMax,
  minutesTypical: null,
  common,
})
const catalogue = [
  code('90791', null, null),
  code('90832', 16, 37),
  code('90834', 38, 52),
  code('90839', 30, 74, false),
  code('90837', 53, null),
]

test.each([
  // minutes  code
  [10, null],
  [37, '90832'],
  [38, '90834'],
  [52, '90834'],
  [53, '90837'],
  [90, '90837'],
])('%i minutes suggest %s', (minutes, expected) => {
  expect(suggestCode(catalogue, minutes)?.code ?? null).toBe(expected)
})
