import { expect, test } from 'vitest'
import { filesOutOfTime, type TestFile } from './test-report.ts'

const late = 'TestTimeoutError: Test timed out in 180000ms.\n    at task'
const lateInPage = 'TimeoutError: locator.click: Timeout 20000ms exceeded.'
const wrong = 'AssertionError: expected 11800 to be 11900'

const file = (name: string, ...failures: string[][]): TestFile => ({
  name,
  message: '',
  assertionResults: [
    { fullName: 'holds', status: 'passed', failureMessages: [] },
    ...failures.map((failureMessages) => ({ fullName: 'fails', status: 'failed', failureMessages })),
  ],
})
const unloadable: TestFile = { name: 'd', message: 'Cannot find module', assertionResults: [] }

test.each<[string, TestFile[], string[] | null]>([
  ['nothing failed', [file('a'), file('b')], null],
  ['one test ran out of time', [file('a', [late]), file('b')], ['a']],
  ['a page was waited for too long', [file('a', [lateInPage], [late])], ['a']],
  ['an expectation did not hold', [file('a', [wrong])], null],
  ['one ran out of time and one expectation did not hold', [file('a', [late]), file('b', [wrong])], null],
  ['both in one file', [file('a', [late], [wrong])], null],
  ['both in one test', [file('a', [late, wrong])], null],
  ['a file does not load', [file('a', [late]), unloadable], null],
  ['three files', [file('a', [late]), file('b', [late]), file('c', [late])], ['a', 'b', 'c']],
  ['more than an accident', ['a', 'b', 'c', 'd'].map((name) => file(name, [late])), null],
])('what may be run once more: %s', (_, testResults, expected) => {
  expect(filesOutOfTime({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 0, testResults })).toEqual(expected)
})
