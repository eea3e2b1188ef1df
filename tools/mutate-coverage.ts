import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutant, mutantsOf } from './mutants-of.ts'

// `npm run mutate:coverage [-- --seed N --count N]`: changes one thing in a rule of the billing decision, runs its tests on
// a copy, and says which changes no test noticed. With a count that many are drawn by the seed.

const root = join(import.meta.dirname, '..')
const rules = [
  'add-remedy',
  'choose-route',
  'crisis-standing',
  'decide-billing-route',
  'find-barrier',
  'find-candidates',
  'find-failure',
  'is-blank',
  'is-credential-in-force',
]
const tests = ['decide-billing-route.test.ts', 'decide-billing-route-properties.test.ts']

// Changes that cannot be noticed, because the changed rule says the same; each with why.
const sameAnyway: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'business/coverage/same-anyway.json'), 'utf8'),
)

type Tried = { rule: string; mutant: Mutant; noticed: boolean }

const option = (name: string) => Number(process.argv[process.argv.indexOf(`--${name}`) + 1] ?? Number.NaN)
const seed = process.argv.includes('--seed') ? option('seed') : 1
const count = process.argv.includes('--count') ? option('count') : Number.POSITIVE_INFINITY
process.exitCode = await main()

async function main(): Promise<number> {
  const all = rules.flatMap((rule) =>
    mutantsOf(readFileSync(join(root, 'business/coverage', `${rule}.ts`), 'utf8'), rule).map((mutant) => ({
      rule,
      mutant,
    })),
  )
  const open = all.filter(({ rule, mutant }) => sameAnyway[nameOf(rule, mutant)] === undefined)
  const waiting = Number.isFinite(count) ? drawn(open, count) : open
  console.log(
    `${all.length} changes, ${all.length - open.length} of them the same anyway; trying ${waiting.length} (seed ${seed})`,
  )
  const tried: Tried[] = []
  const queue = [...waiting]
  const work = async () => {
    const folder = copyOfTheRules()
    for (let next = queue.shift(); next; next = queue.shift()) {
      const noticed = await isNoticed(folder, next.rule, next.mutant)
      tried.push({ ...next, noticed })
      if (!noticed) console.log(`NOT NOTICED ${nameOf(next.rule, next.mutant)}`)
    }
    rmSync(folder, { recursive: true })
  }
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work))
  const missed = tried.filter(({ noticed }) => !noticed)
  console.log(`${tried.length - missed.length} of ${tried.length} changes turned a test red`)
  return missed.length === 0 ? 0 : 1
}

/** A change by its rule, line and text: what same-anyway.json is kept by. */
function nameOf(rule: string, { line, change }: Mutant): string {
  return `${rule}.ts:${line}: ${change}`
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

async function isNoticed(folder: string, rule: string, { text }: Mutant): Promise<boolean> {
  const path = join(folder, 'business/coverage', `${rule}.ts`)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, text)
  try {
    for (const test of tests) if (!(await passes(folder, `business/coverage/${test}`))) return true
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
