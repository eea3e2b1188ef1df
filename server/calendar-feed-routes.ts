import { z } from 'zod'
import { type Api, Refusal } from '../business/routes.ts'
import { hashOfToken } from '../business/scheduling/hash-of-token.ts'
import { feedFile } from '../business/sessions/index.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'

const FeedParams = z.object({ file: z.string().regex(/^[A-Za-z0-9_-]{43}\.ics$/) })

/** GET /calendar-feeds/TOKEN.ics: a clinician's sessions for a calendar program, which cannot sign in. Who has the address may read. */
export function calendarFeedRoutes(app: Api, { operations, world }: { operations: Db; world: World }): void {
  const schema = { tags: ['calendar'], summary: 'A private calendar address', params: FeedParams }
  app.get('/api/calendar-feeds/:file', { schema }, async (request, reply) => {
    const tokenSha256 = hashOfToken(request.params.file.slice(0, -'.ics'.length))
    const actor = { user: null, now: world.clock.now() }
    const file = await asOperations(operations, actor, (tx) => feedFile(tx, world, tokenSha256))
    if (file === null) throw noSuchAddress()
    return reply.type('text/calendar; charset=utf-8').header('cache-control', 'private, no-store').send(file)
  })
}

function noSuchAddress(): Refusal {
  const detail = 'There is no calendar at this address, or it was closed by its owner.'
  return new Refusal({ status: 404, code: 'calendar_not_found', detail })
}
