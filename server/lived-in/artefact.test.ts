import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationsQueues } from '../../business/operations/queues-flow.ts'
import { treasury } from '../../business/operations/treasury-flow.ts'
import { paydaysDue } from '../../business/payouts/paydays-due.ts'
import { paySchedules } from '../../business/payouts/payment-window.ts'
import { payments } from '../../business/payouts/payments-flow.ts'
import { payoutEvents, payoutsWhere } from '../../business/payouts/payout-store.ts'
import { settlesOn } from '../../business/payouts/settles-on.ts'
import { verifyBooks } from '../../business/payouts/verify-books-flow.ts'
import { abilitiesOf } from '../../business/practices/abilities-of.ts'
import { asOperations, asPractice } from '../../database/act-as.ts'
import { openedKeys } from '../../database/data-keys.ts'
import { type EncryptedTable, encryptedTables, placeOf } from '../../database/encrypted-columns.ts'
import { type DataKey, decryptValue, keyNumberOf } from '../../database/encrypted-value.ts'
import { readRows, type TableRows } from '../../database/rows-of-database.ts'
import { testKeys } from '../../database/test-database.ts'
import { readAchFile } from '../../libraries/ach/index.ts'
import { readBai2 } from '../../libraries/bai2/index.ts'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { cents, sum } from '../../libraries/money/index.ts'
import { aprilStory, practices, storyBegins, variantClients } from '../story-network.ts'
import { verifyAudit } from '../verify-audit.ts'
import { encrypted, inTheClear } from './encrypted-artefact.ts'
import { playedMonths } from './habits.ts'
import { livedInOnTestDatabase } from './lived-in-on-test-database.ts'

let house: Awaited<ReturnType<typeof livedInOnTestDatabase>>
beforeAll(async () => {
  house = await livedInOnTestDatabase()
}, 120_000)
afterAll(() => house?.close())

const read = <T>(deed: Parameters<typeof asOperations<T>>[2]) =>
  asOperations(house.operations, { user: null, now: house.now }, deed)

test('the months that were played stand on the evening of the story, and every invariant of their books holds', async () => {
  expect(house.now).toBe(storyBegins(aprilStory))
  const verified = await read((db) => verifyBooks(db, house.world))
  expect(verified.faults).toEqual([])
  expect(verified.books).toBe(3)
  expect(verified.postings).toBeGreaterThan(2000)
})

test('every look at a record during those months is sealed, and the seals hold', async () => {
  const verdict = await read((db) => verifyAudit(db))
  expect(verdict.findings).toEqual([])
  expect(verdict.sealedEvents).toBeGreaterThan(500)
})

test('nothing that a job had to do was left undone', async () => {
  expect(await house.operations.selectFrom('house.trouble').select(['deed', 'message']).execute()).toEqual([])
})

test('on every payday both practices were paid, and the one payout that came back went out again', async () => {
  const until = addDays(calendarDate(house.now.slice(0, 10)), 0)
  const due = paydaysDue(paySchedules, { confirmedFrom: playedMonths.from, on: until }).filter(
    (day) => settlesOn(day) < until,
  )
  expect(due.length).toBe(11)
  const { payouts, events } = await read(async (db) => ({
    payouts: await payoutsWhere(db, 'all'),
    events: await payoutEvents(db, 'all'),
  }))
  for (const { id: practiceId, name } of practices) {
    const own = payouts.filter((payout) => payout.practiceId === practiceId)
    const days = new Set(own.map(({ payOn }) => payOn))
    expect([name, due.filter((day) => !days.has(day))]).toEqual([name, []])
    const back = own.filter(({ id }) => events.some((event) => event.payoutId === id && event.kind === 'returned'))
    expect([name, back.length]).toEqual([name, name === 'Harbor Lane Group' ? 1 : 0])
    const settled = own.filter(({ id }) => events.some((event) => event.payoutId === id && event.kind === 'settled'))
    expect(settled.length).toBe(own.length)
  }
})

test('what each practice’s page says it was paid is what the files to the bank carried for it', async () => {
  const files = await read((db) => house.world.files.all(db))
  const entries = files
    .filter(({ partner, direction, name }) => partner === 'bank' && direction === 'out' && name.endsWith('.ach'))
    .flatMap(({ bytes }) => readAchFile(new TextDecoder().decode(bytes)).file?.batches ?? [])
    .flatMap((batch) => batch.entries)
    .filter((entry) => entry.cents > 100)
  for (const practice of practices) {
    const owner = practice.members.find(({ role }) => role === 'owner')
    const who = {
      userId: owner?.userId ?? '',
      practiceId: practice.id,
      memberId: owner?.id ?? '',
      clinician: true,
      may: abilitiesOf(['owner']),
    }
    const actor = { user: who.userId, now: house.now, practice: practice.id }
    const page = await asPractice(house.portal, actor, (db) => payments(db, house.world, who))
    const carried = sum(
      entries.filter(({ name }) => practice.account.holderName.startsWith(name.trim())).map((entry) => entry.cents),
    )
    expect(carried).toBeGreaterThan(500_000)
    expect(sum(page.past.map((payout) => payout.cents))).toBe(carried)
    expect(page.upcoming.length).toBeGreaterThan(0)
  }
})

test('what the operator’s page says is in the bank, owed and earned follows from the statements and the single transfers', async () => {
  const page = await read((db) => treasury(db, house.world))
  const files = await read((db) => house.world.files.all(db))
  const last = files.filter(({ name }) => name.startsWith('STMT-')).at(-1)
  const { statement } = readBai2(new TextDecoder().decode(last?.bytes))
  expect(page.bank).toMatchObject([{ books: statement?.accounts[0]?.closingLedger, difference: 0 }])

  const transfers = await house.operations.selectFrom('ledger.transfer').select(['debit', 'credit', 'cents']).execute()
  const balanceOf = (kinds: readonly string[]) =>
    transfers.reduce((balance, { debit, credit, cents: amount }) => {
      return balance + (kinds.includes(debit) ? amount : 0) - (kinds.includes(credit) ? amount : 0)
    }, 0)
  expect(sum(page.ageing.map((one) => one.cents))).toBe(cents(balanceOf(['payer_receivable'])))
  const results = [
    ...['operator_share', 'operator_subsidy', 'contract_variance', 'denials_absorbed', 'silence_absorbed'],
    ...['bad_debt_absorbed', 'payer_interest', 'operating_costs'],
  ]
  expect(page.resultCents).toBe(cents(-balanceOf(results)))
  expect(balanceOf(['operator_subsidy'])).toBeGreaterThan(0)
  expect(balanceOf(['denials_absorbed'])).toBeGreaterThan(0)
})

test('on 8 April there is something in every state: to confirm, held, rejected, denied, silent', async () => {
  const statuses = await house.operations.selectFrom('claims.event').select('kind').distinct().execute()
  const kinds = statuses.map(({ kind }) => kind)
  expect(kinds).toEqual(
    expect.arrayContaining(['accepted', 'rejected', 'paid', 'underpaid', 'denied', 'reversed', 'absorbed']),
  )
  const own = { coverageChecks: [], refusedMail: [], troubles: [] }
  const queues = await read((db) => operationsQueues(db, house.world, own))
  const waiting = Object.entries(queues).filter(([, rows]) => rows.length > 0)
  expect(waiting.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      ...['heldClaims', 'rejectedClaims', 'deniedClaims', 'underpaidClaims', 'silentClaims', 'quarantinedRemittances'],
      ...['unmatchedRemittances', 'payoutReturns', 'declinedCards', 'credentialRequests', 'pendingCredentials'],
    ]),
  )
  const toConfirm = await house.operations
    .selectFrom('sessions.session as session')
    .select('person_id')
    .where('ends_at', '<=', house.now)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('sessions.confirmation as confirmation')
            .select('confirmation.id')
            .whereRef('confirmation.session_id', '=', 'session.id')
            .whereRef('confirmation.practice_id', '=', 'session.practice_id'),
        ),
      ),
    )
    .execute()
  const people = new Set(toConfirm.map(({ person_id }) => person_id))
  for (const variant of ['pays_in_june', 'denies', 'never_answers', 'pays_less'] as const) {
    expect([variant, people.has(variantClients[variant].id)]).toEqual([variant, true])
  }
})

test('whoever takes the whole database without its keys finds no street, birthday, member id, note or claim in it', async () => {
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  try {
    const { all } = await openedKeys(client, { wrappingKeys: testKeys })
    const words = new Set<string>()
    for (const place of secretPlaces) for (const word of await wordsIn(client, place, all)) words.add(word)
    const tables = await readRows(client, (table) => /^(graphile_worker|migrations)\./.test(table))
    const dump = JSON.stringify(tables.map(withoutEncrypted))
    expect(dump).toContain('Fenwick')
    const found = [...words].filter((word) => dump.includes(word) || dump.includes(Buffer.from(word).toString('hex')))
    expect(found).toEqual([])
    expect(words.size).toBeGreaterThan(80)
  } finally {
    await client.end()
  }
})

test('months that are taken from this version are in the clear in their file, and encrypted again where they are laid out', async () => {
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  try {
    const keys = await openedKeys(client, { wrappingKeys: testKeys })
    const kept =
      (await readRows(client, (table) => !/^(claims\.claim|sessions\.note|clients\.person)$/.test(table))) ?? []
    const clear = kept.map((table) => inTheClear(table, keys.all))
    expect(JSON.stringify(clear)).toContain(Buffer.from('"memberId"').toString('hex'))
    const again = clear.map((table) => encrypted(table, keys))
    expect(again.map(({ rows }) => rows.length)).toEqual(kept.map(({ rows }) => rows.length))
    expect(again.map((table) => inTheClear(table, keys.all))).toEqual(
      again.map((table, at) => ({
        ...clear[at],
        rows: (clear[at]?.rows ?? []).map((row, place) => ({ ...row, ...blindOf(table.rows[place]) })),
      })),
    )
    expect(blindsOf(again)).toEqual(blindsOf(kept))
  } finally {
    await client.end()
  }
})

// Whatever stands in an encrypted column carries the mark, and is left out of what is searched.
function withoutEncrypted(table: TableRows): TableRows {
  const { columns }: Pick<EncryptedTable, 'columns'> = encryptedTables[table.table as keyof typeof encryptedTables] ?? {
    columns: {},
  }
  const rows = table.rows.map((row) => {
    const values = Object.keys(columns).map((column) => row[column])
    if (!values.every((value) => value === null || String(value).startsWith('\\xc1454b01')))
      throw new Error(`${table.table} holds a plain value`)
    return Object.fromEntries(Object.entries(row).filter(([column]) => !(column in columns)))
  })
  return { ...table, rows }
}

const blindOf = (row?: Record<string, unknown>) =>
  row?.member_index === undefined ? {} : { member_index: row.member_index }
const blindsOf = (tables: TableRows[]) => tables.flatMap(({ rows }) => rows.map(blindOf))

const secretPlaces = [
  ['clients.person', 'street'],
  ['clients.person', 'date_of_birth'],
  ['clients.person', 'phone'],
  ['clients.location', 'street'],
  ['clients.policy', 'member_id'],
  ['sessions.note', 'body'],
  ['claims.submission', 'segments'],
] as const

async function wordsIn(
  client: pg.Client,
  [table, column]: (typeof secretPlaces)[number],
  keys: ReadonlyMap<number, DataKey>,
) {
  const { row }: EncryptedTable = encryptedTables[table]
  const { rows } = await client.query<Record<string, string> & { value: Buffer }>(
    `select ${row.map((part) => `${part}::text`).join(', ')}, ${column} as value from ${table}
     where ${column} is not null order by ${row.join(', ')} limit 40`,
  )
  return rows.map((one) => {
    const key = keys.get(keyNumberOf(one.value) ?? 0)
    const of = row.map((part) => one[part] ?? '')
    return (key && decryptValue(key, placeOf(table, column, of), one.value)?.toString()) ?? ''
  })
}

test('the months were played at migrations that this version still has, in their order', () => {
  expect(house.applied.before).toEqual(house.artefact.migrations)
  expect(house.applied.after).not.toContain(house.artefact.migrations[0])
})
