-- Each event carries its number and a hash over itself and the event of the same login before it, from the moment it is
-- recorded. The head says which was the last, so that one taken from the end is missed too. Seals close batches as before.

alter table audit.event add column chain uuid, add column number bigint check (number >= 1), add column hash text;
comment on column audit.event.chain is 'The login whose events follow one another; zeros for the house itself.';

create table audit.head (
  practice_id uuid not null,
  chain       uuid not null,
  number      bigint not null check (number >= 0),
  hash        text not null,
  primary key (practice_id, chain)
);
call house.owned_by_practice('audit.head');
grant update (number, hash) on audit.head to portal, operations;

create function audit.hash_of(previous text, practice_id uuid, chain uuid, number bigint, id uuid, at timestamptz,
  user_id uuid, person_id uuid, action text, subject text, reason text)
returns text language sql stable
begin atomic
  select pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.json_build_array(
    previous, practice_id, chain, number, id,
    pg_catalog.to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    user_id, person_id, action, subject, reason)::text, 'UTF8')), 'hex');
end;

-- Holds the head until the transaction ends, so that two events of one login never follow the same one.
create function audit.append(of_practice uuid, event_id uuid, event_at timestamptz, by_user uuid, of_person uuid,
  event_action text, event_subject text, event_reason text)
returns void language plpgsql set search_path = '' as $$
declare
  own constant uuid := coalesce(by_user, '00000000-0000-0000-0000-000000000000');
  last record;
  next_hash text;
begin
  insert into audit.head (practice_id, chain, number, hash) values (of_practice, own, 0, '') on conflict do nothing;
  select head.number, head.hash into strict last from audit.head as head
  where head.practice_id = of_practice and head.chain = own for update;
  next_hash := audit.hash_of(last.hash, of_practice, own, last.number + 1, event_id, event_at, by_user, of_person,
    event_action, event_subject, event_reason);
  insert into audit.event (practice_id, id, at, user_id, person_id, action, subject, reason, chain, number, hash)
  values (of_practice, event_id, event_at, by_user, of_person, event_action, event_subject, event_reason, own,
    last.number + 1, next_hash);
  update audit.head as head set number = last.number + 1, hash = next_hash
  where head.practice_id = of_practice and head.chain = own;
end
$$;

create or replace function audit.record_as_person(id uuid, at timestamptz, action text, subject text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform audit.append(house.operator(), record_as_person.id, record_as_person.at,
    current_setting('app.user')::uuid, current_setting('app.person')::uuid,
    record_as_person.action, record_as_person.subject, null);
end
$$;

-- What was recorded before follows in the order of its ids.
do $$
declare
  was record;
  last_chain text := '';
  last_number bigint;
  last_hash text;
begin
  for was in
    select practice_id, id, at, user_id, person_id, action, subject, reason,
      coalesce(user_id, '00000000-0000-0000-0000-000000000000'::uuid) as own
    from audit.event order by practice_id, own, id
  loop
    if last_chain <> was.practice_id::text || was.own::text then
      last_chain := was.practice_id::text || was.own::text;
      last_number := 0;
      last_hash := '';
    end if;
    last_number := last_number + 1;
    last_hash := audit.hash_of(last_hash, was.practice_id, was.own, last_number, was.id, was.at, was.user_id,
      was.person_id, was.action, was.subject, was.reason);
    update audit.event set chain = was.own, number = last_number, hash = last_hash
    where practice_id = was.practice_id and id = was.id;
  end loop;
  insert into audit.head (practice_id, chain, number, hash)
  select distinct on (practice_id, chain) practice_id, chain, number, hash from audit.event
  order by practice_id, chain, number desc;
end
$$;

alter table audit.event alter column chain set not null, alter column number set not null, alter column hash set not null;
create unique index event_in_chain on audit.event (practice_id, chain, number);
create index event_by_person on audit.event (person_id, id) where person_id is not null;

-- Who looked at the record of the person of the transaction: by name where they work at a practice or at the operator.
create function audit.looks_at_me(before_id uuid, with_own boolean, at_most integer)
returns table (id uuid, at timestamptz, action text, reason text, by_name text, by_role text, practice_name text)
language sql stable security definer set search_path = ''
begin atomic
  select event.id, event.at, event.action, event.reason, coalesce(member.name, staff.name),
    case when own.user_id is not null then 'own_login' when member.role is not null then member.role
      when staff.role is not null then staff.role when event.user_id is null then 'house' else 'former' end,
    practice.name
  from audit.event as event
  join practices.practice as practice on practice.practice_id = event.practice_id
  left join lateral (
    select login.user_id from clients.login as login
    where login.person_id = event.person_id and login.user_id = event.user_id and event.practice_id = house.operator()
    limit 1) as own on true
  left join lateral (
    select works.name, works.role from practices.member as works
    where works.practice_id = event.practice_id and works.user_id = event.user_id limit 1) as member on true
  left join lateral (
    select works.name, works.role from practices.member as works
    where works.practice_id = house.operator() and works.user_id = event.user_id limit 1) as staff on true
  where event.person_id = nullif(current_setting('app.person', true), '')::uuid
    and (before_id is null or event.id < before_id)
    and (with_own or own.user_id is null)
  order by event.id desc limit at_most;
end;

-- What the operator's people opened of the practice of the transaction, and why.
create function audit.operator_looks(before_id uuid, at_most integer)
returns table (id uuid, at timestamptz, action text, subject text, reason text, person_id uuid, by_name text)
language sql stable security definer set search_path = ''
begin atomic
  select event.id, event.at, event.action, event.subject, event.reason, event.person_id, staff.name
  from audit.event as event
  join lateral (
    select works.name from practices.member as works
    where works.practice_id = house.operator() and works.user_id = event.user_id limit 1) as staff on true
  where event.practice_id = nullif(current_setting('app.practice', true), '')::uuid
    and event.practice_id <> house.operator()
    and not exists (
      select from practices.member as works
      where works.practice_id = event.practice_id and works.user_id = event.user_id)
    and (before_id is null or event.id < before_id)
  order by event.id desc limit at_most;
end;

revoke execute on function audit.hash_of(text, uuid, uuid, bigint, uuid, timestamptz, uuid, uuid, text, text, text),
  audit.append(uuid, uuid, timestamptz, uuid, uuid, text, text, text), audit.looks_at_me(uuid, boolean, integer),
  audit.operator_looks(uuid, integer) from public;
grant execute on function audit.hash_of(text, uuid, uuid, bigint, uuid, timestamptz, uuid, uuid, text, text, text),
  audit.append(uuid, uuid, timestamptz, uuid, uuid, text, text, text) to portal, operations;
grant execute on function audit.looks_at_me(uuid, boolean, integer), audit.operator_looks(uuid, integer) to portal;
