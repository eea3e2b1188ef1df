export type TestFile = {
  name: string
  message: string
  assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
}

export type TestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: TestFile[]
}

const waitedTooLong = /\bTimeoutError\b|\btimed out in \d+ ?ms\b|\bTimeout \d+ ?ms exceeded\b/

/** More than these are no accident of a busy machine. */
const mostFiles = 3

/**
 * The files of a failed run whose every failed test waited too long for something, which a machine that others use can
 * bring about; null when there is any other failure (an expectation that does not hold, a file that does not load), when
 * nothing failed, or when it is too many to be an accident.
 */
export function filesOutOfTime(report: TestReport): string[] | null {
  const failed = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    if (tests.length === 0) return message === '' ? [] : [{ name, late: false }]
    return [
      { name, late: tests.every(({ failureMessages }) => failureMessages.every((each) => waitedTooLong.test(each))) },
    ]
  })
  if (failed.length === 0 || failed.length > mostFiles || failed.some(({ late }) => !late)) return null
  return failed.map(({ name }) => name)
}
