import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCorrupted, writeSample } from './x12-files.ts'

// How fast claim files are read and written: `npm run bench -- x12 [--json] [--quick]`. Every contestant runs in a
// process of its own, in turns, so that what else the machine does meets all of them; medians of processor seconds.

type Run = {
  segments: number
  claims: number
  findings: number
  bytes: number
  processorSeconds: number
  wallSeconds: number
  peakMegabytes: number
}
type Row = { file: string; contestant: string } & Record<
  | 'megabytesPerProcessorSecond'
  | 'ofCeiling'
  | 'claims'
  | 'findings'
  | 'processorSeconds'
  | 'wallSeconds'
  | 'peakMegabytes',
  number
>

const quick = process.argv.includes('--quick')
const rounds = quick ? 2 : 3
const million = 1_000_000
const large = quick ? 40 : 200
const ceiling = 'lazy tokenizer'
const ours = ['segments', 'typed and checked']
const writers = ['laid out', 'written and checked']
const peers = ['latin1 and indexOf', 'split', 'x12-parser segments', 'x12-parser claims', 'node-x12 segments']

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-x12-'))
try {
  measure()
} finally {
  rmSync(folder, { recursive: true })
}

function measure(): void {
  const at = (name: string) => join(folder, name)
  writeSample('835', at('warm-up.835'), 4 * million)
  writeSample('837P', at('warm-up.837'), 4 * million)
  writeSample('835', at('small.835'), (quick ? 8 : 20) * million)
  writeSample('837P', at('small.837'), (quick ? 8 : 20) * million)
  writeSample('835', at('large.835'), large * million)
  writeSample('837P', at('large.837'), large * million)
  writeCorrupted(at('corrupted.835'), at('small.835'))

  const rows = [
    ...table('835, warm', at('small.835'), at('warm-up.835'), [ceiling, ...ours, ...peers]),
    ...table('837P, warm', at('small.837'), at('warm-up.837'), [ceiling, ...ours]),
    ...table(`835 of ${large} MB, from a cold start`, at('large.835'), '', [ceiling, ...ours]),
    ...table(`835 of ${large} MB, written`, at('large.835'), at('warm-up.835'), writers),
    ...table(`837P of ${large} MB, written`, at('large.837'), at('warm-up.837'), writers),
  ]
  const corrupted = runOnce('typed and checked', at('corrupted.835'), '')
  report(rows, corrupted?.findings ?? 0)
}

/** Every contestant once in each round; the median of each, beside the first's. Who is not installed has no row. */
function table(file: string, path: string, warmUp: string, names: string[]): Row[] {
  const runs = new Map<string, Run[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const run = runOnce(name, path, warmUp)
      if (run !== null) runs.get(name)?.push(run)
    }
  }
  const speed = (run: Run) => run.bytes / million / run.processorSeconds
  const best = median((runs.get(names[0] ?? '') ?? []).map(speed))
  return names.flatMap((contestant) => {
    const all = runs.get(contestant) ?? []
    const [first] = all
    if (first === undefined) return []
    const megabytes = median(all.map(speed))
    return {
      ...{ file, contestant, megabytesPerProcessorSecond: rounded(megabytes), ofCeiling: rounded(megabytes / best) },
      ...{ claims: first.claims, findings: first.findings },
      processorSeconds: rounded(median(all.map((run) => run.processorSeconds))),
      wallSeconds: rounded(median(all.map((run) => run.wallSeconds))),
      peakMegabytes: Math.round(median(all.map((run) => run.peakMegabytes))),
    }
  })
}

/** Types are stripped once and kept, as in a published package: reading is measured, not the compiler. */
function runOnce(name: string, file: string, warmUp: string): Run | null {
  const script = join(import.meta.dirname, 'x12-contestant.ts')
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, name, file, warmUp], {
    env,
    encoding: 'utf8',
  })
  if (status === 0) return JSON.parse(stdout)
  if (stderr.includes('ERR_MODULE_NOT_FOUND')) return null
  throw new Error(`${name} failed: ${stderr}`)
}

function report(rows: Row[], foundInCorrupted: number): void {
  const row = (file: RegExp, contestant: string) =>
    rows.find((each) => file.test(each.file) && each.contestant === contestant)
  const large = row(/cold/, 'typed and checked')
  const bars = [
    bar('segments, part of the ceiling', row(/^835, warm/, 'segments')?.ofCeiling, 'at least', 0.5),
    bar(
      'typed 835, MB a processor second',
      row(/^835, warm/, 'typed and checked')?.megabytesPerProcessorSecond,
      'at least',
      40,
    ),
    bar('large 835, processor seconds', large?.processorSeconds, 'at most', 5),
    bar('large 835, peak MB', large?.peakMegabytes, 'at most', 120),
    ...['835', '837P'].map((set) => {
      const written = row(new RegExp(`^${set} .*written`), 'written and checked')
      return bar(
        `${set} written and checked, MB a processor second`,
        written?.megabytesPerProcessorSecond,
        'at least',
        60,
      )
    }),
    bar('findings for one corrupted byte', foundInCorrupted, 'at least', 1),
    bar(
      'findings in the files that are right',
      rows.reduce((sum, each) => sum + each.findings, 0),
      'at most',
      0,
    ),
  ]
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ node: process.version, rounds, rows, bars }))
    return
  }
  console.log(`Node ${process.version}, medians of ${rounds} rounds`)
  console.table(rows)
  console.table(bars)
}

function bar(what: string, is: number | undefined, kind: 'at least' | 'at most', wanted: number) {
  const value = is ?? Number.NaN
  return { what, is: value, wanted: `${kind} ${wanted}`, met: kind === 'at least' ? value >= wanted : value <= wanted }
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
