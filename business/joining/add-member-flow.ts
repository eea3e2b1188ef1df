import { addHours, dateIn, dateInWords } from '../../libraries/calendar/index.ts'
import { isNpi } from '../../libraries/npi/index.ts'
import { licenceFamiliesOn } from '../coverage/index.ts'
import type { PracticeRole } from '../practices/abilities-of.ts'
import {
  endTeamInvitation,
  membersOf,
  practiceById,
  recordMember,
  recordProviderIntake,
  recordRoleChange,
  recordTeamInvitation,
  teamInvitationsOf,
} from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, Who, World } from '../world.ts'
import { mayChangeRole } from './may-change-role.ts'
import { sayRoles } from './say-roles.ts'
import { teamInvitationLetter } from './team-letters.ts'

export type NewProvider = {
  givenName: string
  familyName: string
  email: string
  residenceState: string
  licenceState: string
  licenceFamily: string
  licenceNumber: string
  npi: string
  portalAccess: boolean
}

type Asks = Pick<Who, 'practiceId' | 'userId' | 'memberId' | 'may'>

const invitationHours = 14 * 24

/** Adds somebody who treats clients. With portal access they are invited by e-mail; without, others keep their calendar. */
export async function addProvider(db: Db, world: World, who: Asks, asked: NewProvider): Promise<{ memberId: string }> {
  const at = world.clock.now()
  const practice = await practiceById(db, who.practiceId)
  if (practice?.kind !== 'group') throw soloPractice()
  const families = await licenceFamiliesOn(db, dateIn(at, world.zone))
  const taxonomy = families.find(({ id }) => id === asked.licenceFamily)?.taxonomies[0]
  if (taxonomy === undefined) throw notWhole('licence_unknown', 'licenceFamily', 'Choose the kind of license.')
  if (!isNpi(asked.npi))
    throw notWhole('npi_wrong', 'npi', 'This is no NPI: ten digits, the last of which checks the others.')
  const members = await membersOf(db, who.practiceId)
  if (members.some(({ npi, standing }) => npi === asked.npi && standing !== 'removed')) {
    throw notWhole('npi_known', 'npi', 'A provider with this NPI works here already, perhaps archived.')
  }
  const memberId = world.ids.next()
  const name = `${asked.givenName} ${asked.familyName}`
  const { practiceId } = who
  await recordMember(db, {
    practiceId,
    id: memberId,
    userId: null,
    name,
    role: 'clinician',
    clinician: true,
    npi: asked.npi,
    taxonomy,
    licenceFamily: asked.licenceFamily,
    joinedAt: at,
  })
  await recordProviderIntake(db, {
    practiceId,
    id: world.ids.next(),
    memberId,
    residenceState: asked.residenceState,
    licenceState: asked.licenceState,
    licenceType: asked.licenceFamily,
    licenceNumber: asked.licenceNumber,
    at,
    by: who.userId,
  })
  if (asked.portalAccess) await invite(db, world, who, { memberId, name, email: asked.email, roles: ['clinician'] })
  return { memberId }
}

export type OfficeRole = Exclude<PracticeRole, 'clinician' | 'owner'>

/** Invites somebody who treats nobody to the office of the practice, with one or several roles. */
export async function inviteToOffice(
  db: Db,
  world: World,
  who: Asks,
  asked: { name: string; email: string; roles: readonly OfficeRole[] },
): Promise<{ memberId: string }> {
  const [first, ...further] = asked.roles
  if (first === undefined) throw notWhole('role_missing', 'roles', 'Choose at least one role.')
  const memberId = world.ids.next()
  for (const role of asked.roles) {
    const of = { memberId, roles: [] }
    const refusal = mayChangeRole({ by: who, of, role, change: 'given', owners: 1 })
    if (refusal !== null) throw roleRefused(refusal)
  }
  const waiting = (await teamInvitationsOf(db, who.practiceId)).filter(({ outcome }) => outcome === null)
  if (waiting.some(({ email }) => email === asked.email)) {
    throw notWhole('invited_already', 'email', 'Somebody with this address is invited already; send that letter again.')
  }
  const at = world.clock.now()
  const nobodys = { clinician: false, npi: null, taxonomy: null, licenceFamily: null, userId: null, joinedAt: at }
  await recordMember(db, { ...nobodys, practiceId: who.practiceId, id: memberId, name: asked.name, role: first })
  for (const role of further) {
    const change = { memberId, role, change: 'given' as const, reason: 'Invited with several roles' }
    await recordRoleChange(db, { ...change, practiceId: who.practiceId, id: world.ids.next(), at, by: who.userId })
  }
  await invite(db, world, who, { memberId, name: asked.name, email: asked.email, roles: asked.roles })
  return { memberId }
}

/** Writes once more, perhaps to another address; the link of the letter before opens nothing any more. */
export async function inviteAgain(
  db: Db,
  world: World,
  who: Asks,
  { memberId, email }: { memberId: string; email: string },
): Promise<void> {
  const member = (await membersOf(db, who.practiceId)).find(({ id }) => id === memberId)
  if (member === undefined || member.standing === 'removed') throw noSuchMember()
  if (member.userId !== null) {
    const detail = `${member.name} signs in already; there is nothing to invite them to.`
    throw new Refusal({ status: 409, code: 'signs_in_already', detail })
  }
  await invite(db, world, who, { memberId, name: member.name, email, roles: member.roles })
}

async function invite(
  db: Db,
  world: World,
  { practiceId, userId }: Asks,
  to: { memberId: string; name: string; email: string; roles: readonly PracticeRole[] },
): Promise<void> {
  const at = world.clock.now()
  const former = (await teamInvitationsOf(db, practiceId)).filter((each) => each.memberId === to.memberId)
  for (const { id, outcome } of former) {
    if (outcome === null) await endTeamInvitation(db, { practiceId, id, outcome: 'replaced', at, by: userId })
  }
  const token = world.links.secret()
  const id = world.ids.next()
  const expiresAt = addHours(at, invitationHours)
  await recordTeamInvitation(db, {
    practiceId,
    id,
    memberId: to.memberId,
    email: to.email,
    tokenSha256: hashOfToken(token),
    expiresAt,
    invitedAt: at,
    by: userId,
  })
  const practice = await practiceById(db, practiceId)
  const by = (await membersOf(db, practiceId)).find((member) => member.userId === userId)
  const letter = teamInvitationLetter({
    name: to.name,
    practiceName: practice?.name ?? 'A practice',
    by: by?.name ?? 'An owner',
    as: sayRoles(to.roles),
    link: world.links.to(`/join-team#${token}`),
    until: dateInWords(dateIn(expiresAt, world.zone)),
  })
  await world.mail.post(db, { practiceId, to: to.email, ...letter, about: `team_invitation ${id}` })
}

export function noSuchMember(): Refusal {
  const detail = 'There is nobody like that in this practice; nothing was changed.'
  return new Refusal({ status: 404, code: 'member_not_found', detail })
}

const roleWords: Record<NonNullable<ReturnType<typeof mayChangeRole>>, string> = {
  owner_decides: 'Only an owner of the practice decides who owns and who administers it.',
  not_a_given_role: 'To treat clients is no role that is given: add a provider with license and NPI.',
  last_owner: 'A practice keeps at least one owner: make somebody else an owner first.',
  own_role: 'Nobody gives themselves a role: ask an owner of the practice.',
}

export function roleRefused(because: NonNullable<ReturnType<typeof mayChangeRole>>): Refusal {
  return new Refusal({ status: 403, code: because, detail: `${roleWords[because]} Nothing was changed.` })
}

function soloPractice(): Refusal {
  const detail =
    'This is a solo practice. To add a second provider it becomes a group: send the interest form, and a consultant does it with you. Nothing is lost by it.'
  return new Refusal({ status: 409, code: 'solo_practice', detail })
}

function notWhole(code: string, field: string, words: string): Refusal {
  const because = [{ code, field: `body.${field}`, words }]
  return new Refusal({ status: 422, code, detail: `${words} Nothing was recorded.`, because })
}
