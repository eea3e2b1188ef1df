import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../business/world.ts'
import { asOperations, asPractice } from '../database/act-as.ts'
import { connect } from '../database/connect.ts'
import { testKeys } from '../database/test-database.ts'
import { type StoreFunction, storeFunctions, type Values } from './arguments-of-stores.ts'
import { livedInOnTestDatabase } from './lived-in/lived-in-on-test-database.ts'
import { groupPractice, soloPractice } from './story-network.ts'

// Row security alone: every store's reads are asked by a neighbour for what is ours, with none of the application's checks.

const root = join(import.meta.dirname, '..')
const ours = soloPractice.id
const neighbour = groupPractice.id
// What writes, holds or enters reads nothing back that could be somebody's; row-security.test.ts has it refused.
const writes =
  /^(record|succeed|end|add|seal|hold|answer|withdraw|keep|allocate|ensure|oneAtATime|enter|actFor|delete|remove|set)/

// What the whole network may know, and why; of a client nothing stands there, and nothing else is passed over.
const toldToAll: Record<string, string> = {
  networkDirectory: 'who in the network could see a client in another state: clinicians by name and practice',
}

let house: Awaited<ReturnType<typeof livedInOnTestDatabase>> & { owner: Db }
let ofOurs: Values
let ofNobody: Values
let owned: Set<string>
let ofStaff: Set<string>
const reads = storeFunctions(root, ['business', 'server']).filter(({ name }) => !writes.test(name))

beforeAll(async () => {
  const livedIn = await livedInOnTestDatabase()
  house = { ...livedIn, owner: connect(livedIn.ownerUrl, { max: 2, keys: testKeys }) }
  const tables = await ownedTables()
  owned = new Set([ours, ...(await idsIn(tables))])
  const staff = await sql<{ id: string }>`
    select id from practices.member where practice_id = ${ours} union all
    select id from credentialing.authority where practice_id = ${ours} union all
    select id from credentialing.credential where practice_id = ${ours}
  `.execute(house.owner)
  ofStaff = new Set([ours, ...staff.rows.map(({ id }) => id)])
  const first = async (table: string, column = 'id') => {
    const { rows } = await sql<{ id: string }>`
      select ${sql.ref(column)} as id from ${sql.table(table)} where practice_id = ${ours} order by 1 limit 1
    `.execute(house.owner)
    return rows[0]?.id ?? randomUUID()
  }
  const person = await first('sessions.session', 'person_id')
  const names: Record<string, string> = {
    practiceId: ours,
    practice: ours,
    book: ours,
    personId: person,
    memberId: soloPractice.members[0]?.id ?? '',
    userId: soloPractice.members[0]?.userId ?? '',
    sessionId: await first('sessions.session'),
    claimId: await first('claims.claim'),
    confirmationId: await first('sessions.confirmation'),
    payoutId: await first('payouts.payout'),
    chargeId: await first('charges.charge'),
    invitationId: await first('clients.invitation'),
  }
  const common = { today: house.now.slice(0, 10), now: house.now, world: house.world }
  const emails = await sql<{ email: string }>`select email from clients.person where person_id = ${person}`.execute(
    house.owner,
  )
  const anyId = [names.sessionId ?? '', names.claimId ?? '', person, emails.rows[0]?.email ?? '', 'a']
  ofOurs = { ...common, byName: names, anyId }
  const nobody = new Map(
    [...Object.values(names), ...anyId].map((value) => [
      value,
      value.length === 36 ? randomUUID() : value.includes('@') ? `x${value}` : value,
    ]),
  )
  const other = (value: string) => nobody.get(value) ?? value
  ofNobody = {
    ...common,
    byName: Object.fromEntries(Object.entries(names).map(([name, value]) => [name, other(value)])),
    anyId: anyId.map(other),
  }
}, 180_000)
afterAll(async () => {
  await house?.owner.destroy()
  await house?.close()
})

async function ownedTables(): Promise<{ name: string; owner: string }[]> {
  const { rows } = await sql<{ name: string; owner: string }>`
    select c.oid::regclass::text as name,
      case obj_description(c.oid, 'pg_class') when 'distributed by practice' then 'practice_id' else 'person_id' end as owner
    from pg_class c where c.relkind = 'r' and obj_description(c.oid, 'pg_class') in
      ('distributed by practice', 'distributed by person')
  `.execute(house.owner)
  return rows
}

/** Every id of a row that is ours: of our practice, or of a person whom no other practice sees. */
async function idsIn(tables: { name: string; owner: string }[]): Promise<string[]> {
  const people = sql`(select person_id from clients.access group by person_id having bool_and(practice_id = ${ours}))`
  const found: string[] = []
  for (const { name, owner } of tables) {
    const whose = owner === 'practice_id' ? sql`t.practice_id = ${ours}` : sql`t.person_id in ${people}`
    const { rows } = await sql<{ id: string }>`
      select distinct v.value as id from ${sql.raw(name)} t, jsonb_each_text(to_jsonb(t)) v
      where ${whose} and v.key in ('id', 'person_id', 'session_id', 'claim_id', 'payout_id', 'confirmation_id')
        and v.value is not null
    `.execute(house.owner)
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

type Asked = { answer: string; refused: boolean }

async function ask(db: Db, { file, name }: StoreFunction, args: unknown[]): Promise<Asked> {
  const store = (await import(pathToFileURL(join(root, file)).href)) as Record<
    string,
    (...all: unknown[]) => Promise<unknown>
  >
  try {
    return { answer: written(await store[name]?.(db, ...args)), refused: false }
  } catch (error) {
    return { answer: `refused: ${error instanceof Error ? error.message : error}`, refused: true }
  }
}

function written(value: unknown): string {
  return (
    JSON.stringify(value, (_, one) => {
      if (one instanceof Map) return [...one.entries()]
      return one instanceof Set ? [...one] : one
    }) ?? 'nothing'
  )
}

/** What an answer holds of ours that was not in the question. */
function leaked(answer: string, question: string): string[] {
  const ids = answer.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  return [...new Set(ids)].filter((id) => owned.has(id) && !question.includes(id))
}

const asNeighbour = (one: StoreFunction, args: unknown[]) =>
  asPractice(house.portal, { practice: neighbour, user: randomUUID(), now: house.now as never }, (db) =>
    ask(db, one, args),
  ).catch(
    // The transaction that a refusal left cannot be committed; the refusal is the answer.
    (error: unknown): Asked => ({ answer: `refused: ${error}`, refused: true }),
  )

test('no read of any store tells a neighbour of what is ours, with the application’s checks off', async () => {
  const leaks: string[] = []
  let held = 0
  for (const one of reads) {
    const questions = one.asked(ofOurs)
    const controls = one.asked(ofNobody)
    expect(questions.length, `${one.file} ${one.name} can be asked`).toBeGreaterThan(0)
    for (const [index, args] of questions.slice(0, 40).entries()) {
      const told = await asNeighbour(one, args)
      const nothing = await asNeighbour(one, controls[index] ?? args)
      const known = await asOperations(house.operations, { user: null, now: house.now as never }, (db) =>
        ask(db, one, args),
      ).catch(() => null)
      if (known !== null && !known.refused && known.answer !== told.answer) held += 1
      const found = leaked(told.answer, written(args)).filter((id) => !(one.name in toldToAll && ofStaff.has(id)))
      if (found.length > 0)
        leaks.push(`${one.file} ${one.name}(${written(args)}) tells ${found.slice(0, 3).join(', ')}`)
      // Asked for what exists and for what does not, a neighbour hears the same, the question's own words aside.
      const same = (answer: string, question: unknown[]) =>
        written(question)
          .match(/[0-9a-f-]{36}|[^"\s]+@[^"\s]+/g)
          ?.reduce((text, word) => text.replaceAll(word, '·'), answer) ?? answer
      if (same(told.answer, args) !== same(nothing.answer, controls[index] ?? args))
        leaks.push(`${one.file} ${one.name}(${written(args)}) answers ${told.answer.slice(0, 200)}`)
    }
  }
  expect(leaks).toEqual([])
  // The proof would be empty if nobody had anything to hide: with every right, most questions have an answer.
  expect(held).toBeGreaterThan(100)
  expect(reads.length).toBeGreaterThan(150)
}, 180_000)

test('the same questions asked with every right are seen as the leaks that they would be', async () => {
  const seen: string[] = []
  for (const one of reads) {
    for (const args of one.asked(ofOurs).slice(0, 4)) {
      const told = await asOperations(house.operations, { user: null, now: house.now as never }, (db) =>
        ask(db, one, args),
      ).catch(() => null)
      if (told !== null && leaked(told.answer, written(args)).length > 0) seen.push(`${one.file} ${one.name}`)
    }
  }
  expect(new Set(seen).size).toBeGreaterThan(60)
}, 120_000)
