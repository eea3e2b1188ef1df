import { z } from 'zod'
import { calendarDate, dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { addClient } from './add-client-flow.ts'
import { invitationStandings, openInvitations } from './invitation-store.ts'
import { type InvitationWaits, invitationsWaiting, inviteAgain } from './invite-again-flow.ts'
import { ownClient } from './own-client-flow.ts'
import { recordArchiving } from './roster-store.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const ClientParams = PracticeParams.extend({ personId: z.uuid() })

const NewClientBody = z.strictObject({
  givenName: z.string().trim().min(1, 'The first name is missing').max(80),
  familyName: z.string().trim().min(1, 'The last name is missing').max(80),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address')),
  phone: z.string().trim().max(30).nullable(),
  dateOfBirth: z
    .string()
    .refine(isCalendarDate, 'There is no such day: write it as YYYY-MM-DD')
    .nullable()
    .default(null),
  clinicianMemberId: z.uuid().describe('On whose list the client is'),
  notify: z.boolean().describe('Whether the client is written to now'),
})
const Added = z.strictObject({
  personId: z.uuid(),
  outcome: z.enum(['invited', 'recognised']).describe('recognised: a client of this practice already'),
})

const tags = ['clients']
const path = '/practices/:practiceId/clients'

/** POST /practices/:practiceId/clients, …/:personId/archivings, and how the invitation of a client stands. */
export const addClientRoutes: Routes = async (app, world) => {
  const today = () => dateIn(world.clock.now(), world.zone)
  const added = { params: PracticeParams, body: NewClientBody, response: { 201: Added } }
  app.post(path, { schema: { tags, summary: 'Add a client by e-mail', ...added } }, async (request, reply) => {
    const { dateOfBirth, ...said } = request.body
    const client = { ...said, dateOfBirth: dateOfBirth === null ? null : calendarDate(dateOfBirth) }
    return reply.code(201).send(await addClient(request.db, world, request.who, client))
  })

  const body = z.strictObject({ archived: z.boolean() })
  const archived = { params: ClientParams, body, response: { 201: z.strictObject({ archived: z.boolean() }) } }
  const putAway = { schema: { tags, summary: 'Archive a client, or take them out again', ...archived } }
  app.post(`${path}/:personId/archivings`, putAway, async (request, reply) => {
    const { practiceId, userId } = request.who
    const { personId } = request.params
    const client = await ownClient(request.db, request.who, personId, today())
    const wanted = request.body.archived
    if (client.archived === wanted) throw standsSo(wanted)
    const deed = wanted ? ('archived' as const) : ('reopened' as const)
    const id = world.ids.next()
    await recordArchiving(request.db, { practiceId, personId, id, deed, at: world.clock.now(), by: userId })
    return reply.code(201).send({ archived: wanted })
  })

  const answer = z.enum(['waiting', 'accepted', 'declined']).nullable().describe('null: not added by e-mail')
  const waiting = z
    .strictObject({
      email: z.string(),
      letters: z.int(),
      lastLetterAt: z.string().nullable(),
      nextFrom: z.string().describe('now, never, or the moment from which another letter may go'),
    })
    .nullable()
    .describe('How the letters of an invitation that waits stand')
  const standing = { params: ClientParams, response: { 200: z.strictObject({ invitation: answer, waiting }) } }
  const asked = { schema: { tags, summary: 'What the client said to being added', ...standing } }
  app.get(`${path}/:personId/invitation`, asked, async (request) => {
    const { personId } = request.params
    await ownClient(request.db, request.who, personId, today())
    const standings = await invitationStandings(request.db, request.who.practiceId, [personId])
    const open = await openInvitations(request.db, { practiceId: request.who.practiceId, personId })
    const [stands] = await invitationsWaiting(request.db, world, open)
    return { invitation: standings.get(personId) ?? null, waiting: stands === undefined ? null : lettersSeen(stands) }
  })

  const again = { params: ClientParams, body: z.strictObject({}), response: { 201: waiting.unwrap() } }
  const letter = { schema: { tags, summary: 'Send the invitation again', ...again } }
  app.post(`${path}/:personId/invitation-letters`, letter, async (request, reply) => {
    const { practiceId, userId } = request.who
    const { personId } = request.params
    await ownClient(request.db, request.who, personId, today())
    return reply.code(201).send(lettersSeen(await inviteAgain(request.db, world, { practiceId, personId }, userId)))
  })
}

function lettersSeen({ invitationId: _, ...waits }: InvitationWaits) {
  return waits
}

function standsSo(archived: boolean): Refusal {
  const detail = archived ? 'This client is archived already.' : 'This client is on your list already.'
  return new Refusal({ status: 409, code: 'stands_so_already', detail: `${detail} Nothing was changed.` })
}
