import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instant } from '../libraries/calendar/index.ts'
import { type Actor, asOperations, asPerson, asPractice, asUser } from './act-as.ts'
import { connectPool, type Db } from './connect.ts'
import { rangeText } from './read-column.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.close())

const ours = randomUUID()
const neighbour = randomUUID()
const april8: Actor = { user: randomUUID(), now: instant('2026-04-08T18:00:00-04:00') }

const mail = (practice: string) => ({
  practice_id: practice,
  id: randomUUID(),
  recipient: 'someone@example.test',
  subject: 'Your appointment',
  body: 'Tomorrow at nine.',
  recorded_at: april8.now,
})

test('a practice reads what it recorded, and its neighbour sees nothing of it', async () => {
  const letter = mail(ours)
  await asPractice(database.portal, { practice: ours, ...april8 }, (db) =>
    db.insertInto('house.mail').values(letter).execute(),
  )
  const seenBy = (practice: string) =>
    asPractice(database.portal, { practice, ...april8 }, (db) => db.selectFrom('house.mail').select('id').execute())
  expect(await seenBy(ours)).toEqual([{ id: letter.id }])
  expect(await seenBy(neighbour)).toEqual([])
})

test('nobody set sees nothing, on a fresh connection and on one that served a practice before', async () => {
  await asPractice(database.portal, { practice: ours, ...april8 }, (db) =>
    db.insertInto('house.mail').values(mail(ours)).execute(),
  )
  expect(await database.portal.selectFrom('house.mail').selectAll().execute()).toEqual([])
  expect(
    await asUser(database.portal, { user: randomUUID(), now: april8.now }, (db) =>
      db.selectFrom('house.mail').selectAll().execute(),
    ),
  ).toEqual([])
})

test('a practice cannot record a row in its neighbour’s name', async () => {
  const forged = asPractice(database.portal, { practice: ours, ...april8 }, (db) =>
    db.insertInto('house.mail').values(mail(neighbour)).execute(),
  )
  await expect(forged).rejects.toThrow(/row-level security/)
})

test('what happened is neither changed nor removed, by a practice or by the house', async () => {
  for (const login of [database.portal, database.operations]) {
    const change = asPractice(login, { practice: ours, ...april8 }, (db) =>
      db.updateTable('house.mail').set({ subject: 'x' }).execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    const removal = asPractice(login, { practice: ours, ...april8 }, (db) => db.deleteFrom('house.mail').execute())
    await expect(removal).rejects.toThrow(/permission denied/)
  }
})

test('the house sees the rows of every practice', async () => {
  const letters = [mail(ours), mail(neighbour)]
  await asOperations(database.operations, april8, (db) => db.insertInto('house.mail').values(letters).execute())
  const seen = await asOperations(database.operations, april8, (db) =>
    db.selectFrom('house.mail').select('id').execute(),
  )
  for (const { id } of letters) expect(seen).toContainEqual({ id })
})

test('force blinds the owner of the tables too, were it not for its own policy', async () => {
  await asOperations(database.operations, april8, (db) => db.insertInto('house.mail').values(mail(ours)).execute())
  const pool = connectPool(database.urls.owner, { max: 1 })
  try {
    const count = async () => (await pool.query<{ n: number }>('select count(*)::int as n from house.mail')).rows[0]?.n
    expect(await count()).toBeGreaterThan(0)
    await pool.query('begin; drop policy owner on house.mail')
    expect(await count()).toBe(0)
    await pool.query('rollback')
  } finally {
    await pool.end()
  }
})

/** A person with one plan line, seen by the practice in the days given. */
async function somePerson({
  seenBy,
  from,
  until,
}: {
  seenBy: string
  from: string
  until: string | null
}): Promise<string> {
  const person = randomUUID()
  await asPerson(database.portal, { person, ...april8 }, async (db) => {
    const during = rangeText({ from: calendarDate(from), until: until === null ? null : calendarDate(until) })
    await db
      .insertInto('clients.access')
      .values({ person_id: person, practice_id: seenBy, during, recorded_at: april8.now })
      .execute()
    await db.insertInto('clients.location').values(home(person)).execute()
  })
  return person
}

const home = (person: string) => ({
  person_id: person,
  id: randomUUID(),
  label: 'Home',
  state: 'NY',
  during: '[2026-01-01,)',
  recorded_at: april8.now,
  recorded_by: 'the client',
})

const locationsOf = (db: Db, person: string) =>
  db.selectFrom('clients.location').select('label').where('person_id', '=', person).execute()

test('a practice sees a client’s rows from the first day of its access until, and not on, the day it ends', async () => {
  const person = await somePerson({ seenBy: ours, from: '2026-04-08', until: '2026-05-01' })
  const seenAt = (practice: string, now: string) =>
    asPractice(database.portal, { practice, user: null, now: instant(now) }, (db) => locationsOf(db, person))
  expect(await seenAt(ours, '2026-04-07T23:59:00-04:00')).toEqual([])
  expect(await seenAt(ours, '2026-04-08T00:00:00-04:00')).toEqual([{ label: 'Home' }])
  expect(await seenAt(ours, '2026-04-30T23:59:00-04:00')).toEqual([{ label: 'Home' }])
  expect(await seenAt(ours, '2026-05-01T00:00:00-04:00')).toEqual([])
  expect(await seenAt(neighbour, '2026-04-08T12:00:00-04:00')).toEqual([])
})

test('a client sees their own rows and nobody else’s', async () => {
  const person = await somePerson({ seenBy: ours, from: '2026-04-08', until: null })
  const other = await somePerson({ seenBy: ours, from: '2026-04-08', until: null })
  const seenBy = (who: string) => asPerson(database.portal, { person: who, ...april8 }, (db) => locationsOf(db, person))
  expect(await seenBy(person)).toEqual([{ label: 'Home' }])
  expect(await seenBy(other)).toEqual([])
})

test('a practice cannot give itself access to a person', async () => {
  const person = await somePerson({ seenBy: neighbour, from: '2026-04-08', until: null })
  const grab = asPractice(database.portal, { practice: ours, ...april8 }, (db) =>
    db
      .insertInto('clients.access')
      .values({ person_id: person, practice_id: ours, during: '[2026-04-08,)', recorded_at: april8.now })
      .execute(),
  )
  await expect(grab).rejects.toThrow(/row-level security/)
})

test('a request may enqueue a job in its transaction, and sees no jobs', async () => {
  await asPractice(database.portal, { practice: ours, ...april8 }, (db) =>
    sql`select graphile_worker.add_job('tick', job_key => 'tick')`.execute(db),
  )
  await expect(sql`select * from graphile_worker.jobs`.execute(database.portal)).rejects.toThrow(/permission denied/)
  const seen = await sql`select task_identifier from graphile_worker.jobs`.execute(database.operations)
  expect(seen.rows).toEqual([{ task_identifier: 'tick' }])
})

test('only sign-in’s login reaches accounts, and it reaches nothing of the business', async () => {
  for (const login of [database.portal, database.operations]) {
    await expect(sql`select * from sign_in."user"`.execute(login)).rejects.toThrow(/permission denied/)
  }
  expect((await sql`select * from "user"`.execute(database.signIn)).rows).toEqual([])
  await expect(sql`select * from clients.access`.execute(database.signIn)).rejects.toThrow(/permission denied/)
})
