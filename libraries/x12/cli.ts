import { createReadStream } from 'node:fs'
import { claimsIn } from './claims-in.ts'
import { explain } from './explain.ts'
import type { Finding } from './finding.ts'
import { sayFinding } from './say-finding.ts'
import { X12Reader } from './x12-reader.ts'

/** Where the words go; standard output when absent. */
export type Output = (text: string) => void

const toStandardOutput: Output = (text) => void process.stdout.write(text)

/**
 * `x12 check FILE… [--json]`: reads each file with every check. With json one `{ file, ok, findings }` per line.
 * Answers the exit code: 1 if any finding is an error, 2 if a file cannot be opened.
 */
export async function checkFiles(paths: string[], options: { json?: boolean; out?: Output } = {}): Promise<number> {
  const out = options.out ?? toStandardOutput
  let exitCode = 0
  for (const file of paths) {
    const checked = await checkFile(file)
    if (typeof checked === 'string') {
      exitCode = 2
      out(
        options.json === true
          ? `${JSON.stringify({ file, ok: false, findings: [], problem: checked })}\n`
          : `${file}: ${checked}\n`,
      )
      continue
    }
    const ok = !checked.some((finding) => finding.severity === 'error')
    if (!ok && exitCode === 0) exitCode = 1
    out(options.json === true ? `${JSON.stringify({ file, ok, findings: checked })}\n` : inWords(file, ok, checked))
  }
  return exitCode
}

async function checkFile(file: string): Promise<Finding[] | string> {
  const findings: Finding[] = []
  const reader = new X12Reader({ finding: (finding) => findings.push(finding) }, false)
  try {
    for await (const piece of createReadStream(file, { highWaterMark: 1 << 18 })) reader.push(piece as Uint8Array)
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem)
  }
  reader.end()
  return findings
}

function inWords(file: string, ok: boolean, findings: Finding[]): string {
  const lines = findings.map((finding) => `  ${sayFinding(finding)}\n`).join('')
  return `${file}: ${ok ? 'ok' : 'refused'}${findings.length === 0 ? '' : `, ${findings.length} finding${findings.length === 1 ? '' : 's'}`}\n${lines}`
}

/** `x12 read FILE`: claims, transaction sets and findings as they come, one JSON object per line, in flat memory. */
export async function readFileAsLines(path: string, options: { out?: Output } = {}): Promise<number> {
  const out = options.out ?? toStandardOutput
  let exitCode = 0
  try {
    for await (const each of claimsIn(createReadStream(path, { highWaterMark: 1 << 18 }))) {
      if (each.kind === 'finding' && each.finding.severity === 'error') exitCode = 1
      out(`${JSON.stringify(each)}\n`)
    }
  } catch (problem) {
    out(`${JSON.stringify({ kind: 'problem', file: path, message: String(problem) })}\n`)
    return 2
  }
  return exitCode
}

/** `x12 explain FILE`: the file in plain words, claim by claim. */
export async function explainFile(path: string, options: { out?: Output } = {}): Promise<number> {
  const out = options.out ?? toStandardOutput
  let exitCode = 0
  try {
    for await (const each of claimsIn(createReadStream(path, { highWaterMark: 1 << 18 }))) {
      if (each.kind === 'finding' && each.finding.severity === 'error') exitCode = 1
      out(`${explain(each)}\n`)
    }
  } catch (problem) {
    out(`${path}: ${problem instanceof Error ? problem.message : String(problem)}\n`)
    return 2
  }
  return exitCode
}
