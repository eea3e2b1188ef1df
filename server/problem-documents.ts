import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { type Api, type Problem, Refusal } from '../business/routes.ts'
import { OutsideTrouble } from '../business/world.ts'
import { isDatabaseAway } from './database-away.ts'
import { isDiskFull } from './describe-trouble.ts'

const titles: Record<number, string> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not allowed here',
  409: 'Not possible as things stand',
  413: 'Too large',
  415: 'Unknown kind of content',
  422: 'Not accepted',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available right now',
}

/** Every refusal and error leaves as an RFC 9457 problem document with a stable `code`. */
export function answerWithProblems(app: Api): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error)
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
    if (problem.status === 503) reply.header('retry-after', '5')
    return sendProblem(reply, problem)
  })
}

/** Sends the document with the content type that RFC 9457 section 3 asks for. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

/** No route has this path. */
export function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(
    reply,
    problem(404, 'route_not_found', `There is nothing at ${request.method} ${request.url.split('?')[0]}.`),
  )
}

export function problem(status: number, code: string, detail: string, because?: Problem['because']): Problem {
  return {
    type: `/problems/${code}`,
    title: titles[status] ?? 'Refused',
    status,
    detail,
    code,
    ...(because === undefined || because.length === 0 ? {} : { because }),
  }
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof Refusal) return problem(error.status, error.code, error.message, error.because)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const because = error.validation.map((issue) => ({
      code: String(issue.keyword ?? 'invalid'),
      field: `${error.validationContext}${issue.instancePath.replaceAll('/', '.')}`,
      words: issue.message ?? 'is not valid',
    }))
    return problem(400, 'request_not_valid', 'Some of what was sent cannot be read; nothing was recorded.', because)
  }
  if (isDatabaseAway(error)) {
    return problem(503, 'database_away', 'The database does not answer. Nothing was recorded; please try again.')
  }
  if (isDiskFull(error)) {
    const detail = 'The disk is full where the database lies. Nothing was recorded; try again when there is room.'
    return problem(503, 'disk_full', detail)
  }
  if (error instanceof OutsideTrouble) {
    const detail = `${error.partner} does not answer. What was recorded stands, and the rest is tried again.`
    return problem(503, 'partner_away', detail)
  }
  if (isCollision(error)) {
    return problem(
      503,
      'try_again',
      'Somebody changed the same thing at that moment. Nothing was recorded; please try again.',
    )
  }
  if (!isResponseSerializationError(error) && error.statusCode !== undefined && error.statusCode < 500) {
    const code =
      error.statusCode === 413 ? 'too_large' : error.statusCode === 415 ? 'content_type' : 'request_not_valid'
    return problem(error.statusCode, code, error.message)
  }
  return problem(500, 'internal_error', 'This is our fault. Nothing was recorded; the operator has been told.')
}

// Serialization failure and deadlock: PostgreSQL, appendix A, class 40.
function isCollision(error: FastifyError): boolean {
  return error.code === '40001' || error.code === '40P01'
}
