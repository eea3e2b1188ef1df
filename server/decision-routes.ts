import { Readable } from 'node:stream'
import { z } from 'zod'
import { decideDocument, decideLine } from '../business/coverage/decide-lines.ts'
import { type Api, Refusal } from '../business/routes.ts'
import { readLines } from './read-lines.ts'

const lines = 'application/x-ndjson'
const mostMegabytes = 256
const Query = z.strictObject({ trace: z.enum(['true', 'false']).optional() })

/**
 * Facts in, billing decisions out, over HTTP as on the command line: one JSON document, or one a line. Nothing is looked up
 * and nothing is kept; facts hold no health data, so in the demonstration anyone may ask.
 */
export async function decisionRoutes(app: Api): Promise<void> {
  app.addContentTypeParser(lines, (_request, body, done) => done(null, body))
  app.post('/api/decisions', { schema: { hide: true, querystring: Query } }, async (request, reply) => {
    const trace = request.query.trace === 'true'
    const { body } = request
    if (body instanceof Readable) {
      const answered = await decideLines(body, trace)
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

/** The answers of all lines: sent when the last has come, since many who ask read nothing before they have said it all. */
async function decideLines(body: AsyncIterable<Uint8Array>, trace: boolean): Promise<string> {
  const answers: string[] = []
  for await (const line of readLines(noLongerThan(mostMegabytes, body))) {
    if (line?.trim() !== '') answers.push(`${decideLine(line, { trace })}\n`)
  }
  return answers.join('')
}

async function* noLongerThan(megabytes: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > megabytes * 1024 * 1024) {
      throw new Refusal({
        status: 413,
        code: 'too_many_facts',
        detail: `Send at most ${megabytes} MB of facts at a time; the command line takes any number.`,
      })
    }
    yield chunk
  }
}
