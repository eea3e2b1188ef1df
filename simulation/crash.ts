import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { numbersFrom } from './crash-draw.ts'
import { type CrashPoint, crashPoints } from './crash-points.ts'
import { type CrashOutcome, type CrashRun, runCrash } from './crash-run.ts'
import { withCompileCache } from './crash-server.ts'
import { type Prepared, prepareStages, type StageName, stages } from './crash-stages.ts'

const usage = `Usage: npm run crash -- [--points POINT:N,POINT,STAGE,…] [--random COUNT] [--seed NUMBER] [--at-once COUNT] [--to-the-end]

Kills the server at every named point (or at those given), starts it again, and compares books and partners with those of
an undisturbed run: at the end of the part of the story in which the point lies, or at the very end.
With --random: kills at random milliseconds, so many times.
`

if (import.meta.main) process.exitCode = await crash(process.argv.slice(2))

/** Runs what the command line asks for, prints a table, and answers the exit code: 1 when anything came out otherwise. */
async function crash(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      points: { type: 'string' },
      random: { type: 'string' },
      seed: { type: 'string' },
      'at-once': { type: 'string', default: '2' },
      'to-the-end': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) {
    process.stdout.write(usage)
    return 0
  }
  const seed = Number(values.seed ?? Date.now() % 1_000_000)
  const points = chosenPoints(values.points)
  const atOnce = Number(values['at-once'])
  const outcomes = await inCrashFolder(async (folder, env) => {
    process.stdout.write('Playing the story once without a crash …\n')
    const runs =
      values.random === undefined
        ? points.map((point) => runAt(point, values['to-the-end'] ? 'end' : point.stage))
        : randomRuns(Number(values.random), seed)
    const prepared = await prepareStages(folder, runs, env)
    if (values.random !== undefined) process.stdout.write(`${runs.length} kills at random milliseconds, seed ${seed}\n`)
    return runAll(folder, runs, prepared, { atOnce, tell: (outcome) => process.stdout.write(lineOf(outcome)) })
  })
  const bad = outcomes.filter(({ wrong }) => wrong.length > 0)
  const died = outcomes.filter((outcome) => outcome.died).length
  const repeats = outcomes.reduce((total, outcome) => total + outcome.repeats.length, 0)
  process.stdout.write(
    `\n${outcomes.length} runs, ${died} killed on the way, ${repeats} files recognised as repeats, ${bad.length} came out otherwise\n`,
  )
  return bad.length === 0 ? 0 : 1
}

function chosenPoints(names: string | undefined): readonly CrashPoint[] {
  if (names === undefined) return crashPoints
  return names.split(',').flatMap((name) => {
    const points = crashPoints.filter(({ stage, at }) => [at, at.replace(/:.*/, ''), stage].includes(name))
    if (points.length === 0) throw new Error(`there is no point ${name}`)
    return points
  })
}

export function runAt({ stage, at }: CrashPoint, to: StageName): CrashRun {
  return { name: `${stage} ${at}`, order: { crashAt: at }, from: stage, to }
}

/** Kills anywhere between the start of the process and the end of a stage, each stage as often as the others. */
function randomRuns(count: number, seed: number): CrashRun[] {
  const next = numbersFrom(seed)
  return Array.from({ length: count }, (_, index) => {
    const stage = stages[Math.floor(next() * stages.length)]?.name ?? 'claims'
    return { name: `${index + 1} ${stage}`, order: { killWithin: next() }, from: stage, to: stage }
  })
}

/** Does the runs, some at a time, and tells of each when it is done. */
export async function runAll(
  folder: string,
  runs: readonly CrashRun[],
  prepared: Prepared,
  { atOnce, tell }: { atOnce: number; tell: (outcome: CrashOutcome) => void },
): Promise<CrashOutcome[]> {
  const outcomes: CrashOutcome[] = []
  const waiting = [...runs]
  const worker = async () => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
      const outcome = await runCrash(folder, run, prepared)
      outcomes.push(outcome)
      tell(outcome)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return outcomes
}

/** A folder for the runs; it stays, and is named, when one of them came out otherwise. */
export async function inCrashFolder(
  deed: (folder: string, env: NodeJS.ProcessEnv) => Promise<CrashOutcome[]>,
): Promise<CrashOutcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-crash-'))
  chmodSync(folder, 0o711)
  const outcomes = await deed(folder, withCompileCache(join(folder, 'compiled')))
  if (outcomes.every(({ wrong }) => wrong.length === 0)) rmSync(folder, { recursive: true })
  else process.stdout.write(`What they left is in ${folder}\n`)
  return outcomes
}

function lineOf({ name, died, wrong, repeats, seconds }: CrashOutcome): string {
  const after = crashPoints.find(({ stage, at }) => `${stage} ${at}` === name)?.after
  const what = wrong.length > 0 ? 'OTHERWISE' : died ? 'the same' : 'was done'
  const recognised = repeats.length === 0 ? '' : ` (recognised as a repeat: ${repeats.join(', ')})`
  const head = `${what.padEnd(10)} ${seconds.toFixed(1).padStart(5)} s  ${name.padEnd(42)} ${after ?? ''}${recognised}`
  return `${[head.trimEnd(), ...wrong.map((words) => `    ${words}`)].join('\n')}\n`
}
