import { sql } from 'kysely'
import { decryptJson } from '../../database/encryption.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { LocationUsed } from './confirmation-store.ts'

/** What a client's last confirmed session with a clinician was: most sessions are like the one before. */
export type LastTime = {
  serviceOn: CalendarDate
  codes: string[]
  diagnoses: string[]
  modality: 'telehealth' | 'in_person'
  locationId: string | null
  minutes: number
  provider: Cents
}

/** The last confirmed session of each client with each clinician of a practice, or of one client. */
export async function lastTimesOf(
  db: Db,
  practiceId: string,
  personId?: string,
): Promise<(LastTime & { personId: string; memberId: string })[]> {
  type Row = Omit<LastTime, 'provider' | 'diagnoses' | 'locationId'> & {
    id: string
    personId: string
    memberId: string
    provider: number
    diagnoses: Uint8Array
    location: Uint8Array
  }
  const { rows } = await sql<Row>`
    select distinct on (session.person_id, session.member_id) confirmation.id,
      session.person_id as "personId", session.member_id as "memberId", confirmation.service_on as "serviceOn",
      confirmation.diagnoses, confirmation.modality, confirmation.location,
      (extract(epoch from confirmation.stopped_at - confirmation.started_at) / 60)::int as minutes,
      confirmation.provider_cents as provider,
      array(select code.code from sessions.confirmation_code as code
        where code.practice_id = confirmation.practice_id and code.confirmation_id = confirmation.id
        order by code.line) as codes
    from sessions.confirmation as confirmation
    join sessions.session as session
      on session.practice_id = confirmation.practice_id and session.id = confirmation.session_id
    left join sessions.void as void on void.practice_id = session.practice_id and void.session_id = session.id
    where confirmation.practice_id = ${practiceId} and void.voided_at is null
      and ${personId === undefined ? sql`true` : sql`session.person_id = ${personId}`}
    order by session.person_id, session.member_id, confirmation.started_at desc, confirmation.version desc
  `.execute(db)
  return Promise.all(
    rows.map(async ({ id, provider, diagnoses, location, ...row }) => ({
      ...row,
      provider: cents(provider),
      diagnoses: await decryptJson<string[]>(db, 'sessions.confirmation.diagnoses', [practiceId, id], diagnoses),
      locationId: (await decryptJson<LocationUsed>(db, 'sessions.confirmation.location', [practiceId, id], location))
        .id,
    })),
  )
}
