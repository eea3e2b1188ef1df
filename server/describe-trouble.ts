/**
 * What went wrong, in words that hold no name, member id or diagnosis. A database's message may quote the values of a row,
 * so of such an error only the code and the names of table and constraint are told.
 */
export function describeTrouble(error: unknown): string {
  if (!(error instanceof Error)) return 'something other than an error was thrown'
  const database = databaseWords(error)
  return database ?? `${error.name}: ${withoutQuotes(error.message)}`.slice(0, 400)
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
