import { sql } from 'kysely'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** The clearinghouse and how we sign our files to it. */
export type Clearinghouse = {
  id: string
  name: string
  receiverId: string
  submitterName: string
  submitterId: string
  contactName: string
  contactPhone: string
  usage: 'P' | 'T'
}

export async function recordClearinghouse(
  db: Db,
  clearinghouse: Clearinghouse & { during: Period; source: string },
): Promise<void> {
  await db
    .insertInto('claims.clearinghouse')
    .values({
      id: clearinghouse.id,
      name: clearinghouse.name,
      receiver_id: clearinghouse.receiverId,
      submitter_name: clearinghouse.submitterName,
      submitter_id: clearinghouse.submitterId,
      contact_name: clearinghouse.contactName,
      contact_phone: clearinghouse.contactPhone,
      usage: clearinghouse.usage,
      during: rangeText(clearinghouse.during),
      source: clearinghouse.source,
    })
    .execute()
}

export async function clearinghouseInForce(db: Db, id: string, on: CalendarDate): Promise<Clearinghouse | null> {
  const row = await db
    .selectFrom('claims.clearinghouse')
    .selectAll()
    .where('id', '=', id)
    .where(sql<boolean>`during @> ${on}::date`)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    id: row.id,
    name: row.name,
    receiverId: row.receiver_id,
    submitterName: row.submitter_name,
    submitterId: row.submitter_id,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    usage: row.usage,
  }
}
