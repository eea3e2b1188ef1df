import type { PracticeRole } from '../practices/abilities-of.ts'
import {
  endTeamInvitation,
  type InvitationStanding,
  linkLogin,
  membersOf,
  practiceById,
  teamInvitationByToken,
} from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { hashOfToken } from '../scheduling/hash-of-token.ts'
import type { Db, World } from '../world.ts'

export type InvitationSeen = {
  practiceId: string
  practiceName: string
  name: string
  email: string
  roles: PracticeRole[]
}

/** Under operations: what the link of a letter is for. Refused by name where it was used, replaced, withdrawn or is too old. */
export async function invitationOf(
  db: Db,
  world: World,
  token: string,
): Promise<InvitationSeen & { invitation: InvitationStanding }> {
  const invitation = await teamInvitationByToken(db, hashOfToken(token))
  if (invitation === null) throw refused('invitation_unknown', 'There is no invitation behind this link.')
  const { practiceId, memberId, email } = invitation
  if (invitation.outcome !== null) throw ended[invitation.outcome]()
  if (invitation.expiresAt <= world.clock.now()) {
    throw refused(
      'invitation_expired',
      'This invitation is too old. Ask the practice to send it again; nothing is lost.',
    )
  }
  const practice = await practiceById(db, practiceId)
  const member = (await membersOf(db, practiceId)).find(({ id }) => id === memberId)
  if (practice === null || member === undefined || member.standing === 'removed') {
    throw refused('invitation_withdrawn', words.withdrawn)
  }
  return { practiceId, practiceName: practice.name, name: member.name, email, roles: [...member.roles], invitation }
}

/** Under operations: the login of the invited address becomes the member's. The link is spent. */
export async function acceptInvitation(db: Db, world: World, token: string, userId: string): Promise<InvitationSeen> {
  const { invitation, ...seen } = await invitationOf(db, world, token)
  const { practiceId, id, memberId } = invitation
  const members = await membersOf(db, practiceId)
  if (members.some((member) => member.userId === userId && member.standing !== 'removed')) {
    const detail = `You belong to ${seen.practiceName} already. Ask an owner to change your roles there; nothing was changed.`
    throw new Refusal({ status: 409, code: 'is_member', detail })
  }
  const at = world.clock.now()
  const isFirst = await endTeamInvitation(db, { practiceId, id, outcome: 'accepted', at, by: userId })
  if (!isFirst || !(await linkLogin(db, { practiceId, memberId, userId }))) {
    throw refused('invitation_accepted', words.accepted)
  }
  return seen
}

const ended = {
  accepted: () => refused('invitation_accepted', words.accepted),
  withdrawn: () => refused('invitation_withdrawn', words.withdrawn),
  replaced: () => refused('invitation_replaced', words.replaced),
}

const words = {
  accepted: 'This invitation was used already. Sign in with the login that accepted it.',
  withdrawn: 'The practice took this invitation back.',
  replaced: 'A later letter has taken the place of this one: use the link in the last one you were sent.',
}

function refused(code: string, detail: string): Refusal {
  return new Refusal({ status: 410, code, detail })
}
