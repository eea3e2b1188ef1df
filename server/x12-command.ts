import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Finding, hasErrors, X12Reader } from '../libraries/x12/index.ts'
import { WrongUse } from './wrong-use.ts'

/** Prints what is wrong with each file: in words, or with --json one document `{ file, ok, findings }` a line. */
export async function x12Check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  let allGood = true
  for (const file of named(positionals)) {
    const findings: Finding[] = []
    await readInto(new X12Reader({ finding: (finding) => findings.push(finding) }, false), file)
    const ok = !hasErrors(findings)
    allGood &&= ok
    await print(values.json ? JSON.stringify({ file, ok, findings }) : inWords(file, ok, findings))
  }
  return allGood ? 0 : 1
}

/** Prints typed transactions, one JSON a line, while the files are read; findings go to standard error. */
export async function x12Read(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  let allGood = true
  for (const file of named(positionals)) {
    const ready: string[] = []
    const reader = new X12Reader({
      transaction: (transaction) => ready.push(JSON.stringify(transaction)),
      finding: (finding) => {
        if (finding.severity !== 'error') return
        allGood = false
        process.stderr.write(`${file}: ${lineOf(finding)}\n`)
      },
    })
    await readInto(reader, file, async () => {
      for (const line of ready.splice(0)) await print(line)
    })
  }
  return allGood ? 0 : 1
}

function named(files: string[]): string[] {
  if (files.length === 0) throw new WrongUse('Which file?')
  return files
}

async function readInto(reader: X12Reader, file: string, afterPiece = async () => {}): Promise<void> {
  try {
    for await (const piece of createReadStream(file)) {
      reader.push(piece as Uint8Array)
      await afterPiece()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ENOENT', 'EISDIR', 'EACCES'].includes(code)) throw new WrongUse(`${file} cannot be read (${code})`)
    throw error
  }
  reader.end()
  await afterPiece()
}

function inWords(file: string, ok: boolean, findings: Finding[]): string {
  return [`${file}: ${ok ? 'valid' : 'not valid'}`, ...findings.map((finding) => `  ${lineOf(finding)}`)].join('\n')
}

function lineOf({ severity, code, line, segment, element, message, value }: Finding): string {
  const where = `${segment}${element === null ? '' : String(element).padStart(2, '0')}`
  return `${severity} ${code} at line ${line} ${where}: ${message}${value === null ? '' : ` (${value})`}`
}

async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
