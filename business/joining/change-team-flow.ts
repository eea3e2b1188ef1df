import { sql } from 'kysely'
import { dateIn, dateInWords } from '../../libraries/calendar/index.ts'
import type { PracticeRole } from '../practices/abilities-of.ts'
import {
  endTeamInvitation,
  type GivenRole,
  type Member,
  membersOf,
  recordRoleChange,
  recordStandingChange,
  standingChangesOf,
  teamInvitationsOf,
} from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { noSuchMember, roleRefused } from './add-member-flow.ts'
import { mayChangeRole } from './may-change-role.ts'
import { removalOf } from './removal-flow.ts'
import { sayBarrier } from './say-barrier.ts'

type Asks = Pick<Who, 'practiceId' | 'userId' | 'memberId' | 'may'>

/** Gives or takes a role. Whoever holds none any more and treats nobody is let in no longer. */
export async function changeRole(
  db: Db,
  world: World,
  who: Asks,
  { memberId, role, change }: { memberId: string; role: PracticeRole; change: 'given' | 'taken' },
): Promise<void> {
  const members = await lockedTeam(db, who.practiceId)
  const of = memberIn(members, memberId)
  const owners = members.filter((each) => each.standing === 'active' && each.roles.includes('owner')).length
  const refusal = mayChangeRole({ by: who, of: { memberId, roles: of.roles }, role, change, owners })
  if (refusal !== null) throw roleRefused(refusal)
  if (of.roles.includes(role) === (change === 'given')) {
    const detail = `${of.name} ${change === 'given' ? 'has' : 'does not have'} this role already; nothing was changed.`
    throw new Refusal({ status: 409, code: 'role_stands_so', detail })
  }
  const by = { practiceId: who.practiceId, at: world.clock.now(), by: who.userId }
  const reason = 'Manage team'
  await recordRoleChange(db, { ...by, id: world.ids.next(), memberId, role: role as GivenRole, change, reason })
  const left = change === 'taken' ? of.roles.filter((each) => each !== role) : of.roles
  if (change === 'taken' && left.length === 0) {
    await recordStandingChange(db, {
      ...by,
      id: world.ids.next(),
      memberId,
      standing: 'removed',
      reason: 'No role is left',
    })
    await withdrawInvitations(db, world, who, memberId)
  }
}

/** Hides a provider and keeps everything of theirs, or takes them up again. */
export async function archiveProvider(
  db: Db,
  world: World,
  who: Asks,
  { memberId, archived }: { memberId: string; archived: boolean },
): Promise<void> {
  const members = await lockedTeam(db, who.practiceId)
  const of = memberIn(members, memberId)
  if (!of.clinician) throw notAProvider()
  if (archived && of.roles.includes('owner')) throw ownerStays(of.name)
  const standing = archived ? ('archived' as const) : ('active' as const)
  if (of.standing === standing) throw await standsSo(db, world, who.practiceId, of, members)
  await recordStandingChange(db, {
    practiceId: who.practiceId,
    id: world.ids.next(),
    memberId,
    standing,
    reason: 'Manage team',
    at: world.clock.now(),
    by: who.userId,
  })
}

/** The deactivation form: possible once nothing of theirs is open; their access and listing end, records and books stay. */
export async function removeProvider(
  db: Db,
  world: World,
  who: Asks,
  { memberId, name, reason }: { memberId: string; name: string; reason: string },
): Promise<void> {
  const members = await lockedTeam(db, who.practiceId)
  const of = memberIn(members, memberId)
  if (!of.clinician) throw notAProvider()
  if (of.roles.includes('owner')) throw ownerStays(of.name)
  if (name.trim().toLowerCase() !== of.name.toLowerCase()) {
    const words = `Write the name as it stands: ${of.name}.`
    const because = [{ code: 'name_differs', field: 'body.name', words }]
    throw new Refusal({ status: 422, code: 'name_differs', detail: `${words} Nothing was changed.`, because })
  }
  const removal = await removalOf(db, world, who.practiceId, memberId)
  if (removal.outcome === 'not_yet') {
    const when = removal.possibleOn === null ? '' : ` It becomes possible on ${dateInWords(removal.possibleOn)}.`
    const because = removal.because.map((each) => ({ code: each.reason, words: sayBarrier(each) }))
    const detail = `${of.name} cannot be removed yet: ${because.map(({ words }) => words).join(' ')}${when} Nothing was changed.`
    throw new Refusal({ status: 409, code: 'removal_not_yet', detail, because })
  }
  const by = { practiceId: who.practiceId, at: world.clock.now(), by: who.userId }
  await recordStandingChange(db, { ...by, id: world.ids.next(), memberId, standing: 'removed', reason })
  await withdrawInvitations(db, world, who, memberId)
}

// Two people who change the same team do it one after the other, and the second sees what the first did.
async function lockedTeam(db: Db, practiceId: string): Promise<Member[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`team ${practiceId}`}, 0))`.execute(db)
  return membersOf(db, practiceId)
}

function memberIn(members: readonly Member[], memberId: string): Member {
  const member = members.find(({ id, standing }) => id === memberId && standing !== 'removed')
  if (member === undefined) throw noSuchMember()
  return member
}

async function withdrawInvitations(db: Db, world: World, who: Asks, memberId: string): Promise<void> {
  const { practiceId, userId: by } = who
  for (const each of await teamInvitationsOf(db, practiceId)) {
    if (each.memberId !== memberId || each.outcome !== null) continue
    await endTeamInvitation(db, { practiceId, id: each.id, outcome: 'withdrawn', at: world.clock.now(), by })
  }
}

async function standsSo(
  db: Db,
  world: World,
  practiceId: string,
  of: Member,
  members: readonly Member[],
): Promise<Refusal> {
  const last = (await standingChangesOf(db, practiceId)).findLast(({ memberId }) => memberId === of.id)
  const by = members.find(({ userId }) => userId === last?.by)?.name
  const when = last === undefined ? '' : ` on ${dateInWords(dateIn(last.at, world.zone))}`
  const who = by === undefined ? '' : `, by ${by}`
  const detail =
    of.standing === 'archived'
      ? `${of.name} is archived already${when}${who}. Nothing was changed, and nothing is lost.`
      : `${of.name} is on the team already. Nothing was changed.`
  return new Refusal({ status: 409, code: 'standing_so_already', detail })
}

function notAProvider(): Refusal {
  const detail = 'Providers are archived and removed; of whoever runs the office, the roles are taken.'
  return new Refusal({ status: 409, code: 'not_a_provider', detail })
}

function ownerStays(name: string): Refusal {
  const detail = `${name} owns the practice. Make somebody else an owner and take this role first; nothing was changed.`
  return new Refusal({ status: 409, code: 'owner_stays', detail })
}
