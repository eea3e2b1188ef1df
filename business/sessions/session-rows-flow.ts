import { addDays, calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { peopleByIds } from '../clients/index.ts'
import { membersOf, practiceById } from '../practices/index.ts'
import type { Db, Who, World } from '../world.ts'
import { timeLimits } from './catalogue-store.ts'
import { type Described, describeSessionRow } from './describe-session-row.ts'
import { type Session, type SessionFilter, type SessionStanding, sessionsOf } from './session-store.ts'

export type Show = 'to_confirm' | 'confirmed' | 'all'

/** A practice's sessions, the latest first, or those that a filter names, as far as the one who asks may see them. */
export async function sessionRows(
  db: Db,
  world: World,
  { practiceId, memberId, may }: Pick<Who, 'practiceId' | 'memberId' | 'may'>,
  filter: SessionFilter = {},
): Promise<Described[]> {
  const ownOnly = may.calendar !== 'all'
  // A colleague's name in the filter of a clinician finds nothing: theirs are added to it, not put in its place.
  if (may.calendar === 'none' || (ownOnly && filter.memberId !== undefined && filter.memberId !== memberId)) return []
  const standings = await sessionsOf(db, practiceId, ownOnly ? { ...filter, memberId } : filter)
  const described = await describeAll(db, world, practiceId, standings)
  return described.map((each) => (seesPay(each.row) ? each : { ...each, row: { ...each.row, providerCents: null } }))

  function seesPay(row: { memberId: string }): boolean {
    return may.money === 'all' || (may.money === 'own' && row.memberId === memberId)
  }
}

/** One session as a row of such a list; null where the practice has no such session. */
export async function sessionRow(
  db: Db,
  world: World,
  { practiceId, id: sessionId }: Pick<Session, 'practiceId' | 'id'>,
): Promise<Described | null> {
  const [row] = await describeAll(db, world, practiceId, await sessionsOf(db, practiceId, { sessionId }))
  return row ?? null
}

async function describeAll(
  db: Db,
  world: World,
  practiceId: string,
  standings: readonly SessionStanding[],
): Promise<Described[]> {
  const practice = await practiceById(db, practiceId)
  const people = await peopleByIds(db, [...new Set(standings.map(({ personId }) => personId))])
  const members = await membersOf(db, practiceId)
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'confirm_within')
  const around = {
    now: world.clock.now(),
    zone: world.zone,
    practiceZone: practice?.timeZone ?? world.zone,
    limits,
    clientNames: new Map(people.map((person) => [person.personId, `${person.givenName} ${person.familyName}`])),
    clinicianNames: new Map(members.map(({ id, name }) => [id, name])),
  }
  return standings.map((standing) => describeSessionRow(standing, around))
}

export type ListQuery = {
  show: Show
  clinician?: string | undefined
  client?: string | undefined
  from?: string | undefined
  to?: string | undefined
  limit?: number | undefined
  offset?: number | undefined
}

/** A page of a list of sessions: to be confirmed (in order of their day), confirmed, or all (the latest first). */
export async function listSessions(
  db: Db,
  world: World,
  who: Pick<Who, 'practiceId' | 'memberId' | 'may'>,
  { show, clinician, client, from, to, limit, offset = 0 }: ListQuery,
): Promise<Described[]> {
  const zone = (await practiceById(db, who.practiceId))?.timeZone ?? world.zone
  const filter = {
    memberId: clinician,
    personId: client,
    from: from === undefined ? undefined : instantAt(calendarDate(from), '00:00', zone),
    until: to === undefined ? undefined : instantAt(addDays(calendarDate(to), 1), '00:00', zone),
  }
  if (show !== 'to_confirm') {
    return sessionRows(db, world, who, { ...filter, ...(show === 'all' ? {} : { standing: show }), limit, offset })
  }
  // Whether a session may still be confirmed is a rule and no column: of those that are open, the page is cut here.
  const open = await sessionRows(db, world, who, { ...filter, standing: 'open' })
  const waiting = open.filter(({ row }) => row.state === 'to_confirm').toReversed()
  return waiting.slice(offset, limit === undefined ? undefined : offset + limit)
}
