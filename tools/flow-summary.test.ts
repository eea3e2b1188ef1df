import { expect, test } from 'vitest'
import { describeWalks } from './flow-summary.ts'

test('after the walks each file has its line, and what failed is named below it', () => {
  expect(
    describeWalks([
      { file: 'b.test.ts', title: 'signs up (mouse, light, 390 px)', state: 'passed' },
      { file: 'a.test.ts', title: 'adds a client (keyboard, dark, 390 px)', state: 'failed' },
      { file: 'a.test.ts', title: 'adds a client (mouse, dark, 390 px)', state: 'passed' },
      { file: 'a.test.ts', title: 'archives a client (mouse, dark, 390 px)', state: 'pending' },
    ]),
  ).toEqual([
    '1 of 3  a.test.ts',
    '    failed: adds a client (keyboard, dark, 390 px)',
    '    failed: archives a client (mouse, dark, 390 px)',
    '1 of 1  b.test.ts',
    '2 of 4 in 2 files',
  ])
})
