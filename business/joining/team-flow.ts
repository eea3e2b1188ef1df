import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { allows, type PracticeRole } from '../practices/abilities-of.ts'
import {
  type AdminApproval,
  adminApprovals,
  type InvitationStanding,
  type Member,
  membersOf,
  practiceById,
  providerIntakesOf,
  standingChangesOf,
  teamInvitationsOf,
} from '../practices/index.ts'
import { sessionRows } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'

export type TeamMember = {
  memberId: string
  name: string
  roles: PracticeRole[]
  standing: 'active' | 'archived' | 'removed'
  clinician: boolean
  npi: string | null
  licence: { family: string; state: string; number: string } | null
  isYou: boolean
  signsIn: boolean
  invitation: { email: string; state: 'waiting' | 'expired'; until: CalendarDate } | null
  /** Since when they stand so, and who did it; of archived and removed ones. */
  since: CalendarDate | null
  by: string | null
  /** Sessions of theirs that wait to be confirmed. */
  toConfirm: number
}

export type Team = {
  kind: 'solo' | 'group'
  practiceName: string
  /** Decides who owns and who administers, too. */
  decides: boolean
  members: TeamMember[]
  approvals: { id: string; name: string; email: string; askedOn: CalendarDate }[]
}

/** Who works or worked in a practice, who is invited, and who asks to come in. */
export async function teamOf(db: Db, world: World, who: Who): Promise<Team> {
  const { practiceId } = who
  const practice = await practiceById(db, practiceId)
  const members = await membersOf(db, practiceId)
  const known: Known = {
    who,
    now: world.clock.now(),
    zone: world.zone,
    members,
    invitations: await teamInvitationsOf(db, practiceId),
    intakes: await providerIntakesOf(db, practiceId),
    changes: await standingChangesOf(db, practiceId),
    toConfirm: await toConfirmOf(db, world, who),
  }
  const decides = allows(who.may, { team: 'decide' })
  const waiting = (await adminApprovals(db, practiceId)).filter(({ answer }) => answer === null)
  return {
    kind: practice?.kind === 'group' ? 'group' : 'solo',
    practiceName: practice?.name ?? '',
    decides,
    members: members.map((member) => describe(member, known)),
    approvals: waiting.map((approval) => asked(approval, world.zone)),
  }
}

type Known = {
  who: Who
  now: Instant
  zone: string
  members: readonly Member[]
  invitations: readonly InvitationStanding[]
  intakes: Awaited<ReturnType<typeof providerIntakesOf>>
  changes: Awaited<ReturnType<typeof standingChangesOf>>
  toConfirm: ReadonlyMap<string, number>
}

function describe(member: Member, known: Known): TeamMember {
  const { id: memberId, name, roles, standing, clinician, npi, userId } = member
  const intake = known.intakes.findLast((each) => each.memberId === memberId)
  const change = standing === 'active' ? undefined : known.changes.findLast((each) => each.memberId === memberId)
  return {
    memberId,
    name,
    roles: [...roles],
    standing,
    clinician,
    npi,
    licence:
      intake === undefined
        ? null
        : { family: intake.licenceType, state: intake.licenceState, number: intake.licenceNumber },
    isYou: memberId === known.who.memberId,
    signsIn: userId !== null,
    invitation: userId === null ? invitationOf(memberId, known) : null,
    since: change === undefined ? null : dateIn(change.at, known.zone),
    by: known.members.find((each) => each.userId !== null && each.userId === change?.by)?.name ?? null,
    toConfirm: known.toConfirm.get(memberId) ?? 0,
  }
}

function invitationOf(memberId: string, { invitations, now, zone }: Known): TeamMember['invitation'] {
  const open = invitations.findLast((each) => each.memberId === memberId && each.outcome === null)
  if (open === undefined) return null
  const state = open.expiresAt > now ? ('waiting' as const) : ('expired' as const)
  return { email: open.email, state, until: dateIn(open.expiresAt, zone) }
}

function asked({ id, name, email, at }: AdminApproval, zone: string): Team['approvals'][number] {
  return { id, name, email, askedOn: dateIn(at, zone) }
}

async function toConfirmOf(db: Db, world: World, who: Who): Promise<Map<string, number>> {
  const open = await sessionRows(db, world, who, { standing: 'open' })
  const waiting = open.filter(({ row }) => row.state === 'to_confirm')
  return new Map([...Map.groupBy(waiting, ({ row }) => row.memberId)].map(([memberId, all]) => [memberId, all.length]))
}
