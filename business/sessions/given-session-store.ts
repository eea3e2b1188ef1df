import { sql } from 'kysely'
import { decryptJson } from '../../database/encryption.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { LocationUsed } from './confirmation-store.ts'

/** A session that was given, as its confirmation in force has it. */
export type GivenSession = {
  practiceId: string
  sessionId: string
  personId: string
  memberId: string
  contractId: string
  serviceOn: CalendarDate
  /** Where the client was. */
  state: string
  zip: string
  codes: { code: string; modifiers: string[] }[]
  bookedAt: Instant
  startsAt: Instant
  stoppedAt: Instant
  /** When it was first confirmed: a correction is no late record. */
  confirmedAt: Instant
}

/** Sessions confirmed and not voided: under one contract, of these ids, or all, in order of service. */
export async function givenSessions(
  db: Db,
  { contractId, sessionIds }: { contractId?: string; sessionIds?: readonly string[] },
): Promise<GivenSession[]> {
  const versions = await db
    .selectFrom('sessions.confirmation as confirmation')
    .innerJoin('sessions.session as session', (join) =>
      join
        .onRef('session.practice_id', '=', 'confirmation.practice_id')
        .onRef('session.id', '=', 'confirmation.session_id'),
    )
    .leftJoin('sessions.void as void', (join) =>
      join.onRef('void.practice_id', '=', 'session.practice_id').onRef('void.session_id', '=', 'session.id'),
    )
    .select([
      'confirmation.practice_id as practiceId',
      'confirmation.id',
      'session.id as sessionId',
      'session.person_id as personId',
      'session.member_id as memberId',
      'confirmation.contract_id as contractId',
      'confirmation.service_on as serviceOn',
      'confirmation.location',
      'session.recorded_at as bookedAt',
      'confirmation.started_at as startsAt',
      'confirmation.stopped_at as stoppedAt',
      'confirmation.confirmed_at as confirmedAt',
    ])
    .where('void.session_id', 'is', null)
    .$if(sessionIds !== undefined, (query) => query.where(sql<boolean>`session.id = any(${sessionIds ?? []}::uuid[])`))
    .orderBy('confirmation.service_on')
    .orderBy('session.id')
    .orderBy('confirmation.version')
    .execute()
  const inForce = [...Map.groupBy(versions, ({ sessionId }) => sessionId).values()].flatMap((of) => {
    const last = of.at(-1)
    const confirmedAt = of[0]?.confirmedAt
    return last === undefined || confirmedAt === undefined ? [] : [{ ...last, confirmedAt }]
  })
  const asked = inForce.filter((one) => contractId === undefined || one.contractId === contractId)
  const codes = await codesByConfirmation(
    db,
    asked.map(({ id }) => id),
  )
  return Promise.all(
    asked.map(async ({ id, location, ...one }) => {
      const row = [one.practiceId, id]
      const place: LocationUsed = await decryptJson(db, 'sessions.confirmation.location', row, location)
      return { ...one, state: place.state, zip: place.zip, codes: codes.get(id) ?? [] }
    }),
  )
}

async function codesByConfirmation(db: Db, ids: readonly string[]): Promise<Map<string, GivenSession['codes']>> {
  const rows = await db
    .selectFrom('sessions.confirmation_code')
    .select(['confirmation_id', 'code', 'modifiers'])
    .where(sql<boolean>`confirmation_id = any(${ids}::uuid[])`)
    .orderBy('confirmation_id')
    .orderBy('line')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ confirmation_id }) => confirmation_id)].map(([id, of]) => [
      id,
      of.map(({ code, modifiers }) => ({ code, modifiers })),
    ]),
  )
}
