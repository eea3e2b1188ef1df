import { sql } from 'kysely'
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

export async function recordCredential(
  db: Db,
  credential: Credential & { at: Instant; by: string; reason?: string },
): Promise<void> {
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
      reason: credential.reason ?? null,
      recorded_at: credential.at,
      recorded_by: credential.by,
    })
    .execute()
}

/** A credential as it stands from now on in our knowledge: granted, ended, or known to the payer from another day. */
export type CredentialChange = {
  practiceId: string
  id: string
  credentialId: string
  status: Credential['status']
  during: Period | null
  payerReady: CalendarDate | null
  reason: string
}

export async function recordCredentialChange(
  db: Db,
  change: CredentialChange & { at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('credentialing.credential_change')
    .values({
      practice_id: change.practiceId,
      id: change.id,
      credential_id: change.credentialId,
      status: change.status,
      during: change.during === null ? null : rangeText(change.during),
      payer_ready: change.payerReady,
      reason: change.reason,
      recorded_at: change.at,
      recorded_by: change.by,
    })
    .execute()
}

/** Every credential of a member as it stands now, virtual networks that they opted in to included. */
export async function credentialsOf(db: Db, practiceId: string, memberId: string): Promise<Credential[]> {
  const { rows } = await sql<Omit<Credential, 'practiceId' | 'memberId'>>`
    select held.id, held.network_id as "networkId", held.state, held.via,
      coalesce(change.status, held.status) as status,
      case when change.id is null then held.during else change.during end as during,
      case when change.id is null then held.payer_ready else change.payer_ready end as "payerReady"
    from credentialing.credential held
    left join lateral (
      select id, status, during, payer_ready from credentialing.credential_change change
      where change.practice_id = held.practice_id and change.credential_id = held.id
      order by recorded_at desc, id desc limit 1
    ) change on true
    where held.practice_id = ${practiceId} and held.member_id = ${memberId}
    union all
    select opt_in.id, opt_in.network_id, opt_in.state, 'virtual_network', 'active',
      daterange(opt_in.from_day, opt_out.until_day), opt_in.payer_ready
    from credentialing.virtual_opt_in opt_in
    left join credentialing.virtual_opt_out opt_out
      on opt_out.practice_id = opt_in.practice_id and opt_out.opt_in_id = opt_in.id
    where opt_in.practice_id = ${practiceId} and opt_in.member_id = ${memberId}
      and (opt_out.until_day is null or opt_out.until_day > opt_in.from_day)
    order by id
  `.execute(db)
  return rows.map((row) => ({ practiceId, memberId, ...row }))
}
