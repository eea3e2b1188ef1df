import { peopleByIds } from '../clients/index.ts'
import { membersOf, practiceById } from '../practices/index.ts'
import type { Db, Who, World } from '../world.ts'
import { timeLimits } from './catalogue-store.ts'
import { type Described, describeSessionRow } from './describe-session-row.ts'
import { type Session, type SessionStanding, sessionsOf } from './session-store.ts'

export type Show = 'to_confirm' | 'confirmed' | 'all'

/** A practice's sessions, the latest first; somebody who is a clinician only sees their own. */
export async function sessionRows(
  db: Db,
  world: World,
  { practiceId, memberId, role }: Pick<Who, 'practiceId' | 'memberId' | 'role'>,
): Promise<Described[]> {
  const standings = await sessionsOf(db, practiceId, role === 'clinician' ? { memberId } : 'all')
  return describeAll(db, world, practiceId, standings)
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

/** Those of the rows that a list shows: to be confirmed (in order of their day), confirmed, or all. */
export function rowsToShow(rows: readonly Described[], show: Show): Described[] {
  switch (show) {
    case 'all':
      return [...rows]
    case 'to_confirm':
      return rows.filter(({ row }) => row.state === 'to_confirm').toReversed()
    case 'confirmed':
      return rows.filter(({ row }) => row.state === 'confirmed' || row.state === 'locked')
  }
}
