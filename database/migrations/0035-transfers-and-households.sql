-- A client goes from one clinician's list to another's; a session may have another clinician from a move on; a login acts
-- for several people, each since a day and until one.

-- The latest row of a client and a clinician says whether that list holds them; without any, the roster does.
create table clients.list_change (
  practice_id uuid not null,
  person_id   uuid not null,
  member_id   uuid not null,
  id          uuid not null,
  deed        text not null check (deed in ('left', 'joined', 'undone')),
  to_member   uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, person_id, member_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('clients.list_change');
comment on column clients.list_change.to_member is 'Where they went, when a transfer took them off this list.';
comment on column clients.list_change.deed is 'undone: an import was taken back, as if the client had never been listed.';

alter table sessions.move add column member_id uuid;
alter table sessions.move add foreign key (practice_id, member_id) references practices.member (practice_id, id);
comment on column sessions.move.member_id is 'The clinician from this version on; null: as before.';

create or replace view sessions.planned with (security_invoker = true) as
select session.practice_id, session.id, coalesce(handed.member_id, session.member_id) as member_id, session.person_id,
  coalesce(latest.starts_at, session.starts_at) as starts_at,
  coalesce(latest.ends_at, session.ends_at) as ends_at,
  coalesce(latest.modality, session.modality) as modality,
  coalesce(latest.version, 1) as version,
  session.recorded_at, session.recorded_by,
  coalesce(latest.moved_at, session.recorded_at) as planned_at,
  coalesce(latest.moved_by, session.recorded_by) as planned_by,
  cancellation.kind as cancellation_kind, cancellation.initiator, cancellation.reason,
  cancellation.cancelled_at, cancellation.cancelled_by
from sessions.session as session
left join lateral (
  select move.starts_at, move.ends_at, move.modality, move.version, move.moved_at, move.moved_by
  from sessions.move as move
  where move.practice_id = session.practice_id and move.session_id = session.id
  order by move.version desc limit 1
) as latest on true
left join lateral (
  select move.member_id from sessions.move as move
  where move.practice_id = session.practice_id and move.session_id = session.id and move.member_id is not null
  order by move.version desc limit 1
) as handed on true
left join sessions.cancellation as cancellation
  on cancellation.practice_id = session.practice_id and cancellation.session_id = session.id;

-- As what a login acts for a person: for themselves, as a child's guardian, or because a grown person allowed it.
alter table clients.login
  add column relation text not null default 'self' check (relation in ('self', 'guardian', 'allowed')),
  add column recorded_at timestamptz;
grant update (during) on clients.login to portal, operations;

-- A grown person allows another login to act for them; it begins when that one accepts.
create table clients.permission (
  person_id  uuid not null,
  id         uuid not null,
  email      text not null check (email = lower(email)),
  until      date,
  given_at   timestamptz not null,
  given_by   uuid not null,
  primary key (person_id, id)
);
call house.owned_by_person('clients.permission');
create index permission_by_email on clients.permission (email);

create table clients.permission_answer (
  person_id     uuid not null,
  permission_id uuid not null,
  answer        text not null check (answer in ('accepted', 'declined', 'withdrawn')),
  user_id       uuid not null,
  answered_at   timestamptz not null,
  primary key (person_id, permission_id),
  foreign key (person_id, permission_id) references clients.permission (person_id, id)
);
call house.owned_by_person('clients.permission_answer');

-- What the address that the person of the transaction has proved was allowed by others.
create function clients.permissions_to_me()
returns table (permission_id uuid, person_id uuid, given_name text, family_name text, until date, given_at timestamptz)
language sql stable security definer set search_path = ''
begin atomic
  select permission.id, permission.person_id, person.given_name, person.family_name, permission.until, permission.given_at
  from clients.permission as permission
  join clients.person as person on person.person_id = permission.person_id
  where permission.email = (
      select verification.email from clients.email_verification as verification
      where verification.person_id = nullif(current_setting('app.person', true), '')::uuid
        and verification.user_id = nullif(current_setting('app.user', true), '')::uuid
      order by verification.verified_at desc, verification.id desc limit 1)
    and permission.person_id <> nullif(current_setting('app.person', true), '')::uuid
    and permission.given_by <> nullif(current_setting('app.user', true), '')::uuid
    and (permission.until is null or permission.until > house.today())
    and not exists (
      select from clients.permission_answer as answer
      where answer.person_id = permission.person_id and answer.permission_id = permission.id);
end;

create function clients.answer_permission(permission_id uuid, accepts boolean, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := nullif(current_setting('app.user', true), '')::uuid;
  wanted record;
begin
  select mine.* into wanted from clients.permissions_to_me() as mine
  where mine.permission_id = answer_permission.permission_id;
  if not found then return false; end if;
  insert into clients.permission_answer (person_id, permission_id, answer, user_id, answered_at)
  values (wanted.person_id, wanted.permission_id, case when accepts then 'accepted' else 'declined' end, me,
    answer_permission.at);
  if accepts then
    insert into clients.login (person_id, user_id, during, relation, recorded_at)
    values (wanted.person_id, me, daterange(house.today(), wanted.until), 'allowed', answer_permission.at)
    on conflict (person_id, user_id) do update set during = excluded.during, relation = 'allowed'
      where not clients.login.during @> house.today();
  end if;
  return true;
end
$$;

-- Every login that acts for the person of the transaction, by the name of whom it holds as itself.
create function clients.who_acts_for_me()
returns table (user_id uuid, relation text, during daterange, name text)
language sql stable security definer set search_path = ''
begin atomic
  select login.user_id, login.relation, login.during, (
    select coalesce(person.preferred_name, person.given_name) || ' ' || person.family_name
    from clients.login as own
    join clients.person as person on person.person_id = own.person_id
    where own.user_id = login.user_id and own.relation = 'self' order by own.person_id limit 1)
  from clients.login as login
  where login.person_id = nullif(current_setting('app.person', true), '')::uuid;
end;

revoke execute on function clients.permissions_to_me(), clients.answer_permission(uuid, boolean, timestamptz),
  clients.who_acts_for_me() from public;
grant execute on function clients.permissions_to_me(), clients.answer_permission(uuid, boolean, timestamptz),
  clients.who_acts_for_me() to portal;
