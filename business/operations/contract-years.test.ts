import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperations } from '../../database/act-as.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { livedInOnTestDatabase } from '../../server/lived-in/lived-in-on-test-database.ts'
import { confirmationInForce } from '../sessions/confirmation-store.ts'
import type { ContractYears } from './contract-year-page.ts'
import { yearsOfContract, yearsOfNetwork } from './contract-years-flow.ts'

let house: Awaited<ReturnType<typeof livedInOnTestDatabase>>
beforeAll(async () => {
  house = await livedInOnTestDatabase()
}, 120_000)
afterAll(() => house?.close())

const read = <T>(deed: Parameters<typeof asOperations<T>>[2]) =>
  asOperations(house.operations, { user: null, now: house.now }, deed)

type Counted = {
  contract_id: string
  year: number
  sessions: number
  clients: number
  clinicians: number
  sent: number
  clean: number
  payer_paid: number
  practices: number
}

/** The same figures by another way: one question to the database, from the rows alone. */
const recount = sql<Counted>`
  with latest as (
    select distinct on (practice_id, session_id) practice_id, session_id, contract_id, service_on
    from sessions.confirmation order by practice_id, session_id, version desc
  ), given as (
    select latest.*, session.person_id, session.member_id,
      exists (select from claims.claim c join claims.event e on e.practice_id = c.practice_id and e.claim_id = c.id
        where c.practice_id = latest.practice_id and c.session_id = latest.session_id and e.kind = 'sent') as is_sent,
      exists (select from claims.claim c join claims.event e on e.practice_id = c.practice_id and e.claim_id = c.id
        where c.practice_id = latest.practice_id and c.session_id = latest.session_id and e.kind in ('rejected', 'file_rejected', 'denied')) as is_back
    from latest join sessions.session session on session.id = latest.session_id
    where not exists (select from sessions.void v where v.session_id = latest.session_id)
  ), money as (
    select posting.subject,
      sum(case when debit = 'treasury' and credit in ('payer_receivable', 'payer_overpaid') then cents
        when credit = 'treasury' and debit in ('payer_receivable', 'payer_overpaid') then -cents else 0 end) as payer_paid,
      sum(case when credit = 'practice_payable' then cents when debit = 'practice_payable' then -cents else 0 end) as practices
    from ledger.posting posting join ledger.transfer transfer
      on transfer.practice_id = posting.practice_id and transfer.posting_id = posting.id
    where posting.subject <> '' group by 1
  )
  select contract_id, extract(year from service_on)::int as year, count(*)::int as sessions,
    count(distinct person_id)::int as clients, count(distinct member_id)::int as clinicians,
    (count(*) filter (where is_sent))::int as sent, (count(*) filter (where is_sent and not is_back))::int as clean,
    sum(payer_paid)::int as payer_paid, sum(practices)::int as practices
  from given left join money on money.subject = given.session_id::text
  group by 1, 2 order by 1, 2
`

test('the figures of each contract year are what sessions, claims and books add up to', async () => {
  const { rows } = await read((db) => recount.execute(db))
  // The months that were played lie in two years of the contracts, which begin with the calendar's.
  expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2025, 2026]))
  const shown = new Map<string, ContractYears>()
  for (const { contract_id: id } of rows) {
    const years = await read((db) => yearsOfContract(db, house.world, id))
    if (years !== null) shown.set(id, years)
  }
  const told = [...shown.values()].flatMap(({ id, years }) =>
    years
      .filter(({ care }) => care.sessions > 0)
      .map(
        ({ from, care, money }): Counted => ({
          contract_id: id,
          year: Number(from.slice(0, 4)),
          sessions: care.sessions,
          clients: care.clients,
          clinicians: care.clinicians,
          sent: care.claimsSent,
          clean: care.claimsClean,
          payer_paid: money.payerPaid,
          practices: money.practices,
        }),
      ),
  )
  const order = (a: Counted, b: Counted) => (`${a.contract_id} ${a.year}` < `${b.contract_id} ${b.year}` ? -1 : 1)
  expect(told.toSorted(order)).toEqual([...rows].sort(order))
})

test('each service that was given stands with its count, and with the rates of the first and the last day', async () => {
  const { rows } = await read((db) => recount.execute(db))
  const [most] = rows.toSorted((a, b) => b.sessions - a.sessions)
  const id = most?.contract_id ?? ''
  const years = await read((db) => yearsOfContract(db, house.world, id))
  for (const { from, care, rates } of years?.years ?? []) {
    if (care.sessions === 0) continue
    const lines = await read((db) =>
      sql<{ count: number }>`
        select count(*)::int as count from sessions.confirmation_code code
        join (select distinct on (practice_id, session_id) * from sessions.confirmation
          order by practice_id, session_id, version desc) latest on latest.id = code.confirmation_id
        where latest.contract_id = ${id} and extract(year from latest.service_on) = ${from.slice(0, 4)}::int
          and not exists (select from sessions.void v where v.session_id = latest.session_id)
      `.execute(db),
    )
    expect(rates.reduce((total, { count }) => total + count, 0)).toBe(lines.rows[0]?.count)
    for (const { licenceFamily, code, payer, provider } of rates) {
      const agreed = await read((db) =>
        db
          .selectFrom('contracts.payer_rate')
          .select('cents')
          .where('contract_id', '=', id)
          .where('licence_family', '=', licenceFamily)
          .where('code', '=', code)
          .execute(),
      )
      expect(agreed.map(({ cents }) => cents)).toContain(payer)
      expect(provider).not.toBeNull()
    }
  }
})

test('care reaches as many ZIP codes as the places of its sessions have', async () => {
  const [first] = (await read((db) => recount.execute(db))).rows.toSorted((a, b) => a.sessions - b.sessions)
  const years = await read((db) => yearsOfContract(db, house.world, first?.contract_id ?? ''))
  const year = years?.years.find(({ from }) => from.startsWith(`${first?.year}`))
  const zips = await read(async (db) => {
    const given = await db
      .selectFrom('sessions.confirmation')
      .select(['practice_id', 'session_id'])
      .distinct()
      .where('contract_id', '=', first?.contract_id ?? '')
      .where('service_on', '>=', calendarDate(`${first?.year}-01-01`))
      .where('service_on', '<=', calendarDate(`${first?.year}-12-31`))
      .execute()
    const places = await Promise.all(
      given.map(({ practice_id, session_id }) => confirmationInForce(db, practice_id, session_id)),
    )
    return new Set(places.map((one) => one?.location.zip.slice(0, 5)))
  })
  expect(year?.care.areas).toBe(zips.size)
})

test('the whole network’s years hide what few people stand behind, and are the sum of its contracts', async () => {
  const years = await read((db) => yearsOfNetwork(db, house.world))
  const { rows } = await read((db) => recount.execute(db))
  expect(years.map(({ year }) => year)).toEqual([2026, 2025])
  for (const { year, care } of years) {
    const sessions = rows.filter((row) => row.year === year).reduce((total, row) => total + row.sessions, 0)
    expect(care?.sessions).toBe(sessions)
    expect(care?.clients).toBeGreaterThan(10)
    for (const people of [care?.newClients, care?.crisis, care?.special, care?.cameAgain]) {
      expect(people === undefined || people === 0 || people > 10).toBe(true)
    }
  }
})

test('a contract that is not there has no years', async () => {
  expect(await read((db) => yearsOfContract(db, house.world, 'nobodys'))).toBeNull()
})
