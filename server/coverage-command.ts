import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { decideLine } from '../business/coverage/decide-lines.ts'

/** Facts in, decisions out, line by line and in order; a line that cannot be read is answered `refused`. */
export async function coverageDecide(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { trace: { type: 'boolean', default: false } } })
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue
    if (!process.stdout.write(`${decideLine(line, { trace: values.trace })}\n`)) await once(process.stdout, 'drain')
  }
  return 0
}
