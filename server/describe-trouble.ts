import { OutsideTrouble } from '../business/world.ts'

/**
 * What went wrong, in words that hold no name, member id or diagnosis. A database's message may quote the values of a row,
 * so of such an error only the code and the names of table and constraint are told.
 */
export function describeTrouble(error: unknown): string {
  if (!(error instanceof Error)) return 'something other than an error was thrown'
  const words = diskWords(error) ?? databaseWords(error) ?? partnerWords(error)
  return words ?? `${error.name}: ${withoutQuotes(error.message)}`.slice(0, 400)
}

/** True when there was no room to write: PostgreSQL's disk_full, or a file of our own. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '53100' || error.code === 'ENOSPC')
}

function diskWords(error: Error): string | null {
  if (!isDiskFull(error)) return null
  const told = databaseWords(error)
  const [place, what] = told === null ? ['the data folder', 'ENOSPC'] : ['the database', told]
  return `The disk is full where ${place} lies (${what}). Nothing was recorded: make room there, and the next tick does it.`
}

function partnerWords(error: Error): string | null {
  if (!(error instanceof OutsideTrouble)) return null
  const { partner } = error
  const told = withoutQuotes(error.message).replace(/\.$/, '').slice(0, 300)
  return `${told}. Nothing is lost: it is tried again with every tick. If it lasts, look at the connection to ${partner}.`
}

function databaseWords(error: Error): string | null {
  const { code, severity, schema, table, constraint, column } = error as Error & Record<string, unknown>
  if (typeof code !== 'string' || typeof severity !== 'string') return null
  const where = [schema, table, column].filter((name) => typeof name === 'string').join('.')
  const rule = typeof constraint === 'string' ? ` constraint ${constraint}` : ''
  return `database error ${code}${where === '' ? '' : ` at ${where}`}${rule}`
}

function withoutQuotes(message: string): string {
  return message.replace(/"[^"]*"/g, '"…"').replace(/\s+/g, ' ')
}
