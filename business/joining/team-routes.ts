import { z } from 'zod'
import { practiceRoles } from '../practices/abilities-of.ts'
import type { Routes } from '../routes.ts'
import { addProvider, inviteAgain, inviteToOffice } from './add-member-flow.ts'
import { answerApproval } from './admin-request-flow.ts'
import { archiveProvider, changeRole } from './change-team-flow.ts'
import { teamOf } from './team-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const MemberParams = PracticeParams.extend({ memberId: z.uuid() })
const ApprovalParams = PracticeParams.extend({ approvalId: z.uuid() })

const Email = z.string().trim().toLowerCase().max(254).pipe(z.email('This is not an e-mail address'))
const StateCode = z.string().regex(/^[A-Z]{2}$/, 'Choose a state')
const Name = z.string().trim().min(1, 'The name is missing').max(80)
const Day = z.string().describe('YYYY-MM-DD')

const TeamReply = z.strictObject({
  kind: z.enum(['solo', 'group']),
  practiceName: z.string(),
  decides: z.boolean().describe('Whether the one who asks decides who owns and who administers'),
  members: z.array(
    z.strictObject({
      memberId: z.uuid(),
      name: z.string(),
      roles: z.array(z.enum(practiceRoles)),
      standing: z.enum(['active', 'archived', 'removed']),
      clinician: z.boolean(),
      npi: z.string().nullable(),
      licence: z.strictObject({ family: z.string(), state: z.string(), number: z.string() }).nullable(),
      isYou: z.boolean(),
      signsIn: z.boolean(),
      invitation: z
        .strictObject({ email: z.string(), state: z.enum(['waiting', 'expired']), until: Day })
        .nullable()
        .describe('The open invitation of a member who has no login'),
      since: Day.nullable(),
      by: z.string().nullable(),
      toConfirm: z.int(),
    }),
  ),
  approvals: z.array(z.strictObject({ id: z.uuid(), name: z.string(), email: z.string(), askedOn: Day })),
})

const ProviderBody = z.strictObject({
  givenName: Name,
  familyName: Name,
  email: Email,
  residenceState: StateCode,
  licenceState: StateCode,
  licenceFamily: z.string().max(40),
  licenceNumber: z.string().trim().min(1, 'The license number is missing').max(40),
  npi: z.string().trim().max(10),
  portalAccess: z.boolean().describe('Whether they are invited to sign in themselves'),
})

const Made = z.strictObject({ memberId: z.uuid() })
const Done = z.strictObject({ done: z.literal(true) })
const tags = ['team']
const path = '/practices/:practiceId/team'

/** Manage team: who works in a practice, who is invited, which roles they hold, and how they leave. */
export const teamRoutes: Routes = async (app, world) => {
  const seen = { params: PracticeParams, response: { 200: TeamReply } }
  app.get(path, { schema: { tags, summary: 'The team', ...seen } }, (request) => teamOf(request.db, world, request.who))

  const provider = { params: PracticeParams, body: ProviderBody, response: { 201: Made } }
  const add = { schema: { tags, summary: 'Add provider', ...provider } }
  app.post(`${path}/providers`, add, async (request, reply) =>
    reply.code(201).send(await addProvider(request.db, world, request.who, request.body)),
  )

  const roles = z
    .array(z.enum(['admin', 'biller', 'scheduler', 'supervisor']))
    .min(1)
    .max(4)
  const body = z.strictObject({ name: Name, email: Email, roles })
  const invited = {
    schema: { tags, summary: 'Invite to the office', params: PracticeParams, body, response: { 201: Made } },
  }
  app.post(`${path}/invitations`, invited, async (request, reply) =>
    reply.code(201).send(await inviteToOffice(request.db, world, request.who, request.body)),
  )

  memberRoutes(app, world)
}

function memberRoutes(app: Parameters<Routes>[0], world: Parameters<Routes>[1]): void {
  const done = { done: true as const }
  const again = { params: MemberParams, body: z.strictObject({ email: Email }), response: { 201: Done } }
  app.post(
    `${path}/:memberId/invitations`,
    { schema: { tags, summary: 'Invite again', ...again } },
    async (request, reply) => {
      await inviteAgain(request.db, world, request.who, { ...request.params, ...request.body })
      return reply.code(201).send(done)
    },
  )

  const changed = z.strictObject({ role: z.enum(practiceRoles), change: z.enum(['given', 'taken']) })
  const role = { params: MemberParams, body: changed, response: { 201: Done } }
  app.post(
    `${path}/:memberId/roles`,
    { schema: { tags, summary: 'Give or take a role', ...role } },
    async (request, reply) => {
      await changeRole(request.db, world, request.who, { ...request.body, memberId: request.params.memberId })
      return reply.code(201).send(done)
    },
  )

  const archive = { params: MemberParams, body: z.strictObject({ archived: z.boolean() }), response: { 201: Done } }
  const archiving = { schema: { tags, summary: 'Archive a provider, or reopen', ...archive } }
  app.post(`${path}/:memberId/archivings`, archiving, async (request, reply) => {
    const { archived } = request.body
    await archiveProvider(request.db, world, request.who, { archived, memberId: request.params.memberId })
    return reply.code(201).send(done)
  })

  const answer = z.strictObject({ answer: z.enum(['approved', 'declined']) })
  const replied = z.strictObject({ memberId: z.uuid().nullable() })
  const approval = { params: ApprovalParams, body: answer, response: { 201: replied } }
  const answering = { schema: { tags, summary: 'Agree to a request for access, or not', ...approval } }
  app.post('/practices/:practiceId/admin-approvals/:approvalId/answers', answering, async (request, reply) => {
    const { approvalId } = request.params
    return reply.code(201).send(await answerApproval(request.db, world, request.who, { approvalId, ...request.body }))
  })
}
