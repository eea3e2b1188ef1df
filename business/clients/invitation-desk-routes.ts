import { z } from 'zod'
import { practicesAll } from '../practices/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { openInvitations } from './invitation-store.ts'
import { invitationsWaiting, inviteAgain } from './invite-again-flow.ts'

const Row = z.strictObject({
  invitationId: z.uuid(),
  practiceId: z.uuid(),
  practiceName: z.string(),
  name: z.string(),
  email: z.string(),
  invitedAt: z.string(),
  letters: z.int(),
  lastLetterAt: z.string().nullable(),
  nextFrom: z.string().describe('now, never, or the moment from which another letter may go'),
})
const Sent = z.strictObject({ letters: z.int(), lastLetterAt: z.string().nullable(), nextFrom: z.string() })

const tags = ['operations']
const path = '/operations/client-invitations'

/** GET /operations/client-invitations, and POST …/:invitationId/letters: clients whom a practice invited, and no answer. */
export const invitationDeskRoutes: Routes = async (app, world) => {
  const listed = { response: { 200: z.array(Row) } }
  app.get(path, { schema: { tags, summary: 'Invited clients who have not answered', ...listed } }, async (request) => {
    const { db } = request
    const open = await openInvitations(db, {})
    const waits = await invitationsWaiting(db, world, open)
    const practices = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
    const reason = 'Invitations that wait for an answer'
    for (const { personId } of open) request.looksAt({ personId, reason })
    return open.flatMap((invitation, place) => {
      const stands = waits[place]
      if (stands === undefined) return []
      const { practiceId, givenName, familyName, invitedAt } = invitation
      const practiceName = practices.get(practiceId) ?? ''
      return [{ ...stands, practiceId, practiceName, name: `${givenName} ${familyName}`, invitedAt }]
    })
  })

  const params = z.object({ invitationId: z.uuid() })
  const again = { params, body: z.strictObject({}), response: { 201: Sent } }
  const send = { schema: { tags, summary: 'Send a client’s invitation again', ...again } }
  app.post(`${path}/:invitationId/letters`, send, async (request, reply) => {
    const { db, who } = request
    const { invitationId: id } = request.params
    const [invitation] = await openInvitations(db, { id })
    if (invitation === undefined) throw nothingWaits()
    const { practiceId, personId } = invitation
    request.looksAt({ personId, practiceId, reason: 'The invitation is sent again' })
    const { letters, lastLetterAt, nextFrom } = await inviteAgain(db, world, { practiceId, id }, who.userId)
    return reply.code(201).send({ letters, lastLetterAt, nextFrom })
  })
}

function nothingWaits(): Refusal {
  const detail = 'This invitation was answered meanwhile. Load the page again; nothing was sent.'
  return new Refusal({ status: 409, code: 'no_invitation_waits', detail })
}
