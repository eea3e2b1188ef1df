import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const projectRoot = join(import.meta.dirname, '..')
const folders = ['business', 'libraries', 'database', 'server', 'portals', 'simulation', 'benchmarks', 'tools']

/** What dependency-cruiser saw below a folder: how many modules, and each import that points the wrong way, in words. */
export type Cruise = { modules: number; violations: { rule: string; words: string }[] }

type Report = {
  summary: {
    totalCruised: number
    violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[]
  }
  modules: { source: string }[]
}

/** Checks the import directions of .dependency-cruiser.cjs below a folder laid out like this project. */
export function cruise(root: string = projectRoot): Cruise {
  const there = folders.filter((folder) => existsSync(join(root, folder)))
  const run = spawnSync(
    process.execPath,
    [
      join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', join(projectRoot, '.dependency-cruiser.cjs'), '--output-type', 'json', ...there],
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  )
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no report: ${run.stderr || run.stdout}`)
  const report: Report = JSON.parse(run.stdout)
  return {
    modules: report.modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))).length,
    violations: report.summary.violations.map(({ from, to, rule, cycle }) => ({
      rule: rule.name,
      words: `${from} -> ${cycle ? cycle.map(({ name }) => name).join(' -> ') : to}`,
    })),
  }
}
