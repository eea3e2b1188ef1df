import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { filesOutOfTime, type TestReport } from './test-report.ts'

type Step = { name: string; command: string[] }
type Outcome = { name: string; passed: boolean; seconds: number; output: string }

const root = join(import.meta.dirname, '..')
const installed = (path: string) => join(root, 'node_modules', path)

// None of these needs another's result, and none writes a file: they share the cores.
const steps: Step[] = [
  { name: 'types', command: [installed('typescript-native/bin/tsc'), '--project', '.', '--noEmit'] },
  { name: 'format and lint', command: [installed('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'import directions', command: ['tools/check-directions.ts'] },
  { name: 'dead code', command: [installed('knip/bin/knip.js'), '--no-progress', '--no-config-hints'] },
]

const running = new Set<ChildProcess>()
process.once('SIGTERM', () => {
  for (const child of running) child.kill('SIGTERM')
  process.exit(143)
})

process.exitCode = await check()

/** Everything that must hold before a change is merged; prints as it goes and answers the exit code. */
async function check(): Promise<number> {
  const outcomes = await sideBySide(steps, availableParallelism())
  const tests = await runTests()
  const failed = outcomes.filter((outcome) => !outcome.passed)
  for (const { name, output } of failed) console.log(`\n${name} failed:\n${output.trimEnd()}`)
  for (const each of failuresOf(tests)) console.log(`\n${each}`)

  const passedCount = outcomes.length - failed.length + tests.numPassedTests
  const failedCount = failed.length + tests.numFailedTests
  console.log(
    `\n${passedCount} passed, ${failedCount} failed${tests.numPendingTests > 0 ? `, ${tests.numPendingTests} skipped` : ''}`,
  )
  return failedCount === 0 ? 0 : 1
}

async function sideBySide(waiting: Step[], atOnce: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const queue = [...waiting]
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      const outcome = await runStep(step)
      console.log(`${outcome.passed ? 'ok    ' : 'FAILED'} ${outcome.name} (${outcome.seconds.toFixed(1)} s)`)
      outcomes.push(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return outcomes
}

function runStep({ name, command }: Step): Promise<Outcome> {
  const began = performance.now()
  const child = run(command, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) =>
    child.on('close', (code) =>
      resolve({ name, passed: code === 0, seconds: (performance.now() - began) / 1000, output }),
    ),
  )
}

/**
 * Every test of the tree, its output shown as it comes. Files of which tests ran out of time, and nothing else failed, are
 * run once more by themselves, and named when they pass then: an expectation that does not hold is never tried again.
 */
async function runTests(): Promise<TestReport> {
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1)
  const { passed, report } = await runTestFiles([])
  const late = passed ? null : filesOutOfTime(report)
  if (late === null) {
    console.log(`${passed ? 'ok    ' : 'FAILED'} tests (${seconds()} s)`)
    return report
  }
  console.log(`\nOut of time, run once more by themselves:\n${failuresOf(report).join('\n')}\n`)
  const again = await runTestFiles(late)
  const names = late.map((name) => relative(root, name)).join(', ')
  console.log(`${again.passed ? 'ok    ' : 'FAILED'} tests (${seconds()} s), ran out of time at first: ${names}`)
  if (!again.passed) return again.report
  return {
    ...report,
    numPassedTests: report.numPassedTests + report.numFailedTests,
    numFailedTests: 0,
    testResults: [],
  }
}

/** A run that ends badly without a failed test counts as one. */
async function runTestFiles(files: string[]): Promise<{ passed: boolean; report: TestReport }> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-tests-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const command = [installed('vitest/vitest.mjs'), 'run', ...files, ...reporters]
  const child = run(command, { stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const report = readReport(file)
  rmSync(folder, { recursive: true })
  const passed = code === 0 && report.numFailedTests === 0 && report.numPassedTests > 0
  return { passed, report: passed ? report : { ...report, numFailedTests: Math.max(1, report.numFailedTests) } }
}

function readReport(file: string): TestReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] }
  }
}

/** Said again at the end, in a few lines each: of a long run often only the end is kept. */
function failuresOf(report: TestReport): string[] {
  return report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    if (failed.length === 0 && message !== '') return [`${file} failed:\n${beginningOf(message)}`]
    return failed.map(
      ({ fullName, failureMessages }) => `${file}: ${fullName}\n${beginningOf(failureMessages.join('\n'))}`,
    )
  })
}

function beginningOf(message: string): string {
  return message.split('\n').slice(0, 30).join('\n').slice(0, 3000)
}

function run(command: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, command, { cwd: root, ...options })
  running.add(child)
  child.on('close', () => running.delete(child))
  return child
}
