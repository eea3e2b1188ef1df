import type { Instant } from '../../libraries/calendar/index.ts'
import {
  adminApprovals,
  adminRequests,
  membersOf,
  practiceById,
  practicesAll,
  recordAdminApproval,
  recordAdminRequest,
  recordApprovalAnswer,
  recordMember,
} from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { noSuchMember } from './add-member-flow.ts'
import { accessAnsweredLetter, accessRequestedLetter } from './team-letters.ts'

export type RequestState = 'looking_for_practice' | 'waits_for_owner' | 'approved' | 'declined'

export type RequestSeen = {
  id: string
  name: string
  email: string
  practiceTold: string
  via: 'client_account' | 'operator'
  askedAt: Instant
  state: RequestState
  practiceId: string | null
  practiceName: string | null
}

type Asked = { name: string; email: string; practiceTold: string }

/** Under operations: a request from a client's account, or entered by the operator's staff. */
export async function askForAccess(
  db: Db,
  world: World,
  by: { userId: string; via: 'client_account' | 'operator' },
  { name, email, practiceTold }: Asked,
): Promise<{ requestId: string }> {
  const open = (await requestsSeen(db)).find(
    (each) => each.email === email && ['looking_for_practice', 'waits_for_owner'].includes(each.state),
  )
  if (open !== undefined) {
    const detail = 'A request for this address is on its way already; nothing was sent a second time.'
    throw new Refusal({ status: 409, code: 'asked_already', detail })
  }
  const id = world.ids.next()
  const userId = by.via === 'client_account' ? by.userId : null
  const request = { practiceId: world.operator, id, name, email, practiceTold, userId, via: by.via }
  await recordAdminRequest(db, { ...request, at: world.clock.now(), by: by.userId })
  const letter = accessRequestedLetter({ name })
  await world.mail.post(db, { practiceId: world.operator, to: email, ...letter, about: `admin_request ${id}` })
  return { requestId: id }
}

/** Under operations: lays a request before the owner of the practice that is meant; `userId` is the client's login. */
export async function layBefore(
  db: Db,
  world: World,
  by: string,
  asked: { requestId: string; practiceId: string; userId: string | null },
): Promise<void> {
  const request = (await adminRequests(db)).find(({ id }) => id === asked.requestId)
  if (request === undefined) throw noSuchRequest()
  if ((await adminApprovals(db)).some(({ requestId }) => requestId === request.id)) {
    const detail = 'This request lies before an owner already; nothing was changed.'
    throw new Refusal({ status: 409, code: 'laid_before_already', detail })
  }
  const practice = await practiceById(db, asked.practiceId)
  if (practice === null || practice.kind === 'operator') throw noSuchPractice()
  const userId = request.userId ?? asked.userId
  if (userId === null) {
    const detail = `Nobody with ${request.email} has an account with a verified address yet. They sign up first: My portal, Patient portal, Sign up. The request is kept.`
    throw new Refusal({ status: 409, code: 'no_account_yet', detail })
  }
  const members = await membersOf(db, asked.practiceId)
  if (members.some((member) => member.userId === userId && member.standing !== 'removed')) {
    const detail = 'This login belongs to that practice already; an owner changes its roles in Manage team.'
    throw new Refusal({ status: 409, code: 'is_member', detail })
  }
  const { id: requestId, name, email } = request
  const about = { practiceId: asked.practiceId, id: world.ids.next(), requestId, userId, name, email }
  await recordAdminApproval(db, { ...about, at: world.clock.now(), by })
}

/** The owner agrees, and the one who asked is an administrator from then on; or does not, and they are told. */
export async function answerApproval(
  db: Db,
  world: World,
  who: Who,
  { approvalId, answer }: { approvalId: string; answer: 'approved' | 'declined' },
): Promise<{ memberId: string | null }> {
  const { practiceId, userId: by } = who
  const approval = (await adminApprovals(db, practiceId)).find(({ id }) => id === approvalId)
  if (approval === undefined) throw noSuchMember()
  const at = world.clock.now()
  const memberId = answer === 'approved' ? world.ids.next() : null
  if (memberId !== null) {
    const nobodys = { clinician: false, npi: null, taxonomy: null, licenceFamily: null, joinedAt: at }
    const { userId, name } = approval
    await recordMember(db, { ...nobodys, practiceId, id: memberId, userId, name, role: 'admin' })
  }
  if (!(await recordApprovalAnswer(db, { practiceId, approvalId, answer, memberId, at, by }))) {
    const detail = 'This request was answered already, perhaps by another owner a moment ago. Nothing was changed.'
    throw new Refusal({ status: 409, code: 'answered_already', detail })
  }
  const practiceName = (await practiceById(db, practiceId))?.name ?? 'the practice'
  const letter = accessAnsweredLetter({ name: approval.name, practiceName, approved: memberId !== null })
  await world.mail.post(db, { practiceId, to: approval.email, ...letter, about: `admin_approval ${approvalId}` })
  return { memberId }
}

/** Under operations: every request with how it stands, the latest first. */
export async function requestsSeen(db: Db): Promise<RequestSeen[]> {
  const approvals = new Map((await adminApprovals(db)).map((approval) => [approval.requestId, approval]))
  const names = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  return (await adminRequests(db)).toReversed().map(({ id, name, email, practiceTold, via, at }) => {
    const approval = approvals.get(id)
    const state = approval === undefined ? 'looking_for_practice' : (approval.answer ?? 'waits_for_owner')
    const practiceId = approval?.practiceId ?? null
    const practiceName = practiceId === null ? null : (names.get(practiceId) ?? null)
    return { id, name, email, practiceTold, via, askedAt: at, state, practiceId, practiceName }
  })
}

function noSuchRequest(): Refusal {
  return new Refusal({ status: 404, code: 'request_not_found', detail: 'There is no such request.' })
}

function noSuchPractice(): Refusal {
  const detail = 'Choose the practice that is meant; nothing was changed.'
  return new Refusal({ status: 422, code: 'practice_unknown', detail })
}
