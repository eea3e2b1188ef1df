import { sql } from 'kysely'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { Authority } from './authority-store.ts'
import type { Credential } from './credential-store.ts'

/** One row of what was ever recorded of a clinician's standing: who entered it, when, why. None is ever changed. */
export type Entry = {
  practiceId: string
  memberId: string
  id: string
  /** The authority, credential, exclusion or opt-in that it is about: the id of its first row. */
  subjectId: string
  subject: 'authority' | 'credential' | 'exclusion' | 'opt_in'
  isFirst: boolean
  state: string | null
  kind: Authority['kind'] | null
  number: string | null
  networkId: string | null
  via: Credential['via'] | null
  status: Credential['status'] | null
  /** Null: not known yet, or withdrawn as a mistake. */
  during: Period | null
  payerReady: CalendarDate | null
  reason: string | null
  at: Instant
  /** The login that entered it, or the part of the house. */
  by: string | null
}

/** Every entry about one clinician, or about all for the operator's eyes; the first first. */
export async function entriesOf(db: Db, of: { practiceId: string; memberId: string } | 'everyone'): Promise<Entry[]> {
  const those = of === 'everyone' ? sql`true` : sql`practice_id = ${of.practiceId} and member_id = ${of.memberId}`
  const { rows } = await sql<Entry>`
    select practice_id as "practiceId", member_id as "memberId", id, subject_id as "subjectId", subject,
      is_first as "isFirst", state, kind, number, network_id as "networkId", via, status, during,
      payer_ready as "payerReady", reason, recorded_at as at, recorded_by as by
    from (
      select practice_id, member_id, id, id as subject_id, 'authority' as subject, true as is_first, state, kind, number,
        null as network_id, null as via, null as status, during, null::date as payer_ready, reason, recorded_at, recorded_by
      from credentialing.authority
      union all
      select held.practice_id, held.member_id, change.id, held.id, 'authority', false, held.state, held.kind, held.number,
        null, null, null, change.during, null, change.reason, change.recorded_at, change.recorded_by
      from credentialing.authority_change change
      join credentialing.authority held on held.practice_id = change.practice_id and held.id = change.authority_id
      union all
      select practice_id, member_id, id, id, 'credential', true, state, null, null,
        network_id, via, status, during, payer_ready, reason, recorded_at, recorded_by
      from credentialing.credential
      union all
      select held.practice_id, held.member_id, change.id, held.id, 'credential', false, held.state, null, null,
        held.network_id, held.via, change.status, change.during, change.payer_ready, change.reason, change.recorded_at,
        change.recorded_by
      from credentialing.credential_change change
      join credentialing.credential held on held.practice_id = change.practice_id and held.id = change.credential_id
      union all
      select practice_id, member_id, id, id, 'exclusion', true, null, null, null,
        null, null, null, during, null, source, recorded_at, recorded_by
      from credentialing.exclusion
      union all
      select held.practice_id, held.member_id, change.id, held.id, 'exclusion', false, null, null, null,
        null, null, null, change.during, null, change.reason, change.recorded_at, change.recorded_by
      from credentialing.exclusion_change change
      join credentialing.exclusion held on held.practice_id = change.practice_id and held.id = change.exclusion_id
      union all
      select practice_id, member_id, id, id, 'opt_in', true, state, null, null,
        network_id, 'virtual_network', 'active', daterange(from_day, null), payer_ready, null, recorded_at, recorded_by
      from credentialing.virtual_opt_in
      union all
      select held.practice_id, held.member_id, held.id, held.id, 'opt_in', false, held.state, null, null,
        held.network_id, 'virtual_network', 'terminated',
        case when ended.until_day > held.from_day then daterange(held.from_day, ended.until_day) end,
        held.payer_ready, null, ended.recorded_at, ended.recorded_by
      from credentialing.virtual_opt_out ended
      join credentialing.virtual_opt_in held on held.practice_id = ended.practice_id and held.id = ended.opt_in_id
    ) entry
    where ${those}
    order by recorded_at, id, is_first desc
  `.execute(db)
  return rows
}
