import { type RawBuilder, sql } from 'kysely'
import { recordFurtherAreas } from '../business/coverage/area-store.ts'
import { builtInEdition } from '../business/coverage/service-areas.ts'
import type { Db } from '../business/world.ts'
import { encrypt, encryptJson } from '../database/encryption.ts'
import { calendarDate, instant } from '../libraries/calendar/index.ts'

export const networkNow = instant('2026-04-08T22:00:00Z')

/** How large a made-up network is: clinicians, four to a practice; clients, each with one; sessions in the hundred days to come. */
export type NetworkSize = { clinicians: number; clients: number; sessions: number }

const states = ['NY', 'CA', 'VA', 'TX', 'PA', 'MO', 'FL', 'NC', 'NJ', 'WA']
const networks = [
  'aetna',
  'cigna',
  'anthem-ny',
  'anthem-ca',
  'bsca',
  'carefirst',
  'anthem-va',
  'bcbs-tx',
  'blue-kc',
  'bcbs-nc',
]
const counties = {
  NY: ['36061', '36019', '36029'],
  VA: ['51059', '51013', '51760'],
  MO: ['29095', '29510'],
  PA: ['42027', '42101'],
}

/**
 * Writes a whole network into an empty database, the same each time: every row is worked out from its number. One in fifty
 * sessions is confirmed and waits for its lock; the rest are planned.
 */
export async function writeStoredNetwork(db: Db, { clinicians, clients, sessions }: NetworkSize): Promise<void> {
  const id = (kind: string, number: string) => sql.raw(`md5('${kind}' || (${number}))::uuid`)
  const one = (of: readonly string[], number: string) =>
    sql.raw(`(array[${of.map((each) => `'${each}'`).join(', ')}])[1 + (${number}) % ${of.length}]`)
  const numbers = (count: number) => sql.raw(`generate_series(0, ${count - 1}) as n`)
  const since = sql.raw(`'2024-01-01T00:00:00Z'::timestamptz`)
  const always = sql.raw(`daterange('2024-01-01', null)`)
  // Until it is encrypted below.
  const unread = sql.raw(`decode('c1454b01' || repeat('00', 32), 'hex')`)
  await recordFurtherAreas(db, { ...builtInEdition, from: calendarDate('2020-01-01'), at: networkNow })
  for (const statement of [
    sql`insert into contracts.payer select 'payer', 'A payer', 'PAYER', 'CI', 'clearinghouse', 'made up'`,
    sql`insert into contracts.plan (id, name, payer_id, network_id, is_blue, blue_card, accepted_states, during, source)
      select 'plan-' || n, 'Plan ' || n, 'payer', ${one(networks, 'n')}, n % 10 > 1, n % 3 > 0,
        case when n % 10 = 9 then array['NY', 'CA', 'TX'] end, ${always}, 'made up' from ${numbers(40)}`,
    sql`insert into sessions.time_limit (name, value, unit, during, source)
      select 'confirm_within', 30, 'days', daterange('2020-01-01', null), 'made up'`,
    sql`insert into practices.practice select ${id('practice', 'n')}, 'group', 'Practice ' || n,
      ${one(['America/New_York', 'America/Chicago'], 'n')}, ${since} from ${numbers(Math.ceil(clinicians / 4))}`,
    sql`insert into practices.member (practice_id, id, name, role, clinician, npi, taxonomy, licence_family, joined_at)
      select ${id('practice', 'n / 4')}, ${id('member', 'n')}, 'Clinician ' || n, 'clinician', true, '1234567893',
        '101YM0800X', 'counselor', ${since} from ${numbers(clinicians)}`,
    sql`insert into credentialing.authority (practice_id, id, member_id, state, kind, during, recorded_at, recorded_by)
      select ${id('practice', 'n / 12')}, ${id('authority', 'n')}, ${id('member', 'n / 3')},
        ${one(states, 'n / 3 + n % 3 * 3')}, 'license',
        daterange('2024-01-01', case when n % 9 = 0 then '2026-05-15'::date end), ${since}, 'made up'
      from ${numbers(3 * clinicians)}`,
    sql`insert into credentialing.credential
        (practice_id, id, member_id, network_id, state, via, status, during, payer_ready, recorded_at, recorded_by)
      select ${id('practice', 'n / 24')}, ${id('credential', 'n')}, ${id('member', 'n / 6')},
        ${one(networks, 'n * 7 + n / 6')}, ${one(states, 'n / 6 + n % 3 * 3')},
        ${one(['direct', 'direct', 'direct', 'virtual_network'], 'n')},
        case when n % 11 = 0 then 'pending' else 'active' end,
        case when n % 11 > 0 then daterange('2024-06-01', case when n % 13 = 0 then '2026-06-01'::date end) end,
        case when n % 5 > 0 then '2024-07-01'::date end, ${since}, 'made up' from ${numbers(6 * clinicians)}`,
    sql`insert into clients.policy
        (person_id, id, plan_id, member_id, copay_cents, during, recorded_at)
      select ${id('client', 'n')}, ${id('policy', 'n')}, 'plan-' || n % 40, ${unread}, 2000, ${always}, ${since}
      from ${numbers(clients)}`,
    sql`insert into clients.policy_check (person_id, policy_id, id, coverage, checked_on, source, recorded_at)
      select ${id('client', 'n')}, ${id('policy', 'n')}, ${id('check', 'n')},
        ${one(['active', 'active', 'active', 'active', 'active', 'active', 'active', 'inactive', 'unverified', 'active'], 'n')},
        '2026-04-01', 'made up', ${since} from ${numbers(clients)}`,
    sql`insert into clients.location (person_id, id, label, state, county_fips, during, recorded_at, recorded_by)
      select ${id('client', 'n')}, ${id('place', 'n')}, 'Home', state, case state
        when 'NY' then ${one(counties.NY, 'n')} when 'VA' then ${one(counties.VA, 'n')}
        when 'MO' then ${one(counties.MO, 'n')} when 'PA' then ${one(counties.PA, 'n')} end,
        daterange('2024-01-01', null), ${since}, 'made up'
      from (select n, ${one(states, `n / ${clients / clinicians} + n % 3 * 3`)} as state from ${numbers(clients)}) as homes`,
    sql`insert into sessions.session
        (practice_id, id, member_id, person_id, starts_at, ends_at, modality, recorded_at, recorded_by)
      select ${id('practice', `n / ${(4 * sessions) / clinicians}`)}, ${id('session', 'n')},
        ${id('member', `n / ${sessions / clinicians}`)}, ${id('client', `n / ${sessions / clients}`)},
        at, at + interval '55 minutes', 'telehealth', ${since}, 'made up'
      from (select n, '2026-03-20T14:00:00Z'::timestamptz + make_interval(days => n * 7 % 100, hours => n % 8) as at
        from ${numbers(sessions)}) as planned`,
    sql`insert into sessions.confirmation
        (practice_id, id, session_id, version, confirmed_at, confirmed_on, confirmed_by, pay_on, service_on, started_at,
          stopped_at, modality, place_of_service, diagnoses, location, patient, policy, plan_id, payer_id, contract_id,
          billing_entity_id, method, claim_to, held, payer_cents, provider_cents, client_cents, facts, answer)
      select practice_id, ${id('confirmation', 'id::text')}, id, 1, ${networkNow}, '2026-04-08', 'made up', '2026-04-30',
        starts_at::date, starts_at, ends_at, modality, '10', ${unread}, ${unread}, ${unread}, ${unread}, 'plan', 'payer', 'contract',
        'entity', 'in_network', 'aetna', false, 15000, 11800, 2000, ${unread}, ${unread}
      from sessions.session where get_byte(uuid_send(id), 15) < 5`,
  ]) {
    await statement.execute(db)
  }
  await encryptOpened(db)
  await sql`analyze`.execute(db)
}

const clientLocation = { state: 'NY', countyFips: '36061', servedBy: null, address: '1 Example Street' }
const facts = { session: { modality: 'telehealth', crisis: null, clientLocation } }
const place = { label: 'Home', state: 'NY', zip: '10001', countyFips: '36061' }
const confirmed = { diagnoses: ['F41.1'], location: place, patient: {}, policy: {}, facts, answer: {} }

type Row = { owner: string; id: string }

// What was turned around is opened to be told, each value bound to its row.
async function encryptOpened(db: Db): Promise<void> {
  const confirmations = await db.selectFrom('sessions.confirmation').select(['practice_id as owner', 'id']).execute()
  for (const [name, content] of Object.entries(confirmed) as [keyof typeof confirmed, unknown][]) {
    const table = sql`sessions.confirmation`
    await encryptColumn(db, confirmations, { table, owner: sql`practice_id`, name }, (tx, row) =>
      encryptJson(tx, `sessions.confirmation.${name}`, row, content),
    )
  }
  const policies = await db.selectFrom('clients.policy').select(['person_id as owner', 'id']).execute()
  const member = { table: sql`clients.policy`, owner: sql`person_id`, name: 'member_id' }
  await encryptColumn(db, policies, member, (tx, row) => encrypt(tx, 'clients.policy.member_id', row, 'MEMBER1'))
  const homes = await db.selectFrom('clients.location').select(['person_id as owner', 'id']).execute()
  const street = { table: sql`clients.location`, owner: sql`person_id`, name: 'street' }
  await encryptColumn(db, homes, street, (tx, row) => encrypt(tx, 'clients.location.street', row, '1 Example Street'))
}

type Column = { table: RawBuilder<unknown>; owner: RawBuilder<unknown>; name: string }

async function encryptColumn(
  db: Db,
  rows: readonly Row[],
  { table, owner, name }: Column,
  encrypted: (tx: Db, row: [string, string]) => Promise<Buffer>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += 5000) {
    const some = rows.slice(at, at + 5000)
    const [owners, ids] = [some.map((row) => row.owner), some.map(({ id }) => id)]
    await db.transaction().execute(async (tx) => {
      const values = await Promise.all(some.map((row) => encrypted(tx, [row.owner, row.id])))
      await sql`update ${table} as kept set ${sql.ref(name)} = made.value
        from unnest(${owners}::uuid[], ${ids}::uuid[], ${values}::bytea[]) as made (owner, id, value)
        where kept.${owner} = made.owner and kept.id = made.id`.execute(tx)
    })
  }
}
