-- What may be forgotten, and when? Requests for deletion as cases, the dated rules of what is kept, and the one door through
-- which anything is blanked or removed: a function that does it for a case which one person approved and another carries out.
call house.room('deletions');

create table deletions.retention_rule (
  id                   text not null,
  record               text not null check (record in ('care', 'money', 'documentation')),
  state                text check (state ~ '^[A-Z]{2}$'),
  years                integer not null check (years between 1 and 30),
  years_after_majority integer check (years_after_majority between 0 and 30),
  until_age            integer check (until_age between 18 and 40),
  during               daterange not null check (not isempty(during)),
  source               text not null check (source <> ''),
  certainty            text not null check (certainty in ('known', 'likely', 'to_verify')),
  primary key (id),
  exclude using gist (record with =, (coalesce(state, '')) with =, during with &&)
);
call house.reference_table('deletions.retention_rule');
comment on column deletions.retention_rule.state is 'Null: in every state.';
comment on column deletions.retention_rule.years_after_majority is 'Of whom was not of age on that day.';
comment on column deletions.retention_rule.certainty is
  'known: the section is named; likely: from surveys of the law; to_verify: sources disagree, the longer is taken, and counsel must confirm it.';

insert into deletions.retention_rule (id, record, state, years, years_after_majority, until_age, during, source, certainty) values
  ('money-federal', 'money', null, 10, null, null, '[2006-01-01,)', '42 CFR 422.504(d): records of Medicare Advantage, ten years; taken for all claims and payments', 'known'),
  ('documentation-federal', 'documentation', null, 6, null, null, '[2005-04-21,)', '45 CFR 164.316(b)(2) and 164.530(j): HIPAA documentation, six years', 'known'),
  ('care-AZ', 'care', 'AZ', 6, 3, null, '[2000-01-01,)', 'Ariz. Rev. Stat. § 12-2297: six years, minors until three years after eighteen', 'to_verify'),
  ('care-CA', 'care', 'CA', 7, null, 19, '[2000-01-01,)', 'Cal. Health & Safety Code § 123145, Bus. & Prof. Code § 2919: seven years, minors until nineteen', 'to_verify'),
  ('care-CO', 'care', 'CO', 7, 7, null, '[2000-01-01,)', 'Survey of state rules: seven years, minors seven after majority', 'to_verify'),
  ('care-FL', 'care', 'FL', 7, null, null, '[2000-01-01,)', 'Fla. Admin. Code 64B4-9.001, 64B19-19.003: seven years', 'to_verify'),
  ('care-GA', 'care', 'GA', 10, null, null, '[2000-01-01,)', 'Ga. Code § 31-33-2: ten years of physicians, seven of others; the longer', 'to_verify'),
  ('care-IL', 'care', 'IL', 10, null, null, '[2000-01-01,)', 'Survey of state rules: seven to ten years; the longer', 'to_verify'),
  ('care-MA', 'care', 'MA', 7, null, 18, '[2000-01-01,)', 'Survey of state rules: seven years, minors at least nine or until eighteen', 'to_verify'),
  ('care-MD', 'care', 'MD', 5, 3, 21, '[2000-01-01,)', 'Md. Code, Health-Gen. § 4-403: five years, minors until three years after majority', 'to_verify'),
  ('care-MI', 'care', 'MI', 7, null, null, '[2000-01-01,)', 'Mich. Comp. Laws § 333.16213: seven years', 'to_verify'),
  ('care-NC', 'care', 'NC', 7, 3, null, '[2000-01-01,)', 'Survey of state rules: seven years, minors three after eighteen', 'to_verify'),
  ('care-NJ', 'care', 'NJ', 7, null, null, '[2000-01-01,)', 'N.J. Admin. Code 13:35-6.5: seven years', 'to_verify'),
  ('care-NY', 'care', 'NY', 6, 1, 22, '[2000-01-01,)', '8 NYCRR 29.2(a)(3): six years, minors until one year after majority; until twenty-two by some surveys, the longer', 'to_verify'),
  ('care-OH', 'care', 'OH', 7, null, null, '[2000-01-01,)', 'Ohio Admin. Code 4757-5-09: seven years', 'to_verify'),
  ('care-PA', 'care', 'PA', 7, 1, null, '[2000-01-01,)', '49 Pa. Code § 16.95: five to seven years, minors one after majority; the longer', 'to_verify'),
  ('care-TX', 'care', 'TX', 7, null, 21, '[2000-01-01,)', '22 Tex. Admin. Code: seven years, minors until twenty-one', 'to_verify'),
  ('care-VA', 'care', 'VA', 6, 5, null, '[2000-01-01,)', '18 Va. Admin. Code 115-20-130: six years, minors five after eighteen', 'to_verify'),
  ('care-WA', 'care', 'WA', 8, null, 22, '[2000-01-01,)', 'Survey of state rules: five to eight years, psychologists eight; the longest', 'to_verify'),
  -- No state of its own: the operator's own rule stands in wherever a state has none, and is the longest of all.
  ('care-operator', 'care', 'ZZ', 10, 10, null, '[2000-01-01,)', 'The operator’s rule where a state’s is not known: ten years after the last visit, minors ten after majority', 'likely');

create table deletions.time_limit (
  name   text not null check (name in ('answer_days', 'letter_days')),
  days   integer not null check (days > 0),
  during daterange not null check (not isempty(during)),
  source text not null check (source <> ''),
  primary key (name, during),
  exclude using gist (name with =, during with &&)
);
call house.reference_table('deletions.time_limit');
insert into deletions.time_limit (name, days, during, source) values
  ('answer_days', 45, '[2020-01-01,)', 'Cal. Civ. Code § 1798.130(a)(2): 45 days, as most state privacy laws have it'),
  ('letter_days', 30, '[2020-01-01,)', 'The operator’s rule: the address on the last letters goes 30 days after they left, so that one that comes back is seen');

-- The case is the operator's to answer; who asks reads it.
create table deletions.request (
  practice_id uuid not null,
  id          uuid not null,
  subject     text not null check (subject in ('client', 'member')),
  person_id   uuid,
  of_practice uuid,
  member_id   uuid,
  user_id     uuid not null,
  words       text check (words <> ''),
  asked_at    timestamptz not null,
  primary key (practice_id, id),
  check ((subject = 'client') = (person_id is not null)),
  check ((subject = 'member') = (of_practice is not null and member_id is not null))
);
call house.owned_by_practice('deletions.request', 'select');
call house.also_read_by_person('deletions.request');
call house.also_read_by_user('deletions.request');
comment on column deletions.request.practice_id is 'The operator, who answers it.';

create table deletions.event (
  practice_id uuid not null,
  request_id  uuid not null,
  kind        text not null check (kind in ('withdrawn', 'approved', 'declined', 'carried_out', 'final_proposed',
    'final_approved', 'final_declined', 'final_carried_out')),
  person_id   uuid,
  user_id     uuid,
  words       text check (words <> ''),
  at          timestamptz not null,
  by          uuid,
  primary key (practice_id, request_id, kind),
  foreign key (practice_id, request_id) references deletions.request (practice_id, id)
);
call house.owned_by_practice('deletions.event', 'select');
call house.also_read_by_person('deletions.event');
call house.also_read_by_user('deletions.event');
comment on column deletions.event.user_id is 'Who asked for the deletion, and so may read what became of it.';

-- What was kept when a case was carried out, and what was blanked or removed: how many rows of which table, never what.
create table deletions.kept (
  practice_id uuid not null,
  request_id  uuid not null,
  record      text not null check (record <> ''),
  until       date not null,
  source      text not null check (source <> ''),
  certainty   text not null,
  person_id   uuid,
  user_id     uuid,
  primary key (practice_id, request_id, record),
  foreign key (practice_id, request_id) references deletions.request (practice_id, id)
);
call house.owned_by_practice('deletions.kept', 'select');
call house.also_read_by_person('deletions.kept');
call house.also_read_by_user('deletions.kept');

create table deletions.tombstone (
  practice_id uuid not null,
  request_id  uuid not null,
  phase       text not null check (phase in ('now', 'final')),
  subject     text not null check (subject <> ''),
  count       integer not null check (count >= 0),
  at          timestamptz not null,
  primary key (practice_id, request_id, phase, subject),
  foreign key (practice_id, request_id) references deletions.request (practice_id, id)
);
call house.owned_by_practice('deletions.tombstone', 'none');

-- Letters that were still to leave when a case was carried out, the last one among them: their address goes afterwards.
create table deletions.letter (
  practice_id   uuid not null,
  request_id    uuid not null,
  mail_practice uuid not null,
  mail_id       uuid not null,
  primary key (practice_id, request_id, mail_practice, mail_id),
  foreign key (practice_id, request_id) references deletions.request (practice_id, id)
);
call house.owned_by_practice('deletions.letter', 'none');

create table deletions.letter_end (
  practice_id   uuid not null,
  request_id    uuid not null,
  mail_practice uuid not null,
  mail_id       uuid not null,
  at            timestamptz not null,
  primary key (practice_id, request_id, mail_practice, mail_id)
);
call house.owned_by_practice('deletions.letter_end', 'none');

create function deletions.is_open(request uuid) returns boolean language sql stable security definer set search_path = ''
begin atomic
  select not exists (select from deletions.event as said
    where said.request_id = is_open.request and said.kind in ('withdrawn', 'declined', 'carried_out'));
end;

-- A request of whoever the transaction acts for: the client, or the member of the practice whose login it is. False: one is
-- open already, or they are nobody of whom anything could be deleted.
create function deletions.ask(request uuid, subject text, words text, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  asker constant uuid := nullif(current_setting('app.user', true), '')::uuid;
  person constant uuid := nullif(current_setting('app.person', true), '')::uuid;
  practice constant uuid := nullif(current_setting('app.practice', true), '')::uuid;
  member uuid;
begin
  if asker is null then return false; end if;
  if subject = 'client' then
    if person is null or practice is not null then return false; end if;
  else
    select known.id into member from practices.member as known
      where known.practice_id = practice and known.user_id = asker;
    if member is null then return false; end if;
  end if;
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('deletion of ' || coalesce(member, person)::text, 0));
  if exists (select from deletions.request as known
    where ((ask.subject = 'client' and known.person_id = person) or (ask.subject = 'member' and known.member_id = member))
      and deletions.is_open(known.id)) then
    return false;
  end if;
  insert into deletions.request (practice_id, id, subject, person_id, of_practice, member_id, user_id, words, asked_at)
  values (house.operator(), request, ask.subject, case when ask.subject = 'client' then person end,
    case when ask.subject = 'member' then practice end, member, asker, ask.words, ask.at);
  return true;
end
$$;

-- Taken back by whom it is about, or who asked, until it is carried out. False: there is none of theirs that is open.
create function deletions.withdraw(request uuid, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  asker constant uuid := nullif(current_setting('app.user', true), '')::uuid;
  person constant uuid := nullif(current_setting('app.person', true), '')::uuid;
  practice constant uuid := nullif(current_setting('app.practice', true), '')::uuid;
  wanted record;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('deletion ' || request::text, 0));
  select known.* into wanted from deletions.request as known where known.id = withdraw.request
    and ((known.subject = 'client' and practice is null and known.person_id = person)
      or (known.subject = 'member' and known.of_practice = practice and known.user_id = asker));
  if not found or not deletions.is_open(request) then return false; end if;
  insert into deletions.event (practice_id, request_id, kind, person_id, user_id, at, by)
  values (wanted.practice_id, request, 'withdrawn', wanted.person_id, wanted.user_id, withdraw.at, asker);
  return true;
end
$$;

-- Whether a login serves nobody but the one who goes: no other person today, no other place of work, no staff of the operator.
create function deletions.login_is_free(login uuid, person uuid, member uuid) returns boolean
language sql stable security definer set search_path = ''
begin atomic
  select not exists (select from clients.login as acting where acting.user_id = login_is_free.login
      and acting.person_id is distinct from login_is_free.person and acting.during @> house.today())
    and not exists (select from practices.member as working where working.user_id = login_is_free.login
      and working.id is distinct from login_is_free.member
      and coalesce((select change.standing from practices.standing_change as change
        where change.practice_id = working.practice_id and change.member_id = working.id
        order by change.recorded_at desc, change.id desc limit 1), 'active') <> 'removed');
end;

create function deletions.note(request uuid, phase text, subject text, count bigint, at timestamptz) returns void
language sql security definer set search_path = ''
begin atomic
  insert into deletions.tombstone (practice_id, request_id, phase, subject, count, at)
  select house.operator(), note.request, note.phase, note.subject, note.count, note.at where note.count > 0;
end;

-- What opens a login, and its name; its id stays, since the audit names it. Every table of sign-in that names a user is
-- emptied of them, those of later plug-ins too.
create function deletions.forget_login(request uuid, login uuid, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  address text;
  own text;
begin
  select "user".email into address from sign_in."user" as "user" where "user".id = login;
  if not found then return; end if;
  for own in
    select pg_catalog.quote_ident(held.relname) from pg_catalog.pg_attribute as col
    join pg_catalog.pg_class as held on held.oid = col.attrelid and held.relkind = 'r'
    join pg_catalog.pg_namespace as room on room.oid = held.relnamespace and room.nspname = 'sign_in'
    where col.attname = 'userId' and not col.attisdropped
  loop
    execute pg_catalog.format('delete from sign_in.%s where "userId" = $1', own) using login;
  end loop;
  delete from sign_in.sign_up where email = address;
  delete from sign_in.verification where value = login::text or identifier like '%' || address || '%';
  delete from sign_in.attempt where key like '%' || address || '%';
  update sign_in."user" set name = 'Deleted login', email = 'deleted-' || login::text || '@deleted.invalid', image = null,
    "emailVerified" = false, "twoFactorEnabled" = false, "updatedAt" = forget_login.at where id = login;
  perform deletions.note(request, 'now', 'sign_in.user ' || login::text, 1, at);
end
$$;

-- Letters to addresses that are nobody's any more. Those that still have to leave keep theirs until they have.
create function deletions.forget_letters(request uuid, addresses text[], at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  gone bigint;
begin
  insert into deletions.letter (practice_id, request_id, mail_practice, mail_id)
  select house.operator(), request, mail.practice_id, mail.id from house.mail as mail
  where lower(mail.recipient) = any(addresses) and not exists (select from house.mail_attempt as tried
    where tried.practice_id = mail.practice_id and tried.mail_id = mail.id and tried.outcome in ('sent', 'kept', 'refused'))
  on conflict do nothing;
  update house.mail as mail set recipient = 'deleted@deleted.invalid', subject = 'Deleted', body = ''
  where lower(mail.recipient) = any(addresses) and not exists (select from deletions.letter as waiting
    where waiting.mail_practice = mail.practice_id and waiting.mail_id = mail.id);
  get diagnostics gone = row_count;
  perform deletions.note(request, 'now', 'house.mail', gone, at);
end
$$;

-- The address of a letter that waited, once it has left and its days are over.
create function deletions.forget_sent_letters(before timestamptz, at timestamptz) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  waiting record;
  did integer := 0;
begin
  for waiting in
    select letter.* from deletions.letter as letter
    where not exists (select from deletions.letter_end as ended where ended.mail_practice = letter.mail_practice
        and ended.mail_id = letter.mail_id)
      and exists (select from house.mail_attempt as tried where tried.practice_id = letter.mail_practice
        and tried.mail_id = letter.mail_id and tried.outcome in ('sent', 'kept', 'refused') and tried.at < before)
  loop
    update house.mail set recipient = 'deleted@deleted.invalid', subject = 'Deleted', body = ''
    where practice_id = waiting.mail_practice and id = waiting.mail_id;
    insert into deletions.letter_end (practice_id, request_id, mail_practice, mail_id, at)
    values (waiting.practice_id, waiting.request_id, waiting.mail_practice, waiting.mail_id, forget_sent_letters.at);
    did := did + 1;
  end loop;
  return did;
end
$$;

-- Whether somebody was cared for here, or money moved for them: then their name and what the bills say of them is kept.
create function deletions.was_seen(person uuid) returns boolean language sql stable security definer set search_path = ''
begin atomic
  select exists (select from sessions.session as held
      join sessions.confirmation as said on said.practice_id = held.practice_id and said.session_id = held.id
      where held.person_id = was_seen.person)
    or exists (select from charges.charge as asked where asked.person_id = was_seen.person);
end;

create function deletions.forget_client(request uuid, person uuid, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  seen constant boolean := deletions.was_seen(person);
  today constant date := house.today();
  logins uuid[];
  addresses text[];
  each_login uuid;
  gone bigint;
begin
  -- Logins that hold them as itself and serve nobody else; addresses that nobody else is known by or signs in with.
  select coalesce(array_agg(login.user_id), '{}') into logins from clients.login as login
  where login.person_id = forget_client.person and login.relation = 'self' and login.during @> today
    and deletions.login_is_free(login.user_id, person, null);
  select coalesce(array_agg(distinct known.email), '{}') into addresses from (
    select lower(one.email) as email from clients.person as one where one.person_id = forget_client.person
    union select lower(change.email) from clients.person_change as change where change.person_id = forget_client.person
    union select proof.email from clients.email_verification as proof where proof.person_id = forget_client.person
    union select lower("user".email) from sign_in."user" as "user" where "user".id = any(logins)
  ) as known
  where known.email is not null
    and not exists (select from clients.known_person as other
      where other.person_id <> forget_client.person and lower(other.email) = known.email)
    and not exists (select from sign_in."user" as other
      where lower(other.email) = known.email and not other.id = any(logins));

  delete from clients.card_photo as photo where photo.person_id = forget_client.person;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.card_photo', gone, at);
  insert into charges.payment_method_choice (person_id, id, method_id, choice, at)
  select method.person_id, method.id, method.id, 'removed', forget_client.at
  from charges.payment_method as method where method.person_id = forget_client.person
  on conflict do nothing;
  update charges.payment_method as method set token = 'deleted ' || method.id::text, expires_month = null, expires_year = null
  where method.person_id = forget_client.person;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'charges.payment_method', gone, at);
  delete from clients.email_verification as proof where proof.person_id = forget_client.person;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.email_verification', gone, at);
  delete from house.replayed_answer_to_person as answer where answer.person_id = forget_client.person;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'house.replayed_answer_to_person', gone, at);

  update clients.person as one set email = null, phone = null, preferred_name = null, street = null, city = null, zip = null,
    given_name = case when seen then one.given_name else 'Deleted' end,
    family_name = case when seen then one.family_name else 'client' end,
    date_of_birth = case when seen then one.date_of_birth end, sex = case when seen then one.sex else 'U' end,
    state = case when seen then one.state end
  where one.person_id = forget_client.person;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.person', gone, at);
  update clients.person_change as change set email = null, phone = null, preferred_name = null, street = null, city = null,
    zip = null, given_name = case when seen then change.given_name else 'Deleted' end,
    family_name = case when seen then change.family_name else 'client' end,
    date_of_birth = case when seen then change.date_of_birth end, sex = case when seen then change.sex else 'U' end,
    state = case when seen then change.state end
  where change.person_id = forget_client.person;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.person_change', gone, at);
  -- Of places the state stays: it says whose law keeps the record.
  update clients.location as place set label = 'Deleted', street = null, city = null, zip = null
  where place.person_id = forget_client.person;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.location', gone, at);
  update clients.permission as given set email = 'deleted' where given.person_id = forget_client.person
    or given.email = any(addresses);
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.permission', gone, at);
  insert into clients.invitation_answer (practice_id, invitation_id, answer, person_id, answered_at)
  select invited.practice_id, invited.id, 'declined', person, forget_client.at from clients.invitation as invited
  where invited.person_id = forget_client.person or invited.email = any(addresses)
  on conflict do nothing;
  update clients.invitation as invited set email = 'deleted',
    given_name = case when seen then invited.given_name else 'Deleted' end,
    family_name = case when seen then invited.family_name else 'client' end
  where invited.person_id = forget_client.person or invited.email = any(addresses);
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.invitation', gone, at);
  update sessions.change_request as asked set message = null where asked.person_id = forget_client.person
    and asked.message is not null and (asked.kind = 'cancel' or cardinality(asked.proposed) > 0);
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'sessions.change_request', gone, at);
  update practices.admin_request as asked set name = 'Deleted login', email = 'deleted@deleted.invalid'
  where asked.user_id = any(logins);
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'practices.admin_request', gone, at);
  if not seen then
    perform deletions.forget_policies(request, 'now', person, at);
  end if;

  update clients.login as login set during = case when lower(login.during) < today
    then daterange(lower(login.during), today) else daterange(today - 1, today) end
  where login.person_id = forget_client.person and login.during @> today;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'clients.login', gone, at);
  insert into clients.archiving (practice_id, person_id, id, deed, at, by)
  select distinct on (access.practice_id) access.practice_id, person, request, 'archived',
    forget_client.at, 'a request for deletion'
  from clients.access as access where access.person_id = forget_client.person and access.during @> today;
  foreach each_login in array logins loop
    perform deletions.forget_login(request, each_login, at);
  end loop;
  perform deletions.forget_letters(request, addresses, at);
end
$$;

create function deletions.forget_policies(request uuid, phase text, person uuid, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  gone bigint;
begin
  update clients.policy as policy set member_id = 'deleted', group_number = null,
    plan_as_told = case when policy.plan_as_told is not null then 'deleted' end, holder = 'self',
    holder_given_name = null, holder_family_name = null, holder_date_of_birth = null
  where policy.person_id = forget_policies.person;
  get diagnostics gone = row_count; perform deletions.note(request, phase, 'clients.policy', gone, at);
end
$$;

create function deletions.forget_member(request uuid, practice uuid, member uuid, at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  login uuid;
  addresses text[];
  gone bigint;
begin
  select known.user_id into login from practices.member as known
  where known.practice_id = practice and known.id = forget_member.member;
  select coalesce(array_agg(distinct known.email), '{}') into addresses from (
    select invited.email from practices.team_invitation as invited
      where invited.practice_id = practice and invited.member_id = forget_member.member
    union select lower("user".email) from sign_in."user" as "user" where "user".id = login
  ) as known
  where not exists (select from clients.known_person as other where lower(other.email) = known.email)
    and not exists (select from sign_in."user" as other where lower(other.email) = known.email
      and (other.id is distinct from login or not deletions.login_is_free(login, null, member)));
  delete from practices.telehealth_link as room where room.practice_id = practice and room.member_id = forget_member.member;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'practices.telehealth_link', gone, at);
  insert into scheduling.feed_end (practice_id, feed_id, ended_at, ended_by)
  select feed.practice_id, feed.id, forget_member.at, 'a request for deletion' from scheduling.feed as feed
  where feed.practice_id = practice and feed.member_id = forget_member.member
    and not exists (select from scheduling.feed_end as ended where ended.practice_id = feed.practice_id and ended.feed_id = feed.id);
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'scheduling.feed', gone, at);
  update practices.team_invitation as invited set email = 'deleted@deleted.invalid'
  where invited.practice_id = practice and invited.member_id = forget_member.member;
  get diagnostics gone = row_count; perform deletions.note(request, 'now', 'practices.team_invitation', gone, at);
  if login is not null and deletions.login_is_free(login, null, member) then
    perform deletions.forget_login(request, login, at);
  end if;
  perform deletions.forget_letters(request, addresses, at);
end
$$;

-- The only door: for a case that is open and that another person approved. A second time it does nothing, and says so.
create function deletions.carry_out(request uuid, by uuid, at timestamptz)
returns text language plpgsql security definer set search_path = '' as $$
declare
  wanted record;
  approved_by uuid;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('deletion ' || request::text, 0));
  select known.* into wanted from deletions.request as known where known.id = carry_out.request;
  if not found then return 'no_such_request'; end if;
  if exists (select from deletions.event as said where said.request_id = carry_out.request and said.kind = 'carried_out') then
    return 'carried_out_already';
  end if;
  if not deletions.is_open(request) then return 'closed'; end if;
  select said.by into approved_by from deletions.event as said where said.request_id = carry_out.request and said.kind = 'approved';
  if not found then return 'not_approved'; end if;
  if approved_by is null or by is null or approved_by = by or wanted.user_id in (by, approved_by) then
    return 'second_person_needed';
  end if;
  if wanted.subject = 'client' then
    perform deletions.forget_client(request, wanted.person_id, at);
  else
    perform deletions.forget_member(request, wanted.of_practice, wanted.member_id, at);
  end if;
  insert into deletions.event (practice_id, request_id, kind, person_id, user_id, at, by)
  values (wanted.practice_id, request, 'carried_out', wanted.person_id, wanted.user_id, carry_out.at, carry_out.by);
  return 'carried_out';
end
$$;

-- What was kept for its days and may go now: the words of notes, the name, the insurance. Books, claims and the audit stay
-- whole, since they are sealed; what they name is an id from then on, and the bytes of files stay with everybody else's.
create function deletions.carry_out_final(request uuid, by uuid, at timestamptz)
returns text language plpgsql security definer set search_path = '' as $$
declare
  wanted record;
  approved_by uuid;
  gone bigint;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended('deletion ' || request::text, 0));
  select known.* into wanted from deletions.request as known where known.id = carry_out_final.request;
  if not found then return 'no_such_request'; end if;
  if exists (select from deletions.event as said where said.request_id = request and said.kind = 'final_carried_out') then
    return 'carried_out_already';
  end if;
  if exists (select from deletions.kept as held where held.request_id = request and held.until > house.today()) then
    return 'kept_by_law';
  end if;
  select said.by into approved_by from deletions.event as said where said.request_id = request and said.kind = 'final_approved';
  if not found then return 'not_approved'; end if;
  if approved_by is null or by is null or approved_by = by then return 'second_person_needed'; end if;
  if wanted.subject = 'client' then
    update sessions.note as note set body = 'Deleted' from sessions.session as held
    where held.practice_id = note.practice_id and held.id = note.session_id and held.person_id = wanted.person_id;
    get diagnostics gone = row_count; perform deletions.note(request, 'final', 'sessions.note', gone, at);
    update sessions.crisis_record as crisis set risk = 'Deleted', intervention = 'Deleted', people = 'Deleted',
      disposition = 'Deleted'
    from sessions.confirmation as said join sessions.session as held
      on held.practice_id = said.practice_id and held.id = said.session_id
    where crisis.practice_id = said.practice_id and crisis.confirmation_id = said.id and held.person_id = wanted.person_id;
    get diagnostics gone = row_count; perform deletions.note(request, 'final', 'sessions.crisis_record', gone, at);
    perform deletions.forget_policies(request, 'final', wanted.person_id, at);
    delete from clients.form_signature as signed where signed.person_id = wanted.person_id;
    get diagnostics gone = row_count; perform deletions.note(request, 'final', 'clients.form_signature', gone, at);
    update clients.person as one set given_name = 'Deleted', family_name = 'client', date_of_birth = null, sex = 'U', state = null
    where one.person_id = wanted.person_id;
    get diagnostics gone = row_count; perform deletions.note(request, 'final', 'clients.person', gone, at);
    update clients.person_change as change set given_name = 'Deleted', family_name = 'client', date_of_birth = null, sex = 'U',
      state = null
    where change.person_id = wanted.person_id;
    get diagnostics gone = row_count; perform deletions.note(request, 'final', 'clients.person_change', gone, at);
  end if;
  insert into deletions.event (practice_id, request_id, kind, person_id, user_id, at, by)
  values (wanted.practice_id, request, 'final_carried_out', wanted.person_id, wanted.user_id, carry_out_final.at,
    carry_out_final.by);
  return 'carried_out';
end
$$;

-- What a client may know of their own visits decides too what stands in the way; the operator's people ask as the client.
grant usage on schema visits to operations;
grant execute on function visits.me(), visits.sessions(), visits.confirmations(), visits.service_lines(), visits.charges(),
  visits.refunds(), visits.claims(), visits.claim_events(), visits.decisions(), visits.movements() to operations;

-- How many letters stand in the outbox to addresses of a person's own, and whether the login that asks would go with them.
create function deletions.letters_to_me() returns integer language sql stable security definer set search_path = ''
begin atomic
  select count(*)::integer from house.mail as mail where lower(mail.recipient) in (
    select lower(one.email) from clients.person as one where one.person_id = nullif(current_setting('app.person', true), '')::uuid
    union select lower(change.email) from clients.person_change as change
      where change.person_id = nullif(current_setting('app.person', true), '')::uuid);
end;

-- Whoever works somewhere has no address but their login's.
create function deletions.address_of_asker(request uuid) returns text language sql stable security definer set search_path = ''
begin atomic
  select "user".email from deletions.request as known join sign_in."user" as "user" on "user".id = known.user_id
  where known.id = address_of_asker.request;
end;

-- The address of the login that asks, which is told nobody else's.
create function deletions.my_address() returns text language sql stable security definer set search_path = ''
begin atomic
  select "user".email from sign_in."user" as "user" where "user".id = nullif(current_setting('app.user', true), '')::uuid;
end;

-- What becomes of the login of whoever the transaction acts for: the client's own, or the one that asks as a member.
create function deletions.my_login() returns text language sql stable security definer set search_path = ''
begin atomic
  select case when count(*) = 0 then 'none'
    when bool_and(deletions.login_is_free(own.user_id, own.person_id, own.member_id)) then 'goes'
    else 'serves_others' end
  from (
    select login.user_id, login.person_id, null::uuid as member_id from clients.login as login
    where nullif(current_setting('app.practice', true), '') is null and login.relation = 'self'
      and login.person_id = nullif(current_setting('app.person', true), '')::uuid and login.during @> house.today()
    union all
    select working.user_id, null::uuid, working.id from practices.member as working
    where working.practice_id = nullif(current_setting('app.practice', true), '')::uuid
      and working.user_id = nullif(current_setting('app.user', true), '')::uuid
  ) as own;
end;

revoke execute on all routines in schema deletions from public;
grant execute on function deletions.ask(uuid, text, text, timestamptz), deletions.withdraw(uuid, timestamptz),
  deletions.my_address() to portal;
grant execute on function deletions.letters_to_me(), deletions.my_login() to portal, operations;
grant execute on function deletions.carry_out(uuid, uuid, timestamptz), deletions.carry_out_final(uuid, uuid, timestamptz),
  deletions.forget_sent_letters(timestamptz, timestamptz), deletions.address_of_asker(uuid),
  deletions.login_is_free(uuid, uuid, uuid) to operations;
