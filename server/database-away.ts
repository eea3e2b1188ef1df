import { OutsideTrouble } from '../business/world.ts'

/** The database did not answer for longer than it is waited for. Nothing was recorded; the same request may be repeated. */
export class DatabaseAway extends Error {
  constructor(cause: unknown, words = 'The database does not answer') {
    super(words, { cause })
    this.name = 'DatabaseAway'
  }

  /** For whoever starts the server: where it was looked for, without its password, and what to do. */
  at(url: string, patienceSeconds: number): DatabaseAway {
    const { host, pathname } = new URL(url)
    const waited = `It was waited for ${patienceSeconds} s (EVENKEEL_DATABASE_PATIENCE_SECONDS)`
    const words = `The database does not answer at ${host}${pathname}. ${waited}: start it, or correct DATABASE_URL.`
    return new DatabaseAway(this.cause, words)
  }
}

const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
])
const serverCodes = /^(08...|57P0[123]|53300)$/
const brokenWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** True when the connection broke or none was to be had, as opposed to a statement that the database refused. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true
  // A partner's broken connection carries the same codes, and must not keep the rest of what is due from being done.
  if (!(error instanceof Error) || error instanceof OutsideTrouble) return false
  const { code } = error as Error & { code?: unknown }
  if (typeof code === 'string' && (connectionCodes.has(code) || serverCodes.test(code))) return true
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  return brokenWords.test(error.message) || isDatabaseAway(error.cause)
}

/** Tries until the database answers, at most for the given time; then throws DatabaseAway. */
export async function whenDatabaseAnswers<T>(patienceSeconds: number, deed: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceSeconds * 1000
  for (let waitMs = 50; ; waitMs = Math.min(waitMs * 2, 1000)) {
    try {
      return await deed()
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      if (performance.now() + waitMs > deadline) throw new DatabaseAway(error)
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}
