import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { claimsIn } from './claims-in.ts'
import { explain } from './explain.ts'
import type { Finding } from './finding.ts'
import { sayFinding } from './say-finding.ts'
import { X12Reader } from './x12-reader.ts'

/** Where the words go; standard output when absent. What it answers is waited for, so that no file is kept whole. */
export type Output = (text: string) => void | Promise<void>

const largestPiece = 1 << 18
/** How many findings of one file are said to people; the rest are counted. */
const said = 200

/**
 * Reads each file with every check. With json one `{ file, ok, findings }` per line. Answers 1 if any finding is an
 * error. Throws what opening a file throws.
 */
export async function checkFiles(paths: string[], options: { json?: boolean; out?: Output } = {}): Promise<0 | 1> {
  const out = options.out ?? toStandardOutput
  let allGood = true
  for (const file of paths) {
    const ok = options.json === true ? await checkAsJson(file, out) : await checkInWords(file, out)
    allGood &&= ok
  }
  return allGood ? 0 : 1
}

/** Written while the file is read: a file may have more findings than fit into memory. */
async function checkAsJson(file: string, out: Output): Promise<boolean> {
  let ok = true
  let begun = false
  await readFindings(file, async (findings) => {
    let text = begun ? '' : `{"file":${JSON.stringify(file)},"findings":[`
    for (const finding of findings) {
      ok &&= finding.severity !== 'error'
      text += `${begun ? ',' : ''}${JSON.stringify(finding)}`
      begun = true
    }
    if (findings.length > 0) await out(text)
  })
  await out(`${begun ? '' : `{"file":${JSON.stringify(file)},"findings":[`}],"ok":${ok}}\n`)
  return ok
}

async function checkInWords(file: string, out: Output): Promise<boolean> {
  let errors = 0
  let count = 0
  const lines: string[] = []
  await readFindings(file, async (findings) => {
    for (const finding of findings) {
      if (finding.severity === 'error') errors++
      if (++count <= said) lines.push(`  ${sayFinding(finding)}\n`)
    }
  })
  const verdict = errors === 0 ? 'valid' : 'not valid'
  const counted = count === 0 ? '' : `, ${count} finding${count === 1 ? '' : 's'}`
  const more = count > said ? `  and ${count - said} more\n` : ''
  await out(`${file}: ${verdict}${counted}\n${lines.join('')}${more}`)
  return errors === 0
}

async function readFindings(file: string, take: (findings: Finding[]) => Promise<void>): Promise<void> {
  let waiting: Finding[] = []
  const reader = new X12Reader({ finding: (finding) => waiting.push(finding) }, false)
  for await (const piece of createReadStream(file, { highWaterMark: largestPiece })) {
    reader.push(piece as Uint8Array)
    if (waiting.length === 0) continue
    await take(waiting)
    waiting = []
  }
  reader.end()
  if (waiting.length > 0) await take(waiting)
}

/**
 * Claims, transaction sets and findings as they come, one JSON object per line, in flat memory. Answers 1 if any
 * finding is an error.
 */
export async function readFileAsLines(path: string, options: { out?: Output } = {}): Promise<0 | 1> {
  return sayEach(path, (each) => `${JSON.stringify(each)}\n`, options.out ?? toStandardOutput)
}

/** The file in plain words, claim by claim. Answers 1 if any finding is an error. */
export async function explainFile(path: string, options: { out?: Output } = {}): Promise<0 | 1> {
  return sayEach(path, (each) => `${explain(each)}\n`, options.out ?? toStandardOutput)
}

async function sayEach(
  path: string,
  say: (each: Parameters<typeof explain>[0]) => string,
  out: Output,
): Promise<0 | 1> {
  let exitCode: 0 | 1 = 0
  for await (const each of claimsIn(createReadStream(path, { highWaterMark: largestPiece }))) {
    if (each.kind === 'finding' && each.finding.severity === 'error') exitCode = 1
    await out(say(each))
  }
  return exitCode
}

async function toStandardOutput(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
