import { type Logger, pino, stdSerializers } from 'pino'
import { describeTrouble } from './describe-trouble.ts'

// Names under which something about a person, or a key to a door, could come into a line: whatever stands there is left out.
const secret = [
  'name',
  'email',
  'memberId',
  'member_id',
  'diagnoses',
  'body',
  'password',
  'cookie',
  'authorization',
  'note',
]

/** Lines of JSON that hold ids, routes and codes: never a name, a member id, a diagnosis or a request's body. */
export function makeLogger(level: string, stream?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[left out]' },
    serializers: {
      err: serializeError,
      req: (request: { id?: unknown; method?: unknown }) => ({ id: request.id, method: request.method }),
      res: stdSerializers.res,
    },
  }
  return stream === undefined ? pino(options) : pino(options, stream)
}

// The message and first line of a stack may quote a row, so only our own description and the places in the code remain.
function serializeError(error: unknown): object {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error instanceof Error && error.cause !== undefined ? { cause: describeTrouble(error.cause) } : {}
  return { what: describeTrouble(error), at: places.slice(0, 8).map((line) => line.trim()), ...cause }
}
