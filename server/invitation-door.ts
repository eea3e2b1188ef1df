import { z } from 'zod'
import { openInvitationLink } from '../business/clients/invite-again-flow.ts'
import type { Api } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'

const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not whole')
const Opened = z.strictObject({
  practiceName: z.string(),
  clinicianName: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
})

/** POST /api/client-invitations/openings: what the link of an invited client's letter is for, to whoever holds it. */
export function invitationDoor(app: Api, { operations, world }: { operations: Db; world: World }): void {
  const opened = { body: z.strictObject({ token: Token }), response: { 200: Opened } }
  app.post(
    '/api/client-invitations/openings',
    { schema: { tags: ['account'], summary: 'What a link invites a client to', ...opened } },
    (request) =>
      asOperations(operations, { user: null, now: world.clock.now() }, (db) =>
        openInvitationLink(db, world, request.body.token),
      ),
  )
}
