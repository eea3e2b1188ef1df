import { sql } from 'kysely'
import { type CalendarDate, calendarDate, type Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { Standing } from './apply-change.ts'
import type { Authority } from './authority-store.ts'
import type { Credential } from './credential-store.ts'

/** A clinician of the network with what they hold: what a referral may know of a colleague in another practice. */
export type NetworkClinician = {
  practiceId: string
  practiceName: string
  memberId: string
  name: string
  family: string
  standing: Standing
}

type Row = {
  practice_id: string
  practice_name: string
  member_id: string
  clinician_name: string
  licence_family: string
  authorities: { id: string; state: string; kind: Authority['kind']; during: string }[]
  credentials: (Omit<Credential, 'practiceId' | 'memberId' | 'during' | 'payerReady'> & {
    during: string | null
    payerReady: string | null
  })[]
  exclusions: string[]
}

/** Every clinician of every practice. It holds nothing of any client, and any practice may ask it. */
export async function networkDirectory(db: Db): Promise<NetworkClinician[]> {
  const { rows } = await sql<Row>`
    select * from credentialing.network_directory() order by clinician_name, member_id
  `.execute(db)
  return rows.map((row) => {
    const owner = { practiceId: row.practice_id, memberId: row.member_id }
    return {
      ...owner,
      practiceName: row.practice_name,
      name: row.clinician_name,
      family: row.licence_family,
      standing: {
        authorities: row.authorities.map(({ during, ...one }) => ({
          ...owner,
          ...one,
          number: null,
          during: period(during),
        })),
        credentials: row.credentials.map(({ during, payerReady, ...one }) => ({
          ...owner,
          ...one,
          during: during === null ? null : period(during),
          payerReady: payerReady === null ? null : calendarDate(payerReady),
        })),
        exclusions: row.exclusions.map((during) => ({ id: '', ...period(during) })),
      },
    }
  })
}

/** A date range inside JSON, where no column type reads it: '[2026-01-01,)'. */
function period(text: string): Period {
  const [from = '', until = ''] = text.replace(/[[\]()]/g, '').split(',')
  const end: CalendarDate | null = until === '' || until === 'infinity' ? null : calendarDate(until)
  return { from: calendarDate(from), until: end }
}
