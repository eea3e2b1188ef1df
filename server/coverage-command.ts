import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { decideLine } from '../business/coverage/decide-lines.ts'
import { readLines } from './read-lines.ts'

/**
 * Facts in, decisions out, line by line and in order; a line that cannot be read is answered `refused`, and an empty one is
 * left out. Where nobody reads its answers any more (`| head`), it is done.
 */
export async function coverageDecide(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { trace: { type: 'boolean', default: false } } })
  const { stdin, stdout } = process
  // What goes wrong with the answers is looked at below, not thrown from wherever it happens.
  stdout.on('error', () => undefined)
  for await (const line of readLines(stdin)) {
    if (line?.trim() === '') continue
    const hasRoom = stdout.write(`${decideLine(line, { trace: values.trace })}\n`)
    if (!hasRoom && stdout.errored === null) await once(stdout, 'drain').catch(() => undefined)
    if (stdout.errored !== null) break
  }
  if (stdout.errored !== null && !isClosed(stdout.errored)) throw stdout.errored
  return 0
}

function isClosed(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}
