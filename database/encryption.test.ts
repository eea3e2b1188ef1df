import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { instant } from '../libraries/calendar/index.ts'
import { asOperations } from './act-as.ts'
import { connect } from './connect.ts'
import { asKeeper, isUnfinished, openedKeys, prepareEncryption, rewrapDataKeys, rotateDataKeys } from './data-keys.ts'
import { countValues } from './encrypt-rows.ts'
import { decrypt, encrypt, encryptJson, indexesOf, indexOf } from './encryption.ts'
import { openRows } from './open-rows.ts'
import { type TestDatabase, testDatabase, testKeys } from './test-database.ts'
import { type KeyTrouble, makeWrappingKey, readWrappingKeys, type WrappingKeys } from './wrapping-keys.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.close())

const at = instant('2026-04-08T22:00:00Z')
const further: (() => Promise<void>)[] = []
afterEach(async () => {
  while (further.length > 0) await further.pop()?.()
})

const keeping = (more: { wrappingKeys?: WrappingKeys; onBatch?: () => void } = {}) => ({
  ownerUrl: database.urls.owner,
  wrappingKeys: testKeys,
  at: new Date(0),
  ...more,
})
const kept = <T>(deed: (client: pg.Client) => Promise<T>) => asKeeper({ ownerUrl: database.urls.owner }, deed)
const within = <T>(deed: Parameters<typeof asOperations<T>>[2], db = database.operations) =>
  asOperations(db, { user: null, now: at }, deed)
const standsUnder = async () => [...(await kept(countValues)).keys()].toSorted((a, b) => a - b)
const openAll = () =>
  kept(async (client) => openRows(client, (await openedKeys(client, { wrappingKeys: testKeys })).all))

const street = '12 Example Street'
const streetOf = (personId: string, db = database.operations) =>
  within(async (tx) => {
    const row = await tx
      .selectFrom('clients.person')
      .select('street')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    return decrypt(tx, 'clients.person.street', [personId], row.street)
  }, db)

async function somebody(livesAt = street): Promise<string> {
  const personId = randomUUID()
  await within(async (tx) => {
    await tx
      .insertInto('clients.person')
      .values({
        person_id: personId,
        given_name: 'Ada',
        family_name: 'Client',
        sex: 'U',
        street: await encrypt(tx, 'clients.person.street', [personId], livesAt),
        recorded_at: at,
      })
      .execute()
  })
  return personId
}

async function troubleOf(deed: Promise<unknown>): Promise<KeyTrouble> {
  return deed.then(
    () => {
      throw new Error('nothing was refused')
    },
    (error: KeyTrouble) => error,
  )
}

test('what a store encrypted is opened again, and the database does not hold it in the clear', async () => {
  const personId = await somebody()
  expect(await streetOf(personId)).toBe(street)
  const { rows } = await kept((client) =>
    client.query('select street from clients.person where person_id = $1', [personId]),
  )
  expect((rows[0].street as Buffer).includes('Example')).toBe(false)
})

test('the database refuses a plain value in an encrypted column, whoever writes it', async () => {
  const row = { given_name: 'Ada', family_name: 'Client', sex: 'U' as const, recorded_at: at }
  const plain = { ...row, person_id: randomUUID(), street: Buffer.from(street) }
  await expect(within((tx) => tx.insertInto('clients.person').values(plain).execute())).rejects.toThrow(
    'street_is_encrypted',
  )
})

test('a value moved to another row or column does not open, and the trouble names the place and not the value', async () => {
  const [one, other] = [await somebody(), await somebody('7 Other Road')]
  await kept((client) =>
    client.query(
      'update clients.person set street = (select street from clients.person where person_id = $1) where person_id = $2',
      [one, other],
    ),
  )
  const trouble = await troubleOf(streetOf(other))
  expect(trouble).toMatchObject({ name: 'KeyTrouble', kind: 'tampered' })
  expect(trouble.message).toBe(
    `clients.person.street of the row person_id ${other} was changed, or was encrypted for another row: it does not open`,
  )
  await kept((client) => client.query('update clients.person set phone = street where person_id = $1', [one]))
  const moved = within(async (tx) => {
    const row = await tx
      .selectFrom('clients.person')
      .select('phone')
      .where('person_id', '=', one)
      .executeTakeFirstOrThrow()
    return decrypt(tx, 'clients.person.phone', [one], row.phone)
  })
  expect(await troubleOf(moved)).toMatchObject({ kind: 'tampered' })
  await kept((client) => client.query('delete from clients.person where person_id = any($1)', [[one, other]]))
})

test('what was deleted stands there as the word, is read as it is, and keeps no rotation from its end', async () => {
  const personId = await somebody()
  await kept((client) => client.query(`update clients.person set street = 'Deleted' where person_id = $1`, [personId]))
  expect(await streetOf(personId)).toBe('Deleted')
  expect(await kept(isUnfinished)).toBe(false)
  expect(await openAll()).toMatchObject({ plain: 0, troubles: [] })
  await rotateDataKeys(keeping())
  expect([await streetOf(personId), await kept(isUnfinished)]).toEqual(['Deleted', false])
  await kept((client) => client.query('delete from clients.person where person_id = $1', [personId]))
})

test('a changed value is found with its place: when it is read, when all are opened, and by a rotation that goes on', async () => {
  const [changed, whole] = [await somebody(), await somebody()]
  await kept((client) =>
    client.query(
      'update clients.person set street = set_byte(street, 40, get_byte(street, 40) # 1) where person_id = $1',
      [changed],
    ),
  )
  expect(await troubleOf(streetOf(changed))).toMatchObject({ kind: 'tampered' })
  expect((await openAll()).troubles).toEqual([`clients.person.street of the row ${changed}`])
  const rotated = await rotateDataKeys(keeping())
  expect(rotated.troubles).toEqual([
    `clients.person.street of the row ${changed} does not open: it was changed, or belongs to another row`,
  ])
  expect(await streetOf(whole)).toBe(street)
  // What never opens again does not keep the others from a new key.
  expect((await rotateDataKeys(keeping())).made).toHaveLength(4)
  await kept((client) => client.query('delete from clients.person where person_id = $1', [changed]))
})

test('a rotation cut short after any batch loses nothing, and the next run finishes it', async () => {
  await kept((client) => client.query('delete from clients.person'))
  const people = await Promise.all([somebody('1 First Street'), somebody('2 Second Street')])
  await within(async (tx) => {
    const [personId] = people
    const street = await encrypt(tx, 'clients.location.street', [personId, personId], '3 Third Street')
    const place = { person_id: personId, id: personId, label: 'Home', state: 'NY', street, during: '[2026-01-01,)' }
    await tx
      .insertInto('clients.location')
      .values({ ...place, recorded_at: at, recorded_by: 'test' })
      .execute()
  })
  const batches = 2
  for (let cutAfter = 1; cutAfter <= batches; cutAfter += 1) {
    let seen = 0
    const onBatch = () => {
      seen += 1
      if (seen === cutAfter) throw new Error('the power went')
    }
    await expect(rotateDataKeys(keeping({ onBatch }))).rejects.toThrow('the power went')
    expect(await kept(isUnfinished)).toBe(cutAfter < batches)
    expect(await openAll()).toMatchObject({ values: 3, troubles: [], plain: 0 })
    expect(await Promise.all(people.map((personId) => streetOf(personId)))).toEqual([
      '1 First Street',
      '2 Second Street',
    ])
    const next = await rotateDataKeys(keeping())
    expect(next.continued).toBe(cutAfter < batches)
    expect(await kept(isUnfinished)).toBe(false)
    expect(await standsUnder()).toHaveLength(1)
  }
})

test('while a rotation runs a server goes on: what was begun under the former key is encrypted anew, what comes is under the new one', async () => {
  await kept((client) => client.query('delete from clients.location; delete from clients.person'))
  const writing = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const personId = randomUUID()
  const slow = within(async (tx) => {
    const value = await encrypt(tx, 'clients.person.street', [personId], street)
    writing.resolve()
    await mayEnd.promise
    const row = { person_id: personId, given_name: 'Ada', family_name: 'Client', sex: 'U' as const, recorded_at: at }
    await tx
      .insertInto('clients.person')
      .values({ ...row, street: value })
      .execute()
  })
  await writing.promise
  const rotation = rotateDataKeys(keeping())
  const newKeys = async () =>
    (
      await kept2((client) =>
        client.query(
          'select from house.data_key where retired_at is null and number > all (select number from house.data_key where retired_at is not null)',
        ),
      )
    ).rowCount
  await expect.poll(newKeys).toBe(4)
  mayEnd.resolve()
  await slow
  expect((await rotation).rows).toBe(1)
  const later = await somebody()
  expect(await streetOf(personId)).toBe(street)
  expect(await streetOf(later)).toBe(street)
  expect(await standsUnder()).toHaveLength(1)
})

// The rotation holds the keepers' lock: this looks beside it.
async function kept2<T>(deed: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
  return deed(client).finally(() => client.end())
}

test('rewrapping changes the operator’s key and no value; the former key opens nothing then', async () => {
  const personId = await somebody()
  const fresh = makeWrappingKey()
  const both = () => [fresh, ...testKeys()]
  const { rows: before } = await kept((client) =>
    client.query('select street from clients.person where person_id = $1', [personId]),
  )
  expect((await rewrapDataKeys(keeping({ wrappingKeys: both }))).by).toBe(fresh.id)
  const { rows: after } = await kept((client) =>
    client.query('select street from clients.person where person_id = $1', [personId]),
  )
  expect(after).toEqual(before)
  const withFormer = connect(database.urls.operations, { max: 1, keys: testKeys })
  const withFresh = connect(database.urls.operations, { max: 1, keys: () => [fresh] })
  further.push(
    () => withFormer.destroy(),
    () => withFresh.destroy(),
  )
  expect(await streetOf(personId, withFresh)).toBe(street)
  expect(await troubleOf(streetOf(personId, withFormer))).toMatchObject({ kind: 'key_missing' })
  await rewrapDataKeys(keeping({ wrappingKeys: () => [...testKeys(), fresh] }))
})

test('without keys, and with others of the same name, nothing opens and nothing starts', async () => {
  const personId = await somebody()
  const others = () => readWrappingKeys(`test:${randomBytes(32).toString('base64')}`)
  const without = connect(database.urls.operations, { max: 1 })
  const withOthers = connect(database.urls.operations, { max: 1, keys: others })
  further.push(
    () => without.destroy(),
    () => withOthers.destroy(),
  )
  expect(await troubleOf(streetOf(personId, without))).toMatchObject({ kind: 'no_keys' })
  expect(await troubleOf(streetOf(personId, withOthers))).toMatchObject({ kind: 'wrong_key' })
  expect(await troubleOf(prepareEncryption(keeping({ wrappingKeys: others })))).toMatchObject({ kind: 'wrong_key' })
})

test('the blind index of a member id finds its claim before and after a rotation, whatever its case', async () => {
  const before = await within((tx) => indexOf(tx, 'claims.claim', 'pays100004'))
  expect(await within((tx) => indexesOf(tx, 'claims.claim', 'PAYS100004'))).toContainEqual(before)
  const [practice, id] = [randomUUID(), randomUUID()]
  await within(async (tx) => {
    await tx
      .insertInto('claims.claim')
      .values({
        practice_id: practice,
        id,
        session_id: randomUUID(),
        confirmation_id: randomUUID(),
        person_id: randomUUID(),
        control_number: 'A1',
        network_id: 'aetna',
        payer_id: 'payer',
        billing_entity_id: 'entity',
        frequency: '1',
        charge_cents: 15000,
        service_on: '2026-04-08' as never,
        held: false,
        content: await encryptJson(tx, 'claims.claim.content', [practice, id], { memberId: 'PAYS100004' }),
        member_index: before,
        created_at: at,
      })
      .execute()
  })
  await rotateDataKeys(keeping())
  const found = await within(async (tx) => {
    const indexes = await indexesOf(tx, 'claims.claim', 'Pays100004')
    return tx.selectFrom('claims.claim').select(['id', 'member_index']).where('member_index', 'in', indexes).execute()
  })
  expect(found).toMatchObject([{ id }])
  expect(found[0]?.member_index?.equals(before)).toBe(false)
})

test('rows of before are encrypted once, in any number of runs, and the database vouches for them afterwards', async () => {
  const own = await testDatabase()
  further.push(() => own.close())
  const prepare = { ownerUrl: own.urls.owner, wrappingKeys: testKeys, at: new Date(0) }
  const owner = <T>(deed: (client: pg.Client) => Promise<T>) => asKeeper({ ownerUrl: own.urls.owner }, deed)
  // As a migration leaves them: plain bytes under a check that is not valid yet.
  await owner(async (client) => {
    await client.query(
      'alter table sessions.note drop constraint body_is_encrypted, drop constraint note_practice_id_session_id_fkey',
    )
    await client.query(
      `insert into sessions.note (practice_id, id, session_id, kind, body, signed_at, signed_by)
       select md5('practice')::uuid, md5(n::text)::uuid, md5('session' || n)::uuid, 'note', convert_to('Note ' || n, 'UTF8'), '2026-04-01Z', 'test'
       from generate_series(1, 1200) as n`,
    )
    await client.query(
      `alter table sessions.note add constraint body_is_encrypted
       check (substring(body from 1 for 4) = '\\xc1454b01'::bytea and octet_length(body) >= 36) not valid`,
    )
  })
  let batches = 0
  const cut = () => {
    batches += 1
    if (batches === 2) throw new Error('the power went')
  }
  await expect(prepareEncryption({ ...prepare, onBatch: cut })).rejects.toThrow('the power went')
  expect((await prepareEncryption(prepare)).encrypted).toBe(200)
  expect((await prepareEncryption(prepare)).encrypted).toBe(0)
  const opened = await owner(async (client) => openRows(client, (await openedKeys(client, prepare)).all))
  expect(opened).toMatchObject({ values: 1200, plain: 0, troubles: [] })
  const vouched = await owner((client) =>
    client.query(`select from pg_constraint where conname like '%_is_encrypted' and not convalidated`),
  )
  expect(vouched.rowCount).toBe(0)
})
