import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Credential = {
  practiceId: string
  id: string
  memberId: string
  networkId: string
  state: string
  via: 'direct' | 'virtual_network'
  status: 'active' | 'pending' | 'terminated'
  during: Period | null
  payerReady: CalendarDate | null
}

export async function recordCredential(db: Db, credential: Credential & { at: Instant; by: string }): Promise<void> {
  await db
    .insertInto('credentialing.credential')
    .values({
      practice_id: credential.practiceId,
      id: credential.id,
      member_id: credential.memberId,
      network_id: credential.networkId,
      state: credential.state,
      via: credential.via,
      status: credential.status,
      during: credential.during === null ? null : rangeText(credential.during),
      payer_ready: credential.payerReady,
      recorded_at: credential.at,
      recorded_by: credential.by,
    })
    .execute()
}

export async function credentialsOf(db: Db, practiceId: string, memberId: string): Promise<Credential[]> {
  const rows = await db
    .selectFrom('credentialing.credential')
    .select(['practice_id as practiceId', 'id', 'member_id as memberId', 'network_id as networkId', 'state', 'via'])
    .select(['status', 'during', 'payer_ready as payerReady'])
    .where('practice_id', '=', practiceId)
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    via: row.via as Credential['via'],
    status: row.status as Credential['status'],
  }))
}
