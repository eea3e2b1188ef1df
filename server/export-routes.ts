import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { rosterEver } from '../business/clients/roster-store.ts'
import type { Api } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { asPerson, asPractice } from '../database/act-as.ts'
import { dateIn } from '../libraries/calendar/index.ts'
import { type ExportOf, writeExport } from './write-export.ts'

type Doors = { portal: Db; world: World }
type Within = (deed: (db: Db) => Promise<void>) => Promise<void>

/** GET …/export.zip: all that a practice, or a client, owns, as they may see it themselves; each client of it is audited. */
export function exportRoutes(app: Api, { portal, world }: Doors): void {
  const tags = ['export']
  const practice = { params: z.object({ practiceId: z.uuid() }), produces: ['application/zip'] }
  app.get(
    '/api/practices/:practiceId/export.zip',
    { schema: { tags, summary: 'Everything of this practice', ...practice } },
    async (request, reply) => {
      const { practiceId, userId } = request.who
      const now = world.clock.now()
      const listed = await rosterEver(request.db, practiceId, dateIn(now, world.zone))
      for (const personId of new Set(listed.map((entry) => entry.personId))) request.looksAt({ personId })
      const about = { what: 'everything of a practice', of: practiceId, at: now, by: userId }
      const within: Within = (deed) =>
        asPractice(portal, { practice: practiceId, user: userId, now }, async (db) => {
          await oneMoment(db)
          return deed(db)
        })
      return send(reply, 'practice', streamOf(within, about))
    },
  )

  const person = { params: z.object({ personId: z.uuid() }), produces: ['application/zip'] }
  app.get(
    '/api/clients/:personId/export.zip',
    { schema: { tags, summary: 'Everything of yours', ...person } },
    async (request, reply) => {
      const { personId, userId } = request.client
      const now = world.clock.now()
      const about = { what: 'everything of a client', of: personId, at: now, by: userId }
      const within: Within = (deed) =>
        asPerson(portal, { person: personId, user: userId, now }, async (db) => {
          await oneMoment(db)
          return deed(db)
        })
      return send(reply, 'record', streamOf(within, about))
    },
  )
}

// The settings of who asks were the first statement; a moment that all tables are read at can be taken no more, so the
// rows are read only, and each table is of one moment.
async function oneMoment(db: Db): Promise<void> {
  await sql`set transaction read only`.execute(db)
}

/** The archive while it is made, in a transaction of its own that ends with it, or with whoever stops listening. */
function streamOf(within: Within, about: ExportOf): Readable {
  const stream = new Readable({ read() {} })
  const gone = new Promise<void>((resolve) => stream.once('close', resolve))
  within(async (db) => {
    for await (const part of writeExport(db, about)) {
      if (stream.destroyed) return
      if (!stream.push(part)) await Promise.race([drained(stream), gone])
    }
    stream.push(null)
  }).catch((error: Error) => stream.destroy(error))
  return stream
}

async function drained(stream: Readable): Promise<void> {
  while (!stream.destroyed && stream.readableLength > stream.readableHighWaterMark) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function send(reply: FastifyReply, name: string, stream: Readable): FastifyReply {
  return reply.type('application/zip').header('content-disposition', `attachment; filename="${name}.zip"`).send(stream)
}
