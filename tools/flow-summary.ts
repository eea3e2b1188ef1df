import { writeSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

type Outcome = { file: string; title: string; state: string }

/** At the end of `npm run flows`: how many walks of each file went well, and which did not. */
export const flowSummary: Reporter = {
  onTestRunEnd(modules) {
    writeSync(1, `\n${describeWalks(modules.flatMap(outcomesOf)).join('\n')}\n`)
  },
}

/** A file that could not even begin counts as one that failed. */
function outcomesOf(module: TestModule): Outcome[] {
  const file = module.relativeModuleId
  const tests = [...module.children.allTests()]
  if (tests.length === 0) return [{ file, title: 'the file itself', state: module.state() }]
  return tests.map((test) => ({ file, title: test.fullName, state: test.result().state }))
}

/** One line a file, `12 of 16 file`, then a line for each walk that failed, then the whole. */
export function describeWalks(outcomes: readonly Outcome[]): string[] {
  const files = [...Map.groupBy(outcomes, ({ file }) => file)].sort(([one], [other]) => one.localeCompare(other))
  const lines = files.flatMap(([file, of]) => {
    const failed = of.filter(({ state }) => state !== 'passed')
    return [
      `${of.length - failed.length} of ${of.length}  ${file}`,
      ...failed.map(({ title }) => `    failed: ${title}`),
    ]
  })
  const passed = outcomes.filter(({ state }) => state === 'passed').length
  return [...lines, `${passed} of ${outcomes.length} in ${files.length} files`]
}
