import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { owedList } from '../../business/operations/owed-list-flow.ts'
import { operationsQueues } from '../../business/operations/queues-flow.ts'
import { treasury } from '../../business/operations/treasury-flow.ts'
import { home } from '../../business/payouts/home-flow.ts'
import { figuresOfNetwork } from '../../business/payouts/network-figures-flow.ts'
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

/** Who owns a practice, as the one who asks there and for whom rows are read. */
function ownerOf(practice: (typeof practices)[number]) {
  const owner = practice.members.find(({ role }) => role === 'owner')
  const who = {
    userId: owner?.userId ?? '',
    practiceId: practice.id,
    memberId: owner?.id ?? '',
    clinician: true,
    may: abilitiesOf(['owner']),
  }
  return { who, actor: { user: who.userId, now: house.now, practice: practice.id } }
}

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
    const { who, actor } = ownerOf(practice)
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

/** Each side of every transfer with its posting's day and window; a debit counts up, a credit down. */
async function sidesOfBooks(): Promise<Side[]> {
  const rows = await house.operations
    .selectFrom('ledger.transfer as transfer')
    .innerJoin('ledger.posting as posting', (join) =>
      join.onRef('posting.practice_id', '=', 'transfer.practice_id').onRef('posting.id', '=', 'transfer.posting_id'),
    )
    .leftJoin('payouts.payout_item as item', (join) =>
      join
        .onRef('item.practice_id', '=', 'transfer.practice_id')
        .onRef('item.posting_id', '=', 'transfer.posting_id')
        .onRef('item.line', '=', 'transfer.line'),
    )
    .select(['transfer.practice_id', 'debit', 'debit_subject', 'credit', 'credit_subject', 'transfer.cents'])
    .select(['posting.kind as what', 'posting.effective_on as day', 'posting.pay_on as payOn', 'item.payout_id'])
    .select('posting.subject as about')
    .execute()
  return rows.flatMap((row) => {
    const { practice_id: practice, what, day, payOn, payout_id: payout, about } = row
    const one = { practice, what, day, payOn, payout, about }
    return [
      { ...one, kind: row.debit, subject: row.debit_subject, cents: Number(row.cents) },
      { ...one, kind: row.credit, subject: row.credit_subject, cents: -row.cents },
    ]
  })
}
type Side = {
  practice: string
  what: string
  day: string
  payOn: string | null
  payout: string | null
  about: string
  kind: string
  subject: string
  cents: number
}
const totalOf = (sides: readonly Side[]) => sides.reduce((total, side) => total + side.cents, 0)
const daysFrom = (from: string, until: string) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

test('every figure of the treasury is what the single transfers of the played months add up to', async () => {
  const page = await read((db) => treasury(db, house.world))
  const sides = await sidesOfBooks()
  const of = (...kinds: string[]) => totalOf(sides.filter(({ kind }) => kinds.includes(kind)))
  const kinds = [...new Set(sides.map(({ kind }) => kind))].filter((kind) => of(kind) !== 0)
  const told = new Map(page.accounts.map(({ kind, cents: amount }) => [kind, amount]))
  expect(Object.fromEntries([...told].filter(([, amount]) => amount !== 0))).toEqual(
    Object.fromEntries(kinds.map((kind) => [kind, of(kind)])),
  )

  // A line that no payday has taken: what is owed on practice_payable, window by window, with the payday's own left out.
  const owed = sides.filter(
    ({ kind, payout, what }) => kind === 'practice_payable' && payout === null && what !== 'payday',
  )
  expect(-totalOf(owed)).toBe(-of('practice_payable'))
  const payday = owed.map(({ payOn }) => payOn ?? '').sort()[0]
  const clearing = Map.groupBy(
    sides.filter(({ kind }) => kind === 'remittance_clearing'),
    ({ subject }) => subject,
  )
  const announced = [...clearing.values()].map(totalOf).filter((amount) => amount > 0)
  const figures = {
    payable: -totalOf(owed.filter(({ payOn }) => payOn === payday)),
    inTransit: 0 - of('payout_in_transit'),
    bank: of('bank'),
    expected: announced.reduce((all, one) => all + one, 0) + of('card_clearing'),
  }
  expect(page.ahead).toMatchObject({ ...figures, payday })
  expect(figures.payable).toBeGreaterThan(0)
  const lacks = figures.payable + figures.inTransit - figures.bank - figures.expected
  expect(page.ahead.needed).toBe(Math.max(0, lacks))

  const today = house.now.slice(0, 10)
  const receivables = Map.groupBy(
    sides.filter(({ kind }) => kind === 'payer_receivable'),
    ({ subject }) => subject,
  )
  const bands = { '0 to 30': 30, '31 to 60': 60, '61 to 90': 90, '91 to 120': 120, 'over 120': 100_000 }
  const ageing: Record<string, Record<string, number>> = {}
  for (const [subject, own] of receivables) {
    const left = totalOf(own)
    if (left === 0) continue
    const since = own.map(({ day }) => day).sort()[0] ?? today
    const band = Object.entries(bands).find(([, most]) => daysFrom(since, today) <= most)?.[0] ?? ''
    const payer = subject.split('/')[1] ?? ''
    const row = ageing[payer] ?? Object.fromEntries(Object.keys(bands).map((name) => [name, 0]))
    ageing[payer] = { ...row, [band]: (row[band] ?? 0) + left }
  }
  expect(Object.fromEntries(page.ageing.map(({ payerId, byAge }) => [payerId, byAge]))).toEqual(ageing)

  const absorbed = ['contract_variance', 'denials_absorbed', 'silence_absorbed', 'bad_debt_absorbed']
  const others = ['payer_interest', 'operating_costs']
  expect(page.months.length).toBe(7)
  for (const { month, kept, added, absorbed: lost, other, result } of page.months) {
    const inMonth = (...names: string[]) =>
      0 - totalOf(sides.filter(({ kind, day }) => names.includes(kind) && day.startsWith(month)))
    expect([month, kept, added, lost, other]).toEqual([
      month,
      inMonth('operator_share'),
      inMonth('operator_subsidy'),
      inMonth(...absorbed),
      inMonth(...others),
    ])
    expect(result).toBe(kept + added + lost + other)
  }
})

test('what a practice’s Home and Payments say comes next, and what its chart says came, is what its book holds', async () => {
  const sides = await sidesOfBooks()
  for (const practice of practices) {
    const { who, actor } = ownerOf(practice)
    const { money, first } = await asPractice(house.portal, actor, async (db) => ({
      money: await payments(db, house.world, who),
      first: await home(db, house.world, who),
    }))
    const own = sides.filter(({ practice: id }) => id === practice.id)
    const open = own.filter(
      ({ kind, payout, what }) => kind === 'practice_payable' && payout === null && what !== 'payday',
    )
    const windows = Map.groupBy(open, ({ payOn }) => payOn ?? '')
    expect(Object.fromEntries(money.upcoming.map(({ payOn, cents: amount }) => [payOn, amount]))).toEqual(
      Object.fromEntries([...windows].map(([payOn, lines]) => [payOn, -totalOf(lines)])),
    )
    const [next = ''] = [...windows.keys()].sort()
    expect(first.nextPayout).toMatchObject({ payOn: next, cents: -totalOf(windows.get(next) ?? []) })
    expect(first.thisWindow?.cents).toBe(-totalOf(windows.get('2026-04-30') ?? []))

    // By the month in which the bank paid: the bars of "Your pay by month", less what came back.
    const settled = own.filter(({ kind, what }) => kind === 'treasury' && what.startsWith('payout_'))
    const byMonth = (days: readonly (readonly [day: string, amount: number])[]) =>
      Object.fromEntries(
        [...Map.groupBy(days, ([day]) => day.slice(0, 7))].map(([month, all]) => [
          month,
          all.reduce((a, [, b]) => a + b, 0),
        ]),
      )
    const bars = money.past
      .filter(({ state }) => state !== 'returned')
      .map((one) => [one.settlesOn, one.cents] as const)
    const whole = Object.values(byMonth(bars)).reduce((a, b) => a + b, 0)
    expect(whole).toBe(-totalOf(settled))
    expect(whole).toBeGreaterThan(500_000)
  }
})

test('what the first page says of the network’s money, and what clients owe and nobody has claimed, is what the books hold', async () => {
  const sides = await sidesOfBooks()
  const { period, figures } = await read((db) => figuresOfNetwork(db, house.world))
  const claims = await house.operations
    .selectFrom('claims.claim')
    .select('session_id')
    .where('service_on', '>=', period.from)
    .where('service_on', '<', period.until ?? period.from)
    .execute()
  const billed = new Set(claims.map(({ session_id }) => session_id))
  expect(figures?.sessions).toBe(billed.size)
  const about = sides.filter((side) => billed.has(side.about))
  const of = (...kinds: string[]) => totalOf(about.filter(({ kind }) => kinds.includes(kind)))
  expect(figures?.stillOwedCents).toBe(
    of('payer_receivable', 'client_receivable', 'client_refunds_due', 'payer_overpaid'),
  )
  expect(figures?.practicesCents).toBe(
    -totalOf(about.filter(({ kind, what }) => kind === 'practice_payable' && what !== 'payday')),
  )
  const {
    insurersPaidCents = 0,
    clientsPaidCents = 0,
    stillOwedCents = 0,
    practicesCents = 0,
    operatorKeptCents = 0,
  } = figures ?? {}
  expect(insurersPaidCents + clientsPaidCents + stillOwedCents).toBe(practicesCents + operatorKeptCents)

  const owed = await read((db) => owedList(db, house.world))
  const shares = Map.groupBy(
    sides.filter(({ kind }) => kind === 'client_receivable'),
    ({ subject }) => subject,
  )
  const open = [...shares].map(([id, all]) => [id, totalOf(all)] as const).filter(([, left]) => left > 0)
  expect(Object.fromEntries(owed.rows.map((row) => [row.sessionId, row.owed]))).toEqual(Object.fromEntries(open))
  expect(owed.owedCents).toBe(open.reduce((all, [, left]) => all + left, 0))
  expect(0 - owed.comesBackCents).toBe(totalOf(sides.filter(({ kind }) => kind === 'client_refunds_due')))

  const own = { coverageChecks: [], refusedMail: [], troubles: [] }
  const queues = await read((db) => operationsQueues(db, house.world, own))
  const nobodys = totalOf(sides.filter(({ kind }) => kind === 'unmatched'))
  expect(sum(queues.unmatchedRemittances.map((row) => row.cents ?? cents(0)))).toBe(-nobodys)
  const declined = queues.declinedCards.map(({ page }) => shares.get(page?.id ?? '') ?? [])
  expect(sum(queues.declinedCards.map((row) => row.cents ?? cents(0)))).toBe(
    declined.reduce((all, one) => all + totalOf(one), 0),
  )
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
