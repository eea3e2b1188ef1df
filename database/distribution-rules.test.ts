import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeableTables } from './changeable-tables.ts'
import { connectPool } from './connect.ts'
import { distributionBreaches } from './distribution-rules.ts'
import { type TestDatabase, testDatabase } from './test-database.ts'

let database: TestDatabase
let owner: pg.Pool

beforeAll(async () => {
  database = await testDatabase()
  owner = connectPool(database.urls.owner, { max: 1 })
})

afterAll(async () => {
  await owner.end()
  await database.close()
})

test('the migrated schema can be spread by practice and by person, and guards every row', async () => {
  expect(await distributionBreaches(owner)).toEqual([])
})

test('what was recorded is changed only where the list of changeable tables says so', async () => {
  const { rows } = await owner.query<{ at: string; role: string; change: string }>(`
    select t.name as at, r.rolname as role, x.change from pg_roles r
      cross join (select c.oid, c.oid::regclass::text as name from pg_class c
        where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') in ('distributed by practice', 'distributed by person', 'reference')) t
      cross join lateral (
        select 'remove' as change where has_table_privilege(r.oid, t.oid, 'delete')
        union all select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege(r.oid, t.oid, a.attnum, 'update')) x
    where r.rolname in ('portal', 'operations', 'sign_in')`)
  const listed = Object.entries(changeableTables).flatMap(([at, { columns = {}, remove = [] }]) => [
    ...Object.entries(columns).flatMap(([role, names]) => names.map((change) => ({ at, role, change }))),
    ...remove.map((role) => ({ at, role, change: 'remove' })),
  ])
  const inOrder = (changes: typeof rows) => changes.map(({ at, role, change }) => `${at} ${change} by ${role}`).sort()
  expect(inOrder(rows)).toEqual(inOrder(listed))
})

const good = `create table breach.tab (practice_id uuid not null, id uuid not null, primary key (practice_id, id));`
const practice = `call house.owned_by_practice('breach.tab');`

test.each([
  ['says whose it is: one of four comments', good],
  [
    'has its owner column, a uuid that is never null',
    `create table breach.tab (id uuid primary key); alter table breach.tab add practice_id text;
    comment on table breach.tab is 'distributed by practice'`,
  ],
  ['has a primary key', `create table breach.tab (practice_id uuid not null); ${practice}`],
  ['every unique key begins with the owner column', `${good} create unique index on breach.tab (id); ${practice}`],
  [
    'every unique key begins with the owner column',
    `create table breach.tab (practice_id uuid not null, id uuid primary key); ${practice}`,
  ],
  [
    'an exclusion constraint holds the owner column with =',
    `${good} alter table breach.tab add exclude using gist (id with =); ${practice}`,
  ],
  [
    'a foreign key between tables of one owner begins with the owner columns',
    `${good} ${practice}
    create table breach.part (practice_id uuid not null, id uuid not null, tab uuid not null, primary key (practice_id, id),
      foreign key (tab, id) references breach.tab (practice_id, id)); call house.owned_by_practice('breach.part')`,
  ],
  [
    'a foreign key leads to the same owner kind or to a reference table',
    `${good} ${practice}
    create table breach.part (person_id uuid not null, id uuid not null, primary key (person_id, id),
      foreign key (person_id, id) references breach.tab (practice_id, id)); call house.owned_by_person('breach.part')`,
  ],
  [
    'a foreign key leads to the same owner kind or to a reference table',
    `${good} ${practice}
    create table breach.list (id uuid primary key, practice_id uuid,
      foreign key (practice_id, id) references breach.tab (practice_id, id)); call house.reference_table('breach.list')`,
  ],
  [
    'no constraint is deferrable',
    `create table breach.tab (practice_id uuid not null, id uuid not null,
    primary key (practice_id, id) deferrable); ${practice}`,
  ],
  [
    'no identity column, no default from a sequence',
    `${good} alter table breach.tab add n int generated always as identity; ${practice}`,
  ],
  ['no sequence', 'create sequence breach.number'],
  [
    'no trigger',
    `${good} ${practice} create function breach.f() returns trigger language plpgsql as 'begin return null; end';
    create trigger g after insert on breach.tab execute function breach.f()`,
  ],
  [
    'nothing asks the machine for the time or for chance',
    `${good} ${practice} alter table breach.tab add at timestamptz default now()`,
  ],
  [
    'nothing asks the machine for the time or for chance',
    `${good} ${practice} alter table breach.tab add id2 uuid default gen_random_uuid()`,
  ],
  [
    'nothing asks the machine for the time or for chance',
    `create function breach.f() returns date language sql as 'select current_date'`,
  ],
  [
    'nothing asks the machine for the time or for chance',
    'create view breach.v with (security_invoker = true) as select clock_timestamp() as at',
  ],
  [
    'nothing asks the machine for the time or for chance',
    `${good} ${practice} create policy late on breach.tab to portal using (current_date > '2026-01-01')`,
  ],
  ['row security is on and forced', `${good} ${practice} alter table breach.tab no force row level security`],
  [
    'has a policy that admits all to its owner and to operations',
    `${good} ${practice} drop policy owner on breach.tab`,
  ],
  [
    'has a policy that admits all to its owner and to operations',
    `${good} ${practice} drop policy operations on breach.tab`,
  ],
  [
    'no policy admits everybody to everything',
    `${good} ${practice} create policy open on breach.tab for select using (true)`,
  ],
  ['a policy admits portal where portal has privileges', `${good} ${practice} drop policy portal on breach.tab`],
  ['the public has no privilege', `${good} ${practice} grant select on breach.tab to public`],
  [
    'only sign_in reaches its schema, and sign_in nothing else',
    `${good} ${practice} grant select on breach.tab to sign_in`,
  ],
  ['only sign_in reaches its schema, and sign_in nothing else', 'grant select (id) on sign_in.session to operations'],
  [
    'runtime roles truncate nothing and refer to nothing',
    `${good} ${practice} grant truncate on breach.tab to operations`,
  ],
  [
    "a definer function fixes its search path and is not the public's",
    `create function breach.f() returns int security definer language sql as 'select 1'`,
  ],
  ['a view asks as the one who looks (security_invoker)', 'create view breach.v as select 1 as one'],
  [
    'a view joins tables of one owner kind',
    `create view breach.v with (security_invoker = true) as
    select from audit.event, house.replayed_answer_to_person`,
  ],
])('the rule bites: %s', async (rule, statements) => {
  await owner.query('begin')
  try {
    await owner.query(`call house.room('breach'); ${statements}`)
    const breaches = await distributionBreaches(owner)
    expect([...new Set(breaches.map((breach) => breach.rule))]).toContain(rule)
  } finally {
    await owner.query('rollback')
  }
})

test('an exclusion constraint is welcome on a reference table, and where it holds the owner', async () => {
  await owner.query('begin')
  try {
    await owner.query(`
      call house.room('breach');
      create table breach.rate (code text not null, during daterange not null, primary key (code, during),
        exclude using gist (code with =, during with &&));
      call house.reference_table('breach.rate');
      create table breach.term (practice_id uuid not null, during daterange not null, primary key (practice_id, during),
        exclude using gist (practice_id with =, during with &&));
      call house.owned_by_practice('breach.term');`)
    expect(await distributionBreaches(owner)).toEqual([])
  } finally {
    await owner.query('rollback')
  }
})
