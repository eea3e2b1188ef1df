import { z } from 'zod'
import { decideDocument, decideLine } from '../business/coverage/decide-lines.ts'
import { type Api, Refusal } from '../business/routes.ts'

const lines = 'application/x-ndjson'
const Query = z.strictObject({ trace: z.enum(['true', 'false']).optional() })

/**
 * Facts in, billing decisions out, over HTTP as on the command line: one JSON document, or one a line. Nothing is looked up
 * and nothing is kept; facts hold no health data, so in the demonstration anyone may ask.
 */
export async function decisionRoutes(app: Api): Promise<void> {
  app.addContentTypeParser(lines, { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.post('/api/decisions', { schema: { hide: true, querystring: Query } }, async (request, reply) => {
    const trace = request.query.trace === 'true'
    const { body } = request
    if (request.headers['content-type']?.startsWith(lines) && typeof body === 'string') {
      const asked = body.split(/\r?\n/).filter((line) => line.trim() !== '')
      const answered = asked.map((line) => `${decideLine(line, { trace })}\n`).join('')
      return reply
        .type(lines)
        .serializer((text: string) => text)
        .send(answered)
    }
    if (body === undefined || body === null) {
      throw new Refusal({
        status: 400,
        code: 'facts_missing',
        detail: `Send one document of facts as application/json, or one a line as ${lines}.`,
      })
    }
    return reply.serializer(JSON.stringify).send(decideDocument(body, { trace }))
  })
}
