import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutantsOf } from './mutants-of.ts'

// `npm run mutate:coverage [-- --seed N --count N] [-- --only rules|places|compiled]`: changes one thing in a rule of the
// billing decision, of where a client is, or of its compiled form, runs its tests on a copy, and says which changes no test
// noticed. With a count that many are drawn by the seed.

const root = join(import.meta.dirname, '..')
const parts = {
  rules: {
    files: [
      'add-remedy',
      'choose-route',
      'crisis-standing',
      'decide-billing-route',
      'find-barrier',
      'find-candidates',
      'find-failure',
      'is-blank',
      'is-credential-in-force',
      'service-areas',
    ],
    tests: ['decide-billing-route.test.ts', 'service-areas.test.ts', 'decide-billing-route-properties.test.ts'],
  },
  places: {
    files: ['counties-as-listed', 'counties-of-zip', 'locate-address'],
    tests: ['locate-address.test.ts'],
  },
  compiled: {
    files: [
      'compile-network',
      'compiled-answer',
      'compiled-tables',
      'decide-compiled',
      'failures-at',
      'turned-by-change',
    ],
    tests: [
      'compiled-tables.test.ts',
      'turned-by-change.test.ts',
      'compile-network.test.ts',
      'second-reading/second-reading.test.ts',
    ],
  },
}
type Part = keyof typeof parts

// Changes that cannot be noticed, because the changed rule says the same; each by its file, its line and what became of it,
// with why. An entry that fits no change any more is an error: the rule was rewritten, and has to be thought about again.
const sameAnyway: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'business/coverage/same-anyway.json'), 'utf8'),
)

type Change = { part: Part; rule: string; mutant: Mutant; name: string }

const option = (name: string) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? Number.NaN)
const seed = process.argv.includes('--seed') ? option('seed') : 1
const count = process.argv.includes('--count') ? option('count') : Number.POSITIVE_INFINITY
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
process.exitCode = await main()

async function main(): Promise<number> {
  const every = (['rules', 'places', 'compiled'] as const).flatMap(changesOf)
  const stale = Object.keys(sameAnyway).filter((name) => !every.some((change) => change.name === name))
  if (stale.length > 0) {
    console.log(`same-anyway.json names changes that there are not:\n${stale.join('\n')}`)
    return 1
  }
  const all = every.filter(({ part }) => only === undefined || part === only)
  const open = all.filter(({ name }) => sameAnyway[name] === undefined)
  const waiting = Number.isFinite(count) ? drawn(open, count) : open
  console.log(
    `${all.length} changes, ${all.length - open.length} of them the same anyway; trying ${waiting.length} (seed ${seed})`,
  )
  const missed: Change[] = []
  const queue = [...waiting]
  const work = async () => {
    const folder = copyOfTheRules()
    for (let next = queue.shift(); next; next = queue.shift()) {
      if (await isNoticed(folder, next)) continue
      missed.push(next)
      console.log(`NOT NOTICED ${next.name}`)
    }
    rmSync(folder, { recursive: true })
  }
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work))
  console.log(`${waiting.length - missed.length} of ${waiting.length} changes turned a test red`)
  return missed.length === 0 ? 0 : 1
}

/** Every change of a part; each is named by its file, the text of its line and what became of it, so that it may move. */
function changesOf(part: Part): Change[] {
  return parts[part].files.flatMap((rule) => {
    const source = readFileSync(join(root, 'business/coverage', `${rule}.ts`), 'utf8')
    const lines = source.split('\n')
    return mutantsOf(source, rule).map((mutant) => {
      const name = `${rule}.ts: ${lines[mutant.line - 1]?.trim()}: ${mutant.change}`
      return { part, rule, mutant, name }
    })
  })
}

function copyOfTheRules(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-mutants-'))
  for (const part of ['business/coverage', 'libraries/calendar', 'libraries/money']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  mkdirSync(join(folder, 'benchmarks'))
  cpSync(join(root, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    "export default { test: { include: ['business/**/*.test.ts'], testTimeout: 30_000 } }\n",
  )
  return folder
}

async function isNoticed(folder: string, { part, rule, mutant: { text } }: Change): Promise<boolean> {
  const path = join(folder, 'business/coverage', `${rule}.ts`)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, text)
  try {
    for (const test of parts[part].tests) if (!(await passes(folder, `business/coverage/${test}`))) return true
    return false
  } finally {
    writeFileSync(path, before)
  }
}

function passes(folder: string, test: string): Promise<boolean> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', '--root', folder, '--bail=1', test], {
    cwd: folder,
    stdio: 'ignore',
  })
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)))
}

function drawn<T>(list: readonly T[], wanted: number): T[] {
  const left = [...list]
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
  const chosen: T[] = []
  while (chosen.length < wanted && left.length > 0) chosen.push(...left.splice(Math.floor(next() * left.length), 1))
  return chosen
}
