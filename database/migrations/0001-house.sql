-- The house itself: how a table says who owns its rows, and what every room needs (numbers, files, answers, mail, audit).
--
-- Every later migration makes its schema with `call house.room('sessions')` and ends each table with one of
--   call house.owned_by_practice('sessions.session');
--   call house.owned_by_person('clients.policy');
--   call house.reference_table('contracts.plan');
--   call house.local_table('house.clock', operations => 'select, insert, update');
-- which sets the comment, row security, policies and grants. UPDATE and DELETE are granted by the migration itself,
-- by column, and named in database/changeable-tables.ts.
-- The roles portal, operations and sign_in belong to the cluster: database/migrate.ts makes them before this file runs.

create extension if not exists btree_gist with schema public;

create schema house;
create schema audit;
grant usage on schema house, audit to portal, operations;

-- Whoever migrates is the owner of every table: `force row security` blinds that role too, so each table names it.

create procedure house.room(name text) language plpgsql as $$
begin
  execute format('create schema if not exists %I', name);
  execute format('grant usage on schema %I to portal, operations', name);
end
$$;

-- The day on the operator's wall, from the moment the transaction was opened for (app.now); null when none was set.
create function house.today() returns date language sql stable
begin atomic
  select (nullif(current_setting('app.now', true), '')::timestamptz
    at time zone coalesce(nullif(current_setting('app.zone', true), ''), 'America/New_York'))::date;
end;

create procedure house.row_security(tab regclass) language plpgsql as $$
declare
  former name;
begin
  execute format('alter table %s enable row level security, force row level security', tab);
  for former in select polname from pg_catalog.pg_policy where polrelid = tab and polname in
    ('owner', 'operations', 'portal', 'portal_reads', 'portal_records', 'portal_changes', 'portal_removes')
  loop
    execute format('drop policy %I on %s', former, tab);
  end loop;
  execute format('create policy owner on %s to current_user using (true) with check (true)', tab);
  execute format('create policy operations on %s to operations using (true) with check (true)', tab);
end
$$;

-- portal: 'insert' (reads and records), 'select' (reads only) or 'none'.
create procedure house.record_grants(tab regclass, portal text) language plpgsql as $$
begin
  execute format('revoke all on table %s from public, portal, operations, sign_in', tab);
  execute format('grant select, insert on table %s to operations', tab);
  case portal
    when 'insert' then execute format('grant select, insert on table %s to portal', tab);
    when 'select' then execute format('grant select on table %s to portal', tab);
    when 'none' then null;
    else raise exception 'portal is %, but must be insert, select or none', portal;
  end case;
end
$$;

create procedure house.owned_by_practice(tab regclass, portal text default 'insert') language plpgsql as $$
declare
  mine constant text := $mine$practice_id = nullif(current_setting('app.practice', true), '')::uuid$mine$;
begin
  execute format('comment on table %s is %L', tab, 'distributed by practice');
  call house.row_security(tab);
  execute format('create policy portal on %s to portal using (%s) with check (%s)', tab, mine, mine);
  call house.record_grants(tab, portal);
end
$$;

-- A person's rows are read by the person and by a practice that clients.access admits today; they are written under
-- app.person only. On clients.access itself a practice reads its own rows. A table made before clients.access is the
-- person's alone until the procedure is called on it again.
create procedure house.owned_by_person(tab regclass, portal text default 'insert') language plpgsql as $$
declare
  mine constant text := $mine$person_id = nullif(current_setting('app.person', true), '')::uuid$mine$;
  practice constant text := $practice$nullif(current_setting('app.practice', true), '')::uuid$practice$;
  access constant regclass := to_regclass('clients.access');
  read text := mine;
begin
  if tab = access then
    read := format('%s or practice_id = %s', mine, practice);
  elsif access is not null then
    read := format(
      '%s or exists (select from clients.access a where a.person_id = %s.person_id and a.practice_id = %s and a.during @> house.today())',
      mine, tab, practice);
  end if;
  execute format('comment on table %s is %L', tab, 'distributed by person');
  call house.row_security(tab);
  execute format('create policy portal_reads on %s for select to portal using (%s)', tab, read);
  execute format('create policy portal_records on %s for insert to portal with check (%s)', tab, mine);
  execute format('create policy portal_changes on %s for update to portal using (%s) with check (%s)', tab, mine, mine);
  execute format('create policy portal_removes on %s for delete to portal using (%s)', tab, mine);
  call house.record_grants(tab, portal);
end
$$;

-- Whoever is signed in also reads rows that carry their own user id (memberships, logins), whatever practice or person is set.
create procedure house.also_read_by_user(tab regclass) language plpgsql as $$
begin
  execute format(
    $policy$create policy user_reads on %s for select to portal using (user_id = nullif(current_setting('app.user', true), '')::uuid)$policy$,
    tab);
end
$$;

-- A person also reads practice-owned rows that carry their own person id (their sessions, their invoices, who looked).
create procedure house.also_read_by_person(tab regclass) language plpgsql as $$
begin
  execute format(
    $policy$create policy person_reads on %s for select to portal using (person_id = nullif(current_setting('app.person', true), '')::uuid)$policy$,
    tab);
end
$$;

create procedure house.reference_table(tab regclass) language plpgsql as $$
begin
  execute format('comment on table %s is %L', tab, 'reference');
  execute format('revoke all on table %s from public, portal, operations, sign_in', tab);
  execute format('grant select on table %s to portal', tab);
  execute format('grant select, insert on table %s to operations', tab);
end
$$;

-- Mutable, never practice data. Each role's privileges are named: portal => 'select', operations => 'select, update'.
create procedure house.local_table(tab regclass, portal text default '', operations text default '', sign_in text default '')
language plpgsql as $$
begin
  execute format('comment on table %s is %L', tab, 'local');
  execute format('revoke all on table %s from public, portal, operations, sign_in', tab);
  if portal <> '' then execute format('grant %s on table %s to portal', portal, tab); end if;
  if operations <> '' then execute format('grant %s on table %s to operations', operations, tab); end if;
  if sign_in <> '' then execute format('grant %s on table %s to sign_in', sign_in, tab); end if;
end
$$;

revoke execute on all routines in schema house from public;
grant execute on function house.today() to portal, operations;

-- The demonstration's clock: one row, the moment at which it stands. In production there is none.
create table house.clock (
  only_one boolean primary key default true check (only_one),
  stands_at timestamptz not null
);
call house.local_table('house.clock', portal => 'select', operations => 'select, insert, update');

-- Numbers that partners limit in length (ISA13, GS06, ST02, NACHA trace, file modifier): taken by inserting the next one,
-- again on conflict. `kind` names the number and what it counts within, such as 'isa13' or 'file-modifier 2026-04-29'.
create table house.allocated_number (
  practice_id uuid not null,
  partner text not null,
  kind text not null,
  number bigint not null check (number >= 0),
  allocated_at timestamptz not null,
  primary key (practice_id, partner, kind, number)
);
call house.owned_by_practice('house.allocated_number', portal => 'none');

-- Every file that came in or went out, byte for byte. Its identity is partner, folder, name and content.
create table house.file (
  practice_id uuid not null,
  id uuid not null,
  partner text not null,
  direction text not null check (direction in ('in', 'out')),
  folder text not null,
  name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  recorded_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, partner, direction, folder, name, sha256)
);
call house.owned_by_practice('house.file', portal => 'none');

-- What became of a file: uploaded, read, quarantined, posted. A file may have several, the latest is how it stands.
create table house.file_outcome (
  practice_id uuid not null,
  file_id uuid not null,
  id uuid not null,
  outcome text not null,
  detail jsonb not null default '{}',
  at timestamptz not null,
  primary key (practice_id, file_id, id),
  foreign key (practice_id, file_id) references house.file (practice_id, id)
);
call house.owned_by_practice('house.file_outcome', portal => 'none');

-- The first answer to a request with an idempotency key, given again when the same request is repeated.
create table house.replayed_answer (
  practice_id uuid not null,
  user_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  route text not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  status integer not null,
  answer jsonb,
  at timestamptz not null,
  primary key (practice_id, user_id, key)
);
call house.owned_by_practice('house.replayed_answer');

-- The same for requests of a client, who acts for a person and in no practice.
create table house.replayed_answer_to_person (
  person_id uuid not null,
  user_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  route text not null,
  content_sha256 text not null check (content_sha256 ~ '^[0-9a-f]{64}$'),
  status integer not null,
  answer jsonb,
  at timestamptz not null,
  primary key (person_id, user_id, key)
);
call house.owned_by_person('house.replayed_answer_to_person');

-- Mail to be sent; each attempt is a further row.
create table house.mail (
  practice_id uuid not null,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  about text,
  recorded_at timestamptz not null,
  primary key (practice_id, id)
);
call house.owned_by_practice('house.mail');

create table house.mail_attempt (
  practice_id uuid not null,
  mail_id uuid not null,
  id uuid not null,
  outcome text not null check (outcome in ('sent', 'kept', 'refused', 'failed')),
  detail text,
  at timestamptz not null,
  primary key (practice_id, mail_id, id),
  foreign key (practice_id, mail_id) references house.mail (practice_id, id)
);
call house.owned_by_practice('house.mail_attempt', portal => 'select');

-- What a job could not do, for a person to look at; `subject` names the thing by its id, never a name or diagnosis.
create table house.trouble (
  practice_id uuid not null,
  id uuid not null,
  deed text not null,
  subject text not null,
  message text not null,
  at timestamptz not null,
  primary key (practice_id, id)
);
call house.owned_by_practice('house.trouble', portal => 'none');

-- Every look at a client's record and every write. No user: the house itself (a job, a file that came in).
create table audit.event (
  practice_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  user_id uuid,
  person_id uuid,
  action text not null,
  subject text not null,
  reason text,
  primary key (practice_id, id)
);
create index event_of_person on audit.event (practice_id, person_id, at) where person_id is not null;
call house.owned_by_practice('audit.event');
call house.also_read_by_person('audit.event');

-- A seal closes a batch: a hash over its events, in order of id, and over the seal before it (number 1 follows nothing).
create table audit.seal (
  practice_id uuid not null,
  number bigint not null check (number >= 1),
  event_count integer not null check (event_count > 0),
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (practice_id, number)
);
call house.owned_by_practice('audit.seal', portal => 'none');

-- Which batch an event is in; an event is in one, however its transaction was overtaken.
create table audit.sealed_event (
  practice_id uuid not null,
  event_id uuid not null,
  seal_number bigint not null,
  primary key (practice_id, event_id),
  foreign key (practice_id, event_id) references audit.event (practice_id, id),
  foreign key (practice_id, seal_number) references audit.seal (practice_id, number)
);
create index sealed_event_of_seal on audit.sealed_event (practice_id, seal_number);
call house.owned_by_practice('audit.sealed_event', portal => 'none');
