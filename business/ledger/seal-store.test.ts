import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addHours, addMinutes, calendarDate, instant } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { checkSeals } from './check-seals.ts'
import { sealLedger } from './ledger-jobs.ts'
import { postConfirmed } from './post-session.ts'
import { recordPosting } from './posting-store.ts'
import { postingsOf, sealBooks, sealsOf } from './seal-store.ts'

let house: House
beforeAll(async () => {
  house = await houseOnTestDatabase()
})
afterAll(() => house?.close())

const begins = instant('2026-04-08T14:10:00Z')
let book = ''
let posted: string[] = []

// Two postings in the hour of two, sealed; then two in the hour of three, sealed; then one that waits.
beforeEach(async () => {
  book = house.world.ids.next()
  posted = []
  for (const [index, minutes] of [0, 10, 60, 70, 130].entries()) {
    if (minutes === 60) await seal(addHours(begins, 1))
    if (minutes === 130) await seal(addHours(begins, 2))
    const id = house.world.ids.next()
    posted.push(id)
    const sessionId = `session-${index}`
    const worth = { payer: cents(15000), client: cents(2500), provider: cents(11800) }
    await house.as((tx) =>
      recordPosting(tx, {
        practiceId: book,
        id,
        key: `confirmation:${sessionId}`,
        kind: 'confirmed',
        cause: 'practice',
        subject: sessionId,
        effectiveOn: calendarDate('2026-04-08'),
        payOn: calendarDate('2026-04-30'),
        at: addMinutes(begins, minutes),
        by: 'test',
        transfers: postConfirmed({ sessionId, payerId: 'payer', ...worth }),
      }),
    )
  }
})

async function seal(at: typeof begins): Promise<number> {
  house.goTo(at)
  return sealLedger.run(house.operations, house.world)
}

const faults = () =>
  house.as(async (tx) => checkSeals(book, await postingsOf(tx, book, 'all'), await sealsOf(tx, book)))

/** What somebody with the owner’s password could do behind our back. */
const tamper = (statement: ReturnType<typeof sql>) => statement.execute(house.database.owner)

test('every hour the postings since the last seal are sealed, in their order, and stand as they were', async () => {
  const { seals, sealed } = await house.as((tx) => sealsOf(tx, book))
  expect(seals.map(({ number, postingCount }) => [number, postingCount])).toEqual([
    [1, 2],
    [2, 2],
  ])
  expect(sealed.map(({ postingId }) => postingId)).toEqual(posted.slice(0, 4))
  expect(seals[1]?.previousHash).toBe(seals[0]?.hash)
  expect(await faults()).toEqual([])
})

test('nothing is sealed before its hour is over, and nothing twice', async () => {
  const before = await house.as((tx) => sealsOf(tx, book))
  await house.as((tx) => sealBooks(tx, addHours(begins, 2), instant('2026-04-08T16:00:00Z')))
  expect(await house.as((tx) => sealsOf(tx, book))).toEqual(before)
})

test('an amount that was changed behind our back names its posting', async () => {
  await tamper(
    sql`update ledger.transfer set cents = 11801 where practice_id = ${book} and posting_id = ${posted[1]} and line = 3`,
  )
  expect(await faults()).toEqual([
    expect.objectContaining({ invariant: 6, book, where: `posting ${posted[1]} of seal 1` }),
  ])
})

test.each([
  ['a pay date', (id: string) => sql`update ledger.posting set pay_on = '2027-01-01' where id = ${id}`],
  ['a cause', (id: string) => sql`update ledger.posting set cause = 'operator' where id = ${id}`],
  [
    'the moment',
    (id: string) => sql`update ledger.posting set recorded_at = recorded_at + interval '1 second' where id = ${id}`,
  ],
  [
    'an account',
    (id: string) => sql`update ledger.transfer set credit = 'treasury' where posting_id = ${id} and line = 3`,
  ],
  ['the session', (id: string) => sql`update ledger.posting set subject = 'another' where id = ${id}`],
])('%s that was changed names its posting', async (_, statement) => {
  await tamper(statement(posted[2] ?? ''))
  const named = await faults()
  expect(named).toEqual([expect.objectContaining({ where: `posting ${posted[2]} of seal 2` })])
})

test('a posting that was removed is missed by name', async () => {
  await tamper(sql`delete from ledger.transfer where posting_id = ${posted[0]}`)
  await tamper(sql`delete from ledger.posting where id = ${posted[0]}`)
  expect(await faults()).toEqual([
    expect.objectContaining({ where: `posting ${posted[0]} of seal 1`, words: 'it was sealed and is missing' }),
  ])
})

test('a posting that was removed together with its row in the seal leaves the seal short', async () => {
  await tamper(sql`delete from ledger.transfer where posting_id = ${posted[0]}`)
  await tamper(sql`delete from ledger.posting where id = ${posted[0]}`)
  await tamper(sql`delete from ledger.sealed_posting where posting_id = ${posted[0]}`)
  const named = await faults()
  expect(named.map(({ where }) => where)).toEqual(['seal 1', 'seal 1'])
  expect(named[0]?.words).toBe('2 postings were sealed, 1 are listed')
})

test('two postings put in another order are named by their seal', async () => {
  await tamper(sql`update ledger.sealed_posting set position = 9 where posting_id = ${posted[2]}`)
  expect(await faults()).toEqual([expect.objectContaining({ where: 'seal 2' })])
})

test('a changed posting whose own hash was forged too is named by its seal', async () => {
  await tamper(sql`update ledger.sealed_posting set hash = 'forged' where posting_id = ${posted[2]}`)
  expect((await faults()).map(({ where }) => where)).toEqual([`posting ${posted[2]} of seal 2`, 'seal 2'])
})

test('a seal that was removed is missed, and the next does not follow', async () => {
  await tamper(sql`delete from ledger.sealed_posting where practice_id = ${book} and seal_number = 1`)
  await tamper(sql`delete from ledger.seal where practice_id = ${book} and number = 1`)
  expect((await faults()).map(({ where, words }) => `${where}: ${words}`)).toEqual([
    'seal 1: a seal is missing',
    'seal 2: it does not follow the seal before it',
  ])
})

test('a forged seal does not fit the one before it', async () => {
  await tamper(sql`update ledger.seal set hash = 'forged' where practice_id = ${book} and number = 1`)
  expect((await faults()).map(({ where }) => where)).toEqual(['seal 1', 'seal 2'])
})

test('a seal of a book takes nothing of another book with it', async () => {
  const { sealed } = await house.as((tx) => sealsOf(tx, book))
  expect(sealed.every(({ postingId }) => posted.includes(postingId))).toBe(true)
})
