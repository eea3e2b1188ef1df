import { parseArgs } from 'node:util'
import { checkFiles, explainFile, readFileAsLines } from '../libraries/x12/index.ts'
import { WrongUse } from './wrong-use.ts'

/** Prints what is wrong with each file: in words, or with --json one document `{ file, ok, findings }` a line. */
export async function x12Check(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const files = named(positionals)
  return readable(() => checkFiles(files, { json: values.json }))
}

/** Prints claims, transaction sets and findings as they come, one JSON a line. */
export async function x12Read(args: string[]): Promise<number> {
  return eachFile(args, readFileAsLines)
}

/** Prints the files in plain words, claim by claim. */
export async function x12Explain(args: string[]): Promise<number> {
  return eachFile(args, explainFile)
}

async function eachFile(args: string[], run: (file: string) => Promise<number>): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
  let exitCode = 0
  for (const file of named(positionals)) exitCode = Math.max(exitCode, await readable(() => run(file)))
  return exitCode
}

function named(files: string[]): string[] {
  if (files.length === 0) throw new WrongUse('Which file?')
  return files
}

async function readable(run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const path = error instanceof Error && 'path' in error ? String(error.path) : 'the file'
    if (['ENOENT', 'EISDIR', 'EACCES'].includes(code)) throw new WrongUse(`${path} cannot be read (${code})`)
    throw error
  }
}
