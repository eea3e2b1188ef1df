-- Printed from the migrated database by database/generate.ts; never edited. Policies name the owner as current_user.

create extension btree_gist with schema public;

create schema audit;
grant usage on schema audit to operations;
grant usage on schema audit to portal;

create schema charges;
grant usage on schema charges to operations;
grant usage on schema charges to portal;

create schema claims;
grant usage on schema claims to operations;
grant usage on schema claims to portal;

create schema clients;
grant usage on schema clients to operations;
grant usage on schema clients to portal;

create schema contracts;
grant usage on schema contracts to operations;
grant usage on schema contracts to portal;

create schema coverage;
grant usage on schema coverage to operations;
grant usage on schema coverage to portal;

create schema credentialing;
grant usage on schema credentialing to operations;
grant usage on schema credentialing to portal;

create schema deletions;
grant usage on schema deletions to operations;
grant usage on schema deletions to portal;

create schema house;
grant usage on schema house to operations;
grant usage on schema house to portal;

create schema joining;
grant usage on schema joining to operations;
grant usage on schema joining to portal;

create schema ledger;
grant usage on schema ledger to operations;
grant usage on schema ledger to portal;

create schema operations;
grant usage on schema operations to operations;
grant usage on schema operations to portal;

create schema payouts;
grant usage on schema payouts to operations;
grant usage on schema payouts to portal;

create schema practices;
grant usage on schema practices to operations;
grant usage on schema practices to portal;

create schema records;
grant usage on schema records to operations;
grant usage on schema records to portal;

create schema remittances;
grant usage on schema remittances to operations;
grant usage on schema remittances to portal;

create schema reports;
grant usage on schema reports to operations;
grant usage on schema reports to portal;

create schema scheduling;
grant usage on schema scheduling to operations;
grant usage on schema scheduling to portal;

create schema sessions;
grant usage on schema sessions to operations;
grant usage on schema sessions to portal;

create schema sign_in;
grant usage on schema sign_in to sign_in;

create schema visits;
grant usage on schema visits to operations;
grant usage on schema visits to portal;

CREATE OR REPLACE FUNCTION audit.append(of_practice uuid, event_id uuid, event_at timestamp with time zone, by_user uuid, of_person uuid, event_action text, event_subject text, event_reason text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
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
$function$;
grant execute on routine audit.append(uuid,uuid,timestamp with time zone,uuid,uuid,text,text,text) to operations;
grant execute on routine audit.append(uuid,uuid,timestamp with time zone,uuid,uuid,text,text,text) to portal;

CREATE OR REPLACE FUNCTION audit.hash_of(previous text, practice_id uuid, chain uuid, number bigint, id uuid, at timestamp with time zone, user_id uuid, person_id uuid, action text, subject text, reason text)
 RETURNS text
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT encode(sha256(convert_to((json_build_array(previous, practice_id, chain, number, id, to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text), user_id, person_id, action, subject, reason))::text, 'UTF8'::name)), 'hex'::text) AS encode;
END;
grant execute on routine audit.hash_of(text,uuid,uuid,bigint,uuid,timestamp with time zone,uuid,uuid,text,text,text) to operations;
grant execute on routine audit.hash_of(text,uuid,uuid,bigint,uuid,timestamp with time zone,uuid,uuid,text,text,text) to portal;

CREATE OR REPLACE FUNCTION audit.looks_at_me(before_id uuid, with_own boolean, at_most integer)
 RETURNS TABLE(id uuid, at timestamp with time zone, action text, reason text, by_name text, by_role text, practice_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT event.id,
     event.at,
     event.action,
     event.reason,
     COALESCE(member.name, staff.name) AS "coalesce",
         CASE
             WHEN (own.user_id IS NOT NULL) THEN 'own_login'::text
             WHEN (member.role IS NOT NULL) THEN member.role
             WHEN (staff.role IS NOT NULL) THEN staff.role
             WHEN (event.user_id IS NULL) THEN 'house'::text
             ELSE 'former'::text
         END AS "case",
     practices.name_of(practice.practice_id) AS name_of
    FROM ((((audit.event event
      JOIN practices.practice practice ON ((practice.practice_id = event.practice_id)))
      LEFT JOIN LATERAL ( SELECT login.user_id
            FROM clients.login login
           WHERE ((login.person_id = event.person_id) AND (login.user_id = event.user_id) AND (event.practice_id = house.operator()))
          LIMIT 1) own ON (true))
      LEFT JOIN LATERAL ( SELECT works.name,
             works.role
            FROM practices.member works
           WHERE ((works.practice_id = event.practice_id) AND (works.user_id = event.user_id))
          LIMIT 1) member ON (true))
      LEFT JOIN LATERAL ( SELECT works.name,
             works.role
            FROM practices.member works
           WHERE ((works.practice_id = house.operator()) AND (works.user_id = event.user_id))
          LIMIT 1) staff ON (true))
   WHERE ((event.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND ((looks_at_me.before_id IS NULL) OR (event.id < looks_at_me.before_id)) AND (looks_at_me.with_own OR (own.user_id IS NULL)))
   ORDER BY event.id DESC
  LIMIT looks_at_me.at_most;
END;
grant execute on routine audit.looks_at_me(uuid,boolean,integer) to portal;

CREATE OR REPLACE FUNCTION audit.operator_looks(before_id uuid, at_most integer)
 RETURNS TABLE(id uuid, at timestamp with time zone, action text, subject text, reason text, person_id uuid, by_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT event.id,
     event.at,
     event.action,
     event.subject,
     event.reason,
     event.person_id,
     staff.name
    FROM (audit.event event
      JOIN LATERAL ( SELECT works.name
            FROM practices.member works
           WHERE ((works.practice_id = house.operator()) AND (works.user_id = event.user_id))
          LIMIT 1) staff ON (true))
   WHERE ((event.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (event.practice_id <> house.operator()) AND (NOT (EXISTS ( SELECT
            FROM practices.member works
           WHERE ((works.practice_id = event.practice_id) AND (works.user_id = event.user_id))))) AND ((operator_looks.before_id IS NULL) OR (event.id < operator_looks.before_id)))
   ORDER BY event.id DESC
  LIMIT operator_looks.at_most;
END;
grant execute on routine audit.operator_looks(uuid,integer) to portal;

CREATE OR REPLACE FUNCTION audit.record_as_person(id uuid, at timestamp with time zone, action text, subject text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform audit.append(house.operator(), record_as_person.id, record_as_person.at,
    current_setting('app.user')::uuid, current_setting('app.person')::uuid,
    record_as_person.action, record_as_person.subject, null);
end
$function$;
grant execute on routine audit.record_as_person(uuid,timestamp with time zone,text,text) to portal;

CREATE OR REPLACE FUNCTION clients.answer_invitation(invitation_id uuid, accepts boolean, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  me constant uuid := nullif(current_setting('app.person', true), '')::uuid;
  wanted record;
begin
  select invitation.* into wanted from clients.invitations_to_me() as mine
  join clients.invitation as invitation
    on invitation.practice_id = mine.practice_id and invitation.id = mine.invitation_id
  where mine.invitation_id = answer_invitation.invitation_id;
  if not found then return false; end if;
  insert into clients.invitation_answer (practice_id, invitation_id, answer, person_id, answered_at)
  values (wanted.practice_id, wanted.id, case when accepts then 'accepted' else 'declined' end, me, answer_invitation.at);
  if accepts then
    insert into clients.access (person_id, practice_id, during, recorded_at)
    select me, wanted.practice_id, daterange(house.today(), null), answer_invitation.at
    where not exists (
      select from clients.access as known
      where known.person_id = me and known.practice_id = wanted.practice_id and known.during @> house.today());
    insert into clients.roster (practice_id, person_id, member_id, during, recorded_at, recorded_by)
    select wanted.practice_id, me, wanted.member_id, daterange(house.today(), null), answer_invitation.at, 'the client'
    where not exists (
      select from clients.roster as known
      where known.practice_id = wanted.practice_id and known.person_id = me and known.member_id = wanted.member_id
        and known.during @> house.today());
  end if;
  return true;
end
$function$;
grant execute on routine clients.answer_invitation(uuid,boolean,timestamp with time zone) to portal;

CREATE OR REPLACE FUNCTION clients.answer_permission(permission_id uuid, accepts boolean, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
grant execute on routine clients.answer_permission(uuid,boolean,timestamp with time zone) to portal;

CREATE OR REPLACE FUNCTION clients.invitations_to_me()
 RETURNS TABLE(practice_id uuid, practice_name text, invitation_id uuid, clinician_name text, invited_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT invitation.practice_id,
     practices.name_of(practice.practice_id) AS name_of,
     invitation.id,
     member.name,
     invitation.invited_at
    FROM ((clients.invitation invitation
      JOIN practices.practice practice ON ((practice.practice_id = invitation.practice_id)))
      JOIN practices.member member ON (((member.practice_id = invitation.practice_id) AND (member.id = invitation.member_id))))
   WHERE ((invitation.email = ( SELECT verification.email
            FROM clients.email_verification verification
           WHERE (verification.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)
           ORDER BY verification.verified_at DESC, verification.id DESC
          LIMIT 1)) AND (NOT (EXISTS ( SELECT
            FROM clients.invitation_answer answer
           WHERE ((answer.practice_id = invitation.practice_id) AND (answer.invitation_id = invitation.id))))));
END;
grant execute on routine clients.invitations_to_me() to portal;

CREATE OR REPLACE FUNCTION clients.permissions_to_me()
 RETURNS TABLE(permission_id uuid, person_id uuid, given_name text, family_name text, until date, given_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT permission.id,
     permission.person_id,
     person.given_name,
     person.family_name,
     permission.until,
     permission.given_at
    FROM (clients.permission permission
      JOIN clients.person person ON ((person.person_id = permission.person_id)))
   WHERE ((permission.email = ( SELECT verification.email
            FROM clients.email_verification verification
           WHERE ((verification.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (verification.user_id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid))
           ORDER BY verification.verified_at DESC, verification.id DESC
          LIMIT 1)) AND (permission.person_id <> (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (permission.given_by <> (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid) AND ((permission.until IS NULL) OR (permission.until > house.today())) AND (NOT (EXISTS ( SELECT
            FROM clients.permission_answer answer
           WHERE ((answer.person_id = permission.person_id) AND (answer.permission_id = permission.id))))));
END;
grant execute on routine clients.permissions_to_me() to portal;

CREATE OR REPLACE FUNCTION clients.who_acts_for_me()
 RETURNS TABLE(user_id uuid, relation text, during daterange, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT login.user_id,
     login.relation,
     login.during,
     ( SELECT ((COALESCE(person.preferred_name, person.given_name) || ' '::text) || person.family_name)
            FROM (clients.login own
              JOIN clients.person person ON ((person.person_id = own.person_id)))
           WHERE ((own.user_id = login.user_id) AND (own.relation = 'self'::text))
           ORDER BY own.person_id
          LIMIT 1)
    FROM clients.login login
   WHERE (login.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid);
END;
grant execute on routine clients.who_acts_for_me() to portal;

CREATE OR REPLACE FUNCTION credentialing.network_directory()
 RETURNS TABLE(practice_id uuid, practice_name text, member_id uuid, clinician_name text, licence_family text, authorities jsonb, credentials jsonb, exclusions jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
BEGIN ATOMIC
 SELECT m.practice_id,
     practices.name_of(p.practice_id) AS name_of,
     m.id,
     m.name,
     m.licence_family,
     COALESCE(( SELECT jsonb_agg(jsonb_build_object('id', a.id, 'state', a.state, 'kind', a.kind, 'during',
                 CASE
                     WHEN (c.id IS NULL) THEN a.during
                     ELSE c.during
                 END) ORDER BY a.id) AS jsonb_agg
            FROM (credentialing.authority a
              LEFT JOIN LATERAL ( SELECT x.id,
                     x.during
                    FROM credentialing.authority_change x
                   WHERE ((x.practice_id = a.practice_id) AND (x.authority_id = a.id))
                   ORDER BY x.recorded_at DESC, x.id DESC
                  LIMIT 1) c ON (true))
           WHERE ((a.practice_id = m.practice_id) AND (a.member_id = m.id) AND ((c.id IS NULL) OR (c.during IS NOT NULL)))), '[]'::jsonb) AS "coalesce",
     COALESCE(( SELECT jsonb_agg(each.held ORDER BY (each.held ->> 'id'::text)) AS jsonb_agg
            FROM ( SELECT jsonb_build_object('id', k.id, 'networkId', k.network_id, 'state', k.state, 'via', k.via, 'status', COALESCE(c.status, k.status), 'during',
                         CASE
                             WHEN (c.id IS NULL) THEN k.during
                             ELSE c.during
                         END, 'payerReady',
                         CASE
                             WHEN (c.id IS NULL) THEN k.payer_ready
                             ELSE c.payer_ready
                         END) AS held
                    FROM (credentialing.credential k
                      LEFT JOIN LATERAL ( SELECT x.id,
                             x.status,
                             x.during,
                             x.payer_ready
                            FROM credentialing.credential_change x
                           WHERE ((x.practice_id = k.practice_id) AND (x.credential_id = k.id))
                           ORDER BY x.recorded_at DESC, x.id DESC
                          LIMIT 1) c ON (true))
                   WHERE ((k.practice_id = m.practice_id) AND (k.member_id = m.id))
                 UNION ALL
                  SELECT jsonb_build_object('id', o.id, 'networkId', o.network_id, 'state', o.state, 'via', 'virtual_network', 'status', 'active', 'during', daterange(o.from_day, x.until_day), 'payerReady', o.payer_ready) AS jsonb_build_object
                    FROM (credentialing.virtual_opt_in o
                      LEFT JOIN credentialing.virtual_opt_out x ON (((x.practice_id = o.practice_id) AND (x.opt_in_id = o.id))))
                   WHERE ((o.practice_id = m.practice_id) AND (o.member_id = m.id) AND ((x.until_day IS NULL) OR (x.until_day > o.from_day)))) each), '[]'::jsonb) AS "coalesce",
     COALESCE(( SELECT jsonb_agg(
                 CASE
                     WHEN (c.id IS NULL) THEN e.during
                     ELSE c.during
                 END ORDER BY e.id) AS jsonb_agg
            FROM (credentialing.exclusion e
              LEFT JOIN LATERAL ( SELECT x.id,
                     x.during
                    FROM credentialing.exclusion_change x
                   WHERE ((x.practice_id = e.practice_id) AND (x.exclusion_id = e.id))
                   ORDER BY x.recorded_at DESC, x.id DESC
                  LIMIT 1) c ON (true))
           WHERE ((e.practice_id = m.practice_id) AND (e.member_id = m.id) AND ((c.id IS NULL) OR (c.during IS NOT NULL)))), '[]'::jsonb) AS "coalesce"
    FROM (practices.member m
      JOIN practices.practice p ON ((p.practice_id = m.practice_id)))
   WHERE (m.clinician AND (p.kind <> 'operator'::text) AND (NOT (EXISTS ( SELECT
            FROM ( SELECT change.standing
                    FROM practices.standing_change change
                   WHERE ((change.practice_id = m.practice_id) AND (change.member_id = m.id))
                   ORDER BY change.recorded_at DESC, change.id DESC
                  LIMIT 1) latest
           WHERE (latest.standing <> 'active'::text)))));
END;
grant execute on routine credentialing.network_directory() to operations;
grant execute on routine credentialing.network_directory() to portal;

CREATE OR REPLACE FUNCTION deletions.address_of_asker(request uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT "user".email
    FROM (deletions.request known
      JOIN sign_in."user" "user" ON (("user".id = known.user_id)))
   WHERE (known.id = address_of_asker.request);
END;
grant execute on routine deletions.address_of_asker(uuid) to operations;

CREATE OR REPLACE FUNCTION deletions.ask(request uuid, subject text, words text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
grant execute on routine deletions.ask(uuid,text,text,timestamp with time zone) to portal;

CREATE OR REPLACE FUNCTION deletions.carry_out(request uuid, by uuid, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
grant execute on routine deletions.carry_out(uuid,uuid,timestamp with time zone) to operations;

CREATE OR REPLACE FUNCTION deletions.carry_out_final(request uuid, by uuid, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
grant execute on routine deletions.carry_out_final(uuid,uuid,timestamp with time zone) to operations;

CREATE OR REPLACE FUNCTION deletions.forget_client(request uuid, person uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION deletions.forget_letters(request uuid, addresses text[], at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION deletions.forget_login(request uuid, login uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION deletions.forget_member(request uuid, practice uuid, member uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION deletions.forget_policies(request uuid, phase text, person uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  gone bigint;
begin
  update clients.policy as policy set member_id = 'deleted', group_number = null,
    plan_as_told = case when policy.plan_as_told is not null then 'deleted' end, holder = 'self',
    holder_given_name = null, holder_family_name = null, holder_date_of_birth = null
  where policy.person_id = forget_policies.person;
  get diagnostics gone = row_count; perform deletions.note(request, phase, 'clients.policy', gone, at);
end
$function$;

CREATE OR REPLACE FUNCTION deletions.forget_sent_letters(before timestamp with time zone, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
grant execute on routine deletions.forget_sent_letters(timestamp with time zone,timestamp with time zone) to operations;

CREATE OR REPLACE FUNCTION deletions.is_open(request uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT (NOT (EXISTS ( SELECT
            FROM deletions.event said
           WHERE ((said.request_id = is_open.request) AND (said.kind = ANY (ARRAY['withdrawn'::text, 'declined'::text, 'carried_out'::text]))))));
END;

CREATE OR REPLACE FUNCTION deletions.letters_to_me()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT (count(*))::integer AS count
    FROM house.mail mail
   WHERE (lower(mail.recipient) IN ( SELECT lower(one.email) AS lower
            FROM clients.person one
           WHERE (one.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)
         UNION
          SELECT lower(change.email) AS lower
            FROM clients.person_change change
           WHERE (change.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)));
END;
grant execute on routine deletions.letters_to_me() to operations;
grant execute on routine deletions.letters_to_me() to portal;

CREATE OR REPLACE FUNCTION deletions.login_is_free(login uuid, person uuid, member uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ((NOT (EXISTS ( SELECT
            FROM clients.login acting
           WHERE ((acting.user_id = login_is_free.login) AND (acting.person_id IS DISTINCT FROM login_is_free.person) AND (acting.during @> house.today()))))) AND (NOT (EXISTS ( SELECT
            FROM practices.member working
           WHERE ((working.user_id = login_is_free.login) AND (working.id IS DISTINCT FROM login_is_free.member) AND (COALESCE(( SELECT change.standing
                    FROM practices.standing_change change
                   WHERE ((change.practice_id = working.practice_id) AND (change.member_id = working.id))
                   ORDER BY change.recorded_at DESC, change.id DESC
                  LIMIT 1), 'active'::text) <> 'removed'::text))))));
END;
grant execute on routine deletions.login_is_free(uuid,uuid,uuid) to operations;

CREATE OR REPLACE FUNCTION deletions.my_address()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT "user".email
    FROM sign_in."user" "user"
   WHERE ("user".id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid);
END;
grant execute on routine deletions.my_address() to portal;

CREATE OR REPLACE FUNCTION deletions.my_login()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (count(*) = 0) THEN 'none'::text
             WHEN bool_and(deletions.login_is_free(own.user_id, own.person_id, own.member_id)) THEN 'goes'::text
             ELSE 'serves_others'::text
         END AS "case"
    FROM ( SELECT login.user_id,
             login.person_id,
             NULL::uuid AS member_id
            FROM clients.login login
           WHERE ((NULLIF(current_setting('app.practice'::text, true), ''::text) IS NULL) AND (login.relation = 'self'::text) AND (login.person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) AND (login.during @> house.today()))
         UNION ALL
          SELECT working.user_id,
             NULL::uuid AS uuid,
             working.id
            FROM practices.member working
           WHERE ((working.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (working.user_id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid))) own;
END;
grant execute on routine deletions.my_login() to operations;
grant execute on routine deletions.my_login() to portal;

CREATE OR REPLACE FUNCTION deletions.note(request uuid, phase text, subject text, count bigint, at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 INSERT INTO deletions.tombstone (practice_id, request_id, phase, subject, count, at)  SELECT house.operator() AS operator,
             note.request AS request,
             note.phase AS phase,
             note.subject AS subject,
             note.count AS count,
             note.at AS at
           WHERE (note.count > 0);
END;

CREATE OR REPLACE FUNCTION deletions.was_seen(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM (sessions.session held
              JOIN sessions.confirmation said ON (((said.practice_id = held.practice_id) AND (said.session_id = held.id))))
           WHERE (held.person_id = was_seen.person))) OR (EXISTS ( SELECT
            FROM charges.charge asked
           WHERE (asked.person_id = was_seen.person))));
END;

CREATE OR REPLACE FUNCTION deletions.withdraw(request uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
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
$function$;
grant execute on routine deletions.withdraw(uuid,timestamp with time zone) to portal;

CREATE OR REPLACE PROCEDURE house.also_read_by_person(IN tab regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format(
    $policy$create policy person_reads on %s for select to portal using (person_id = nullif(current_setting('app.person', true), '')::uuid)$policy$,
    tab);
end
$procedure$;

CREATE OR REPLACE PROCEDURE house.also_read_by_user(IN tab regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format(
    $policy$create policy user_reads on %s for select to portal using (user_id = nullif(current_setting('app.user', true), '')::uuid)$policy$,
    tab);
end
$procedure$;

CREATE OR REPLACE PROCEDURE house.encrypt_column(IN tab regclass, IN col text)
 LANGUAGE plpgsql
AS $procedure$
declare
  kind constant text := (select format_type(atttypid, null) from pg_catalog.pg_attribute where attrelid = tab and attname = col);
  plain constant text := case kind when 'text[]' then format('to_json(%I)', col) else quote_ident(col) end;
begin
  if kind <> 'bytea' then
    execute format('alter table %s alter column %I type bytea using convert_to((%s)::text, ''UTF8'')', tab, col, plain);
  end if;
  execute format('alter table %s alter column %I set storage external', tab, col);
  execute format(
    'alter table %s add constraint %I check (substring(%I from 1 for 4) = ''\xc1454b01''::bytea and octet_length(%I) >= 36
      or %I in (''Deleted''::bytea, ''deleted''::bytea)) not valid',
    tab, col || '_is_encrypted', col, col, col);
end
$procedure$;

CREATE OR REPLACE PROCEDURE house.local_table(IN tab regclass, IN portal text DEFAULT ''::text, IN operations text DEFAULT ''::text, IN sign_in text DEFAULT ''::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('comment on table %s is %L', tab, 'local');
  execute format('revoke all on table %s from public, portal, operations, sign_in', tab);
  if portal <> '' then execute format('grant %s on table %s to portal', portal, tab); end if;
  if operations <> '' then execute format('grant %s on table %s to operations', operations, tab); end if;
  if sign_in <> '' then execute format('grant %s on table %s to sign_in', sign_in, tab); end if;
end
$procedure$;

CREATE OR REPLACE FUNCTION house.operator()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT practice.practice_id
    FROM practices.practice
   WHERE (practice.kind = 'operator'::text);
END;

CREATE OR REPLACE PROCEDURE house.owned_by_person(IN tab regclass, IN portal text DEFAULT 'insert'::text)
 LANGUAGE plpgsql
AS $procedure$
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
$procedure$;

CREATE OR REPLACE PROCEDURE house.owned_by_practice(IN tab regclass, IN portal text DEFAULT 'insert'::text)
 LANGUAGE plpgsql
AS $procedure$
declare
  mine constant text := $mine$practice_id = nullif(current_setting('app.practice', true), '')::uuid$mine$;
begin
  execute format('comment on table %s is %L', tab, 'distributed by practice');
  call house.row_security(tab);
  execute format('create policy portal on %s to portal using (%s) with check (%s)', tab, mine, mine);
  call house.record_grants(tab, portal);
end
$procedure$;

CREATE OR REPLACE FUNCTION house.post_as_operator(id uuid, recipient text, subject text, body text, about text, recorded_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if nullif(current_setting('app.user', true), '') is null then
    raise exception 'nobody is signed in, so nobody posts a letter';
  end if;
  insert into house.mail (practice_id, id, recipient, subject, body, about, recorded_at)
  values (house.operator(), post_as_operator.id, post_as_operator.recipient, post_as_operator.subject,
    post_as_operator.body, post_as_operator.about, post_as_operator.recorded_at)
  on conflict do nothing;
end
$function$;
grant execute on routine house.post_as_operator(uuid,text,text,text,text,timestamp with time zone) to portal;

CREATE OR REPLACE PROCEDURE house.record_grants(IN tab regclass, IN portal text)
 LANGUAGE plpgsql
AS $procedure$
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
$procedure$;

CREATE OR REPLACE PROCEDURE house.reference_table(IN tab regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('comment on table %s is %L', tab, 'reference');
  execute format('revoke all on table %s from public, portal, operations, sign_in', tab);
  execute format('grant select on table %s to portal', tab);
  execute format('grant select, insert on table %s to operations', tab);
end
$procedure$;

CREATE OR REPLACE PROCEDURE house.room(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create schema if not exists %I', name);
  execute format('grant usage on schema %I to portal, operations', name);
end
$procedure$;

CREATE OR REPLACE PROCEDURE house.row_security(IN tab regclass)
 LANGUAGE plpgsql
AS $procedure$
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
$procedure$;

CREATE OR REPLACE FUNCTION house.today()
 RETURNS date
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT (((NULLIF(current_setting('app.now'::text, true), ''::text))::timestamp with time zone AT TIME ZONE COALESCE(NULLIF(current_setting('app.zone'::text, true), ''::text), 'America/New_York'::text)))::date AS timezone;
END;
grant execute on routine house.today() to operations;
grant execute on routine house.today() to portal;

CREATE OR REPLACE FUNCTION practices.address_of(login uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT "user".email
    FROM sign_in."user"
   WHERE ("user".id = address_of.login);
END;
grant execute on routine practices.address_of(uuid) to operations;

CREATE OR REPLACE FUNCTION practices.name_of(practice uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT COALESCE(( SELECT change.name
            FROM practices.kind_change change
           WHERE (change.practice_id = named.practice_id)
           ORDER BY change.recorded_at DESC, change.id DESC
          LIMIT 1), named.name) AS "coalesce"
    FROM practices.practice named
   WHERE (named.practice_id = name_of.practice);
END;

CREATE OR REPLACE FUNCTION visits.ask_for_change(request_id uuid, session_id uuid, version integer, kind text, reason text, message text, proposed timestamp with time zone[], fee_cents bigint, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into sessions.change_request (practice_id, id, session_id, person_id, version, kind, reason, message, proposed,
    fee_cents, asked_at, asked_by)
  select mine.practice_id, request_id, mine.id, mine.person_id, ask_for_change.version, ask_for_change.kind,
    ask_for_change.reason, ask_for_change.message, ask_for_change.proposed, ask_for_change.fee_cents, ask_for_change.at,
    nullif(current_setting('app.user', true), '')::uuid
  from sessions.session as mine
  where mine.id = ask_for_change.session_id and mine.person_id = visits.me();
  return found;
end
$function$;
grant execute on routine visits.ask_for_change(uuid,uuid,integer,text,text,text,timestamp with time zone[],bigint,timestamp with time zone) to portal;

CREATE OR REPLACE FUNCTION visits.cancellation_policies()
 RETURNS TABLE(practice_id uuid, starts_on date, window_hours integer, late_cents bigint, no_show_cents bigint, recorded_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT policy.practice_id,
     policy.starts_on,
     policy.window_hours,
     policy.late_cents,
     policy.no_show_cents,
     policy.recorded_at
    FROM charges.cancellation_policy policy
   WHERE (policy.practice_id IN ( SELECT mine.practice_id
            FROM sessions.session mine
           WHERE (mine.person_id = visits.me())))
   ORDER BY policy.starts_on, policy.recorded_at, policy.id;
END;
grant execute on routine visits.cancellation_policies() to portal;

CREATE OR REPLACE FUNCTION visits.charges()
 RETURNS TABLE(charge_id uuid, session_id uuid, cents bigint, because text, due_at timestamp with time zone, recorded_at timestamp with time zone, attempt integer, asked_cents bigint, outcome text, decline_code text, at timestamp with time zone, brand text, last_four text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT charge.id,
     charge.session_id,
     charge.cents,
     charge.because,
     charge.due_at,
     charge.recorded_at,
     tried.attempt,
     tried.cents,
     tried.outcome,
     tried.decline_code,
     tried.at,
     card.brand,
     card.last_four
    FROM (((charges.charge charge
      LEFT JOIN charges.charge_attempt tried ON (((tried.practice_id = charge.practice_id) AND (tried.charge_id = charge.id))))
      LEFT JOIN charges.charge_request request ON (((request.practice_id = tried.practice_id) AND (request.charge_id = tried.charge_id) AND (request.attempt = tried.attempt))))
      LEFT JOIN charges.payment_method card ON (((card.person_id = request.person_id) AND (card.id = request.payment_method_id))))
   WHERE (charge.person_id = visits.me())
   ORDER BY charge.recorded_at, charge.id, tried.attempt;
END;
grant execute on routine visits.charges() to operations;
grant execute on routine visits.charges() to portal;

CREATE OR REPLACE FUNCTION visits.claim_events()
 RETURNS TABLE(claim_id uuid, kind text, happened_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT event.claim_id,
     event.kind,
     event.happened_on
    FROM (claims.claim claim
      JOIN claims.event event ON (((event.practice_id = claim.practice_id) AND (event.claim_id = claim.id))))
   WHERE (claim.person_id = visits.me())
   ORDER BY event.recorded_at, event.id;
END;
grant execute on routine visits.claim_events() to operations;
grant execute on routine visits.claim_events() to portal;

CREATE OR REPLACE FUNCTION visits.claims()
 RETURNS TABLE(claim_id uuid, session_id uuid, payer_id text, charge_cents bigint, held boolean, held_until date, submitted boolean, created_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT claim.id,
     claim.session_id,
     claim.payer_id,
     claim.charge_cents,
     claim.held,
     claim.held_until,
     (EXISTS ( SELECT
            FROM claims.submission sent
           WHERE ((sent.practice_id = claim.practice_id) AND (sent.claim_id = claim.id)))) AS "exists",
     claim.created_at
    FROM claims.claim claim
   WHERE (claim.person_id = visits.me())
   ORDER BY claim.created_at, claim.id;
END;
grant execute on routine visits.claims() to operations;
grant execute on routine visits.claims() to portal;

CREATE OR REPLACE FUNCTION visits.confirmations()
 RETURNS TABLE(session_id uuid, confirmation_id uuid, practice_id uuid, first_confirmed_at timestamp with time zone, service_on date, started_at timestamp with time zone, stopped_at timestamp with time zone, modality text, place_of_service text, diagnoses bytea, location bytea, patient bytea, policy bytea, plan_id text, payer_id text, billing_entity_id text, price_cents bigint, client_cents bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT DISTINCT ON (latest.practice_id, latest.session_id) latest.session_id,
     latest.id,
     latest.practice_id,
     earliest.confirmed_at,
     latest.service_on,
     latest.started_at,
     latest.stopped_at,
     latest.modality,
     latest.place_of_service,
     latest.diagnoses,
     latest.location,
     latest.patient,
     latest.policy,
     latest.plan_id,
     latest.payer_id,
     latest.billing_entity_id,
     latest.payer_cents,
     latest.client_cents
    FROM ((sessions.session mine
      JOIN sessions.confirmation latest ON (((latest.practice_id = mine.practice_id) AND (latest.session_id = mine.id))))
      JOIN sessions.confirmation earliest ON (((earliest.practice_id = mine.practice_id) AND (earliest.session_id = mine.id) AND (earliest.version = 1))))
   WHERE (mine.person_id = visits.me())
   ORDER BY latest.practice_id, latest.session_id, latest.version DESC;
END;
grant execute on routine visits.confirmations() to operations;
grant execute on routine visits.confirmations() to portal;

CREATE OR REPLACE FUNCTION visits.decisions()
 RETURNS TABLE(session_id uuid, kind text, paid_cents bigint, client_cents bigint, answered_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT decision.session_id,
     decision.kind,
     decision.paid_cents,
     decision.client_cents,
     decision.answered_on
    FROM (claims.claim claim
      JOIN remittances.decision decision ON (((decision.practice_id = claim.practice_id) AND (decision.claim_id = claim.id))))
   WHERE (claim.person_id = visits.me())
   ORDER BY decision.recorded_at, decision.id;
END;
grant execute on routine visits.decisions() to operations;
grant execute on routine visits.decisions() to portal;

CREATE OR REPLACE FUNCTION visits.me()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO ''
BEGIN ATOMIC
 SELECT
         CASE
             WHEN (NULLIF(current_setting('app.practice'::text, true), ''::text) IS NULL) THEN (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid
             ELSE NULL::uuid
         END AS "case";
END;
grant execute on routine visits.me() to operations;
grant execute on routine visits.me() to portal;

CREATE OR REPLACE FUNCTION visits.movements()
 RETURNS TABLE(session_id uuid, effective_on date, debit text, credit text, cents bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT mine.id,
     posting.effective_on,
         CASE
             WHEN (moved.debit = ANY (ARRAY['client_receivable'::text, 'client_refunds_due'::text, 'payer_receivable'::text, 'payer_overpaid'::text, 'treasury'::text, 'session_value'::text])) THEN moved.debit
             ELSE 'house'::text
         END AS "case",
         CASE
             WHEN (moved.credit = ANY (ARRAY['client_receivable'::text, 'client_refunds_due'::text, 'payer_receivable'::text, 'payer_overpaid'::text, 'treasury'::text, 'session_value'::text])) THEN moved.credit
             ELSE 'house'::text
         END AS "case",
     moved.cents
    FROM ((sessions.session mine
      JOIN ledger.posting posting ON (((posting.practice_id = mine.practice_id) AND (posting.subject = (mine.id)::text))))
      JOIN ledger.transfer moved ON (((moved.practice_id = posting.practice_id) AND (moved.posting_id = posting.id))))
   WHERE ((mine.person_id = visits.me()) AND ((moved.debit = ANY (ARRAY['client_receivable'::text, 'client_refunds_due'::text, 'payer_receivable'::text, 'payer_overpaid'::text])) OR (moved.credit = ANY (ARRAY['client_receivable'::text, 'client_refunds_due'::text, 'payer_receivable'::text, 'payer_overpaid'::text]))))
   ORDER BY posting.recorded_at, posting.id, moved.line;
END;
grant execute on routine visits.movements() to operations;
grant execute on routine visits.movements() to portal;

CREATE OR REPLACE FUNCTION visits.offices()
 RETURNS TABLE(practice_id uuid, label text, street text, city text, state text, zip text, during daterange)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT place.practice_id,
     place.label,
     place.street,
     place.city,
     place.state,
     place.zip,
     place.during
    FROM practices.location place
   WHERE (place.practice_id IN ( SELECT mine.practice_id
            FROM sessions.session mine
           WHERE (mine.person_id = visits.me())));
END;
grant execute on routine visits.offices() to portal;

CREATE OR REPLACE FUNCTION visits.post_to_clinician(mail_id uuid, session_id uuid, subject text, body text, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into house.mail (practice_id, id, recipient, subject, body, about, recorded_at)
  select own.practice_id, mail_id, practices.address_of(member.user_id), post_to_clinician.subject,
    post_to_clinician.body, 'session ' || own.id, post_to_clinician.at
  from sessions.planned as own
  join practices.member as member on member.practice_id = own.practice_id and member.id = own.member_id
  where own.id = post_to_clinician.session_id and own.person_id = visits.me()
    and practices.address_of(member.user_id) is not null
  on conflict do nothing;
  return found;
end
$function$;
grant execute on routine visits.post_to_clinician(uuid,uuid,text,text,timestamp with time zone) to portal;

CREATE OR REPLACE FUNCTION visits.refunds()
 RETURNS TABLE(refund_id uuid, session_id uuid, charge_id uuid, cents bigint, recorded_at timestamp with time zone, refunded_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT refund.id,
     refund.session_id,
     refund.charge_id,
     refund.cents,
     refund.recorded_at,
     result.at
    FROM ((charges.charge charge
      JOIN charges.refund refund ON (((refund.practice_id = charge.practice_id) AND (refund.charge_id = charge.id))))
      LEFT JOIN charges.refund_result result ON (((result.practice_id = refund.practice_id) AND (result.refund_id = refund.id))))
   WHERE (charge.person_id = visits.me())
   ORDER BY refund.recorded_at, refund.id;
END;
grant execute on routine visits.refunds() to operations;
grant execute on routine visits.refunds() to portal;

CREATE OR REPLACE FUNCTION visits.service_lines()
 RETURNS TABLE(confirmation_id uuid, line smallint, code text, modifiers text[], units integer, price_cents bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT line.confirmation_id,
     line.line,
     line.code,
     line.modifiers,
     line.units,
     line.payer_cents
    FROM ((sessions.session mine
      JOIN sessions.confirmation said ON (((said.practice_id = mine.practice_id) AND (said.session_id = mine.id))))
      JOIN sessions.confirmation_code line ON (((line.practice_id = said.practice_id) AND (line.confirmation_id = said.id))))
   WHERE (mine.person_id = visits.me());
END;
grant execute on routine visits.service_lines() to operations;
grant execute on routine visits.service_lines() to portal;

CREATE OR REPLACE FUNCTION visits.sessions()
 RETURNS TABLE(practice_id uuid, practice_name text, time_zone text, session_id uuid, clinician_id uuid, clinician_name text, licence_family text, clinician_npi text, starts_at timestamp with time zone, ends_at timestamp with time zone, modality text, version integer, cancellation_kind text, initiator text, cancelled_at timestamp with time zone, voided_at timestamp with time zone, locked_at timestamp with time zone, join_url text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT planned.practice_id,
     practices.name_of(practice.practice_id) AS name_of,
     practice.time_zone,
     planned.id,
     planned.member_id,
     member.name,
     member.licence_family,
     member.npi,
     planned.starts_at,
     planned.ends_at,
     planned.modality,
     planned.version,
     planned.cancellation_kind,
     planned.initiator,
     planned.cancelled_at,
     voided.voided_at,
     locked.locked_at,
     link.url
    FROM (((((sessions.planned planned
      JOIN practices.practice practice ON ((practice.practice_id = planned.practice_id)))
      JOIN practices.member member ON (((member.practice_id = planned.practice_id) AND (member.id = planned.member_id))))
      LEFT JOIN sessions.void voided ON (((voided.practice_id = planned.practice_id) AND (voided.session_id = planned.id))))
      LEFT JOIN sessions.lock locked ON (((locked.practice_id = planned.practice_id) AND (locked.session_id = planned.id))))
      LEFT JOIN LATERAL ( SELECT latest.url
            FROM practices.telehealth_link latest
           WHERE ((latest.practice_id = planned.practice_id) AND (latest.member_id = planned.member_id))
           ORDER BY latest.recorded_at DESC, latest.id DESC
          LIMIT 1) link ON (true))
   WHERE (planned.person_id = visits.me());
END;
grant execute on routine visits.sessions() to operations;
grant execute on routine visits.sessions() to portal;

CREATE OR REPLACE FUNCTION visits.take_back_request(request_id uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into sessions.change_request_answer (practice_id, request_id, person_id, answer, answered_at, answered_by)
  select mine.practice_id, mine.id, mine.person_id, 'taken_back', take_back_request.at,
    nullif(current_setting('app.user', true), '')::uuid
  from sessions.change_request as mine
  where mine.id = take_back_request.request_id and mine.person_id = visits.me()
  on conflict do nothing;
  return found;
end
$function$;
grant execute on routine visits.take_back_request(uuid,timestamp with time zone) to portal;

CREATE OR REPLACE FUNCTION visits.taken_times(session_id uuid, after timestamp with time zone, until timestamp with time zone)
 RETURNS TABLE(starts_at timestamp with time zone, ends_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT other.starts_at,
     other.ends_at
    FROM (sessions.planned own
      JOIN sessions.planned other ON (((other.id <> own.id) AND (other.cancellation_kind IS NULL) AND (((other.practice_id = own.practice_id) AND (other.member_id = own.member_id)) OR (other.person_id = own.person_id)))))
   WHERE ((own.id = taken_times.session_id) AND (own.person_id = visits.me()) AND (other.ends_at > taken_times.after) AND (other.starts_at < taken_times.until) AND (NOT (EXISTS ( SELECT
            FROM sessions.void gone
           WHERE ((gone.practice_id = other.practice_id) AND (gone.session_id = other.id))))))
 UNION ALL
  SELECT away.starts_at,
     away.ends_at
    FROM (sessions.planned own
      JOIN scheduling.unavailable away ON (((away.practice_id = own.practice_id) AND (away.member_id = own.member_id))))
   WHERE ((own.id = taken_times.session_id) AND (own.person_id = visits.me()) AND (away.ends_at > taken_times.after) AND (away.starts_at < taken_times.until) AND (NOT (EXISTS ( SELECT
            FROM scheduling.unavailable_end ended
           WHERE ((ended.practice_id = away.practice_id) AND (ended.unavailable_id = away.id))))));
END;
grant execute on routine visits.taken_times(uuid,timestamp with time zone,timestamp with time zone) to portal;

CREATE OR REPLACE FUNCTION visits.working_hours(session_id uuid)
 RETURNS TABLE(week_id uuid, starts_on date, recorded_at timestamp with time zone, weekday smallint, starts text, stops text, place text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT week.id,
     week.starts_on,
     week.recorded_at,
     block.weekday,
     block.starts,
     block.stops,
     block.place
    FROM ((sessions.planned own
      JOIN scheduling.working_week week ON (((week.practice_id = own.practice_id) AND (week.member_id = own.member_id))))
      LEFT JOIN scheduling.working_block block ON (((block.practice_id = week.practice_id) AND (block.week_id = week.id))))
   WHERE ((own.id = working_hours.session_id) AND (own.person_id = visits.me()))
   ORDER BY week.starts_on, week.recorded_at, week.id, block.weekday, block.starts;
END;
grant execute on routine visits.working_hours(uuid) to portal;

create table audit.event (
  practice_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  user_id uuid,
  person_id uuid,
  action text not null,
  subject text not null,
  reason text,
  chain uuid not null,
  number bigint not null,
  hash text not null,
  constraint event_pkey PRIMARY KEY (practice_id, id),
  constraint event_number_check CHECK ((number >= 1))
);
CREATE INDEX event_by_person ON audit.event USING btree (person_id, id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX event_in_chain ON audit.event USING btree (practice_id, chain, number);
CREATE INDEX event_of_person ON audit.event USING btree (practice_id, person_id, at) WHERE (person_id IS NOT NULL);
comment on table audit.event is 'distributed by practice';
comment on column audit.event.chain is 'The login whose events follow one another; zeros for the house itself.';
alter table audit.event enable row level security;
alter table audit.event force row level security;
create policy operations on audit.event for all to operations using (true) with check (true);
create policy owner on audit.event for all to current_user using (true) with check (true);
create policy person_reads on audit.event for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on audit.event for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on audit.event to operations;
grant insert, select on audit.event to portal;

create table audit.head (
  practice_id uuid not null,
  chain uuid not null,
  number bigint not null,
  hash text not null,
  constraint head_pkey PRIMARY KEY (practice_id, chain),
  constraint head_number_check CHECK ((number >= 0))
);
comment on table audit.head is 'distributed by practice';
alter table audit.head enable row level security;
alter table audit.head force row level security;
create policy operations on audit.head for all to operations using (true) with check (true);
create policy owner on audit.head for all to current_user using (true) with check (true);
create policy portal on audit.head for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on audit.head to operations;
grant insert, select on audit.head to portal;
grant update (hash), update (number) on audit.head to operations;
grant update (hash), update (number) on audit.head to portal;

create table audit.seal (
  practice_id uuid not null,
  number bigint not null,
  event_count integer not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (practice_id, number),
  constraint seal_event_count_check CHECK ((event_count > 0)),
  constraint seal_number_check CHECK ((number >= 1))
);
comment on table audit.seal is 'distributed by practice';
alter table audit.seal enable row level security;
alter table audit.seal force row level security;
create policy operations on audit.seal for all to operations using (true) with check (true);
create policy owner on audit.seal for all to current_user using (true) with check (true);
create policy portal on audit.seal for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on audit.seal to operations;

create table audit.sealed_event (
  practice_id uuid not null,
  event_id uuid not null,
  seal_number bigint not null,
  constraint sealed_event_pkey PRIMARY KEY (practice_id, event_id),
  constraint sealed_event_practice_id_event_id_fkey FOREIGN KEY (practice_id, event_id) REFERENCES audit.event(practice_id, id),
  constraint sealed_event_practice_id_seal_number_fkey FOREIGN KEY (practice_id, seal_number) REFERENCES audit.seal(practice_id, number)
);
CREATE INDEX sealed_event_of_seal ON audit.sealed_event USING btree (practice_id, seal_number);
comment on table audit.sealed_event is 'distributed by practice';
alter table audit.sealed_event enable row level security;
alter table audit.sealed_event force row level security;
create policy operations on audit.sealed_event for all to operations using (true) with check (true);
create policy owner on audit.sealed_event for all to current_user using (true) with check (true);
create policy portal on audit.sealed_event for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on audit.sealed_event to operations;

create table charges.cancellation_policy (
  practice_id uuid not null,
  id uuid not null,
  starts_on date not null,
  window_hours integer not null,
  late_cents bigint not null,
  no_show_cents bigint not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint cancellation_policy_pkey PRIMARY KEY (practice_id, id),
  constraint cancellation_policy_late_cents_check CHECK ((late_cents >= 0)),
  constraint cancellation_policy_no_show_cents_check CHECK ((no_show_cents >= 0)),
  constraint cancellation_policy_window_hours_check CHECK ((window_hours = ANY (ARRAY[24, 48])))
);
comment on table charges.cancellation_policy is 'distributed by practice';
comment on column charges.cancellation_policy.starts_on is 'It holds for sessions from this day on, until a policy that starts later; of one day the one recorded last.';
alter table charges.cancellation_policy enable row level security;
alter table charges.cancellation_policy force row level security;
create policy operations on charges.cancellation_policy for all to operations using (true) with check (true);
create policy owner on charges.cancellation_policy for all to current_user using (true) with check (true);
create policy portal on charges.cancellation_policy for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.cancellation_policy to operations;
grant insert, select on charges.cancellation_policy to portal;

create table charges.cancellation_rule (
  id text not null,
  window_hours integer not null,
  late_cents bigint not null,
  no_show_cents bigint not null,
  most_cents bigint not null,
  notice_days integer not null,
  give_up_days integer not null,
  during daterange not null,
  source text not null,
  constraint cancellation_rule_pkey PRIMARY KEY (id),
  constraint cancellation_rule_during_excl EXCLUDE USING gist (during WITH &&),
  constraint cancellation_rule_during_check CHECK ((NOT isempty(during))),
  constraint cancellation_rule_give_up_days_check CHECK ((give_up_days > 0)),
  constraint cancellation_rule_late_cents_check CHECK ((late_cents >= 0)),
  constraint cancellation_rule_most_cents_check CHECK ((most_cents > 0)),
  constraint cancellation_rule_no_show_cents_check CHECK ((no_show_cents >= 0)),
  constraint cancellation_rule_notice_days_check CHECK ((notice_days >= 0)),
  constraint cancellation_rule_window_hours_check CHECK ((window_hours = ANY (ARRAY[24, 48])))
);
comment on table charges.cancellation_rule is 'reference';
comment on column charges.cancellation_rule.late_cents is 'What is offered to a practice that has no policy yet.';
comment on column charges.cancellation_rule.notice_days is 'A policy begins so many days after it is recorded: every client has read it in a reminder.';
comment on column charges.cancellation_rule.give_up_days is 'After so many days a fee that nobody paid is taken back.';
grant insert, select on charges.cancellation_rule to operations;
grant select on charges.cancellation_rule to portal;

create table charges.charge (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  cents bigint not null,
  because text not null,
  cause_key text not null,
  due_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint charge_pkey PRIMARY KEY (practice_id, id),
  constraint charge_practice_id_cause_key_key UNIQUE (practice_id, cause_key),
  constraint charge_because_check CHECK ((because = ANY (ARRAY['session_share'::text, 'share_increased'::text, 'cancellation_fee'::text]))),
  constraint charge_cents_check CHECK ((cents > 0))
);
comment on table charges.charge is 'distributed by practice';
alter table charges.charge enable row level security;
alter table charges.charge force row level security;
create policy operations on charges.charge for all to operations using (true) with check (true);
create policy owner on charges.charge for all to current_user using (true) with check (true);
create policy portal on charges.charge for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.charge to operations;
grant select on charges.charge to portal;

create table charges.charge_attempt (
  practice_id uuid not null,
  charge_id uuid not null,
  attempt integer not null,
  cents bigint not null,
  outcome text not null,
  processor_id text,
  decline_code text,
  at timestamp with time zone not null,
  constraint charge_attempt_pkey PRIMARY KEY (practice_id, charge_id, attempt),
  constraint charge_attempt_attempt_check CHECK ((attempt > 0)),
  constraint charge_attempt_cents_check CHECK ((cents > 0)),
  constraint charge_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['captured'::text, 'declined'::text, 'no_payment_method'::text]))),
  constraint charge_attempt_practice_id_charge_id_fkey FOREIGN KEY (practice_id, charge_id) REFERENCES charges.charge(practice_id, id)
);
comment on table charges.charge_attempt is 'distributed by practice';
alter table charges.charge_attempt enable row level security;
alter table charges.charge_attempt force row level security;
create policy operations on charges.charge_attempt for all to operations using (true) with check (true);
create policy owner on charges.charge_attempt for all to current_user using (true) with check (true);
create policy portal on charges.charge_attempt for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.charge_attempt to operations;
grant select on charges.charge_attempt to portal;

create table charges.charge_request (
  practice_id uuid not null,
  charge_id uuid not null,
  attempt integer not null,
  cents bigint not null,
  person_id uuid not null,
  payment_method_id uuid not null,
  at timestamp with time zone not null,
  constraint charge_request_pkey PRIMARY KEY (practice_id, charge_id, attempt),
  constraint charge_request_attempt_check CHECK ((attempt > 0)),
  constraint charge_request_cents_check CHECK ((cents > 0)),
  constraint charge_request_practice_id_charge_id_fkey FOREIGN KEY (practice_id, charge_id) REFERENCES charges.charge(practice_id, id)
);
comment on table charges.charge_request is 'distributed by practice';
alter table charges.charge_request enable row level security;
alter table charges.charge_request force row level security;
create policy operations on charges.charge_request for all to operations using (true) with check (true);
create policy owner on charges.charge_request for all to current_user using (true) with check (true);
create policy portal on charges.charge_request for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.charge_request to operations;

create table charges.chargeback (
  practice_id uuid not null,
  id uuid not null,
  charge_id uuid not null,
  reference text not null,
  cents bigint not null,
  at timestamp with time zone not null,
  by text not null,
  constraint chargeback_pkey PRIMARY KEY (practice_id, id),
  constraint chargeback_practice_id_reference_key UNIQUE (practice_id, reference),
  constraint chargeback_cents_check CHECK ((cents > 0)),
  constraint chargeback_reference_check CHECK ((reference <> ''::text)),
  constraint chargeback_practice_id_charge_id_fkey FOREIGN KEY (practice_id, charge_id) REFERENCES charges.charge(practice_id, id)
);
comment on table charges.chargeback is 'distributed by practice';
alter table charges.chargeback enable row level security;
alter table charges.chargeback force row level security;
create policy operations on charges.chargeback for all to operations using (true) with check (true);
create policy owner on charges.chargeback for all to current_user using (true) with check (true);
create policy portal on charges.chargeback for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.chargeback to operations;
grant select on charges.chargeback to portal;

create table charges.fee (
  practice_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  kind text not null,
  proposed_cents bigint not null,
  cents bigint not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint fee_pkey PRIMARY KEY (practice_id, session_id),
  constraint fee_check CHECK (((cents >= 0) AND (cents <= proposed_cents))),
  constraint fee_kind_check CHECK ((kind = ANY (ARRAY['late_cancellation'::text, 'no_show'::text]))),
  constraint fee_proposed_cents_check CHECK ((proposed_cents > 0))
);
comment on table charges.fee is 'distributed by practice';
comment on column charges.fee.cents is 'What was asked of what the policy proposed; zero: waived at once.';
alter table charges.fee enable row level security;
alter table charges.fee force row level security;
create policy operations on charges.fee for all to operations using (true) with check (true);
create policy owner on charges.fee for all to current_user using (true) with check (true);
create policy person_reads on charges.fee for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on charges.fee for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.fee to operations;
grant insert, select on charges.fee to portal;

create table charges.fee_end (
  practice_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  kind text not null,
  reason text not null,
  at timestamp with time zone not null,
  by text not null,
  constraint fee_end_pkey PRIMARY KEY (practice_id, session_id),
  constraint fee_end_kind_check CHECK ((kind = ANY (ARRAY['forgiven'::text, 'given_up'::text]))),
  constraint fee_end_reason_check CHECK ((reason <> ''::text)),
  constraint fee_end_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES charges.fee(practice_id, session_id)
);
comment on table charges.fee_end is 'distributed by practice';
alter table charges.fee_end enable row level security;
alter table charges.fee_end force row level security;
create policy operations on charges.fee_end for all to operations using (true) with check (true);
create policy owner on charges.fee_end for all to current_user using (true) with check (true);
create policy person_reads on charges.fee_end for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on charges.fee_end for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.fee_end to operations;
grant insert, select on charges.fee_end to portal;

create table charges.forgiveness (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  cents bigint not null,
  reason text not null,
  at timestamp with time zone not null,
  by text not null,
  constraint forgiveness_pkey PRIMARY KEY (practice_id, id),
  constraint forgiveness_cents_check CHECK ((cents > 0)),
  constraint forgiveness_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX forgiveness_session_idx ON charges.forgiveness USING btree (practice_id, session_id);
comment on table charges.forgiveness is 'distributed by practice';
alter table charges.forgiveness enable row level security;
alter table charges.forgiveness force row level security;
create policy operations on charges.forgiveness for all to operations using (true) with check (true);
create policy owner on charges.forgiveness for all to current_user using (true) with check (true);
create policy person_reads on charges.forgiveness for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on charges.forgiveness for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.forgiveness to operations;
grant select on charges.forgiveness to portal;

create table charges.payment_method (
  person_id uuid not null,
  id uuid not null,
  token text not null,
  brand text not null,
  last_four text not null,
  recorded_at timestamp with time zone not null,
  expires_month integer,
  expires_year integer,
  constraint payment_method_pkey PRIMARY KEY (person_id, id),
  constraint payment_method_expires_month_check CHECK (((expires_month >= 1) AND (expires_month <= 12))),
  constraint payment_method_expires_year_check CHECK (((expires_year >= 2000) AND (expires_year <= 2099))),
  constraint payment_method_last_four_check CHECK ((last_four ~ '^[0-9]{4}$'::text)),
  constraint payment_method_token_check CHECK ((token <> ''::text))
);
comment on table charges.payment_method is 'distributed by person';
alter table charges.payment_method enable row level security;
alter table charges.payment_method force row level security;
create policy operations on charges.payment_method for all to operations using (true) with check (true);
create policy owner on charges.payment_method for all to current_user using (true) with check (true);
create policy portal_changes on charges.payment_method for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on charges.payment_method for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = payment_method.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on charges.payment_method for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on charges.payment_method for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on charges.payment_method to operations;
grant insert, select on charges.payment_method to portal;

create table charges.payment_method_choice (
  person_id uuid not null,
  id uuid not null,
  method_id uuid not null,
  choice text not null,
  at timestamp with time zone not null,
  constraint payment_method_choice_pkey PRIMARY KEY (person_id, id),
  constraint payment_method_choice_choice_check CHECK ((choice = ANY (ARRAY['preferred'::text, 'removed'::text]))),
  constraint payment_method_choice_person_id_method_id_fkey FOREIGN KEY (person_id, method_id) REFERENCES charges.payment_method(person_id, id)
);
comment on table charges.payment_method_choice is 'distributed by person';
alter table charges.payment_method_choice enable row level security;
alter table charges.payment_method_choice force row level security;
create policy operations on charges.payment_method_choice for all to operations using (true) with check (true);
create policy owner on charges.payment_method_choice for all to current_user using (true) with check (true);
create policy portal_changes on charges.payment_method_choice for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on charges.payment_method_choice for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = payment_method_choice.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on charges.payment_method_choice for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on charges.payment_method_choice for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on charges.payment_method_choice to operations;
grant insert, select on charges.payment_method_choice to portal;

create table charges.refund (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  charge_id uuid not null,
  processor_charge_id text not null,
  cents bigint not null,
  cause_key text not null,
  recorded_at timestamp with time zone not null,
  constraint refund_pkey PRIMARY KEY (practice_id, id),
  constraint refund_practice_id_cause_key_key UNIQUE (practice_id, cause_key),
  constraint refund_cents_check CHECK ((cents > 0)),
  constraint refund_practice_id_charge_id_fkey FOREIGN KEY (practice_id, charge_id) REFERENCES charges.charge(practice_id, id)
);
comment on table charges.refund is 'distributed by practice';
alter table charges.refund enable row level security;
alter table charges.refund force row level security;
create policy operations on charges.refund for all to operations using (true) with check (true);
create policy owner on charges.refund for all to current_user using (true) with check (true);
create policy portal on charges.refund for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.refund to operations;
grant select on charges.refund to portal;

create table charges.refund_result (
  practice_id uuid not null,
  refund_id uuid not null,
  processor_id text not null,
  at timestamp with time zone not null,
  constraint refund_result_pkey PRIMARY KEY (practice_id, refund_id),
  constraint refund_result_practice_id_refund_id_fkey FOREIGN KEY (practice_id, refund_id) REFERENCES charges.refund(practice_id, id)
);
comment on table charges.refund_result is 'distributed by practice';
alter table charges.refund_result enable row level security;
alter table charges.refund_result force row level security;
create policy operations on charges.refund_result for all to operations using (true) with check (true);
create policy owner on charges.refund_result for all to current_user using (true) with check (true);
create policy portal on charges.refund_result for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on charges.refund_result to operations;
grant select on charges.refund_result to portal;

create table charges.retry_rule (
  id text not null,
  hours_between integer not null,
  attempts_at_most integer not null,
  during daterange not null,
  source text not null,
  constraint retry_rule_pkey PRIMARY KEY (id),
  constraint retry_rule_during_excl EXCLUDE USING gist (during WITH &&),
  constraint retry_rule_attempts_at_most_check CHECK ((attempts_at_most > 0)),
  constraint retry_rule_during_check CHECK ((NOT isempty(during))),
  constraint retry_rule_hours_between_check CHECK ((hours_between > 0))
);
comment on table charges.retry_rule is 'reference';
grant insert, select on charges.retry_rule to operations;
grant select on charges.retry_rule to portal;
grant update (during) on charges.retry_rule to operations;

create table claims.answer_limit (
  payer_id text not null,
  name text not null,
  days integer not null,
  during daterange not null,
  source text not null,
  constraint answer_limit_pkey PRIMARY KEY (payer_id, name, during),
  constraint answer_limit_payer_id_name_during_excl EXCLUDE USING gist (payer_id WITH =, name WITH =, during WITH &&),
  constraint answer_limit_days_check CHECK ((days > 0)),
  constraint answer_limit_during_check CHECK ((NOT isempty(during))),
  constraint answer_limit_name_check CHECK ((name = ANY (ARRAY['acknowledgement'::text, 'answer'::text, 'filing'::text, 'filing_alarm'::text, 'appeal'::text])))
);
comment on table claims.answer_limit is 'reference';
comment on column claims.answer_limit.payer_id is 'Empty for every payer that has no limit of its own.';
grant insert, select on claims.answer_limit to operations;
grant select on claims.answer_limit to portal;
grant update (during) on claims.answer_limit to operations;

create table claims.claim (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  confirmation_id uuid not null,
  person_id uuid not null,
  control_number text not null,
  network_id text not null,
  payer_id text not null,
  billing_entity_id text not null,
  frequency text not null,
  charge_cents bigint not null,
  service_on date not null,
  held boolean not null,
  held_until date,
  content bytea not null,
  created_at timestamp with time zone not null,
  member_index bytea,
  constraint claim_pkey PRIMARY KEY (practice_id, id),
  constraint claim_practice_id_confirmation_id_frequency_key UNIQUE (practice_id, confirmation_id, frequency),
  constraint claim_practice_id_control_number_key UNIQUE (practice_id, control_number),
  constraint claim_charge_cents_check CHECK ((charge_cents >= 0)),
  constraint claim_control_number_check CHECK ((control_number ~ '^[0-9A-Z]{1,20}$'::text)),
  constraint claim_frequency_check CHECK ((frequency = ANY (ARRAY['1'::text, '7'::text, '8'::text]))),
  constraint content_is_encrypted CHECK ((((SUBSTRING(content FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(content) >= 36)) OR (content = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea]))))
);
CREATE INDEX claim_charge_cents_idx ON claims.claim USING btree (charge_cents);
CREATE INDEX claim_control_number_idx ON claims.claim USING btree (control_number);
CREATE INDEX claim_control_number_idx1 ON claims.claim USING btree (control_number text_pattern_ops);
CREATE INDEX claim_member_index_idx ON claims.claim USING btree (member_index);
CREATE INDEX claim_person_id_idx ON claims.claim USING btree (person_id);
CREATE INDEX claim_service_on_idx ON claims.claim USING btree (service_on);
comment on table claims.claim is 'distributed by practice';
comment on column claims.claim.content is 'The claim as it will be written: subscriber, rendering clinician, diagnoses, lines.';
comment on column claims.claim.member_index is 'A blind index of the member id that the claim says; null until it was encrypted.';
alter table claims.claim enable row level security;
alter table claims.claim force row level security;
create policy operations on claims.claim for all to operations using (true) with check (true);
create policy owner on claims.claim for all to current_user using (true) with check (true);
create policy portal on claims.claim for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on claims.claim to operations;
grant select on claims.claim to portal;

create table claims.clearinghouse (
  id text not null,
  name text not null,
  receiver_id text not null,
  submitter_name text not null,
  submitter_id text not null,
  contact_name text not null,
  contact_phone text not null,
  usage text not null,
  during daterange not null,
  source text not null,
  constraint clearinghouse_pkey PRIMARY KEY (id),
  constraint clearinghouse_contact_phone_check CHECK ((contact_phone ~ '^[0-9]{10}$'::text)),
  constraint clearinghouse_during_check CHECK ((NOT isempty(during))),
  constraint clearinghouse_usage_check CHECK ((usage = ANY (ARRAY['P'::text, 'T'::text])))
);
comment on table claims.clearinghouse is 'reference';
comment on column claims.clearinghouse.usage is 'ISA15: P for claims that count, T for tests.';
grant insert, select on claims.clearinghouse to operations;
grant select on claims.clearinghouse to portal;

create table claims.event (
  practice_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  kind text not null,
  source_key text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null,
  detail jsonb not null,
  constraint event_pkey PRIMARY KEY (practice_id, id),
  constraint event_practice_id_claim_id_source_key_key UNIQUE (practice_id, claim_id, source_key),
  constraint event_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'file_accepted'::text, 'file_rejected'::text, 'received'::text, 'accepted'::text, 'rejected'::text, 'paid'::text, 'underpaid'::text, 'denied'::text, 'reversed'::text, 'forwarded'::text, 'absorbed'::text, 'corrected'::text]))),
  constraint event_practice_id_claim_id_fkey FOREIGN KEY (practice_id, claim_id) REFERENCES claims.claim(practice_id, id)
);
comment on table claims.event is 'distributed by practice';
comment on column claims.event.source_key is 'What this was learned from, so that the same answer read twice is one event.';
alter table claims.event enable row level security;
alter table claims.event force row level security;
create policy operations on claims.event for all to operations using (true) with check (true);
create policy owner on claims.event for all to current_user using (true) with check (true);
create policy portal on claims.event for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on claims.event to operations;
grant select on claims.event to portal;

create table claims.filing_alarm (
  practice_id uuid not null,
  claim_id uuid not null,
  limit_on date not null,
  raised_at timestamp with time zone not null,
  constraint filing_alarm_pkey PRIMARY KEY (practice_id, claim_id, limit_on),
  constraint filing_alarm_practice_id_claim_id_fkey FOREIGN KEY (practice_id, claim_id) REFERENCES claims.claim(practice_id, id)
);
comment on table claims.filing_alarm is 'distributed by practice';
comment on column claims.filing_alarm.limit_on is 'The last day on which the payer takes the claim.';
alter table claims.filing_alarm enable row level security;
alter table claims.filing_alarm force row level security;
create policy operations on claims.filing_alarm for all to operations using (true) with check (true);
create policy owner on claims.filing_alarm for all to current_user using (true) with check (true);
create policy portal on claims.filing_alarm for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on claims.filing_alarm to operations;

create table claims.release (
  practice_id uuid not null,
  claim_id uuid not null,
  because text not null,
  released_at timestamp with time zone not null,
  released_by text not null,
  constraint release_pkey PRIMARY KEY (practice_id, claim_id),
  constraint release_practice_id_claim_id_fkey FOREIGN KEY (practice_id, claim_id) REFERENCES claims.claim(practice_id, id)
);
comment on table claims.release is 'distributed by practice';
alter table claims.release enable row level security;
alter table claims.release force row level security;
create policy operations on claims.release for all to operations using (true) with check (true);
create policy owner on claims.release for all to current_user using (true) with check (true);
create policy portal on claims.release for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on claims.release to operations;
grant select on claims.release to portal;

create table claims.revision (
  practice_id uuid not null,
  claim_id uuid not null,
  attempt integer not null,
  frequency text not null,
  original_reference text,
  content bytea not null,
  because text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint revision_pkey PRIMARY KEY (practice_id, claim_id, attempt),
  constraint content_is_encrypted CHECK ((((SUBSTRING(content FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(content) >= 36)) OR (content = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint revision_attempt_check CHECK ((attempt > 1)),
  constraint revision_because_check CHECK ((because <> ''::text)),
  constraint revision_check CHECK (((frequency = '7'::text) = (original_reference IS NOT NULL))),
  constraint revision_frequency_check CHECK ((frequency = ANY (ARRAY['1'::text, '7'::text]))),
  constraint revision_practice_id_claim_id_fkey FOREIGN KEY (practice_id, claim_id) REFERENCES claims.claim(practice_id, id)
);
comment on table claims.revision is 'distributed by practice';
comment on column claims.revision.attempt is 'The submission that carries it; the first needs no revision.';
comment on column claims.revision.original_reference is 'The payer''s own number of the claim (REF F8), where the payer has it already.';
alter table claims.revision enable row level security;
alter table claims.revision force row level security;
create policy operations on claims.revision for all to operations using (true) with check (true);
create policy owner on claims.revision for all to current_user using (true) with check (true);
create policy portal on claims.revision for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on claims.revision to operations;
grant select on claims.revision to portal;

create table claims.submission (
  practice_id uuid not null,
  claim_id uuid not null,
  attempt integer not null,
  file_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  interchange_number bigint not null,
  group_number bigint not null,
  transaction_number bigint not null,
  batch_reference text not null,
  segments bytea not null,
  recorded_at timestamp with time zone not null,
  constraint submission_pkey PRIMARY KEY (practice_id, claim_id, attempt),
  constraint segments_is_encrypted CHECK ((((SUBSTRING(segments FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(segments) >= 36)) OR (segments = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint submission_attempt_check CHECK ((attempt > 0)),
  constraint submission_practice_id_claim_id_fkey FOREIGN KEY (practice_id, claim_id) REFERENCES claims.claim(practice_id, id)
);
CREATE INDEX submission_file_id_idx ON claims.submission USING btree (file_id);
CREATE INDEX submission_group_number_transaction_number_idx ON claims.submission USING btree (group_number, transaction_number);
comment on table claims.submission is 'distributed by practice';
comment on column claims.submission.segments is 'This claim''s own segments as they stand in the file; the file itself is the operator''s.';
alter table claims.submission enable row level security;
alter table claims.submission force row level security;
create policy operations on claims.submission for all to operations using (true) with check (true);
create policy owner on claims.submission for all to current_user using (true) with check (true);
create policy portal on claims.submission for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on claims.submission to operations;
grant select on claims.submission to portal;

create table clients.access (
  person_id uuid not null,
  practice_id uuid not null,
  during daterange not null,
  recorded_at timestamp with time zone not null,
  constraint access_pkey PRIMARY KEY (person_id, practice_id, during),
  constraint access_during_check CHECK ((NOT isempty(during)))
);
comment on table clients.access is 'distributed by person';
alter table clients.access enable row level security;
alter table clients.access force row level security;
create policy operations on clients.access for all to operations using (true) with check (true);
create policy owner on clients.access for all to current_user using (true) with check (true);
create policy portal_changes on clients.access for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.access for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)));
create policy portal_records on clients.access for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.access for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.access to operations;
grant insert, select on clients.access to portal;

create table clients.archiving (
  practice_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  deed text not null,
  at timestamp with time zone not null,
  by text not null,
  constraint archiving_pkey PRIMARY KEY (practice_id, person_id, id),
  constraint archiving_deed_check CHECK ((deed = ANY (ARRAY['archived'::text, 'reopened'::text])))
);
comment on table clients.archiving is 'distributed by practice';
alter table clients.archiving enable row level security;
alter table clients.archiving force row level security;
create policy operations on clients.archiving for all to operations using (true) with check (true);
create policy owner on clients.archiving for all to current_user using (true) with check (true);
create policy portal on clients.archiving for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on clients.archiving to operations;
grant insert, select on clients.archiving to portal;

create table clients.card_photo (
  person_id uuid not null,
  id uuid not null,
  side text not null,
  content_type text not null,
  sha256 text not null,
  bytes bytea not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint card_photo_pkey PRIMARY KEY (person_id, id),
  constraint bytes_is_encrypted CHECK ((((SUBSTRING(bytes FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(bytes) >= 36)) OR (bytes = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint card_photo_content_type_check CHECK ((content_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/heic'::text, 'application/pdf'::text]))),
  constraint card_photo_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint card_photo_side_check CHECK ((side = ANY (ARRAY['front'::text, 'back'::text])))
);
comment on table clients.card_photo is 'distributed by person';
alter table clients.card_photo enable row level security;
alter table clients.card_photo force row level security;
create policy operations on clients.card_photo for all to operations using (true) with check (true);
create policy owner on clients.card_photo for all to current_user using (true) with check (true);
create policy portal_changes on clients.card_photo for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.card_photo for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = card_photo.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.card_photo for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.card_photo for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.card_photo to operations;
grant insert, select on clients.card_photo to portal;

create table clients.check_request (
  person_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  constraint check_request_pkey PRIMARY KEY (person_id, id),
  constraint check_request_person_id_policy_id_fkey FOREIGN KEY (person_id, policy_id) REFERENCES clients.policy(person_id, id)
);
comment on table clients.check_request is 'distributed by person';
alter table clients.check_request enable row level security;
alter table clients.check_request force row level security;
create policy operations on clients.check_request for all to operations using (true) with check (true);
create policy owner on clients.check_request for all to current_user using (true) with check (true);
create policy portal_changes on clients.check_request for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.check_request for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = check_request.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.check_request for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.check_request for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.check_request to operations;
grant insert, select on clients.check_request to portal;

create table clients.email_verification (
  person_id uuid not null,
  id uuid not null,
  email text not null,
  user_id uuid not null,
  verified_at timestamp with time zone not null,
  constraint email_verification_pkey PRIMARY KEY (person_id, id),
  constraint email_verification_email_check CHECK ((email = lower(email)))
);
comment on table clients.email_verification is 'distributed by person';
alter table clients.email_verification enable row level security;
alter table clients.email_verification force row level security;
create policy operations on clients.email_verification for all to operations using (true) with check (true);
create policy owner on clients.email_verification for all to current_user using (true) with check (true);
create policy portal_changes on clients.email_verification for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.email_verification for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = email_verification.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.email_verification for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.email_verification for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.email_verification to operations;
grant insert, select on clients.email_verification to portal;

create table clients.form (
  id text not null,
  version integer not null,
  title text not null,
  body text not null,
  sha256 text not null,
  during daterange not null,
  source text not null,
  constraint form_pkey PRIMARY KEY (id, version),
  constraint form_body_check CHECK ((body <> ''::text)),
  constraint form_during_check CHECK ((NOT isempty(during))),
  constraint form_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint form_title_check CHECK ((title <> ''::text)),
  constraint form_version_check CHECK ((version > 0))
);
comment on table clients.form is 'reference';
comment on column clients.form.sha256 is 'Of title, a line feed and body in UTF-8: what a signature names.';
grant insert, select on clients.form to operations;
grant select on clients.form to portal;

create table clients.form_signature (
  person_id uuid not null,
  id uuid not null,
  form_id text not null,
  version integer not null,
  sha256 text not null,
  typed_name bytea not null,
  user_id uuid not null,
  signed_at timestamp with time zone not null,
  constraint form_signature_pkey PRIMARY KEY (person_id, id),
  constraint form_signature_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint typed_name_is_encrypted CHECK ((((SUBSTRING(typed_name FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(typed_name) >= 36)) OR (typed_name = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint form_signature_form_id_version_fkey FOREIGN KEY (form_id, version) REFERENCES clients.form(id, version)
);
comment on table clients.form_signature is 'distributed by person';
alter table clients.form_signature enable row level security;
alter table clients.form_signature force row level security;
create policy operations on clients.form_signature for all to operations using (true) with check (true);
create policy owner on clients.form_signature for all to current_user using (true) with check (true);
create policy portal_changes on clients.form_signature for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.form_signature for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = form_signature.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.form_signature for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.form_signature for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.form_signature to operations;
grant insert, select on clients.form_signature to portal;

create table clients.invitation (
  practice_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  member_id uuid not null,
  email text not null,
  given_name text not null,
  family_name text not null,
  invited_at timestamp with time zone not null,
  invited_by text not null,
  constraint invitation_pkey PRIMARY KEY (practice_id, id),
  constraint invitation_email_check CHECK ((email = lower(email))),
  constraint invitation_family_name_check CHECK ((family_name <> ''::text)),
  constraint invitation_given_name_check CHECK ((given_name <> ''::text)),
  constraint invitation_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
CREATE INDEX invitation_by_email ON clients.invitation USING btree (email);
comment on table clients.invitation is 'distributed by practice';
alter table clients.invitation enable row level security;
alter table clients.invitation force row level security;
create policy operations on clients.invitation for all to operations using (true) with check (true);
create policy owner on clients.invitation for all to current_user using (true) with check (true);
create policy portal on clients.invitation for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on clients.invitation to operations;
grant insert, select on clients.invitation to portal;

create table clients.invitation_answer (
  practice_id uuid not null,
  invitation_id uuid not null,
  answer text not null,
  person_id uuid not null,
  answered_at timestamp with time zone not null,
  constraint invitation_answer_pkey PRIMARY KEY (practice_id, invitation_id),
  constraint invitation_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint invitation_answer_practice_id_invitation_id_fkey FOREIGN KEY (practice_id, invitation_id) REFERENCES clients.invitation(practice_id, id)
);
comment on table clients.invitation_answer is 'distributed by practice';
alter table clients.invitation_answer enable row level security;
alter table clients.invitation_answer force row level security;
create policy operations on clients.invitation_answer for all to operations using (true) with check (true);
create policy owner on clients.invitation_answer for all to current_user using (true) with check (true);
create policy portal on clients.invitation_answer for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on clients.invitation_answer to operations;
grant select on clients.invitation_answer to portal;

create table clients.invitation_letter (
  practice_id uuid not null,
  invitation_id uuid not null,
  id uuid not null,
  token_sha256 text not null,
  sent_at timestamp with time zone not null,
  sent_by text not null,
  constraint invitation_letter_pkey PRIMARY KEY (practice_id, invitation_id, id),
  constraint invitation_letter_token_sha256_check CHECK ((token_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint invitation_letter_practice_id_invitation_id_fkey FOREIGN KEY (practice_id, invitation_id) REFERENCES clients.invitation(practice_id, id)
);
CREATE INDEX invitation_letter_token_sha256_idx ON clients.invitation_letter USING btree (token_sha256);
comment on table clients.invitation_letter is 'distributed by practice';
alter table clients.invitation_letter enable row level security;
alter table clients.invitation_letter force row level security;
create policy operations on clients.invitation_letter for all to operations using (true) with check (true);
create policy owner on clients.invitation_letter for all to current_user using (true) with check (true);
create policy portal on clients.invitation_letter for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on clients.invitation_letter to operations;
grant insert, select on clients.invitation_letter to portal;

create table clients.invitation_rule (
  id text not null,
  wait_hours integer not null,
  most integer not null,
  during daterange not null,
  source text not null,
  constraint invitation_rule_pkey PRIMARY KEY (id),
  constraint invitation_rule_during_excl EXCLUDE USING gist (during WITH &&),
  constraint invitation_rule_during_check CHECK ((NOT isempty(during))),
  constraint invitation_rule_most_check CHECK ((most > 0)),
  constraint invitation_rule_wait_hours_check CHECK ((wait_hours > 0))
);
comment on table clients.invitation_rule is 'reference';
comment on column clients.invitation_rule.most is 'Letters of one invitation altogether, the first one counted.';
grant insert, select on clients.invitation_rule to operations;
grant select on clients.invitation_rule to portal;

create table clients.language_choice (
  person_id uuid not null,
  id uuid not null,
  language text not null,
  chosen_at timestamp with time zone not null,
  chosen_by uuid not null,
  constraint language_choice_pkey PRIMARY KEY (person_id, id),
  constraint language_choice_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text])))
);
comment on table clients.language_choice is 'distributed by person';
alter table clients.language_choice enable row level security;
alter table clients.language_choice force row level security;
create policy operations on clients.language_choice for all to operations using (true) with check (true);
create policy owner on clients.language_choice for all to current_user using (true) with check (true);
create policy portal_changes on clients.language_choice for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.language_choice for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = language_choice.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.language_choice for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.language_choice for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.language_choice to operations;
grant insert, select on clients.language_choice to portal;

create table clients.list_change (
  practice_id uuid not null,
  person_id uuid not null,
  member_id uuid not null,
  id uuid not null,
  deed text not null,
  to_member uuid,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint list_change_pkey PRIMARY KEY (practice_id, person_id, member_id, id),
  constraint list_change_deed_check CHECK ((deed = ANY (ARRAY['left'::text, 'joined'::text, 'undone'::text]))),
  constraint list_change_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table clients.list_change is 'distributed by practice';
comment on column clients.list_change.deed is 'undone: an import was taken back, as if the client had never been listed.';
comment on column clients.list_change.to_member is 'Where they went, when a transfer took them off this list.';
alter table clients.list_change enable row level security;
alter table clients.list_change force row level security;
create policy operations on clients.list_change for all to operations using (true) with check (true);
create policy owner on clients.list_change for all to current_user using (true) with check (true);
create policy portal on clients.list_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on clients.list_change to operations;
grant insert, select on clients.list_change to portal;

create table clients.location (
  person_id uuid not null,
  id uuid not null,
  label text not null,
  street bytea,
  city text,
  state text not null,
  zip text,
  county_fips text,
  served_by text,
  during daterange not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint location_pkey PRIMARY KEY (person_id, id),
  constraint location_county_fips_check CHECK ((county_fips ~ '^[0-9]{5}$'::text)),
  constraint location_during_check CHECK ((NOT isempty(during))),
  constraint location_label_check CHECK ((label <> ''::text)),
  constraint street_is_encrypted CHECK ((((SUBSTRING(street FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(street) >= 36)) OR (street = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea]))))
);
comment on table clients.location is 'distributed by person';
alter table clients.location enable row level security;
alter table clients.location force row level security;
create policy operations on clients.location for all to operations using (true) with check (true);
create policy owner on clients.location for all to current_user using (true) with check (true);
create policy portal_changes on clients.location for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.location for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = location.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.location for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.location for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.location to operations;
grant insert, select on clients.location to portal;
grant update (during) on clients.location to operations;
grant update (during) on clients.location to portal;

create table clients.location_finding (
  person_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  county_fips text not null,
  served_by text,
  source text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint location_finding_pkey PRIMARY KEY (person_id, id),
  constraint location_finding_county_fips_check CHECK ((county_fips ~ '^[0-9]{5}$'::text)),
  constraint location_finding_source_check CHECK ((source <> ''::text)),
  constraint location_finding_person_id_location_id_fkey FOREIGN KEY (person_id, location_id) REFERENCES clients.location(person_id, id)
);
comment on table clients.location_finding is 'distributed by person';
comment on column clients.location_finding.served_by is 'The licensee that a person confirmed; null where nobody shares the county.';
alter table clients.location_finding enable row level security;
alter table clients.location_finding force row level security;
create policy operations on clients.location_finding for all to operations using (true) with check (true);
create policy owner on clients.location_finding for all to current_user using (true) with check (true);
create policy portal_changes on clients.location_finding for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.location_finding for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = location_finding.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.location_finding for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.location_finding for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.location_finding to operations;
grant insert, select on clients.location_finding to portal;

create table clients.login (
  person_id uuid not null,
  user_id uuid not null,
  during daterange not null,
  relation text default 'self'::text not null,
  recorded_at timestamp with time zone,
  constraint login_pkey PRIMARY KEY (person_id, user_id),
  constraint login_during_check CHECK ((NOT isempty(during))),
  constraint login_relation_check CHECK ((relation = ANY (ARRAY['self'::text, 'guardian'::text, 'allowed'::text])))
);
comment on table clients.login is 'distributed by person';
alter table clients.login enable row level security;
alter table clients.login force row level security;
create policy operations on clients.login for all to operations using (true) with check (true);
create policy owner on clients.login for all to current_user using (true) with check (true);
create policy portal_changes on clients.login for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.login for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = login.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.login for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.login for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy user_reads on clients.login for select to portal using ((user_id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid));
grant insert, select on clients.login to operations;
grant insert, select on clients.login to portal;
grant update (during) on clients.login to operations;
grant update (during) on clients.login to portal;

create table clients.majority_age (
  state text not null,
  years integer not null,
  during daterange not null,
  source text not null,
  certainty text not null,
  constraint majority_age_pkey PRIMARY KEY (state, during),
  constraint majority_age_state_during_excl EXCLUDE USING gist (state WITH =, during WITH &&),
  constraint majority_age_certainty_check CHECK ((certainty = ANY (ARRAY['known'::text, 'likely'::text]))),
  constraint majority_age_during_check CHECK ((NOT isempty(during))),
  constraint majority_age_source_check CHECK ((source <> ''::text)),
  constraint majority_age_state_check CHECK ((state ~ '^[A-Z]{2}$'::text)),
  constraint majority_age_years_check CHECK (((years >= 14) AND (years <= 25)))
);
comment on table clients.majority_age is 'reference';
comment on column clients.majority_age.certainty is 'known: the section is named; likely: from surveys of state law, to be confirmed by counsel.';
grant insert, select on clients.majority_age to operations;
grant select on clients.majority_age to portal;

create table clients.permission (
  person_id uuid not null,
  id uuid not null,
  email text not null,
  until date,
  given_at timestamp with time zone not null,
  given_by uuid not null,
  constraint permission_pkey PRIMARY KEY (person_id, id),
  constraint permission_email_check CHECK ((email = lower(email)))
);
CREATE INDEX permission_by_email ON clients.permission USING btree (email);
comment on table clients.permission is 'distributed by person';
alter table clients.permission enable row level security;
alter table clients.permission force row level security;
create policy operations on clients.permission for all to operations using (true) with check (true);
create policy owner on clients.permission for all to current_user using (true) with check (true);
create policy portal_changes on clients.permission for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.permission for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = permission.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.permission for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.permission for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.permission to operations;
grant insert, select on clients.permission to portal;

create table clients.permission_answer (
  person_id uuid not null,
  permission_id uuid not null,
  answer text not null,
  user_id uuid not null,
  answered_at timestamp with time zone not null,
  constraint permission_answer_pkey PRIMARY KEY (person_id, permission_id),
  constraint permission_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint permission_answer_person_id_permission_id_fkey FOREIGN KEY (person_id, permission_id) REFERENCES clients.permission(person_id, id)
);
comment on table clients.permission_answer is 'distributed by person';
alter table clients.permission_answer enable row level security;
alter table clients.permission_answer force row level security;
create policy operations on clients.permission_answer for all to operations using (true) with check (true);
create policy owner on clients.permission_answer for all to current_user using (true) with check (true);
create policy portal_changes on clients.permission_answer for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.permission_answer for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = permission_answer.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.permission_answer for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.permission_answer for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.permission_answer to operations;
grant insert, select on clients.permission_answer to portal;

create table clients.person (
  person_id uuid not null,
  given_name text not null,
  family_name text not null,
  date_of_birth bytea,
  sex text not null,
  email text,
  street bytea,
  city text,
  state text,
  zip text,
  recorded_at timestamp with time zone not null,
  preferred_name text,
  phone bytea,
  constraint person_pkey PRIMARY KEY (person_id),
  constraint date_of_birth_is_encrypted CHECK ((((SUBSTRING(date_of_birth FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(date_of_birth) >= 36)) OR (date_of_birth = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint person_family_name_check CHECK ((family_name <> ''::text)),
  constraint person_given_name_check CHECK ((given_name <> ''::text)),
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text, 'U'::text]))),
  constraint person_zip_check CHECK ((zip ~ '^[0-9]{5}([0-9]{4})?$'::text)),
  constraint phone_is_encrypted CHECK ((((SUBSTRING(phone FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(phone) >= 36)) OR (phone = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint street_is_encrypted CHECK ((((SUBSTRING(street FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(street) >= 36)) OR (street = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea]))))
);
CREATE INDEX person_lower_idx ON clients.person USING btree (lower(family_name) text_pattern_ops);
comment on table clients.person is 'distributed by person';
alter table clients.person enable row level security;
alter table clients.person force row level security;
create policy operations on clients.person for all to operations using (true) with check (true);
create policy owner on clients.person for all to current_user using (true) with check (true);
create policy portal_changes on clients.person for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.person for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = person.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.person for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.person for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.person to operations;
grant insert, select on clients.person to portal;

create table clients.person_change (
  person_id uuid not null,
  id uuid not null,
  given_name text not null,
  family_name text not null,
  preferred_name text,
  date_of_birth bytea,
  sex text not null,
  email text,
  phone bytea,
  street bytea,
  city text,
  state text,
  zip text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint person_change_pkey PRIMARY KEY (person_id, id),
  constraint date_of_birth_is_encrypted CHECK ((((SUBSTRING(date_of_birth FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(date_of_birth) >= 36)) OR (date_of_birth = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint person_change_family_name_check CHECK ((family_name <> ''::text)),
  constraint person_change_given_name_check CHECK ((given_name <> ''::text)),
  constraint person_change_sex_check CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text, 'U'::text]))),
  constraint person_change_zip_check CHECK ((zip ~ '^[0-9]{5}([0-9]{4})?$'::text)),
  constraint phone_is_encrypted CHECK ((((SUBSTRING(phone FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(phone) >= 36)) OR (phone = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint street_is_encrypted CHECK ((((SUBSTRING(street FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(street) >= 36)) OR (street = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea]))))
);
comment on table clients.person_change is 'distributed by person';
alter table clients.person_change enable row level security;
alter table clients.person_change force row level security;
create policy operations on clients.person_change for all to operations using (true) with check (true);
create policy owner on clients.person_change for all to current_user using (true) with check (true);
create policy portal_changes on clients.person_change for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.person_change for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = person_change.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.person_change for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.person_change for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.person_change to operations;
grant insert, select on clients.person_change to portal;

create table clients.policy (
  person_id uuid not null,
  id uuid not null,
  plan_id text not null,
  member_id bytea not null,
  group_number bytea,
  copay_cents bigint not null,
  during daterange not null,
  recorded_at timestamp with time zone not null,
  plan_as_told text,
  holder text default 'self'::text not null,
  holder_given_name bytea,
  holder_family_name bytea,
  holder_date_of_birth bytea,
  suitcase boolean,
  recorded_by text,
  constraint policy_pkey PRIMARY KEY (person_id, id),
  constraint group_number_is_encrypted CHECK ((((SUBSTRING(group_number FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(group_number) >= 36)) OR (group_number = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint holder_date_of_birth_is_encrypted CHECK ((((SUBSTRING(holder_date_of_birth FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(holder_date_of_birth) >= 36)) OR (holder_date_of_birth = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint holder_family_name_is_encrypted CHECK ((((SUBSTRING(holder_family_name FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(holder_family_name) >= 36)) OR (holder_family_name = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint holder_given_name_is_encrypted CHECK ((((SUBSTRING(holder_given_name FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(holder_given_name) >= 36)) OR (holder_given_name = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint member_id_is_encrypted CHECK ((((SUBSTRING(member_id FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(member_id) >= 36)) OR (member_id = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint policy_copay_cents_check CHECK ((copay_cents >= 0)),
  constraint policy_during_check CHECK ((NOT isempty(during))),
  constraint policy_holder_check CHECK ((holder = ANY (ARRAY['self'::text, 'other'::text]))),
  constraint policy_names_a_plan CHECK (((plan_id <> 'not_listed'::text) OR ((plan_as_told IS NOT NULL) AND (plan_as_told <> ''::text)))),
  constraint policy_names_its_holder CHECK (((holder = 'self'::text) OR ((holder_given_name IS NOT NULL) AND (holder_family_name IS NOT NULL) AND (holder_date_of_birth IS NOT NULL))))
);
comment on table clients.policy is 'distributed by person';
comment on column clients.policy.during is 'Dates of service this policy covers; the upper bound is the first day it does not.';
comment on column clients.policy.suitcase is 'Whether a Blue card shows a suitcase, so that it travels with its member; null where nobody was asked.';
alter table clients.policy enable row level security;
alter table clients.policy force row level security;
create policy operations on clients.policy for all to operations using (true) with check (true);
create policy owner on clients.policy for all to current_user using (true) with check (true);
create policy portal_changes on clients.policy for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.policy for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = policy.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.policy for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.policy for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.policy to operations;
grant insert, select on clients.policy to portal;

create table clients.policy_check (
  person_id uuid not null,
  policy_id uuid not null,
  id uuid not null,
  coverage text not null,
  checked_on date not null,
  source text not null,
  recorded_at timestamp with time zone not null,
  copay_cents bigint,
  constraint policy_check_pkey PRIMARY KEY (person_id, id),
  constraint policy_check_copay_cents_check CHECK ((copay_cents >= 0)),
  constraint policy_check_coverage_check CHECK ((coverage = ANY (ARRAY['active'::text, 'inactive'::text, 'unverified'::text]))),
  constraint policy_check_person_id_policy_id_fkey FOREIGN KEY (person_id, policy_id) REFERENCES clients.policy(person_id, id)
);
comment on table clients.policy_check is 'distributed by person';
comment on column clients.policy_check.copay_cents is 'What the payer said the client owes for a visit; null: it said nothing.';
alter table clients.policy_check enable row level security;
alter table clients.policy_check force row level security;
create policy operations on clients.policy_check for all to operations using (true) with check (true);
create policy owner on clients.policy_check for all to current_user using (true) with check (true);
create policy portal_changes on clients.policy_check for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.policy_check for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = policy_check.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.policy_check for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.policy_check for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.policy_check to operations;
grant insert, select on clients.policy_check to portal;

create table clients.policy_question (
  person_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  reason text not null,
  words text,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  constraint policy_question_pkey PRIMARY KEY (person_id, id),
  constraint policy_question_check CHECK (((reason <> 'other'::text) OR (words IS NOT NULL))),
  constraint policy_question_reason_check CHECK ((reason = ANY (ARRAY['photo_unreadable'::text, 'photo_missing'::text, 'member_unknown'::text, 'name_differs'::text, 'birth_date_differs'::text, 'other_plan'::text, 'other'::text]))),
  constraint policy_question_words_check CHECK ((words <> ''::text)),
  constraint policy_question_person_id_policy_id_fkey FOREIGN KEY (person_id, policy_id) REFERENCES clients.policy(person_id, id)
);
comment on table clients.policy_question is 'distributed by person';
alter table clients.policy_question enable row level security;
alter table clients.policy_question force row level security;
create policy operations on clients.policy_question for all to operations using (true) with check (true);
create policy owner on clients.policy_question for all to current_user using (true) with check (true);
create policy portal_changes on clients.policy_question for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.policy_question for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = policy_question.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.policy_question for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.policy_question for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.policy_question to operations;
grant select on clients.policy_question to portal;

create table clients.policy_question_answer (
  person_id uuid not null,
  question_id uuid not null,
  words text,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  constraint policy_question_answer_pkey PRIMARY KEY (person_id, question_id),
  constraint policy_question_answer_words_check CHECK ((words <> ''::text)),
  constraint policy_question_answer_person_id_question_id_fkey FOREIGN KEY (person_id, question_id) REFERENCES clients.policy_question(person_id, id)
);
comment on table clients.policy_question_answer is 'distributed by person';
alter table clients.policy_question_answer enable row level security;
alter table clients.policy_question_answer force row level security;
create policy operations on clients.policy_question_answer for all to operations using (true) with check (true);
create policy owner on clients.policy_question_answer for all to current_user using (true) with check (true);
create policy portal_changes on clients.policy_question_answer for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.policy_question_answer for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = policy_question_answer.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.policy_question_answer for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.policy_question_answer for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.policy_question_answer to operations;
grant insert, select on clients.policy_question_answer to portal;

create table clients.policy_taken_back (
  person_id uuid not null,
  policy_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint policy_taken_back_pkey PRIMARY KEY (person_id, policy_id),
  constraint policy_taken_back_person_id_policy_id_fkey FOREIGN KEY (person_id, policy_id) REFERENCES clients.policy(person_id, id)
);
comment on table clients.policy_taken_back is 'distributed by person';
alter table clients.policy_taken_back enable row level security;
alter table clients.policy_taken_back force row level security;
create policy operations on clients.policy_taken_back for all to operations using (true) with check (true);
create policy owner on clients.policy_taken_back for all to current_user using (true) with check (true);
create policy portal_changes on clients.policy_taken_back for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on clients.policy_taken_back for select to portal using (((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid) OR (EXISTS ( SELECT
   FROM clients.access a
  WHERE ((a.person_id = policy_taken_back.person_id) AND (a.practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid) AND (a.during @> house.today()))))));
create policy portal_records on clients.policy_taken_back for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on clients.policy_taken_back for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on clients.policy_taken_back to operations;
grant insert, select on clients.policy_taken_back to portal;

create table clients.roster (
  practice_id uuid not null,
  person_id uuid not null,
  member_id uuid not null,
  during daterange not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint roster_pkey PRIMARY KEY (practice_id, person_id, member_id, during),
  constraint roster_during_check CHECK ((NOT isempty(during))),
  constraint roster_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table clients.roster is 'distributed by practice';
comment on column clients.roster.member_id is 'The clinician on whose list this client is.';
alter table clients.roster enable row level security;
alter table clients.roster force row level security;
create policy operations on clients.roster for all to operations using (true) with check (true);
create policy owner on clients.roster for all to current_user using (true) with check (true);
create policy portal on clients.roster for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on clients.roster to operations;
grant insert, select on clients.roster to portal;

create table contracts.contract (
  id text not null,
  payer_id text not null,
  network_id text not null,
  state text not null,
  billing_entity_id text not null,
  during daterange not null,
  notice_days integer not null,
  source text not null,
  constraint contract_pkey PRIMARY KEY (id),
  constraint contract_network_id_state_during_excl EXCLUDE USING gist (network_id WITH =, state WITH =, during WITH &&),
  constraint contract_during_check CHECK ((NOT isempty(during))),
  constraint contract_notice_days_check CHECK ((notice_days >= 0)),
  constraint contract_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES contracts.payer(id)
);
comment on table contracts.contract is 'reference';
grant insert, select on contracts.contract to operations;
grant select on contracts.contract to portal;

create table contracts.pay_schedule (
  id text not null,
  rule jsonb not null,
  during daterange not null,
  source text not null,
  constraint pay_schedule_pkey PRIMARY KEY (id),
  constraint pay_schedule_during_excl EXCLUDE USING gist (during WITH &&),
  constraint pay_schedule_during_check CHECK ((NOT isempty(during)))
);
comment on table contracts.pay_schedule is 'reference';
comment on column contracts.pay_schedule.rule is 'When what was confirmed in which window is paid; days of confirmation in the operator''s zone.';
grant insert, select on contracts.pay_schedule to operations;
grant select on contracts.pay_schedule to portal;
grant update (during) on contracts.pay_schedule to operations;

create table contracts.payer (
  id text not null,
  name text not null,
  electronic_id text not null,
  filing_code text not null,
  clearinghouse_id text not null,
  source text not null,
  constraint payer_pkey PRIMARY KEY (id)
);
comment on table contracts.payer is 'reference';
comment on column contracts.payer.electronic_id is 'The payer id that NM1*PR of an 837P names (2010BB NM109).';
comment on column contracts.payer.filing_code is 'Claim filing indicator, SBR09: CI commercial, BL Blue, HM HMO.';
grant insert, select on contracts.payer to operations;
grant select on contracts.payer to portal;

create table contracts.payer_rate (
  contract_id text not null,
  licence_family text not null,
  code text not null,
  modifiers text not null,
  during daterange not null,
  cents bigint not null,
  source text not null,
  constraint payer_rate_pkey PRIMARY KEY (contract_id, licence_family, code, modifiers, during),
  constraint payer_rate_contract_id_licence_family_code_modifiers_durin_excl EXCLUDE USING gist (contract_id WITH =, licence_family WITH =, code WITH =, modifiers WITH =, during WITH &&),
  constraint payer_rate_cents_check CHECK ((cents >= 0)),
  constraint payer_rate_during_check CHECK ((NOT isempty(during))),
  constraint payer_rate_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contracts.contract(id)
);
comment on table contracts.payer_rate is 'reference';
comment on column contracts.payer_rate.modifiers is 'The modifiers that change the rate, in code order, joined by ":"; empty for none.';
grant insert, select on contracts.payer_rate to operations;
grant select on contracts.payer_rate to portal;
grant update (during) on contracts.payer_rate to operations;

create table contracts.plan (
  id text not null,
  name text not null,
  payer_id text not null,
  network_id text not null,
  is_blue boolean not null,
  blue_card boolean not null,
  accepted_states text[],
  during daterange not null,
  source text not null,
  constraint plan_pkey PRIMARY KEY (id, during),
  constraint plan_id_during_excl EXCLUDE USING gist (id WITH =, during WITH &&),
  constraint plan_during_check CHECK ((NOT isempty(during))),
  constraint plan_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES contracts.payer(id)
);
comment on table contracts.plan is 'reference';
comment on column contracts.plan.accepted_states is 'States in which this plan is accepted; null for all.';
grant insert, select on contracts.plan to operations;
grant select on contracts.plan to portal;
grant update (during) on contracts.plan to operations;

create table contracts.provider_rate (
  contract_id text not null,
  licence_family text not null,
  code text not null,
  modifiers text not null,
  during daterange not null,
  cents bigint not null,
  source text not null,
  constraint provider_rate_pkey PRIMARY KEY (contract_id, licence_family, code, modifiers, during),
  constraint provider_rate_contract_id_licence_family_code_modifiers_du_excl EXCLUDE USING gist (contract_id WITH =, licence_family WITH =, code WITH =, modifiers WITH =, during WITH &&),
  constraint provider_rate_cents_check CHECK ((cents >= 0)),
  constraint provider_rate_during_check CHECK ((NOT isempty(during))),
  constraint provider_rate_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES contracts.contract(id)
);
comment on table contracts.provider_rate is 'reference';
grant insert, select on contracts.provider_rate to operations;
grant select on contracts.provider_rate to portal;
grant update (during) on contracts.provider_rate to operations;

create table coverage.compact_state (
  edition_id text not null,
  compact_id text not null,
  name text not null,
  families text[] not null,
  privilege text not null,
  state text not null,
  standing text not null,
  since date,
  certainty text not null,
  since_certainty text not null,
  source text not null,
  constraint compact_state_pkey PRIMARY KEY (edition_id, compact_id, state),
  constraint compact_state_certainty_check CHECK ((certainty = ANY (ARRAY['certain'::text, 'likely'::text, 'to_verify'::text]))),
  constraint compact_state_since_certainty_check CHECK ((since_certainty = ANY (ARRAY['certain'::text, 'likely'::text, 'to_verify'::text]))),
  constraint compact_state_standing_check CHECK ((standing = ANY (ARRAY['in_force'::text, 'enacted'::text]))),
  constraint compact_state_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES coverage.edition(id)
);
comment on table coverage.compact_state is 'reference';
comment on column coverage.compact_state.standing is 'Only a state in force counts: an enacted one issues and accepts no privilege yet.';
grant insert, select on coverage.compact_state to operations;
grant select on coverage.compact_state to portal;

create table coverage.edition (
  kind text not null,
  id text not null,
  as_of date not null,
  in_force_from date not null,
  recorded_at timestamp with time zone not null,
  constraint edition_pkey PRIMARY KEY (kind, id),
  constraint edition_id_key UNIQUE (id),
  constraint edition_kind_in_force_from_key UNIQUE (kind, in_force_from),
  constraint edition_id_check CHECK ((id ~ '^[0-9a-f]{64}$'::text)),
  constraint edition_kind_check CHECK ((kind = ANY (ARRAY['service_areas'::text, 'compacts'::text, 'licence_families'::text, 'temporary_practice'::text])))
);
comment on table coverage.edition is 'reference';
comment on column coverage.edition.id is 'SHA-256 of the content: the same data loaded again is the same edition.';
comment on column coverage.edition.as_of is 'The day on which the data was collected.';
comment on column coverage.edition.in_force_from is 'The first date of service it answers for; it lasts until the next edition of its kind.';
grant insert, select on coverage.edition to operations;
grant select on coverage.edition to portal;

create table coverage.licence_family (
  edition_id text not null,
  id text not null,
  label text not null,
  taxonomies text[] not null,
  board text,
  url text,
  certainty text not null,
  source text not null,
  constraint licence_family_pkey PRIMARY KEY (edition_id, id),
  constraint licence_family_certainty_check CHECK ((certainty = ANY (ARRAY['certain'::text, 'likely'::text, 'to_verify'::text]))),
  constraint licence_family_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES coverage.edition(id)
);
comment on table coverage.licence_family is 'reference';
comment on column coverage.licence_family.url is 'Where the boards of all states that license this family are listed.';
grant insert, select on coverage.licence_family to operations;
grant select on coverage.licence_family to portal;

create table coverage.licence_title (
  edition_id text not null,
  family text not null,
  state text not null,
  title text not null,
  certainty text not null,
  constraint licence_title_pkey PRIMARY KEY (edition_id, family, state),
  constraint licence_title_certainty_check CHECK ((certainty = ANY (ARRAY['certain'::text, 'likely'::text, 'to_verify'::text]))),
  constraint licence_title_edition_id_family_fkey FOREIGN KEY (edition_id, family) REFERENCES coverage.licence_family(edition_id, id)
);
comment on table coverage.licence_title is 'reference';
grant insert, select on coverage.licence_title to operations;
grant select on coverage.licence_title to portal;

create table coverage.licensee (
  edition_id text not null,
  id text not null,
  name text not null,
  certainty text not null,
  source text not null,
  note text,
  constraint licensee_pkey PRIMARY KEY (edition_id, id),
  constraint licensee_certainty_check CHECK ((certainty = ANY (ARRAY['certain'::text, 'likely'::text, 'to_verify'::text]))),
  constraint licensee_name_check CHECK ((name <> ''::text)),
  constraint licensee_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES coverage.edition(id)
);
comment on table coverage.licensee is 'reference';
grant insert, select on coverage.licensee to operations;
grant select on coverage.licensee to portal;

create table coverage.service_area (
  edition_id text not null,
  licensee_id text not null,
  state text not null,
  holds text not null,
  counties text[] not null,
  except_counties text[] not null,
  in_part jsonb not null,
  constraint service_area_pkey PRIMARY KEY (edition_id, licensee_id, state),
  constraint service_area_holds_check CHECK ((holds = ANY (ARRAY['whole_state'::text, 'whole_state_except'::text, 'counties'::text]))),
  constraint service_area_edition_id_licensee_id_fkey FOREIGN KEY (edition_id, licensee_id) REFERENCES coverage.licensee(edition_id, id)
);
comment on table coverage.service_area is 'reference';
comment on column coverage.service_area.in_part is 'Counties that a road divides, with the rule: a person says who serves an address there.';
grant insert, select on coverage.service_area to operations;
grant select on coverage.service_area to portal;

create table coverage.temporary_practice (
  edition_id text not null,
  line integer not null,
  state text not null,
  families text[] not null,
  days integer,
  per text,
  how text not null,
  note text,
  certainty text not null,
  source text not null,
  constraint temporary_practice_pkey PRIMARY KEY (edition_id, line),
  constraint temporary_practice_certainty_check CHECK ((certainty = ANY (ARRAY['certain'::text, 'likely'::text, 'to_verify'::text]))),
  constraint temporary_practice_line_check CHECK ((line > 0)),
  constraint temporary_practice_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES coverage.edition(id)
);
comment on table coverage.temporary_practice is 'reference';
comment on column coverage.temporary_practice.how is 'What is known of it, for people to check with the board; nothing is ever decided by it.';
grant insert, select on coverage.temporary_practice to operations;
grant select on coverage.temporary_practice to portal;

create table credentialing.authority (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  state text not null,
  kind text not null,
  number text,
  during daterange not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  reason text,
  constraint authority_pkey PRIMARY KEY (practice_id, id),
  constraint authority_during_check CHECK ((NOT isempty(during))),
  constraint authority_kind_check CHECK ((kind = ANY (ARRAY['license'::text, 'compact_privilege'::text, 'temporary_permit'::text]))),
  constraint authority_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table credentialing.authority is 'distributed by practice';
alter table credentialing.authority enable row level security;
alter table credentialing.authority force row level security;
create policy operations on credentialing.authority for all to operations using (true) with check (true);
create policy owner on credentialing.authority for all to current_user using (true) with check (true);
create policy portal on credentialing.authority for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.authority to operations;
grant select on credentialing.authority to portal;

create table credentialing.authority_change (
  practice_id uuid not null,
  id uuid not null,
  authority_id uuid not null,
  during daterange,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint authority_change_pkey PRIMARY KEY (practice_id, id),
  constraint authority_change_during_check CHECK ((NOT isempty(during))),
  constraint authority_change_reason_check CHECK ((reason <> ''::text)),
  constraint authority_change_practice_id_authority_id_fkey FOREIGN KEY (practice_id, authority_id) REFERENCES credentialing.authority(practice_id, id)
);
comment on table credentialing.authority_change is 'distributed by practice';
comment on column credentialing.authority_change.during is 'Its period as it is known from then on; null where it was entered by mistake and counts for nothing.';
alter table credentialing.authority_change enable row level security;
alter table credentialing.authority_change force row level security;
create policy operations on credentialing.authority_change for all to operations using (true) with check (true);
create policy owner on credentialing.authority_change for all to current_user using (true) with check (true);
create policy portal on credentialing.authority_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.authority_change to operations;
grant select on credentialing.authority_change to portal;

create table credentialing.credential (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  network_id text not null,
  state text not null,
  via text not null,
  status text not null,
  during daterange,
  payer_ready date,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  reason text,
  constraint credential_pkey PRIMARY KEY (practice_id, id),
  constraint credential_check CHECK (((status = 'pending'::text) OR (during IS NOT NULL))),
  constraint credential_status_check CHECK ((status = ANY (ARRAY['active'::text, 'pending'::text, 'terminated'::text]))),
  constraint credential_via_check CHECK ((via = ANY (ARRAY['direct'::text, 'virtual_network'::text]))),
  constraint credential_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table credentialing.credential is 'distributed by practice';
comment on column credentialing.credential.payer_ready is 'First day the payer takes claims for this clinician; claims confirmed before it are held. Null while not known.';
alter table credentialing.credential enable row level security;
alter table credentialing.credential force row level security;
create policy operations on credentialing.credential for all to operations using (true) with check (true);
create policy owner on credentialing.credential for all to current_user using (true) with check (true);
create policy portal on credentialing.credential for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.credential to operations;
grant select on credentialing.credential to portal;
grant update (payer_ready) on credentialing.credential to operations;

create table credentialing.credential_change (
  practice_id uuid not null,
  id uuid not null,
  credential_id uuid not null,
  status text not null,
  during daterange,
  payer_ready date,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint credential_change_pkey PRIMARY KEY (practice_id, id),
  constraint credential_change_check CHECK (((status = 'pending'::text) OR (during IS NOT NULL))),
  constraint credential_change_reason_check CHECK ((reason <> ''::text)),
  constraint credential_change_status_check CHECK ((status = ANY (ARRAY['active'::text, 'pending'::text, 'terminated'::text]))),
  constraint credential_change_practice_id_credential_id_fkey FOREIGN KEY (practice_id, credential_id) REFERENCES credentialing.credential(practice_id, id)
);
comment on table credentialing.credential_change is 'distributed by practice';
alter table credentialing.credential_change enable row level security;
alter table credentialing.credential_change force row level security;
create policy operations on credentialing.credential_change for all to operations using (true) with check (true);
create policy owner on credentialing.credential_change for all to current_user using (true) with check (true);
create policy portal on credentialing.credential_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.credential_change to operations;
grant select on credentialing.credential_change to portal;

create table credentialing.credential_request (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  network_id text not null,
  state text not null,
  words text,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  constraint credential_request_pkey PRIMARY KEY (practice_id, id),
  constraint credential_request_words_check CHECK ((words <> ''::text)),
  constraint credential_request_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table credentialing.credential_request is 'distributed by practice';
alter table credentialing.credential_request enable row level security;
alter table credentialing.credential_request force row level security;
create policy operations on credentialing.credential_request for all to operations using (true) with check (true);
create policy owner on credentialing.credential_request for all to current_user using (true) with check (true);
create policy portal on credentialing.credential_request for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.credential_request to operations;
grant insert, select on credentialing.credential_request to portal;

create table credentialing.desk_limit (
  kind text not null,
  days integer not null,
  during daterange not null,
  source text not null,
  constraint desk_limit_pkey PRIMARY KEY (kind, days, during),
  constraint desk_limit_kind_days_during_excl EXCLUDE USING gist (kind WITH =, days WITH =, during WITH &&),
  constraint desk_limit_days_check CHECK ((days > 0)),
  constraint desk_limit_during_check CHECK ((NOT isempty(during))),
  constraint desk_limit_kind_check CHECK ((kind = ANY (ARRAY['ends_within'::text, 'pending_for'::text])))
);
comment on table credentialing.desk_limit is 'reference';
grant insert, select on credentialing.desk_limit to operations;
grant select on credentialing.desk_limit to portal;

create table credentialing.exclusion (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  during daterange not null,
  source text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text,
  constraint exclusion_pkey PRIMARY KEY (practice_id, id),
  constraint exclusion_during_check CHECK ((NOT isempty(during))),
  constraint exclusion_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table credentialing.exclusion is 'distributed by practice';
alter table credentialing.exclusion enable row level security;
alter table credentialing.exclusion force row level security;
create policy operations on credentialing.exclusion for all to operations using (true) with check (true);
create policy owner on credentialing.exclusion for all to current_user using (true) with check (true);
create policy portal on credentialing.exclusion for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.exclusion to operations;
grant select on credentialing.exclusion to portal;

create table credentialing.exclusion_change (
  practice_id uuid not null,
  id uuid not null,
  exclusion_id uuid not null,
  during daterange,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint exclusion_change_pkey PRIMARY KEY (practice_id, id),
  constraint exclusion_change_during_check CHECK ((NOT isempty(during))),
  constraint exclusion_change_reason_check CHECK ((reason <> ''::text)),
  constraint exclusion_change_practice_id_exclusion_id_fkey FOREIGN KEY (practice_id, exclusion_id) REFERENCES credentialing.exclusion(practice_id, id)
);
comment on table credentialing.exclusion_change is 'distributed by practice';
comment on column credentialing.exclusion_change.during is 'Its period as it is known from then on; null where it was entered by mistake and counts for nothing.';
alter table credentialing.exclusion_change enable row level security;
alter table credentialing.exclusion_change force row level security;
create policy operations on credentialing.exclusion_change for all to operations using (true) with check (true);
create policy owner on credentialing.exclusion_change for all to current_user using (true) with check (true);
create policy portal on credentialing.exclusion_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.exclusion_change to operations;
grant select on credentialing.exclusion_change to portal;

create table credentialing.virtual_network (
  network_id text not null,
  state text not null,
  opens text not null,
  does_not_open text not null,
  lead_days integer not null,
  during daterange not null,
  source text not null,
  constraint virtual_network_pkey PRIMARY KEY (network_id, state, during),
  constraint virtual_network_network_id_state_during_excl EXCLUDE USING gist (network_id WITH =, state WITH =, during WITH &&),
  constraint virtual_network_during_check CHECK ((NOT isempty(during))),
  constraint virtual_network_lead_days_check CHECK ((lead_days >= 0))
);
comment on table credentialing.virtual_network is 'reference';
comment on column credentialing.virtual_network.lead_days is 'Days from opting in until the plan has the clinician in its own system; claims before it are held.';
grant insert, select on credentialing.virtual_network to operations;
grant select on credentialing.virtual_network to portal;

create table credentialing.virtual_opt_in (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  network_id text not null,
  state text not null,
  from_day date not null,
  payer_ready date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint virtual_opt_in_pkey PRIMARY KEY (practice_id, id),
  constraint virtual_opt_in_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table credentialing.virtual_opt_in is 'distributed by practice';
alter table credentialing.virtual_opt_in enable row level security;
alter table credentialing.virtual_opt_in force row level security;
create policy operations on credentialing.virtual_opt_in for all to operations using (true) with check (true);
create policy owner on credentialing.virtual_opt_in for all to current_user using (true) with check (true);
create policy portal on credentialing.virtual_opt_in for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.virtual_opt_in to operations;
grant insert, select on credentialing.virtual_opt_in to portal;

create table credentialing.virtual_opt_out (
  practice_id uuid not null,
  opt_in_id uuid not null,
  until_day date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint virtual_opt_out_pkey PRIMARY KEY (practice_id, opt_in_id),
  constraint virtual_opt_out_practice_id_opt_in_id_fkey FOREIGN KEY (practice_id, opt_in_id) REFERENCES credentialing.virtual_opt_in(practice_id, id)
);
comment on table credentialing.virtual_opt_out is 'distributed by practice';
comment on column credentialing.virtual_opt_out.until_day is 'The first day on which the virtual network opens nothing any more.';
alter table credentialing.virtual_opt_out enable row level security;
alter table credentialing.virtual_opt_out force row level security;
create policy operations on credentialing.virtual_opt_out for all to operations using (true) with check (true);
create policy owner on credentialing.virtual_opt_out for all to current_user using (true) with check (true);
create policy portal on credentialing.virtual_opt_out for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on credentialing.virtual_opt_out to operations;
grant insert, select on credentialing.virtual_opt_out to portal;

create table deletions.event (
  practice_id uuid not null,
  request_id uuid not null,
  kind text not null,
  person_id uuid,
  user_id uuid,
  words text,
  at timestamp with time zone not null,
  by uuid,
  constraint event_pkey PRIMARY KEY (practice_id, request_id, kind),
  constraint event_kind_check CHECK ((kind = ANY (ARRAY['withdrawn'::text, 'approved'::text, 'declined'::text, 'carried_out'::text, 'final_proposed'::text, 'final_approved'::text, 'final_declined'::text, 'final_carried_out'::text]))),
  constraint event_words_check CHECK ((words <> ''::text)),
  constraint event_practice_id_request_id_fkey FOREIGN KEY (practice_id, request_id) REFERENCES deletions.request(practice_id, id)
);
comment on table deletions.event is 'distributed by practice';
comment on column deletions.event.user_id is 'Who asked for the deletion, and so may read what became of it.';
alter table deletions.event enable row level security;
alter table deletions.event force row level security;
create policy operations on deletions.event for all to operations using (true) with check (true);
create policy owner on deletions.event for all to current_user using (true) with check (true);
create policy person_reads on deletions.event for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on deletions.event for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
create policy user_reads on deletions.event for select to portal using ((user_id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid));
grant insert, select on deletions.event to operations;
grant select on deletions.event to portal;

create table deletions.kept (
  practice_id uuid not null,
  request_id uuid not null,
  record text not null,
  until date not null,
  source text not null,
  certainty text not null,
  person_id uuid,
  user_id uuid,
  constraint kept_pkey PRIMARY KEY (practice_id, request_id, record),
  constraint kept_record_check CHECK ((record <> ''::text)),
  constraint kept_source_check CHECK ((source <> ''::text)),
  constraint kept_practice_id_request_id_fkey FOREIGN KEY (practice_id, request_id) REFERENCES deletions.request(practice_id, id)
);
comment on table deletions.kept is 'distributed by practice';
alter table deletions.kept enable row level security;
alter table deletions.kept force row level security;
create policy operations on deletions.kept for all to operations using (true) with check (true);
create policy owner on deletions.kept for all to current_user using (true) with check (true);
create policy person_reads on deletions.kept for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on deletions.kept for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
create policy user_reads on deletions.kept for select to portal using ((user_id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid));
grant insert, select on deletions.kept to operations;
grant select on deletions.kept to portal;

create table deletions.letter (
  practice_id uuid not null,
  request_id uuid not null,
  mail_practice uuid not null,
  mail_id uuid not null,
  constraint letter_pkey PRIMARY KEY (practice_id, request_id, mail_practice, mail_id),
  constraint letter_practice_id_request_id_fkey FOREIGN KEY (practice_id, request_id) REFERENCES deletions.request(practice_id, id)
);
comment on table deletions.letter is 'distributed by practice';
alter table deletions.letter enable row level security;
alter table deletions.letter force row level security;
create policy operations on deletions.letter for all to operations using (true) with check (true);
create policy owner on deletions.letter for all to current_user using (true) with check (true);
create policy portal on deletions.letter for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on deletions.letter to operations;

create table deletions.letter_end (
  practice_id uuid not null,
  request_id uuid not null,
  mail_practice uuid not null,
  mail_id uuid not null,
  at timestamp with time zone not null,
  constraint letter_end_pkey PRIMARY KEY (practice_id, request_id, mail_practice, mail_id)
);
comment on table deletions.letter_end is 'distributed by practice';
alter table deletions.letter_end enable row level security;
alter table deletions.letter_end force row level security;
create policy operations on deletions.letter_end for all to operations using (true) with check (true);
create policy owner on deletions.letter_end for all to current_user using (true) with check (true);
create policy portal on deletions.letter_end for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on deletions.letter_end to operations;

create table deletions.request (
  practice_id uuid not null,
  id uuid not null,
  subject text not null,
  person_id uuid,
  of_practice uuid,
  member_id uuid,
  user_id uuid not null,
  words text,
  asked_at timestamp with time zone not null,
  constraint request_pkey PRIMARY KEY (practice_id, id),
  constraint request_check CHECK (((subject = 'client'::text) = (person_id IS NOT NULL))),
  constraint request_check1 CHECK (((subject = 'member'::text) = ((of_practice IS NOT NULL) AND (member_id IS NOT NULL)))),
  constraint request_subject_check CHECK ((subject = ANY (ARRAY['client'::text, 'member'::text]))),
  constraint request_words_check CHECK ((words <> ''::text))
);
comment on table deletions.request is 'distributed by practice';
comment on column deletions.request.practice_id is 'The operator, who answers it.';
alter table deletions.request enable row level security;
alter table deletions.request force row level security;
create policy operations on deletions.request for all to operations using (true) with check (true);
create policy owner on deletions.request for all to current_user using (true) with check (true);
create policy person_reads on deletions.request for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on deletions.request for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
create policy user_reads on deletions.request for select to portal using ((user_id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid));
grant insert, select on deletions.request to operations;
grant select on deletions.request to portal;

create table deletions.retention_rule (
  id text not null,
  record text not null,
  state text,
  years integer not null,
  years_after_majority integer,
  until_age integer,
  during daterange not null,
  source text not null,
  certainty text not null,
  constraint retention_rule_pkey PRIMARY KEY (id),
  constraint retention_rule_record_coalesce_during_excl EXCLUDE USING gist (record WITH =, COALESCE(state, ''::text) WITH =, during WITH &&),
  constraint retention_rule_certainty_check CHECK ((certainty = ANY (ARRAY['known'::text, 'likely'::text, 'to_verify'::text]))),
  constraint retention_rule_during_check CHECK ((NOT isempty(during))),
  constraint retention_rule_record_check CHECK ((record = ANY (ARRAY['care'::text, 'money'::text, 'documentation'::text]))),
  constraint retention_rule_source_check CHECK ((source <> ''::text)),
  constraint retention_rule_state_check CHECK ((state ~ '^[A-Z]{2}$'::text)),
  constraint retention_rule_until_age_check CHECK (((until_age >= 18) AND (until_age <= 40))),
  constraint retention_rule_years_after_majority_check CHECK (((years_after_majority >= 0) AND (years_after_majority <= 30))),
  constraint retention_rule_years_check CHECK (((years >= 1) AND (years <= 30)))
);
comment on table deletions.retention_rule is 'reference';
comment on column deletions.retention_rule.state is 'Null: in every state.';
comment on column deletions.retention_rule.years_after_majority is 'Of whom was not of age on that day.';
comment on column deletions.retention_rule.certainty is 'known: the section is named; likely: from surveys of the law; to_verify: sources disagree, the longer is taken, and counsel must confirm it.';
grant insert, select on deletions.retention_rule to operations;
grant select on deletions.retention_rule to portal;

create table deletions.time_limit (
  name text not null,
  days integer not null,
  during daterange not null,
  source text not null,
  constraint time_limit_pkey PRIMARY KEY (name, during),
  constraint time_limit_name_during_excl EXCLUDE USING gist (name WITH =, during WITH &&),
  constraint time_limit_days_check CHECK ((days > 0)),
  constraint time_limit_during_check CHECK ((NOT isempty(during))),
  constraint time_limit_name_check CHECK ((name = ANY (ARRAY['answer_days'::text, 'letter_days'::text]))),
  constraint time_limit_source_check CHECK ((source <> ''::text))
);
comment on table deletions.time_limit is 'reference';
grant insert, select on deletions.time_limit to operations;
grant select on deletions.time_limit to portal;

create table deletions.tombstone (
  practice_id uuid not null,
  request_id uuid not null,
  phase text not null,
  subject text not null,
  count integer not null,
  at timestamp with time zone not null,
  constraint tombstone_pkey PRIMARY KEY (practice_id, request_id, phase, subject),
  constraint tombstone_count_check CHECK ((count >= 0)),
  constraint tombstone_phase_check CHECK ((phase = ANY (ARRAY['now'::text, 'final'::text]))),
  constraint tombstone_subject_check CHECK ((subject <> ''::text)),
  constraint tombstone_practice_id_request_id_fkey FOREIGN KEY (practice_id, request_id) REFERENCES deletions.request(practice_id, id)
);
comment on table deletions.tombstone is 'distributed by practice';
alter table deletions.tombstone enable row level security;
alter table deletions.tombstone force row level security;
create policy operations on deletions.tombstone for all to operations using (true) with check (true);
create policy owner on deletions.tombstone for all to current_user using (true) with check (true);
create policy portal on deletions.tombstone for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on deletions.tombstone to operations;

create table house.allocated_number (
  practice_id uuid not null,
  partner text not null,
  kind text not null,
  number bigint not null,
  allocated_at timestamp with time zone not null,
  constraint allocated_number_pkey PRIMARY KEY (practice_id, partner, kind, number),
  constraint allocated_number_number_check CHECK ((number >= 0))
);
comment on table house.allocated_number is 'distributed by practice';
alter table house.allocated_number enable row level security;
alter table house.allocated_number force row level security;
create policy operations on house.allocated_number for all to operations using (true) with check (true);
create policy owner on house.allocated_number for all to current_user using (true) with check (true);
create policy portal on house.allocated_number for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on house.allocated_number to operations;

create table house.clock (
  only_one boolean default true not null,
  stands_at timestamp with time zone not null,
  constraint clock_pkey PRIMARY KEY (only_one),
  constraint clock_only_one_check CHECK (only_one)
);
comment on table house.clock is 'local';
grant insert, select, update on house.clock to operations;
grant select on house.clock to portal;

create table house.data_key (
  number integer not null,
  purpose text not null,
  wrapped_by text not null,
  wrapped bytea not null,
  made_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint data_key_pkey PRIMARY KEY (number),
  constraint data_key_number_check CHECK ((number > 0)),
  constraint data_key_purpose_check CHECK ((purpose = ANY (ARRAY['identity'::text, 'clinical'::text, 'claims'::text, 'requests'::text]))),
  constraint data_key_wrapped_by_check CHECK ((wrapped_by <> ''::text))
);
comment on table house.data_key is 'local';
comment on column house.data_key.retired_at is 'From then on nothing new is encrypted with it; what was still opens.';
grant select on house.data_key to operations;
grant select on house.data_key to portal;

create table house.file (
  practice_id uuid not null,
  id uuid not null,
  partner text not null,
  direction text not null,
  folder text not null,
  name text not null,
  sha256 text not null,
  bytes bytea not null,
  recorded_at timestamp with time zone not null,
  constraint file_pkey PRIMARY KEY (practice_id, id),
  constraint file_practice_id_partner_direction_folder_name_sha256_key UNIQUE (practice_id, partner, direction, folder, name, sha256),
  constraint bytes_is_encrypted CHECK ((((SUBSTRING(bytes FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(bytes) >= 36)) OR (bytes = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint file_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
comment on table house.file is 'distributed by practice';
alter table house.file enable row level security;
alter table house.file force row level security;
create policy operations on house.file for all to operations using (true) with check (true);
create policy owner on house.file for all to current_user using (true) with check (true);
create policy portal on house.file for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on house.file to operations;

create table house.file_outcome (
  practice_id uuid not null,
  file_id uuid not null,
  id uuid not null,
  outcome text not null,
  detail jsonb default '{}'::jsonb not null,
  at timestamp with time zone not null,
  constraint file_outcome_pkey PRIMARY KEY (practice_id, file_id, id),
  constraint file_outcome_practice_id_file_id_fkey FOREIGN KEY (practice_id, file_id) REFERENCES house.file(practice_id, id)
);
comment on table house.file_outcome is 'distributed by practice';
alter table house.file_outcome enable row level security;
alter table house.file_outcome force row level security;
create policy operations on house.file_outcome for all to operations using (true) with check (true);
create policy owner on house.file_outcome for all to current_user using (true) with check (true);
create policy portal on house.file_outcome for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on house.file_outcome to operations;

create table house.mail (
  practice_id uuid not null,
  id uuid not null,
  recipient text not null,
  subject text not null,
  body text not null,
  about text,
  recorded_at timestamp with time zone not null,
  constraint mail_pkey PRIMARY KEY (practice_id, id)
);
comment on table house.mail is 'distributed by practice';
alter table house.mail enable row level security;
alter table house.mail force row level security;
create policy operations on house.mail for all to operations using (true) with check (true);
create policy owner on house.mail for all to current_user using (true) with check (true);
create policy portal on house.mail for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on house.mail to operations;
grant insert, select on house.mail to portal;

create table house.mail_attempt (
  practice_id uuid not null,
  mail_id uuid not null,
  id uuid not null,
  outcome text not null,
  detail text,
  at timestamp with time zone not null,
  constraint mail_attempt_pkey PRIMARY KEY (practice_id, mail_id, id),
  constraint mail_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'kept'::text, 'refused'::text, 'failed'::text]))),
  constraint mail_attempt_practice_id_mail_id_fkey FOREIGN KEY (practice_id, mail_id) REFERENCES house.mail(practice_id, id)
);
comment on table house.mail_attempt is 'distributed by practice';
alter table house.mail_attempt enable row level security;
alter table house.mail_attempt force row level security;
create policy operations on house.mail_attempt for all to operations using (true) with check (true);
create policy owner on house.mail_attempt for all to current_user using (true) with check (true);
create policy portal on house.mail_attempt for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on house.mail_attempt to operations;
grant select on house.mail_attempt to portal;

create table house.replayed_answer (
  practice_id uuid not null,
  user_id uuid not null,
  key text not null,
  route text not null,
  content_sha256 text not null,
  status integer not null,
  answer bytea,
  at timestamp with time zone not null,
  constraint replayed_answer_pkey PRIMARY KEY (practice_id, user_id, key),
  constraint answer_is_encrypted CHECK ((((SUBSTRING(answer FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(answer) >= 36)) OR (answer = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint replayed_answer_content_sha256_check CHECK ((content_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint replayed_answer_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
comment on table house.replayed_answer is 'distributed by practice';
alter table house.replayed_answer enable row level security;
alter table house.replayed_answer force row level security;
create policy operations on house.replayed_answer for all to operations using (true) with check (true);
create policy owner on house.replayed_answer for all to current_user using (true) with check (true);
create policy portal on house.replayed_answer for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on house.replayed_answer to operations;
grant insert, select on house.replayed_answer to portal;

create table house.replayed_answer_to_person (
  person_id uuid not null,
  user_id uuid not null,
  key text not null,
  route text not null,
  content_sha256 text not null,
  status integer not null,
  answer bytea,
  at timestamp with time zone not null,
  constraint replayed_answer_to_person_pkey PRIMARY KEY (person_id, user_id, key),
  constraint answer_is_encrypted CHECK ((((SUBSTRING(answer FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(answer) >= 36)) OR (answer = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint replayed_answer_to_person_content_sha256_check CHECK ((content_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint replayed_answer_to_person_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
comment on table house.replayed_answer_to_person is 'distributed by person';
alter table house.replayed_answer_to_person enable row level security;
alter table house.replayed_answer_to_person force row level security;
create policy operations on house.replayed_answer_to_person for all to operations using (true) with check (true);
create policy owner on house.replayed_answer_to_person for all to current_user using (true) with check (true);
create policy portal_changes on house.replayed_answer_to_person for update to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid)) with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_reads on house.replayed_answer_to_person for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_records on house.replayed_answer_to_person for insert to portal with check ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal_removes on house.replayed_answer_to_person for delete to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
grant insert, select on house.replayed_answer_to_person to operations;
grant insert, select on house.replayed_answer_to_person to portal;

create table house.trouble (
  practice_id uuid not null,
  id uuid not null,
  deed text not null,
  subject text not null,
  message text not null,
  at timestamp with time zone not null,
  constraint trouble_pkey PRIMARY KEY (practice_id, id)
);
comment on table house.trouble is 'distributed by practice';
alter table house.trouble enable row level security;
alter table house.trouble force row level security;
create policy operations on house.trouble for all to operations using (true) with check (true);
create policy owner on house.trouble for all to current_user using (true) with check (true);
create policy portal on house.trouble for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on house.trouble to operations;

create table joining.application (
  practice_id uuid not null,
  id uuid not null,
  kind text not null,
  given_name text not null,
  family_name text not null,
  email text not null,
  phone text,
  practice_name text not null,
  clinicians integer not null,
  licence_family text not null,
  licence_state text not null,
  licence_number text,
  npi text,
  states text[] not null,
  plan_ids text[] not null,
  words text,
  token_hash text not null,
  recorded_at timestamp with time zone not null,
  time_zone text,
  constraint application_pkey PRIMARY KEY (practice_id, id),
  constraint application_practice_id_token_hash_key UNIQUE (practice_id, token_hash),
  constraint application_clinicians_check CHECK (((clinicians >= 1) AND (clinicians <= 500))),
  constraint application_email_check CHECK (((email = lower(email)) AND (email ~~ '%@%'::text))),
  constraint application_family_name_check CHECK ((family_name <> ''::text)),
  constraint application_given_name_check CHECK ((given_name <> ''::text)),
  constraint application_kind_check CHECK ((kind = ANY (ARRAY['solo'::text, 'new_group'::text, 'solo_to_group'::text]))),
  constraint application_licence_family_check CHECK ((licence_family <> ''::text)),
  constraint application_licence_state_check CHECK ((licence_state ~ '^[A-Z]{2}$'::text)),
  constraint application_npi_check CHECK ((npi ~ '^[0-9]{10}$'::text)),
  constraint application_practice_name_check CHECK ((practice_name <> ''::text)),
  constraint application_time_zone_check CHECK ((time_zone <> ''::text)),
  constraint application_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
);
comment on table joining.application is 'distributed by practice';
comment on column joining.application.practice_id is 'The operator.';
alter table joining.application enable row level security;
alter table joining.application force row level security;
create policy operations on joining.application for all to operations using (true) with check (true);
create policy owner on joining.application for all to current_user using (true) with check (true);
create policy portal on joining.application for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.application to operations;

create table joining.call (
  practice_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  member_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  turn integer default 0 not null,
  asked_again boolean default false not null,
  constraint call_pkey PRIMARY KEY (practice_id, id),
  constraint call_slot UNIQUE (practice_id, member_id, starts_at, turn),
  constraint call_check CHECK ((ends_at > starts_at)),
  constraint call_turn_check CHECK ((turn >= 0)),
  constraint call_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id),
  constraint call_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.call is 'distributed by practice';
comment on column joining.call.asked_again is 'Chosen with a second form while the first call stands: held until the applicant says which of the two is meant.';
alter table joining.call enable row level security;
alter table joining.call force row level security;
create policy operations on joining.call for all to operations using (true) with check (true);
create policy owner on joining.call for all to current_user using (true) with check (true);
create policy portal on joining.call for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.call to operations;

create table joining.call_change (
  practice_id uuid not null,
  call_id uuid not null,
  deed text not null,
  side text not null,
  next_call_id uuid,
  words text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint call_change_pkey PRIMARY KEY (practice_id, call_id),
  constraint call_change_check CHECK (((deed = 'moved'::text) = (next_call_id IS NOT NULL))),
  constraint call_change_deed_check CHECK ((deed = ANY (ARRAY['moved'::text, 'cancelled'::text, 'released'::text]))),
  constraint call_change_side_check CHECK ((side = ANY (ARRAY['applicant'::text, 'consultant'::text]))),
  constraint call_change_words_check CHECK ((words <> ''::text)),
  constraint call_change_practice_id_call_id_fkey FOREIGN KEY (practice_id, call_id) REFERENCES joining.call(practice_id, id),
  constraint call_change_practice_id_next_call_id_fkey FOREIGN KEY (practice_id, next_call_id) REFERENCES joining.call(practice_id, id)
);
comment on table joining.call_change is 'distributed by practice';
alter table joining.call_change enable row level security;
alter table joining.call_change force row level security;
create policy operations on joining.call_change for all to operations using (true) with check (true);
create policy owner on joining.call_change for all to current_user using (true) with check (true);
create policy portal on joining.call_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.call_change to operations;

create table joining.consultant_block (
  practice_id uuid not null,
  week_id uuid not null,
  weekday integer not null,
  starts time without time zone not null,
  stops time without time zone not null,
  constraint consultant_block_pkey PRIMARY KEY (practice_id, week_id, weekday, starts),
  constraint consultant_block_check CHECK ((stops > starts)),
  constraint consultant_block_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint consultant_block_practice_id_week_id_fkey FOREIGN KEY (practice_id, week_id) REFERENCES joining.consultant_week(practice_id, id)
);
comment on table joining.consultant_block is 'distributed by practice';
alter table joining.consultant_block enable row level security;
alter table joining.consultant_block force row level security;
create policy operations on joining.consultant_block for all to operations using (true) with check (true);
create policy owner on joining.consultant_block for all to current_user using (true) with check (true);
create policy portal on joining.consultant_block for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.consultant_block to operations;

create table joining.consultant_exception (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  during daterange not null,
  starts time without time zone,
  stops time without time zone,
  words text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint consultant_exception_pkey PRIMARY KEY (practice_id, id),
  constraint consultant_exception_check CHECK ((((starts IS NULL) = (stops IS NULL)) AND ((stops > starts) OR (starts IS NULL)))),
  constraint consultant_exception_check1 CHECK (((kind = 'away'::text) OR (starts IS NOT NULL))),
  constraint consultant_exception_during_check CHECK (((NOT isempty(during)) AND (NOT upper_inf(during)) AND (NOT lower_inf(during)))),
  constraint consultant_exception_kind_check CHECK ((kind = ANY (ARRAY['away'::text, 'extra'::text]))),
  constraint consultant_exception_words_check CHECK ((words <> ''::text)),
  constraint consultant_exception_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.consultant_exception is 'distributed by practice';
alter table joining.consultant_exception enable row level security;
alter table joining.consultant_exception force row level security;
create policy operations on joining.consultant_exception for all to operations using (true) with check (true);
create policy owner on joining.consultant_exception for all to current_user using (true) with check (true);
create policy portal on joining.consultant_exception for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.consultant_exception to operations;

create table joining.consultant_week (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_on date not null,
  call_minutes integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint consultant_week_pkey PRIMARY KEY (practice_id, id),
  constraint consultant_week_call_minutes_check CHECK (((call_minutes >= 10) AND (call_minutes <= 120))),
  constraint consultant_week_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.consultant_week is 'distributed by practice';
alter table joining.consultant_week enable row level security;
alter table joining.consultant_week force row level security;
create policy operations on joining.consultant_week for all to operations using (true) with check (true);
create policy owner on joining.consultant_week for all to current_user using (true) with check (true);
create policy portal on joining.consultant_week for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.consultant_week to operations;

create table joining.document (
  practice_id uuid not null,
  id uuid not null,
  kind text not null,
  member_id uuid,
  content_type text not null,
  sha256 text not null,
  bytes bytea not null,
  ends_on date,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint document_pkey PRIMARY KEY (practice_id, id),
  constraint document_content_type_check CHECK ((content_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'image/heic'::text, 'application/pdf'::text]))),
  constraint document_kind_check CHECK ((kind = ANY (ARRAY['licence'::text, 'malpractice'::text, 'w9'::text, 'bank_proof'::text]))),
  constraint document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint document_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.document is 'distributed by practice';
comment on column joining.document.ends_on is 'The last day on which it is in force, as the practice says.';
alter table joining.document enable row level security;
alter table joining.document force row level security;
create policy operations on joining.document for all to operations using (true) with check (true);
create policy owner on joining.document for all to current_user using (true) with check (true);
create policy portal on joining.document for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.document to operations;
grant insert, select on joining.document to portal;

create table joining.document_letter (
  practice_id uuid not null,
  document_id uuid not null,
  days integer not null,
  recorded_at timestamp with time zone not null,
  constraint document_letter_pkey PRIMARY KEY (practice_id, document_id, days),
  constraint document_letter_practice_id_document_id_fkey FOREIGN KEY (practice_id, document_id) REFERENCES joining.document(practice_id, id)
);
comment on table joining.document_letter is 'distributed by practice';
alter table joining.document_letter enable row level security;
alter table joining.document_letter force row level security;
create policy operations on joining.document_letter for all to operations using (true) with check (true);
create policy owner on joining.document_letter for all to current_user using (true) with check (true);
create policy portal on joining.document_letter for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.document_letter to operations;

create table joining.document_review (
  practice_id uuid not null,
  document_id uuid not null,
  verdict text not null,
  words text,
  ends_on date,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint document_review_pkey PRIMARY KEY (practice_id, document_id),
  constraint document_review_check CHECK (((verdict = 'accepted'::text) OR (words IS NOT NULL))),
  constraint document_review_verdict_check CHECK ((verdict = ANY (ARRAY['accepted'::text, 'asked_again'::text]))),
  constraint document_review_words_check CHECK ((words <> ''::text)),
  constraint document_review_practice_id_document_id_fkey FOREIGN KEY (practice_id, document_id) REFERENCES joining.document(practice_id, id)
);
comment on table joining.document_review is 'distributed by practice';
comment on column joining.document_review.ends_on is 'The last day on which it is in force, as the operator read it.';
alter table joining.document_review enable row level security;
alter table joining.document_review force row level security;
create policy operations on joining.document_review for all to operations using (true) with check (true);
create policy owner on joining.document_review for all to current_user using (true) with check (true);
create policy portal on joining.document_review for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.document_review to operations;
grant select on joining.document_review to portal;

create table joining.document_rule (
  kind text not null,
  largest_bytes integer not null,
  of_clinician boolean not null,
  ends boolean not null,
  warn_days integer[] not null,
  during daterange not null,
  source text not null,
  constraint document_rule_pkey PRIMARY KEY (kind, during),
  constraint document_rule_kind_during_excl EXCLUDE USING gist (kind WITH =, during WITH &&),
  constraint document_rule_during_check CHECK ((NOT isempty(during))),
  constraint document_rule_kind_check CHECK ((kind = ANY (ARRAY['licence'::text, 'malpractice'::text, 'w9'::text, 'bank_proof'::text]))),
  constraint document_rule_largest_bytes_check CHECK ((largest_bytes > 0)),
  constraint document_rule_source_check CHECK ((source <> ''::text))
);
comment on table joining.document_rule is 'reference';
grant insert, select on joining.document_rule to operations;
grant select on joining.document_rule to portal;

create table joining.exception_removal (
  practice_id uuid not null,
  exception_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint exception_removal_pkey PRIMARY KEY (practice_id, exception_id),
  constraint exception_removal_practice_id_exception_id_fkey FOREIGN KEY (practice_id, exception_id) REFERENCES joining.consultant_exception(practice_id, id)
);
comment on table joining.exception_removal is 'distributed by practice';
alter table joining.exception_removal enable row level security;
alter table joining.exception_removal force row level security;
create policy operations on joining.exception_removal for all to operations using (true) with check (true);
create policy owner on joining.exception_removal for all to current_user using (true) with check (true);
create policy portal on joining.exception_removal for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.exception_removal to operations;

create table joining.follow_up (
  practice_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  member_id uuid not null,
  due_on date not null,
  words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint follow_up_pkey PRIMARY KEY (practice_id, id),
  constraint follow_up_words_check CHECK ((words <> ''::text)),
  constraint follow_up_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id),
  constraint follow_up_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.follow_up is 'distributed by practice';
alter table joining.follow_up enable row level security;
alter table joining.follow_up force row level security;
create policy operations on joining.follow_up for all to operations using (true) with check (true);
create policy owner on joining.follow_up for all to current_user using (true) with check (true);
create policy portal on joining.follow_up for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.follow_up to operations;

create table joining.follow_up_change (
  practice_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  follow_up_id uuid not null,
  deed text not null,
  due_on date,
  member_id uuid,
  words text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint follow_up_change_pkey PRIMARY KEY (practice_id, id),
  constraint follow_up_change_check CHECK ((((deed = 'snoozed'::text) = (due_on IS NOT NULL)) AND ((deed = 'handed_on'::text) = (member_id IS NOT NULL)))),
  constraint follow_up_change_check1 CHECK (((deed <> 'done'::text) OR (words IS NOT NULL))),
  constraint follow_up_change_deed_check CHECK ((deed = ANY (ARRAY['snoozed'::text, 'done'::text, 'handed_on'::text]))),
  constraint follow_up_change_words_check CHECK ((words <> ''::text)),
  constraint follow_up_change_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id),
  constraint follow_up_change_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.follow_up_change is 'distributed by practice';
comment on column joining.follow_up_change.follow_up_id is 'The row of joining.follow_up, or of the news that gave the follow-up: a call, a step, a quote, the application.';
alter table joining.follow_up_change enable row level security;
alter table joining.follow_up_change force row level security;
create policy operations on joining.follow_up_change for all to operations using (true) with check (true);
create policy owner on joining.follow_up_change for all to current_user using (true) with check (true);
create policy portal on joining.follow_up_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.follow_up_change to operations;

create table joining.follow_up_letter (
  practice_id uuid not null,
  member_id uuid not null,
  on_day date not null,
  recorded_at timestamp with time zone not null,
  constraint follow_up_letter_pkey PRIMARY KEY (practice_id, member_id, on_day),
  constraint follow_up_letter_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.follow_up_letter is 'distributed by practice';
alter table joining.follow_up_letter enable row level security;
alter table joining.follow_up_letter force row level security;
create policy operations on joining.follow_up_letter for all to operations using (true) with check (true);
create policy owner on joining.follow_up_letter for all to current_user using (true) with check (true);
create policy portal on joining.follow_up_letter for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.follow_up_letter to operations;

create table joining.follow_up_rule (
  why text not null,
  business_days integer not null,
  during daterange not null,
  source text not null,
  constraint follow_up_rule_pkey PRIMARY KEY (why, during),
  constraint follow_up_rule_why_during_excl EXCLUDE USING gist (why WITH =, during WITH &&),
  constraint follow_up_rule_business_days_check CHECK ((business_days > 0)),
  constraint follow_up_rule_during_check CHECK ((NOT isempty(during))),
  constraint follow_up_rule_source_check CHECK ((source <> ''::text)),
  constraint follow_up_rule_why_check CHECK ((why = ANY (ARRAY['call_passed'::text, 'call_held'::text, 'call_missed'::text, 'quote_sent'::text, 'stands_still'::text])))
);
comment on table joining.follow_up_rule is 'reference';
grant insert, select on joining.follow_up_rule to operations;
grant select on joining.follow_up_rule to portal;

create table joining.form_again (
  practice_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  form jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint form_again_pkey PRIMARY KEY (practice_id, id),
  constraint form_again_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id)
);
comment on table joining.form_again is 'distributed by practice';
alter table joining.form_again enable row level security;
alter table joining.form_again force row level security;
create policy operations on joining.form_again for all to operations using (true) with check (true);
create policy owner on joining.form_again for all to current_user using (true) with check (true);
create policy portal on joining.form_again for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.form_again to operations;

create table joining.letter_link (
  practice_id uuid not null,
  token_hash text not null,
  application_id uuid not null,
  purpose text not null,
  call_id uuid,
  recorded_at timestamp with time zone not null,
  constraint letter_link_pkey PRIMARY KEY (practice_id, token_hash),
  constraint letter_link_purpose_check CHECK ((purpose = ANY (ARRAY['progress'::text, 'call'::text]))),
  constraint letter_link_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint letter_link_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id),
  constraint letter_link_practice_id_call_id_fkey FOREIGN KEY (practice_id, call_id) REFERENCES joining.call(practice_id, id)
);
comment on table joining.letter_link is 'distributed by practice';
alter table joining.letter_link enable row level security;
alter table joining.letter_link force row level security;
create policy operations on joining.letter_link for all to operations using (true) with check (true);
create policy owner on joining.letter_link for all to current_user using (true) with check (true);
create policy portal on joining.letter_link for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.letter_link to operations;

create table joining.onboarding_mark (
  practice_id uuid not null,
  step text not null,
  words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint onboarding_mark_pkey PRIMARY KEY (practice_id, step),
  constraint onboarding_mark_step_check CHECK ((step = ANY (ARRAY['profile'::text, 'malpractice_insurance'::text, 'caqh'::text, 'agreement'::text]))),
  constraint onboarding_mark_words_check CHECK ((words <> ''::text))
);
comment on table joining.onboarding_mark is 'distributed by practice';
alter table joining.onboarding_mark enable row level security;
alter table joining.onboarding_mark force row level security;
create policy operations on joining.onboarding_mark for all to operations using (true) with check (true);
create policy owner on joining.onboarding_mark for all to current_user using (true) with check (true);
create policy portal on joining.onboarding_mark for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.onboarding_mark to operations;
grant insert, select on joining.onboarding_mark to portal;

create table joining.opening (
  practice_id uuid not null,
  application_id uuid not null,
  opened_practice_id uuid not null,
  owner_member_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint opening_pkey PRIMARY KEY (practice_id, application_id),
  constraint opening_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id)
);
comment on table joining.opening is 'distributed by practice';
alter table joining.opening enable row level security;
alter table joining.opening force row level security;
create policy operations on joining.opening for all to operations using (true) with check (true);
create policy owner on joining.opening for all to current_user using (true) with check (true);
create policy portal on joining.opening for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.opening to operations;

create table joining.quote (
  practice_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  valid_on date not null,
  licence_family text not null,
  lines jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint quote_pkey PRIMARY KEY (practice_id, id),
  constraint quote_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id)
);
comment on table joining.quote is 'distributed by practice';
comment on column joining.quote.lines is 'The rates as they stood on the day, so that the quote stays what was said.';
alter table joining.quote enable row level security;
alter table joining.quote force row level security;
create policy operations on joining.quote for all to operations using (true) with check (true);
create policy owner on joining.quote for all to current_user using (true) with check (true);
create policy portal on joining.quote for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.quote to operations;

create table joining.removal_request (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  deed text not null,
  reason text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint removal_request_pkey PRIMARY KEY (practice_id, id),
  constraint removal_request_check CHECK (((deed = 'asked'::text) = (reason IS NOT NULL))),
  constraint removal_request_deed_check CHECK ((deed = ANY (ARRAY['asked'::text, 'taken_back'::text]))),
  constraint removal_request_reason_check CHECK ((reason <> ''::text)),
  constraint removal_request_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table joining.removal_request is 'distributed by practice';
alter table joining.removal_request enable row level security;
alter table joining.removal_request force row level security;
create policy operations on joining.removal_request for all to operations using (true) with check (true);
create policy owner on joining.removal_request for all to current_user using (true) with check (true);
create policy portal on joining.removal_request for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.removal_request to operations;
grant insert, select on joining.removal_request to portal;

create table joining.return_window (
  banking_days integer not null,
  during daterange not null,
  source text not null,
  constraint return_window_pkey PRIMARY KEY (during),
  constraint return_window_during_excl EXCLUDE USING gist (during WITH &&),
  constraint return_window_banking_days_check CHECK ((banking_days > 0)),
  constraint return_window_during_check CHECK ((NOT isempty(during))),
  constraint return_window_source_check CHECK ((source <> ''::text))
);
comment on table joining.return_window is 'reference';
grant insert, select on joining.return_window to operations;
grant select on joining.return_window to portal;

create table joining.step (
  practice_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  deed text not null,
  words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint step_pkey PRIMARY KEY (practice_id, id),
  constraint step_deed_check CHECK ((deed = ANY (ARRAY['noted'::text, 'call_held'::text, 'call_missed'::text, 'closed'::text]))),
  constraint step_words_check CHECK ((words <> ''::text)),
  constraint step_practice_id_application_id_fkey FOREIGN KEY (practice_id, application_id) REFERENCES joining.application(practice_id, id)
);
comment on table joining.step is 'distributed by practice';
alter table joining.step enable row level security;
alter table joining.step force row level security;
create policy operations on joining.step for all to operations using (true) with check (true);
create policy owner on joining.step for all to current_user using (true) with check (true);
create policy portal on joining.step for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on joining.step to operations;

create table ledger.posting (
  practice_id uuid not null,
  id uuid not null,
  idempotency_key text not null,
  content_hash text not null,
  kind text not null,
  cause text not null,
  subject text not null,
  effective_on date not null,
  pay_on date,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint posting_pkey PRIMARY KEY (practice_id, id),
  constraint posting_practice_id_idempotency_key_key UNIQUE (practice_id, idempotency_key),
  constraint posting_cause_check CHECK ((cause = ANY (ARRAY['practice'::text, 'client'::text, 'payer'::text, 'operator'::text, 'bank'::text, 'card_processor'::text]))),
  constraint posting_idempotency_key_check CHECK ((idempotency_key <> ''::text))
);
CREATE INDEX posting_practice_id_subject_idx ON ledger.posting USING btree (practice_id, subject);
comment on table ledger.posting is 'distributed by practice';
comment on column ledger.posting.pay_on is 'The pay date of the window that the lines on practice_payable belong to; null when the posting has none.';
alter table ledger.posting enable row level security;
alter table ledger.posting force row level security;
create policy operations on ledger.posting for all to operations using (true) with check (true);
create policy owner on ledger.posting for all to current_user using (true) with check (true);
create policy portal on ledger.posting for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on ledger.posting to operations;
grant insert, select on ledger.posting to portal;

create table ledger.seal (
  practice_id uuid not null,
  number integer not null,
  posting_count integer not null,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (practice_id, number),
  constraint seal_number_check CHECK ((number > 0)),
  constraint seal_posting_count_check CHECK ((posting_count > 0))
);
comment on table ledger.seal is 'distributed by practice';
alter table ledger.seal enable row level security;
alter table ledger.seal force row level security;
create policy operations on ledger.seal for all to operations using (true) with check (true);
create policy owner on ledger.seal for all to current_user using (true) with check (true);
create policy portal on ledger.seal for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on ledger.seal to operations;
grant select on ledger.seal to portal;

create table ledger.sealed_posting (
  practice_id uuid not null,
  posting_id uuid not null,
  seal_number integer not null,
  "position" integer not null,
  hash text not null,
  constraint sealed_posting_pkey PRIMARY KEY (practice_id, posting_id),
  constraint sealed_posting_practice_id_seal_number_position_key UNIQUE (practice_id, seal_number, "position"),
  constraint sealed_posting_position_check CHECK (("position" > 0)),
  constraint sealed_posting_practice_id_seal_number_fkey FOREIGN KEY (practice_id, seal_number) REFERENCES ledger.seal(practice_id, number)
);
comment on table ledger.sealed_posting is 'distributed by practice';
comment on column ledger.sealed_posting.hash is 'Hash of the posting with its transfers as they stood when sealed, so that verification can name the one that changed.';
alter table ledger.sealed_posting enable row level security;
alter table ledger.sealed_posting force row level security;
create policy operations on ledger.sealed_posting for all to operations using (true) with check (true);
create policy owner on ledger.sealed_posting for all to current_user using (true) with check (true);
create policy portal on ledger.sealed_posting for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on ledger.sealed_posting to operations;
grant select on ledger.sealed_posting to portal;

create table ledger.transfer (
  practice_id uuid not null,
  posting_id uuid not null,
  line smallint not null,
  debit text not null,
  debit_subject text not null,
  credit text not null,
  credit_subject text not null,
  cents bigint not null,
  constraint transfer_pkey PRIMARY KEY (practice_id, posting_id, line),
  constraint transfer_cents_check CHECK ((cents > 0)),
  constraint transfer_check CHECK (((debit <> credit) OR (debit_subject <> credit_subject))),
  constraint transfer_line_check CHECK ((line > 0)),
  constraint transfer_practice_id_posting_id_fkey FOREIGN KEY (practice_id, posting_id) REFERENCES ledger.posting(practice_id, id)
);
CREATE INDEX transfer_credit_idx ON ledger.transfer USING btree (credit) WHERE (credit = ANY (ARRAY['client_refunds_due'::text, 'payer_receivable'::text, 'practice_payable'::text]));
CREATE INDEX transfer_debit_idx ON ledger.transfer USING btree (debit) WHERE (debit = ANY (ARRAY['client_refunds_due'::text, 'payer_receivable'::text, 'practice_payable'::text]));
CREATE INDEX transfer_practice_id_credit_subject_credit_idx ON ledger.transfer USING btree (practice_id, credit_subject, credit);
CREATE INDEX transfer_practice_id_debit_subject_debit_idx ON ledger.transfer USING btree (practice_id, debit_subject, debit);
comment on table ledger.transfer is 'distributed by practice';
alter table ledger.transfer enable row level security;
alter table ledger.transfer force row level security;
create policy operations on ledger.transfer for all to operations using (true) with check (true);
create policy owner on ledger.transfer for all to current_user using (true) with check (true);
create policy portal on ledger.transfer for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on ledger.transfer to operations;
grant insert, select on ledger.transfer to portal;

create table operations.record_opening (
  practice_id uuid not null,
  user_id uuid not null,
  person_id uuid not null,
  opened_on date not null,
  reason text not null,
  at timestamp with time zone not null,
  constraint record_opening_pkey PRIMARY KEY (practice_id, user_id, person_id, opened_on),
  constraint record_opening_reason_check CHECK ((reason <> ''::text))
);
comment on table operations.record_opening is 'distributed by practice';
alter table operations.record_opening enable row level security;
alter table operations.record_opening force row level security;
create policy operations on operations.record_opening for all to operations using (true) with check (true);
create policy owner on operations.record_opening for all to current_user using (true) with check (true);
create policy portal on operations.record_opening for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on operations.record_opening to operations;

create table operations.work (
  practice_id uuid not null,
  id uuid not null,
  item text not null,
  deed text not null,
  words text,
  until date,
  owner_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint work_pkey PRIMARY KEY (practice_id, id),
  constraint work_check CHECK (((deed = ANY (ARRAY['taken'::text, 'handed_back'::text])) OR (words <> ''::text))),
  constraint work_check1 CHECK (((deed = 'taken'::text) = (owner_id IS NOT NULL))),
  constraint work_check2 CHECK (((deed <> ALL (ARRAY['waits'::text, 'appealed'::text])) OR (until IS NOT NULL))),
  constraint work_deed_check CHECK ((deed = ANY (ARRAY['taken'::text, 'handed_back'::text, 'noted'::text, 'waits'::text, 'appealed'::text, 'resolved'::text]))),
  constraint work_item_check CHECK ((item <> ''::text))
);
CREATE INDEX work_practice_id_item_recorded_at_idx ON operations.work USING btree (practice_id, item, recorded_at);
comment on table operations.work is 'distributed by practice';
comment on column operations.work.item is 'What stands in a queue, as its kind and its id: "claim 0197…".';
comment on column operations.work.owner_id is 'The member of the operator who has it from now on.';
alter table operations.work enable row level security;
alter table operations.work force row level security;
create policy operations on operations.work for all to operations using (true) with check (true);
create policy owner on operations.work for all to current_user using (true) with check (true);
create policy portal on operations.work for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on operations.work to operations;

create table payouts.bank_account (
  practice_id uuid not null,
  id uuid not null,
  holder text not null,
  holder_name text not null,
  routing text not null,
  account text not null,
  kind text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint bank_account_pkey PRIMARY KEY (practice_id, id),
  constraint bank_account_account_check CHECK ((account ~ '^[0-9]{4,17}$'::text)),
  constraint bank_account_holder_check CHECK ((holder = ANY (ARRAY['business'::text, 'personal'::text]))),
  constraint bank_account_kind_check CHECK ((kind = ANY (ARRAY['checking'::text, 'savings'::text]))),
  constraint bank_account_routing_check CHECK ((routing ~ '^[0-9]{9}$'::text))
);
comment on table payouts.bank_account is 'distributed by practice';
alter table payouts.bank_account enable row level security;
alter table payouts.bank_account force row level security;
create policy operations on payouts.bank_account for all to operations using (true) with check (true);
create policy owner on payouts.bank_account for all to current_user using (true) with check (true);
create policy portal on payouts.bank_account for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.bank_account to operations;
grant insert, select on payouts.bank_account to portal;

create table payouts.bank_account_check (
  practice_id uuid not null,
  bank_account_id uuid not null,
  id uuid not null,
  outcome text not null,
  because text not null,
  at timestamp with time zone not null,
  constraint bank_account_check_pkey PRIMARY KEY (practice_id, id),
  constraint bank_account_check_outcome_check CHECK ((outcome = ANY (ARRAY['verified'::text, 'refused'::text]))),
  constraint bank_account_check_practice_id_bank_account_id_fkey FOREIGN KEY (practice_id, bank_account_id) REFERENCES payouts.bank_account(practice_id, id)
);
comment on table payouts.bank_account_check is 'distributed by practice';
alter table payouts.bank_account_check enable row level security;
alter table payouts.bank_account_check force row level security;
create policy operations on payouts.bank_account_check for all to operations using (true) with check (true);
create policy owner on payouts.bank_account_check for all to current_user using (true) with check (true);
create policy portal on payouts.bank_account_check for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.bank_account_check to operations;
grant insert, select on payouts.bank_account_check to portal;

create table payouts.bank_batch (
  practice_id uuid not null,
  reference text not null,
  file_id uuid not null,
  entry_count integer not null,
  total_cents bigint not null,
  constraint bank_batch_pkey PRIMARY KEY (practice_id, reference),
  constraint bank_batch_entry_count_check CHECK ((entry_count > 0)),
  constraint bank_batch_total_cents_check CHECK ((total_cents > 0)),
  constraint bank_batch_practice_id_file_id_fkey FOREIGN KEY (practice_id, file_id) REFERENCES payouts.bank_file(practice_id, file_id)
);
comment on table payouts.bank_batch is 'distributed by practice';
comment on column payouts.bank_batch.reference is 'Day, file modifier and batch number, as the bank repeats them on its statement.';
alter table payouts.bank_batch enable row level security;
alter table payouts.bank_batch force row level security;
create policy operations on payouts.bank_batch for all to operations using (true) with check (true);
create policy owner on payouts.bank_batch for all to current_user using (true) with check (true);
create policy portal on payouts.bank_batch for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.bank_batch to operations;

create table payouts.bank_file (
  practice_id uuid not null,
  file_id uuid not null,
  sends_on date not null,
  settles_on date not null,
  entry_count integer not null,
  total_cents bigint not null,
  recorded_at timestamp with time zone not null,
  constraint bank_file_pkey PRIMARY KEY (practice_id, file_id),
  constraint bank_file_entry_count_check CHECK ((entry_count > 0)),
  constraint bank_file_total_cents_check CHECK ((total_cents > 0))
);
comment on table payouts.bank_file is 'distributed by practice';
alter table payouts.bank_file enable row level security;
alter table payouts.bank_file force row level security;
create policy operations on payouts.bank_file for all to operations using (true) with check (true);
create policy owner on payouts.bank_file for all to current_user using (true) with check (true);
create policy portal on payouts.bank_file for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.bank_file to operations;

create table payouts.bank_line (
  practice_id uuid not null,
  statement_id uuid not null,
  line integer not null,
  type_code text not null,
  signed_cents bigint not null,
  bank_reference text not null,
  customer_reference text not null,
  description text not null,
  became text not null,
  constraint bank_line_pkey PRIMARY KEY (practice_id, statement_id, line),
  constraint bank_line_became_check CHECK ((became = ANY (ARRAY['deposit'::text, 'settlement'::text, 'card_payout'::text, 'card_refunds'::text, 'return'::text, 'own_money'::text, 'unexplained'::text]))),
  constraint bank_line_line_check CHECK ((line > 0)),
  constraint bank_line_signed_cents_check CHECK ((signed_cents <> 0)),
  constraint bank_line_practice_id_statement_id_fkey FOREIGN KEY (practice_id, statement_id) REFERENCES payouts.bank_statement(practice_id, id)
);
comment on table payouts.bank_line is 'distributed by practice';
alter table payouts.bank_line enable row level security;
alter table payouts.bank_line force row level security;
create policy operations on payouts.bank_line for all to operations using (true) with check (true);
create policy owner on payouts.bank_line for all to current_user using (true) with check (true);
create policy portal on payouts.bank_line for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.bank_line to operations;

create table payouts.bank_statement (
  practice_id uuid not null,
  id uuid not null,
  operator_account_id text not null,
  as_of date not null,
  opening_cents bigint not null,
  closing_cents bigint not null,
  file_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint bank_statement_pkey PRIMARY KEY (practice_id, id),
  constraint bank_statement_practice_id_operator_account_id_as_of_key UNIQUE (practice_id, operator_account_id, as_of)
);
comment on table payouts.bank_statement is 'distributed by practice';
alter table payouts.bank_statement enable row level security;
alter table payouts.bank_statement force row level security;
create policy operations on payouts.bank_statement for all to operations using (true) with check (true);
create policy owner on payouts.bank_statement for all to current_user using (true) with check (true);
create policy portal on payouts.bank_statement for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.bank_statement to operations;

create table payouts.operator_account (
  id text not null,
  name text not null,
  routing text not null,
  account text not null,
  odfi text not null,
  company_name text not null,
  company_id text not null,
  bank_name text not null,
  during daterange not null,
  source text not null,
  constraint operator_account_pkey PRIMARY KEY (id),
  constraint operator_account_during_check CHECK ((NOT isempty(during))),
  constraint operator_account_odfi_check CHECK ((odfi ~ '^[0-9]{8}$'::text)),
  constraint operator_account_routing_check CHECK ((routing ~ '^[0-9]{9}$'::text))
);
comment on table payouts.operator_account is 'reference';
grant insert, select on payouts.operator_account to operations;
grant select on payouts.operator_account to portal;

create table payouts.own_money (
  practice_id uuid not null,
  id uuid not null,
  reference text not null,
  cents bigint not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint own_money_pkey PRIMARY KEY (practice_id, id),
  constraint own_money_practice_id_reference_key UNIQUE (practice_id, reference),
  constraint own_money_cents_check CHECK ((cents > 0))
);
comment on table payouts.own_money is 'distributed by practice';
alter table payouts.own_money enable row level security;
alter table payouts.own_money force row level security;
create policy operations on payouts.own_money for all to operations using (true) with check (true);
create policy owner on payouts.own_money for all to current_user using (true) with check (true);
create policy portal on payouts.own_money for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.own_money to operations;

create table payouts.payout (
  practice_id uuid not null,
  id uuid not null,
  pay_on date not null,
  sends_on date not null,
  settles_on date not null,
  cents bigint not null,
  bank_account_id uuid not null,
  batch_reference text not null,
  trace_number text not null,
  file_id uuid not null,
  file_name text not null,
  file_sha256 text not null,
  recorded_at timestamp with time zone not null,
  constraint payout_pkey PRIMARY KEY (practice_id, id),
  constraint payout_practice_id_pay_on_key UNIQUE (practice_id, pay_on),
  constraint payout_cents_check CHECK ((cents > 0)),
  constraint payout_check CHECK (((sends_on < settles_on) AND (settles_on <= pay_on))),
  constraint payout_trace_number_check CHECK ((trace_number ~ '^[0-9]{15}$'::text)),
  constraint payout_practice_id_bank_account_id_fkey FOREIGN KEY (practice_id, bank_account_id) REFERENCES payouts.bank_account(practice_id, id)
);
CREATE INDEX payout_batch_reference_idx ON payouts.payout USING btree (batch_reference);
CREATE INDEX payout_file_id_idx ON payouts.payout USING btree (file_id);
CREATE INDEX payout_trace_number_idx ON payouts.payout USING btree (trace_number);
comment on table payouts.payout is 'distributed by practice';
alter table payouts.payout enable row level security;
alter table payouts.payout force row level security;
create policy operations on payouts.payout for all to operations using (true) with check (true);
create policy owner on payouts.payout for all to current_user using (true) with check (true);
create policy portal on payouts.payout for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.payout to operations;
grant select on payouts.payout to portal;

create table payouts.payout_event (
  practice_id uuid not null,
  id uuid not null,
  payout_id uuid not null,
  kind text not null,
  source_key text not null,
  code text,
  detail text not null,
  happened_on date not null,
  recorded_at timestamp with time zone not null,
  constraint payout_event_pkey PRIMARY KEY (practice_id, id),
  constraint payout_event_practice_id_payout_id_source_key_key UNIQUE (practice_id, payout_id, source_key),
  constraint payout_event_kind_check CHECK ((kind = ANY (ARRAY['sent'::text, 'settled'::text, 'returned'::text, 'refused'::text, 'change_notified'::text]))),
  constraint payout_event_practice_id_payout_id_fkey FOREIGN KEY (practice_id, payout_id) REFERENCES payouts.payout(practice_id, id)
);
comment on table payouts.payout_event is 'distributed by practice';
alter table payouts.payout_event enable row level security;
alter table payouts.payout_event force row level security;
create policy operations on payouts.payout_event for all to operations using (true) with check (true);
create policy owner on payouts.payout_event for all to current_user using (true) with check (true);
create policy portal on payouts.payout_event for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.payout_event to operations;
grant select on payouts.payout_event to portal;

create table payouts.payout_item (
  practice_id uuid not null,
  posting_id uuid not null,
  line smallint not null,
  payout_id uuid not null,
  cents bigint not null,
  constraint payout_item_pkey PRIMARY KEY (practice_id, posting_id, line),
  constraint payout_item_cents_check CHECK ((cents <> 0)),
  constraint payout_item_practice_id_payout_id_fkey FOREIGN KEY (practice_id, payout_id) REFERENCES payouts.payout(practice_id, id)
);
CREATE INDEX payout_item_practice_id_payout_id_idx ON payouts.payout_item USING btree (practice_id, payout_id);
comment on table payouts.payout_item is 'distributed by practice';
alter table payouts.payout_item enable row level security;
alter table payouts.payout_item force row level security;
create policy operations on payouts.payout_item for all to operations using (true) with check (true);
create policy owner on payouts.payout_item for all to current_user using (true) with check (true);
create policy portal on payouts.payout_item for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.payout_item to operations;
grant select on payouts.payout_item to portal;

create table payouts.tax_form (
  practice_id uuid not null,
  id uuid not null,
  kind text not null,
  received_at timestamp with time zone not null,
  constraint tax_form_pkey PRIMARY KEY (practice_id, id),
  constraint tax_form_kind_check CHECK ((kind = 'w9'::text))
);
comment on table payouts.tax_form is 'distributed by practice';
alter table payouts.tax_form enable row level security;
alter table payouts.tax_form force row level security;
create policy operations on payouts.tax_form for all to operations using (true) with check (true);
create policy owner on payouts.tax_form for all to current_user using (true) with check (true);
create policy portal on payouts.tax_form for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.tax_form to operations;
grant select on payouts.tax_form to portal;

create table payouts.test_deposit (
  practice_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  code text not null,
  cents bigint not null,
  sends_on date not null,
  settles_on date not null,
  batch_reference text not null,
  trace_number text not null,
  file_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint test_deposit_pkey PRIMARY KEY (practice_id, id),
  constraint test_deposit_practice_id_bank_account_id_key UNIQUE (practice_id, bank_account_id),
  constraint test_deposit_cents_check CHECK (((cents >= 1) AND (cents <= 99))),
  constraint test_deposit_check CHECK ((sends_on < settles_on)),
  constraint test_deposit_code_check CHECK ((code ~ '^[A-Z]{3}$'::text)),
  constraint test_deposit_trace_number_check CHECK ((trace_number ~ '^[0-9]{15}$'::text)),
  constraint test_deposit_practice_id_bank_account_id_fkey FOREIGN KEY (practice_id, bank_account_id) REFERENCES payouts.bank_account(practice_id, id)
);
CREATE INDEX test_deposit_batch_reference_idx ON payouts.test_deposit USING btree (batch_reference);
CREATE INDEX test_deposit_trace_number_idx ON payouts.test_deposit USING btree (trace_number);
comment on table payouts.test_deposit is 'distributed by practice';
alter table payouts.test_deposit enable row level security;
alter table payouts.test_deposit force row level security;
create policy operations on payouts.test_deposit for all to operations using (true) with check (true);
create policy owner on payouts.test_deposit for all to current_user using (true) with check (true);
create policy portal on payouts.test_deposit for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.test_deposit to operations;
grant select on payouts.test_deposit to portal;

create table payouts.test_deposit_answer (
  practice_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  is_right boolean not null,
  at timestamp with time zone not null,
  by uuid not null,
  constraint test_deposit_answer_pkey PRIMARY KEY (practice_id, id),
  constraint test_deposit_answer_practice_id_bank_account_id_fkey FOREIGN KEY (practice_id, bank_account_id) REFERENCES payouts.bank_account(practice_id, id)
);
comment on table payouts.test_deposit_answer is 'distributed by practice';
alter table payouts.test_deposit_answer enable row level security;
alter table payouts.test_deposit_answer force row level security;
create policy operations on payouts.test_deposit_answer for all to operations using (true) with check (true);
create policy owner on payouts.test_deposit_answer for all to current_user using (true) with check (true);
create policy portal on payouts.test_deposit_answer for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on payouts.test_deposit_answer to operations;
grant insert, select on payouts.test_deposit_answer to portal;

create table practices.admin_approval (
  practice_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  user_id uuid not null,
  name text not null,
  email text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint admin_approval_pkey PRIMARY KEY (practice_id, id),
  constraint admin_approval_practice_id_request_id_key UNIQUE (practice_id, request_id),
  constraint admin_approval_email_check CHECK ((email <> ''::text)),
  constraint admin_approval_name_check CHECK ((name <> ''::text))
);
comment on table practices.admin_approval is 'distributed by practice';
comment on column practices.admin_approval.practice_id is 'The practice whose owner is asked.';
alter table practices.admin_approval enable row level security;
alter table practices.admin_approval force row level security;
create policy operations on practices.admin_approval for all to operations using (true) with check (true);
create policy owner on practices.admin_approval for all to current_user using (true) with check (true);
create policy portal on practices.admin_approval for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.admin_approval to operations;
grant select on practices.admin_approval to portal;

create table practices.admin_approval_answer (
  practice_id uuid not null,
  approval_id uuid not null,
  answer text not null,
  member_id uuid,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint admin_approval_answer_pkey PRIMARY KEY (practice_id, approval_id),
  constraint admin_approval_answer_answer_check CHECK ((answer = ANY (ARRAY['approved'::text, 'declined'::text]))),
  constraint admin_approval_answer_check CHECK (((answer = 'approved'::text) = (member_id IS NOT NULL))),
  constraint admin_approval_answer_practice_id_approval_id_fkey FOREIGN KEY (practice_id, approval_id) REFERENCES practices.admin_approval(practice_id, id),
  constraint admin_approval_answer_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table practices.admin_approval_answer is 'distributed by practice';
alter table practices.admin_approval_answer enable row level security;
alter table practices.admin_approval_answer force row level security;
create policy operations on practices.admin_approval_answer for all to operations using (true) with check (true);
create policy owner on practices.admin_approval_answer for all to current_user using (true) with check (true);
create policy portal on practices.admin_approval_answer for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.admin_approval_answer to operations;
grant insert, select on practices.admin_approval_answer to portal;

create table practices.admin_request (
  practice_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  practice_told text not null,
  user_id uuid,
  via text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint admin_request_pkey PRIMARY KEY (practice_id, id),
  constraint admin_request_email_check CHECK (((email = lower(email)) AND (email ~~ '%@%'::text))),
  constraint admin_request_name_check CHECK ((name <> ''::text)),
  constraint admin_request_practice_told_check CHECK ((practice_told <> ''::text)),
  constraint admin_request_via_check CHECK ((via = ANY (ARRAY['client_account'::text, 'operator'::text])))
);
comment on table practices.admin_request is 'distributed by practice';
comment on column practices.admin_request.practice_id is 'The operator, to whom it is told.';
alter table practices.admin_request enable row level security;
alter table practices.admin_request force row level security;
create policy operations on practices.admin_request for all to operations using (true) with check (true);
create policy owner on practices.admin_request for all to current_user using (true) with check (true);
create policy portal on practices.admin_request for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.admin_request to operations;

create table practices.billing_entity (
  id text not null,
  state text not null,
  legal_name text not null,
  tin text not null,
  npi text not null,
  taxonomy text not null,
  street text not null,
  city text not null,
  zip text not null,
  during daterange not null,
  source text not null,
  constraint billing_entity_pkey PRIMARY KEY (id),
  constraint billing_entity_during_check CHECK ((NOT isempty(during))),
  constraint billing_entity_npi_check CHECK ((npi ~ '^[0-9]{10}$'::text)),
  constraint billing_entity_tin_check CHECK ((tin ~ '^[0-9]{9}$'::text)),
  constraint billing_entity_zip_check CHECK ((zip ~ '^[0-9]{9}$'::text))
);
comment on table practices.billing_entity is 'reference';
comment on column practices.billing_entity.zip is 'ZIP+4: 2010AA N403 of an 837P needs all nine digits.';
grant insert, select on practices.billing_entity to operations;
grant select on practices.billing_entity to portal;

create table practices.kind_change (
  practice_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint kind_change_pkey PRIMARY KEY (practice_id, id),
  constraint kind_change_kind_check CHECK ((kind = ANY (ARRAY['solo'::text, 'group'::text]))),
  constraint kind_change_name_check CHECK ((name <> ''::text)),
  constraint kind_change_reason_check CHECK ((reason <> ''::text)),
  constraint kind_change_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practices.practice(practice_id)
);
comment on table practices.kind_change is 'distributed by practice';
alter table practices.kind_change enable row level security;
alter table practices.kind_change force row level security;
create policy operations on practices.kind_change for all to operations using (true) with check (true);
create policy owner on practices.kind_change for all to current_user using (true) with check (true);
create policy portal on practices.kind_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.kind_change to operations;
grant select on practices.kind_change to portal;

create table practices.location (
  practice_id uuid not null,
  id uuid not null,
  label text not null,
  street text not null,
  city text not null,
  state text not null,
  zip text not null,
  county_fips text,
  during daterange not null,
  recorded_at timestamp with time zone not null,
  constraint location_pkey PRIMARY KEY (practice_id, id),
  constraint location_county_fips_check CHECK ((county_fips ~ '^[0-9]{5}$'::text)),
  constraint location_during_check CHECK ((NOT isempty(during))),
  constraint location_label_check CHECK ((label <> ''::text)),
  constraint location_street_check CHECK ((street <> ''::text)),
  constraint location_zip_check CHECK ((zip ~ '^[0-9]{5}([0-9]{4})?$'::text)),
  constraint location_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practices.practice(practice_id)
);
comment on table practices.location is 'distributed by practice';
comment on column practices.location.id is 'Where clients are seen in person.';
alter table practices.location enable row level security;
alter table practices.location force row level security;
create policy operations on practices.location for all to operations using (true) with check (true);
create policy owner on practices.location for all to current_user using (true) with check (true);
create policy portal on practices.location for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.location to operations;
grant insert, select on practices.location to portal;
grant update (during) on practices.location to operations;
grant update (during) on practices.location to portal;

create table practices.location_finding (
  practice_id uuid not null,
  id uuid not null,
  location_id uuid not null,
  county_fips text not null,
  served_by text,
  source text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint location_finding_pkey PRIMARY KEY (practice_id, id),
  constraint location_finding_county_fips_check CHECK ((county_fips ~ '^[0-9]{5}$'::text)),
  constraint location_finding_source_check CHECK ((source <> ''::text)),
  constraint location_finding_practice_id_location_id_fkey FOREIGN KEY (practice_id, location_id) REFERENCES practices.location(practice_id, id)
);
comment on table practices.location_finding is 'distributed by practice';
alter table practices.location_finding enable row level security;
alter table practices.location_finding force row level security;
create policy operations on practices.location_finding for all to operations using (true) with check (true);
create policy owner on practices.location_finding for all to current_user using (true) with check (true);
create policy portal on practices.location_finding for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.location_finding to operations;
grant insert, select on practices.location_finding to portal;

create table practices.member (
  practice_id uuid not null,
  id uuid not null,
  user_id uuid,
  name text not null,
  role text not null,
  clinician boolean not null,
  npi text,
  taxonomy text,
  licence_family text,
  joined_at timestamp with time zone not null,
  constraint member_pkey PRIMARY KEY (practice_id, id),
  constraint member_check CHECK (((NOT clinician) OR ((npi IS NOT NULL) AND (taxonomy IS NOT NULL) AND (licence_family IS NOT NULL)))),
  constraint member_name_check CHECK ((name <> ''::text)),
  constraint member_npi_check CHECK ((npi ~ '^[0-9]{10}$'::text)),
  constraint member_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'biller'::text, 'scheduler'::text, 'supervisor'::text, 'clinician'::text, 'operator_staff'::text]))),
  constraint member_taxonomy_check CHECK ((taxonomy ~ '^[0-9A-Z]{9}X$'::text)),
  constraint member_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practices.practice(practice_id)
);
comment on table practices.member is 'distributed by practice';
comment on column practices.member.user_id is 'The login that acts as this member; null for a member who has none.';
comment on column practices.member.role is 'The first role; what was given or taken since stands in practices.role_change.';
alter table practices.member enable row level security;
alter table practices.member force row level security;
create policy operations on practices.member for all to operations using (true) with check (true);
create policy owner on practices.member for all to current_user using (true) with check (true);
create policy portal on practices.member for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
create policy user_reads on practices.member for select to portal using ((user_id = (NULLIF(current_setting('app.user'::text, true), ''::text))::uuid));
grant insert, select on practices.member to operations;
grant insert, select on practices.member to portal;
grant update (user_id) on practices.member to operations;

create table practices.practice (
  practice_id uuid not null,
  kind text not null,
  name text not null,
  time_zone text not null,
  joined_at timestamp with time zone not null,
  constraint practice_pkey PRIMARY KEY (practice_id),
  constraint practice_kind_check CHECK ((kind = ANY (ARRAY['operator'::text, 'solo'::text, 'group'::text]))),
  constraint practice_name_check CHECK ((name <> ''::text))
);
comment on table practices.practice is 'distributed by practice';
alter table practices.practice enable row level security;
alter table practices.practice force row level security;
create policy operations on practices.practice for all to operations using (true) with check (true);
create policy owner on practices.practice for all to current_user using (true) with check (true);
create policy portal on practices.practice for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.practice to operations;
grant select on practices.practice to portal;

create table practices.provider_intake (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  residence_state text not null,
  licence_state text not null,
  licence_type text not null,
  licence_number text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint provider_intake_pkey PRIMARY KEY (practice_id, id),
  constraint provider_intake_licence_number_check CHECK ((licence_number <> ''::text)),
  constraint provider_intake_licence_state_check CHECK ((licence_state ~ '^[A-Z]{2}$'::text)),
  constraint provider_intake_licence_type_check CHECK ((licence_type <> ''::text)),
  constraint provider_intake_residence_state_check CHECK ((residence_state ~ '^[A-Z]{2}$'::text)),
  constraint provider_intake_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table practices.provider_intake is 'distributed by practice';
alter table practices.provider_intake enable row level security;
alter table practices.provider_intake force row level security;
create policy operations on practices.provider_intake for all to operations using (true) with check (true);
create policy owner on practices.provider_intake for all to current_user using (true) with check (true);
create policy portal on practices.provider_intake for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.provider_intake to operations;
grant insert, select on practices.provider_intake to portal;

create table practices.role_change (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  role text not null,
  change text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint role_change_pkey PRIMARY KEY (practice_id, id),
  constraint role_change_change_check CHECK ((change = ANY (ARRAY['given'::text, 'taken'::text]))),
  constraint role_change_reason_check CHECK ((reason <> ''::text)),
  constraint role_change_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'biller'::text, 'scheduler'::text, 'supervisor'::text]))),
  constraint role_change_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table practices.role_change is 'distributed by practice';
comment on column practices.role_change.role is 'To treat clients is no role that is given: a provider is added with licence and number.';
alter table practices.role_change enable row level security;
alter table practices.role_change force row level security;
create policy operations on practices.role_change for all to operations using (true) with check (true);
create policy owner on practices.role_change for all to current_user using (true) with check (true);
create policy portal on practices.role_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.role_change to operations;
grant insert, select on practices.role_change to portal;

create table practices.standing_change (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  standing text not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint standing_change_pkey PRIMARY KEY (practice_id, id),
  constraint standing_change_reason_check CHECK ((reason <> ''::text)),
  constraint standing_change_standing_check CHECK ((standing = ANY (ARRAY['active'::text, 'archived'::text, 'removed'::text]))),
  constraint standing_change_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table practices.standing_change is 'distributed by practice';
alter table practices.standing_change enable row level security;
alter table practices.standing_change force row level security;
create policy operations on practices.standing_change for all to operations using (true) with check (true);
create policy owner on practices.standing_change for all to current_user using (true) with check (true);
create policy portal on practices.standing_change for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.standing_change to operations;
grant insert, select on practices.standing_change to portal;

create table practices.team_invitation (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  email text not null,
  token_hash text not null,
  expires_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint team_invitation_pkey PRIMARY KEY (practice_id, id),
  constraint team_invitation_email_check CHECK (((email = lower(email)) AND (email ~~ '%@%'::text))),
  constraint team_invitation_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint team_invitation_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
CREATE UNIQUE INDEX team_invitation_token ON practices.team_invitation USING btree (practice_id, token_hash);
comment on table practices.team_invitation is 'distributed by practice';
alter table practices.team_invitation enable row level security;
alter table practices.team_invitation force row level security;
create policy operations on practices.team_invitation for all to operations using (true) with check (true);
create policy owner on practices.team_invitation for all to current_user using (true) with check (true);
create policy portal on practices.team_invitation for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.team_invitation to operations;
grant insert, select on practices.team_invitation to portal;

create table practices.team_invitation_end (
  practice_id uuid not null,
  invitation_id uuid not null,
  outcome text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint team_invitation_end_pkey PRIMARY KEY (practice_id, invitation_id),
  constraint team_invitation_end_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'withdrawn'::text, 'replaced'::text]))),
  constraint team_invitation_end_practice_id_invitation_id_fkey FOREIGN KEY (practice_id, invitation_id) REFERENCES practices.team_invitation(practice_id, id)
);
comment on table practices.team_invitation_end is 'distributed by practice';
alter table practices.team_invitation_end enable row level security;
alter table practices.team_invitation_end force row level security;
create policy operations on practices.team_invitation_end for all to operations using (true) with check (true);
create policy owner on practices.team_invitation_end for all to current_user using (true) with check (true);
create policy portal on practices.team_invitation_end for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.team_invitation_end to operations;
grant insert, select on practices.team_invitation_end to portal;

create table practices.telehealth_link (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  url text,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint telehealth_link_pkey PRIMARY KEY (practice_id, id),
  constraint telehealth_link_url_check CHECK ((url ~ '^https://[^\s]+$'::text)),
  constraint telehealth_link_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
CREATE INDEX telehealth_link_practice_id_member_id_recorded_at_idx ON practices.telehealth_link USING btree (practice_id, member_id, recorded_at);
comment on table practices.telehealth_link is 'distributed by practice';
alter table practices.telehealth_link enable row level security;
alter table practices.telehealth_link force row level security;
create policy operations on practices.telehealth_link for all to operations using (true) with check (true);
create policy owner on practices.telehealth_link for all to current_user using (true) with check (true);
create policy portal on practices.telehealth_link for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on practices.telehealth_link to operations;
grant insert, select on practices.telehealth_link to portal;

create table records.import (
  practice_id uuid not null,
  upload_id uuid not null,
  imported_at timestamp with time zone not null,
  imported_by text not null,
  constraint import_pkey PRIMARY KEY (practice_id, upload_id),
  constraint import_practice_id_upload_id_fkey FOREIGN KEY (practice_id, upload_id) REFERENCES records.upload(practice_id, id)
);
comment on table records.import is 'distributed by practice';
alter table records.import enable row level security;
alter table records.import force row level security;
create policy operations on records.import for all to operations using (true) with check (true);
create policy owner on records.import for all to current_user using (true) with check (true);
create policy portal on records.import for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on records.import to operations;
grant insert, select on records.import to portal;

create table records.import_made (
  practice_id uuid not null,
  upload_id uuid not null,
  line integer not null,
  kind text not null,
  person_id uuid not null,
  made_id uuid not null,
  constraint import_made_pkey PRIMARY KEY (practice_id, upload_id, line, kind),
  constraint import_made_kind_check CHECK ((kind = ANY (ARRAY['client'::text, 'policy'::text, 'session'::text]))),
  constraint import_made_line_check CHECK ((line > 0)),
  constraint import_made_practice_id_upload_id_fkey FOREIGN KEY (practice_id, upload_id) REFERENCES records.import(practice_id, upload_id)
);
comment on table records.import_made is 'distributed by practice';
alter table records.import_made enable row level security;
alter table records.import_made force row level security;
create policy operations on records.import_made for all to operations using (true) with check (true);
create policy owner on records.import_made for all to current_user using (true) with check (true);
create policy portal on records.import_made for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on records.import_made to operations;
grant insert, select on records.import_made to portal;

create table records.import_undo (
  practice_id uuid not null,
  upload_id uuid not null,
  undone_at timestamp with time zone not null,
  undone_by text not null,
  constraint import_undo_pkey PRIMARY KEY (practice_id, upload_id),
  constraint import_undo_practice_id_upload_id_fkey FOREIGN KEY (practice_id, upload_id) REFERENCES records.import(practice_id, upload_id)
);
comment on table records.import_undo is 'distributed by practice';
alter table records.import_undo enable row level security;
alter table records.import_undo force row level security;
create policy operations on records.import_undo for all to operations using (true) with check (true);
create policy owner on records.import_undo for all to current_user using (true) with check (true);
create policy portal on records.import_undo for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on records.import_undo to operations;
grant insert, select on records.import_undo to portal;

create table records.upload (
  practice_id uuid not null,
  id uuid not null,
  name text not null,
  sha256 text not null,
  bytes bytea not null,
  member_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint upload_pkey PRIMARY KEY (practice_id, id),
  constraint bytes_is_encrypted CHECK ((((SUBSTRING(bytes FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(bytes) >= 36)) OR (bytes = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint upload_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint upload_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table records.upload is 'distributed by practice';
comment on column records.upload.member_id is 'On whose list its clients go where a row names nobody.';
alter table records.upload enable row level security;
alter table records.upload force row level security;
create policy operations on records.upload for all to operations using (true) with check (true);
create policy owner on records.upload for all to current_user using (true) with check (true);
create policy portal on records.upload for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on records.upload to operations;
grant insert, select on records.upload to portal;

create table remittances.absorption_deadline (
  kind text not null,
  days integer not null,
  during daterange not null,
  source text not null,
  constraint absorption_deadline_pkey PRIMARY KEY (kind, during),
  constraint absorption_deadline_kind_during_excl EXCLUDE USING gist (kind WITH =, during WITH &&),
  constraint absorption_deadline_days_check CHECK ((days > 0)),
  constraint absorption_deadline_during_check CHECK ((NOT isempty(during))),
  constraint absorption_deadline_kind_check CHECK ((kind = ANY (ARRAY['underpaid'::text, 'denied'::text, 'silent'::text])))
);
comment on table remittances.absorption_deadline is 'reference';
grant insert, select on remittances.absorption_deadline to operations;
grant select on remittances.absorption_deadline to portal;
grant update (during) on remittances.absorption_deadline to operations;

create table remittances.decision (
  practice_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  session_id uuid not null,
  transaction_id uuid not null,
  "position" integer not null,
  kind text not null,
  status_code text not null,
  charge_cents bigint not null,
  paid_cents bigint not null,
  client_cents bigint not null,
  payer_control_number text,
  payer_id text not null,
  adjustments jsonb not null,
  answered_on date not null,
  recorded_at timestamp with time zone not null,
  constraint decision_pkey PRIMARY KEY (practice_id, id),
  constraint decision_practice_id_transaction_id_position_key UNIQUE (practice_id, transaction_id, "position"),
  constraint decision_kind_check CHECK ((kind = ANY (ARRAY['answer'::text, 'denial'::text, 'reversal'::text, 'information'::text])))
);
CREATE INDEX decision_practice_id_session_id_idx ON remittances.decision USING btree (practice_id, session_id);
CREATE INDEX decision_transaction_id_idx ON remittances.decision USING btree (transaction_id);
comment on table remittances.decision is 'distributed by practice';
comment on column remittances.decision.client_cents is 'The client''s share: PR with CARC 1, 2 or 3 only.';
alter table remittances.decision enable row level security;
alter table remittances.decision force row level security;
create policy operations on remittances.decision for all to operations using (true) with check (true);
create policy owner on remittances.decision for all to current_user using (true) with check (true);
create policy portal on remittances.decision for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on remittances.decision to operations;
grant select on remittances.decision to portal;

create table remittances.deposit (
  practice_id uuid not null,
  id uuid not null,
  trace text not null,
  originator text not null,
  operator_account_id text not null,
  cents bigint not null,
  deposited_on date not null,
  bank_line_key text not null,
  recorded_at timestamp with time zone not null,
  constraint deposit_pkey PRIMARY KEY (practice_id, id),
  constraint deposit_practice_id_bank_line_key_key UNIQUE (practice_id, bank_line_key),
  constraint deposit_cents_check CHECK ((cents > 0))
);
comment on table remittances.deposit is 'distributed by practice';
alter table remittances.deposit enable row level security;
alter table remittances.deposit force row level security;
create policy operations on remittances.deposit for all to operations using (true) with check (true);
create policy owner on remittances.deposit for all to current_user using (true) with check (true);
create policy portal on remittances.deposit for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on remittances.deposit to operations;

create table remittances.judgement (
  practice_id uuid not null,
  transaction_id uuid not null,
  verdict text not null,
  billing_entity_id text,
  reason text not null,
  judged_at timestamp with time zone not null,
  judged_by text not null,
  constraint judgement_pkey PRIMARY KEY (practice_id, transaction_id),
  constraint judgement_check CHECK (((verdict = 'taken_in'::text) = (billing_entity_id IS NOT NULL))),
  constraint judgement_reason_check CHECK ((reason <> ''::text)),
  constraint judgement_verdict_check CHECK ((verdict = ANY (ARRAY['taken_in'::text, 'set_aside'::text]))),
  constraint judgement_practice_id_transaction_id_fkey FOREIGN KEY (practice_id, transaction_id) REFERENCES remittances.transaction(practice_id, id)
);
comment on table remittances.judgement is 'distributed by practice';
alter table remittances.judgement enable row level security;
alter table remittances.judgement force row level security;
create policy operations on remittances.judgement for all to operations using (true) with check (true);
create policy owner on remittances.judgement for all to current_user using (true) with check (true);
create policy portal on remittances.judgement for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on remittances.judgement to operations;

create table remittances.provider_adjustment (
  practice_id uuid not null,
  transaction_id uuid not null,
  line integer not null,
  reason text not null,
  reference text not null,
  cents bigint not null,
  recorded_at timestamp with time zone not null,
  constraint provider_adjustment_pkey PRIMARY KEY (practice_id, transaction_id, line),
  constraint provider_adjustment_practice_id_transaction_id_fkey FOREIGN KEY (practice_id, transaction_id) REFERENCES remittances.transaction(practice_id, id)
);
comment on table remittances.provider_adjustment is 'distributed by practice';
alter table remittances.provider_adjustment enable row level security;
alter table remittances.provider_adjustment force row level security;
create policy operations on remittances.provider_adjustment for all to operations using (true) with check (true);
create policy owner on remittances.provider_adjustment for all to current_user using (true) with check (true);
create policy portal on remittances.provider_adjustment for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on remittances.provider_adjustment to operations;

create table remittances.transaction (
  practice_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  file_name text not null,
  "position" integer not null,
  payer_name text not null,
  originator text not null,
  payee text not null,
  billing_entity_id text,
  trace text not null,
  method text not null,
  paid_cents bigint not null,
  paid_on date,
  identity_hash text not null,
  content_hash text not null,
  outcome text not null,
  because text,
  difference_cents bigint,
  findings jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint transaction_pkey PRIMARY KEY (practice_id, id),
  constraint transaction_practice_id_identity_hash_content_hash_key UNIQUE (practice_id, identity_hash, content_hash),
  constraint transaction_because_check CHECK ((because = ANY (ARRAY['unbalanced'::text, 'payee_not_ours'::text, 'same_trace_other_content'::text, 'unreadable'::text, 'unsupported_version'::text]))),
  constraint transaction_check CHECK (((outcome = 'quarantined'::text) = (because IS NOT NULL))),
  constraint transaction_outcome_check CHECK ((outcome = ANY (ARRAY['posted'::text, 'quarantined'::text]))),
  constraint transaction_position_check CHECK (("position" > 0))
);
CREATE INDEX transaction_practice_id_recorded_at_idx ON remittances.transaction USING btree (practice_id, recorded_at);
CREATE INDEX transaction_practice_id_trace_idx ON remittances.transaction USING btree (practice_id, trace);
comment on table remittances.transaction is 'distributed by practice';
alter table remittances.transaction enable row level security;
alter table remittances.transaction force row level security;
create policy operations on remittances.transaction for all to operations using (true) with check (true);
create policy owner on remittances.transaction for all to current_user using (true) with check (true);
create policy portal on remittances.transaction for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on remittances.transaction to operations;

create table remittances.unmatched (
  practice_id uuid not null,
  id uuid not null,
  transaction_id uuid not null,
  "position" integer not null,
  claim_control_number text not null,
  payer_control_number text not null,
  paid_cents bigint not null,
  because text not null,
  recorded_at timestamp with time zone not null,
  constraint unmatched_pkey PRIMARY KEY (practice_id, id),
  constraint unmatched_practice_id_transaction_id_position_key UNIQUE (practice_id, transaction_id, "position"),
  constraint unmatched_practice_id_transaction_id_fkey FOREIGN KEY (practice_id, transaction_id) REFERENCES remittances.transaction(practice_id, id)
);
CREATE INDEX unmatched_practice_id_transaction_id_idx ON remittances.unmatched USING btree (practice_id, transaction_id);
comment on table remittances.unmatched is 'distributed by practice';
alter table remittances.unmatched enable row level security;
alter table remittances.unmatched force row level security;
create policy operations on remittances.unmatched for all to operations using (true) with check (true);
create policy owner on remittances.unmatched for all to current_user using (true) with check (true);
create policy portal on remittances.unmatched for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on remittances.unmatched to operations;

create table remittances.unmatched_settlement (
  practice_id uuid not null,
  unmatched_id uuid not null,
  outcome text not null,
  claim_id uuid,
  reason text not null,
  settled_at timestamp with time zone not null,
  settled_by text not null,
  constraint unmatched_settlement_pkey PRIMARY KEY (practice_id, unmatched_id),
  constraint unmatched_settlement_check CHECK (((outcome = 'matched'::text) = (claim_id IS NOT NULL))),
  constraint unmatched_settlement_outcome_check CHECK ((outcome = ANY (ARRAY['matched'::text, 'owed_back'::text]))),
  constraint unmatched_settlement_reason_check CHECK ((reason <> ''::text)),
  constraint unmatched_settlement_practice_id_unmatched_id_fkey FOREIGN KEY (practice_id, unmatched_id) REFERENCES remittances.unmatched(practice_id, id)
);
comment on table remittances.unmatched_settlement is 'distributed by practice';
comment on column remittances.unmatched_settlement.outcome is 'owed_back: the payer will keep it out of a later payment.';
alter table remittances.unmatched_settlement enable row level security;
alter table remittances.unmatched_settlement force row level security;
create policy operations on remittances.unmatched_settlement for all to operations using (true) with check (true);
create policy owner on remittances.unmatched_settlement for all to current_user using (true) with check (true);
create policy portal on remittances.unmatched_settlement for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on remittances.unmatched_settlement to operations;

create table scheduling.feed (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  token_sha256 text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint feed_pkey PRIMARY KEY (practice_id, id),
  constraint feed_token_sha256_check CHECK ((token_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint feed_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
CREATE INDEX feed_token_sha256_idx ON scheduling.feed USING btree (token_sha256);
comment on table scheduling.feed is 'distributed by practice';
alter table scheduling.feed enable row level security;
alter table scheduling.feed force row level security;
create policy operations on scheduling.feed for all to operations using (true) with check (true);
create policy owner on scheduling.feed for all to current_user using (true) with check (true);
create policy portal on scheduling.feed for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.feed to operations;
grant insert, select on scheduling.feed to portal;

create table scheduling.feed_end (
  practice_id uuid not null,
  feed_id uuid not null,
  ended_at timestamp with time zone not null,
  ended_by text not null,
  constraint feed_end_pkey PRIMARY KEY (practice_id, feed_id),
  constraint feed_end_practice_id_feed_id_fkey FOREIGN KEY (practice_id, feed_id) REFERENCES scheduling.feed(practice_id, id)
);
comment on table scheduling.feed_end is 'distributed by practice';
alter table scheduling.feed_end enable row level security;
alter table scheduling.feed_end force row level security;
create policy operations on scheduling.feed_end for all to operations using (true) with check (true);
create policy owner on scheduling.feed_end for all to current_user using (true) with check (true);
create policy portal on scheduling.feed_end for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.feed_end to operations;
grant insert, select on scheduling.feed_end to portal;

create table scheduling.horizon (
  id text not null,
  days integer not null,
  during daterange not null,
  source text not null,
  constraint horizon_pkey PRIMARY KEY (id),
  constraint horizon_during_excl EXCLUDE USING gist (during WITH &&),
  constraint horizon_days_check CHECK ((days > 0)),
  constraint horizon_during_check CHECK ((NOT isempty(during)))
);
comment on table scheduling.horizon is 'reference';
comment on column scheduling.horizon.days is 'How many days ahead the dates of a series become sessions.';
grant insert, select on scheduling.horizon to operations;
grant select on scheduling.horizon to portal;

create table scheduling.proposal_rule (
  id text not null,
  lead_hours integer not null,
  days_ahead integer not null,
  step_minutes integer not null,
  during daterange not null,
  source text not null,
  constraint proposal_rule_pkey PRIMARY KEY (id),
  constraint proposal_rule_during_excl EXCLUDE USING gist (during WITH &&),
  constraint proposal_rule_days_ahead_check CHECK ((days_ahead > 0)),
  constraint proposal_rule_during_check CHECK ((NOT isempty(during))),
  constraint proposal_rule_lead_hours_check CHECK ((lead_hours > 0)),
  constraint proposal_rule_step_minutes_check CHECK ((step_minutes = ANY (ARRAY[15, 30, 60])))
);
comment on table scheduling.proposal_rule is 'reference';
grant insert, select on scheduling.proposal_rule to operations;
grant select on scheduling.proposal_rule to portal;

create table scheduling.series (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  counted_from date not null,
  starts_on date not null,
  weekdays smallint[] not null,
  every_weeks integer not null,
  wall_time text not null,
  zone text not null,
  minutes integer not null,
  modality text not null,
  last_on date,
  at_most integer,
  follows uuid,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint series_pkey PRIMARY KEY (practice_id, id),
  constraint series_at_most_check CHECK ((at_most > 0)),
  constraint series_check CHECK ((starts_on >= counted_from)),
  constraint series_every_weeks_check CHECK (((every_weeks >= 1) AND (every_weeks <= 52))),
  constraint series_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1439))),
  constraint series_modality_check CHECK ((modality = ANY (ARRAY['telehealth'::text, 'in_person'::text]))),
  constraint series_wall_time_check CHECK ((wall_time ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint series_weekdays_check CHECK (((cardinality(weekdays) >= 1) AND (cardinality(weekdays) <= 7))),
  constraint series_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table scheduling.series is 'distributed by practice';
comment on column scheduling.series.counted_from is 'Weeks are counted in sevens of days from this day; it lies in the first week in which the series may meet.';
comment on column scheduling.series.follows is 'The series of which this one is the changed rest.';
alter table scheduling.series enable row level security;
alter table scheduling.series force row level security;
create policy operations on scheduling.series for all to operations using (true) with check (true);
create policy owner on scheduling.series for all to current_user using (true) with check (true);
create policy portal on scheduling.series for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.series to operations;
grant insert, select on scheduling.series to portal;

create table scheduling.series_end (
  practice_id uuid not null,
  series_id uuid not null,
  id uuid not null,
  from_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint series_end_pkey PRIMARY KEY (practice_id, id),
  constraint series_end_practice_id_series_id_fkey FOREIGN KEY (practice_id, series_id) REFERENCES scheduling.series(practice_id, id)
);
comment on table scheduling.series_end is 'distributed by practice';
alter table scheduling.series_end enable row level security;
alter table scheduling.series_end force row level security;
create policy operations on scheduling.series_end for all to operations using (true) with check (true);
create policy owner on scheduling.series_end for all to current_user using (true) with check (true);
create policy portal on scheduling.series_end for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.series_end to operations;
grant insert, select on scheduling.series_end to portal;

create table scheduling.unavailable (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint unavailable_pkey PRIMARY KEY (practice_id, id),
  constraint unavailable_check CHECK ((ends_at > starts_at)),
  constraint unavailable_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table scheduling.unavailable is 'distributed by practice';
alter table scheduling.unavailable enable row level security;
alter table scheduling.unavailable force row level security;
create policy operations on scheduling.unavailable for all to operations using (true) with check (true);
create policy owner on scheduling.unavailable for all to current_user using (true) with check (true);
create policy portal on scheduling.unavailable for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.unavailable to operations;
grant insert, select on scheduling.unavailable to portal;

create table scheduling.unavailable_end (
  practice_id uuid not null,
  unavailable_id uuid not null,
  ended_at timestamp with time zone not null,
  ended_by text not null,
  constraint unavailable_end_pkey PRIMARY KEY (practice_id, unavailable_id),
  constraint unavailable_end_practice_id_unavailable_id_fkey FOREIGN KEY (practice_id, unavailable_id) REFERENCES scheduling.unavailable(practice_id, id)
);
comment on table scheduling.unavailable_end is 'distributed by practice';
alter table scheduling.unavailable_end enable row level security;
alter table scheduling.unavailable_end force row level security;
create policy operations on scheduling.unavailable_end for all to operations using (true) with check (true);
create policy owner on scheduling.unavailable_end for all to current_user using (true) with check (true);
create policy portal on scheduling.unavailable_end for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.unavailable_end to operations;
grant insert, select on scheduling.unavailable_end to portal;

create table scheduling.working_block (
  practice_id uuid not null,
  week_id uuid not null,
  weekday smallint not null,
  starts text not null,
  stops text not null,
  place text not null,
  constraint working_block_pkey PRIMARY KEY (practice_id, week_id, weekday, starts),
  constraint working_block_check CHECK (((stops ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'::text) AND (stops > starts))),
  constraint working_block_place_check CHECK ((place = ANY (ARRAY['telehealth'::text, 'in_person'::text, 'either'::text]))),
  constraint working_block_starts_check CHECK ((starts ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint working_block_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7))),
  constraint working_block_practice_id_week_id_fkey FOREIGN KEY (practice_id, week_id) REFERENCES scheduling.working_week(practice_id, id)
);
comment on table scheduling.working_block is 'distributed by practice';
alter table scheduling.working_block enable row level security;
alter table scheduling.working_block force row level security;
create policy operations on scheduling.working_block for all to operations using (true) with check (true);
create policy owner on scheduling.working_block for all to current_user using (true) with check (true);
create policy portal on scheduling.working_block for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.working_block to operations;
grant insert, select on scheduling.working_block to portal;

create table scheduling.working_week (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  starts_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint working_week_pkey PRIMARY KEY (practice_id, id),
  constraint working_week_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
comment on table scheduling.working_week is 'distributed by practice';
alter table scheduling.working_week enable row level security;
alter table scheduling.working_week force row level security;
create policy operations on scheduling.working_week for all to operations using (true) with check (true);
create policy owner on scheduling.working_week for all to current_user using (true) with check (true);
create policy portal on scheduling.working_week for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on scheduling.working_week to operations;
grant insert, select on scheduling.working_week to portal;

create table sessions.cancellation (
  practice_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  kind text not null,
  initiator text not null,
  reason text not null,
  cancelled_at timestamp with time zone not null,
  cancelled_by text not null,
  constraint cancellation_pkey PRIMARY KEY (practice_id, session_id),
  constraint cancellation_initiator_check CHECK ((initiator = ANY (ARRAY['client'::text, 'practice'::text]))),
  constraint cancellation_kind_check CHECK ((kind = ANY (ARRAY['cancelled'::text, 'no_show'::text]))),
  constraint cancellation_reason_check CHECK ((reason <> ''::text)),
  constraint cancellation_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
comment on table sessions.cancellation is 'distributed by practice';
alter table sessions.cancellation enable row level security;
alter table sessions.cancellation force row level security;
create policy operations on sessions.cancellation for all to operations using (true) with check (true);
create policy owner on sessions.cancellation for all to current_user using (true) with check (true);
create policy person_reads on sessions.cancellation for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on sessions.cancellation for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.cancellation to operations;
grant insert, select on sessions.cancellation to portal;

create table sessions.change_request (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  version integer not null,
  kind text not null,
  reason text not null,
  message text,
  proposed timestamp with time zone[] not null,
  fee_cents bigint not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  constraint change_request_pkey PRIMARY KEY (practice_id, id),
  constraint change_request_check CHECK (((kind = 'move'::text) OR (cardinality(proposed) = 0))),
  constraint change_request_check1 CHECK (((kind = 'cancel'::text) OR (cardinality(proposed) > 0) OR (message IS NOT NULL))),
  constraint change_request_fee_cents_check CHECK ((fee_cents >= 0)),
  constraint change_request_kind_check CHECK ((kind = ANY (ARRAY['cancel'::text, 'move'::text]))),
  constraint change_request_message_check CHECK ((message <> ''::text)),
  constraint change_request_proposed_check CHECK ((cardinality(proposed) <= 3)),
  constraint change_request_reason_check CHECK ((reason = ANY (ARRAY['another_time'::text, 'not_well'::text, 'away'::text, 'family'::text, 'work'::text, 'cost'::text, 'other'::text]))),
  constraint change_request_version_check CHECK ((version > 0)),
  constraint change_request_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
CREATE INDEX change_request_practice_id_session_id_idx ON sessions.change_request USING btree (practice_id, session_id);
comment on table sessions.change_request is 'distributed by practice';
comment on column sessions.change_request.version is 'The plan that the client saw; with another one the request has lapsed.';
comment on column sessions.change_request.message is 'In the client''s words, for the practice; never in a letter.';
comment on column sessions.change_request.fee_cents is 'What the client was told that cancelling costs, when they asked: no more is asked of them.';
alter table sessions.change_request enable row level security;
alter table sessions.change_request force row level security;
create policy operations on sessions.change_request for all to operations using (true) with check (true);
create policy owner on sessions.change_request for all to current_user using (true) with check (true);
create policy person_reads on sessions.change_request for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on sessions.change_request for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.change_request to operations;
grant select on sessions.change_request to portal;

create table sessions.change_request_answer (
  practice_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  answer text not null,
  words text,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  constraint change_request_answer_pkey PRIMARY KEY (practice_id, request_id),
  constraint change_request_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'taken_back'::text]))),
  constraint change_request_answer_words_check CHECK ((words <> ''::text)),
  constraint change_request_answer_practice_id_request_id_fkey FOREIGN KEY (practice_id, request_id) REFERENCES sessions.change_request(practice_id, id)
);
comment on table sessions.change_request_answer is 'distributed by practice';
alter table sessions.change_request_answer enable row level security;
alter table sessions.change_request_answer force row level security;
create policy operations on sessions.change_request_answer for all to operations using (true) with check (true);
create policy owner on sessions.change_request_answer for all to current_user using (true) with check (true);
create policy person_reads on sessions.change_request_answer for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on sessions.change_request_answer for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.change_request_answer to operations;
grant insert, select on sessions.change_request_answer to portal;

create table sessions.compliance_review (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  confirmation_id uuid not null,
  because text not null,
  opened_at timestamp with time zone not null,
  constraint compliance_review_pkey PRIMARY KEY (practice_id, id),
  constraint compliance_review_practice_id_confirmation_id_key UNIQUE (practice_id, confirmation_id),
  constraint compliance_review_because_check CHECK ((because = 'crisis_exception'::text)),
  constraint compliance_review_practice_id_confirmation_id_fkey FOREIGN KEY (practice_id, confirmation_id) REFERENCES sessions.confirmation(practice_id, id),
  constraint compliance_review_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
comment on table sessions.compliance_review is 'distributed by practice';
alter table sessions.compliance_review enable row level security;
alter table sessions.compliance_review force row level security;
create policy operations on sessions.compliance_review for all to operations using (true) with check (true);
create policy owner on sessions.compliance_review for all to current_user using (true) with check (true);
create policy portal on sessions.compliance_review for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.compliance_review to operations;
grant insert, select on sessions.compliance_review to portal;

create table sessions.confirmation (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  version integer not null,
  confirmed_at timestamp with time zone not null,
  confirmed_on date not null,
  confirmed_by text not null,
  pay_on date not null,
  service_on date not null,
  started_at timestamp with time zone not null,
  stopped_at timestamp with time zone not null,
  modality text not null,
  place_of_service text not null,
  diagnoses bytea not null,
  location bytea not null,
  patient bytea not null,
  policy bytea not null,
  plan_id text not null,
  payer_id text not null,
  contract_id text not null,
  billing_entity_id text not null,
  method text not null,
  claim_to text not null,
  held_until date,
  held boolean not null,
  payer_cents bigint not null,
  provider_cents bigint not null,
  client_cents bigint not null,
  facts bytea not null,
  answer bytea not null,
  areas_edition text,
  constraint confirmation_pkey PRIMARY KEY (practice_id, id),
  constraint confirmation_practice_id_session_id_version_key UNIQUE (practice_id, session_id, version),
  constraint answer_is_encrypted CHECK ((((SUBSTRING(answer FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(answer) >= 36)) OR (answer = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint confirmation_check CHECK ((stopped_at > started_at)),
  constraint confirmation_check1 CHECK (((client_cents >= 0) AND (client_cents <= payer_cents))),
  constraint confirmation_modality_check CHECK ((modality = ANY (ARRAY['telehealth'::text, 'in_person'::text]))),
  constraint confirmation_payer_cents_check CHECK ((payer_cents >= 0)),
  constraint confirmation_provider_cents_check CHECK ((provider_cents >= 0)),
  constraint confirmation_version_check CHECK ((version > 0)),
  constraint diagnoses_is_encrypted CHECK ((((SUBSTRING(diagnoses FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(diagnoses) >= 36)) OR (diagnoses = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint facts_is_encrypted CHECK ((((SUBSTRING(facts FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(facts) >= 36)) OR (facts = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint location_is_encrypted CHECK ((((SUBSTRING(location FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(location) >= 36)) OR (location = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint patient_is_encrypted CHECK ((((SUBSTRING(patient FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(patient) >= 36)) OR (patient = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint policy_is_encrypted CHECK ((((SUBSTRING(policy FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(policy) >= 36)) OR (policy = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint confirmation_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
comment on table sessions.confirmation is 'distributed by practice';
comment on column sessions.confirmation.version is 'Later versions are corrections within the 48 hours; the highest one is what is billed.';
comment on column sessions.confirmation.payer_cents is 'The sum of the payer rates of the codes: what the contract pays, the client''s share included.';
comment on column sessions.confirmation.client_cents is 'The client''s estimated share of payer_cents.';
comment on column sessions.confirmation.areas_edition is 'Which service areas decided it; null before editions were kept, when there was only the first.';
alter table sessions.confirmation enable row level security;
alter table sessions.confirmation force row level security;
create policy operations on sessions.confirmation for all to operations using (true) with check (true);
create policy owner on sessions.confirmation for all to current_user using (true) with check (true);
create policy portal on sessions.confirmation for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.confirmation to operations;
grant insert, select on sessions.confirmation to portal;

create table sessions.confirmation_code (
  practice_id uuid not null,
  confirmation_id uuid not null,
  line smallint not null,
  code text not null,
  modifiers text[] not null,
  units integer not null,
  payer_cents bigint not null,
  provider_cents bigint not null,
  constraint confirmation_code_pkey PRIMARY KEY (practice_id, confirmation_id, line),
  constraint confirmation_code_line_check CHECK ((line > 0)),
  constraint confirmation_code_payer_cents_check CHECK ((payer_cents >= 0)),
  constraint confirmation_code_provider_cents_check CHECK ((provider_cents >= 0)),
  constraint confirmation_code_units_check CHECK ((units > 0)),
  constraint confirmation_code_practice_id_confirmation_id_fkey FOREIGN KEY (practice_id, confirmation_id) REFERENCES sessions.confirmation(practice_id, id)
);
comment on table sessions.confirmation_code is 'distributed by practice';
alter table sessions.confirmation_code enable row level security;
alter table sessions.confirmation_code force row level security;
create policy operations on sessions.confirmation_code for all to operations using (true) with check (true);
create policy owner on sessions.confirmation_code for all to current_user using (true) with check (true);
create policy portal on sessions.confirmation_code for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.confirmation_code to operations;
grant insert, select on sessions.confirmation_code to portal;

create table sessions.crisis_record (
  practice_id uuid not null,
  confirmation_id uuid not null,
  risk bytea not null,
  intervention bytea not null,
  people bytea not null,
  disposition bytea not null,
  constraint crisis_record_pkey PRIMARY KEY (practice_id, confirmation_id),
  constraint disposition_is_encrypted CHECK ((((SUBSTRING(disposition FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(disposition) >= 36)) OR (disposition = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint intervention_is_encrypted CHECK ((((SUBSTRING(intervention FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(intervention) >= 36)) OR (intervention = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint people_is_encrypted CHECK ((((SUBSTRING(people FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(people) >= 36)) OR (people = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint risk_is_encrypted CHECK ((((SUBSTRING(risk FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(risk) >= 36)) OR (risk = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint crisis_record_practice_id_confirmation_id_fkey FOREIGN KEY (practice_id, confirmation_id) REFERENCES sessions.confirmation(practice_id, id)
);
comment on table sessions.crisis_record is 'distributed by practice';
alter table sessions.crisis_record enable row level security;
alter table sessions.crisis_record force row level security;
create policy operations on sessions.crisis_record for all to operations using (true) with check (true);
create policy owner on sessions.crisis_record for all to current_user using (true) with check (true);
create policy portal on sessions.crisis_record for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.crisis_record to operations;
grant insert, select on sessions.crisis_record to portal;

create table sessions.diagnosis_code (
  code text not null,
  label text not null,
  category text not null,
  often_paid_alone boolean,
  during daterange not null,
  source text not null,
  constraint diagnosis_code_pkey PRIMARY KEY (code, during),
  constraint diagnosis_code_code_during_excl EXCLUDE USING gist (code WITH =, during WITH &&),
  constraint diagnosis_code_during_check CHECK ((NOT isempty(during)))
);
comment on table sessions.diagnosis_code is 'reference';
grant insert, select on sessions.diagnosis_code to operations;
grant select on sessions.diagnosis_code to portal;

create table sessions.lock (
  practice_id uuid not null,
  session_id uuid not null,
  confirmation_id uuid not null,
  locked_at timestamp with time zone not null,
  constraint lock_pkey PRIMARY KEY (practice_id, session_id),
  constraint lock_practice_id_confirmation_id_fkey FOREIGN KEY (practice_id, confirmation_id) REFERENCES sessions.confirmation(practice_id, id)
);
comment on table sessions.lock is 'distributed by practice';
alter table sessions.lock enable row level security;
alter table sessions.lock force row level security;
create policy operations on sessions.lock for all to operations using (true) with check (true);
create policy owner on sessions.lock for all to current_user using (true) with check (true);
create policy portal on sessions.lock for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.lock to operations;
grant select on sessions.lock to portal;

create table sessions.move (
  practice_id uuid not null,
  session_id uuid not null,
  version integer not null,
  person_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  modality text not null,
  moved_at timestamp with time zone not null,
  moved_by text not null,
  member_id uuid,
  constraint move_pkey PRIMARY KEY (practice_id, session_id, version),
  constraint move_check CHECK ((ends_at > starts_at)),
  constraint move_modality_check CHECK ((modality = ANY (ARRAY['telehealth'::text, 'in_person'::text]))),
  constraint move_version_check CHECK ((version > 1)),
  constraint move_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id),
  constraint move_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
comment on table sessions.move is 'distributed by practice';
comment on column sessions.move.version is 'Version 1 of a plan is the session''s own row; whoever changes it names the version that they saw.';
comment on column sessions.move.member_id is 'The clinician from this version on; null: as before.';
alter table sessions.move enable row level security;
alter table sessions.move force row level security;
create policy operations on sessions.move for all to operations using (true) with check (true);
create policy owner on sessions.move for all to current_user using (true) with check (true);
create policy person_reads on sessions.move for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on sessions.move for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.move to operations;
grant insert, select on sessions.move to portal;

create table sessions.note (
  practice_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  body bytea not null,
  signed_at timestamp with time zone not null,
  signed_by text not null,
  constraint note_pkey PRIMARY KEY (practice_id, id),
  constraint body_is_encrypted CHECK ((((SUBSTRING(body FROM 1 FOR 4) = '\xc1454b01'::bytea) AND (octet_length(body) >= 36)) OR (body = ANY (ARRAY['\x44656c65746564'::bytea, '\x64656c65746564'::bytea])))),
  constraint note_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'addendum'::text]))),
  constraint note_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
CREATE UNIQUE INDEX one_note_per_session ON sessions.note USING btree (practice_id, session_id) WHERE (kind = 'note'::text);
comment on table sessions.note is 'distributed by practice';
alter table sessions.note enable row level security;
alter table sessions.note force row level security;
create policy operations on sessions.note for all to operations using (true) with check (true);
create policy owner on sessions.note for all to current_user using (true) with check (true);
create policy portal on sessions.note for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.note to operations;
grant insert, select on sessions.note to portal;

create table sessions.occurrence (
  practice_id uuid not null,
  series_id uuid not null,
  occurs_on date not null,
  session_id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint occurrence_pkey PRIMARY KEY (practice_id, series_id, occurs_on),
  constraint occurrence_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
CREATE INDEX occurrence_practice_id_session_id_idx ON sessions.occurrence USING btree (practice_id, session_id);
comment on table sessions.occurrence is 'distributed by practice';
alter table sessions.occurrence enable row level security;
alter table sessions.occurrence force row level security;
create policy operations on sessions.occurrence for all to operations using (true) with check (true);
create policy owner on sessions.occurrence for all to current_user using (true) with check (true);
create policy portal on sessions.occurrence for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.occurrence to operations;
grant insert, select on sessions.occurrence to portal;

create table sessions.rate_gap (
  practice_id uuid not null,
  session_id uuid not null,
  noticed_on date not null,
  gaps jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint rate_gap_pkey PRIMARY KEY (practice_id, session_id),
  constraint rate_gap_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
comment on table sessions.rate_gap is 'distributed by practice';
alter table sessions.rate_gap enable row level security;
alter table sessions.rate_gap force row level security;
create policy operations on sessions.rate_gap for all to operations using (true) with check (true);
create policy owner on sessions.rate_gap for all to current_user using (true) with check (true);
create policy portal on sessions.rate_gap for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.rate_gap to operations;
grant insert, select on sessions.rate_gap to portal;

create table sessions.reminder (
  practice_id uuid not null,
  session_id uuid not null,
  rule_id text not null,
  version integer not null,
  mail_id uuid not null,
  at timestamp with time zone not null,
  constraint reminder_pkey PRIMARY KEY (practice_id, session_id, rule_id, version),
  constraint reminder_version_check CHECK ((version > 0)),
  constraint reminder_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
comment on table sessions.reminder is 'distributed by practice';
alter table sessions.reminder enable row level security;
alter table sessions.reminder force row level security;
create policy operations on sessions.reminder for all to operations using (true) with check (true);
create policy owner on sessions.reminder for all to current_user using (true) with check (true);
create policy portal on sessions.reminder for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.reminder to operations;
grant select on sessions.reminder to portal;

create table sessions.reminder_rule (
  id text not null,
  audience text not null,
  hours integer not null,
  during daterange not null,
  source text not null,
  constraint reminder_rule_pkey PRIMARY KEY (id),
  constraint reminder_rule_audience_check CHECK ((audience = ANY (ARRAY['client'::text, 'clinician'::text]))),
  constraint reminder_rule_during_check CHECK ((NOT isempty(during))),
  constraint reminder_rule_hours_check CHECK ((hours > 0))
);
comment on table sessions.reminder_rule is 'reference';
comment on column sessions.reminder_rule.hours is 'To a client: hours before the session starts. To a clinician: hours after it ended, while it is not confirmed.';
grant insert, select on sessions.reminder_rule to operations;
grant select on sessions.reminder_rule to portal;

create table sessions.review_decision (
  practice_id uuid not null,
  id uuid not null,
  review_id uuid not null,
  finding text not null,
  words text,
  decided_at timestamp with time zone not null,
  decided_by text not null,
  constraint review_decision_pkey PRIMARY KEY (practice_id, id),
  constraint review_decision_check CHECK (((finding = 'in_order'::text) OR (words IS NOT NULL))),
  constraint review_decision_finding_check CHECK ((finding = ANY (ARRAY['in_order'::text, 'follow_up'::text]))),
  constraint review_decision_words_check CHECK ((words <> ''::text)),
  constraint review_decision_practice_id_review_id_fkey FOREIGN KEY (practice_id, review_id) REFERENCES sessions.compliance_review(practice_id, id)
);
comment on table sessions.review_decision is 'distributed by practice';
comment on column sessions.review_decision.words is 'What must follow, to the practice; a record in order needs none.';
alter table sessions.review_decision enable row level security;
alter table sessions.review_decision force row level security;
create policy operations on sessions.review_decision for all to operations using (true) with check (true);
create policy owner on sessions.review_decision for all to current_user using (true) with check (true);
create policy portal on sessions.review_decision for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.review_decision to operations;
grant select on sessions.review_decision to portal;

create table sessions.service_code (
  code text not null,
  label text not null,
  category text not null,
  minutes_min integer,
  minutes_max integer,
  minutes_typical integer,
  who text[] not null,
  addon_to text[],
  max_per_day integer,
  replaced_by text,
  during daterange not null,
  certainty text not null,
  source text not null,
  constraint service_code_pkey PRIMARY KEY (code, during),
  constraint service_code_code_during_excl EXCLUDE USING gist (code WITH =, during WITH &&),
  constraint service_code_during_check CHECK ((NOT isempty(during)))
);
comment on table sessions.service_code is 'reference';
grant insert, select on sessions.service_code to operations;
grant select on sessions.service_code to portal;

create table sessions.session (
  practice_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  person_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  modality text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint session_pkey PRIMARY KEY (practice_id, id),
  constraint session_check CHECK ((ends_at > starts_at)),
  constraint session_modality_check CHECK ((modality = ANY (ARRAY['telehealth'::text, 'in_person'::text]))),
  constraint session_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id) REFERENCES practices.member(practice_id, id)
);
CREATE INDEX session_by_start ON sessions.session USING btree (practice_id, starts_at);
CREATE INDEX session_of_person ON sessions.session USING btree (person_id);
comment on table sessions.session is 'distributed by practice';
alter table sessions.session enable row level security;
alter table sessions.session force row level security;
create policy operations on sessions.session for all to operations using (true) with check (true);
create policy owner on sessions.session for all to current_user using (true) with check (true);
create policy person_reads on sessions.session for select to portal using ((person_id = (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid));
create policy portal on sessions.session for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.session to operations;
grant insert, select on sessions.session to portal;

create table sessions.time_limit (
  name text not null,
  value integer not null,
  unit text not null,
  during daterange not null,
  source text not null,
  constraint time_limit_pkey PRIMARY KEY (name, during),
  constraint time_limit_name_during_excl EXCLUDE USING gist (name WITH =, during WITH &&),
  constraint time_limit_during_check CHECK ((NOT isempty(during))),
  constraint time_limit_unit_check CHECK ((unit = ANY (ARRAY['days'::text, 'hours'::text]))),
  constraint time_limit_value_check CHECK ((value > 0))
);
comment on table sessions.time_limit is 'reference';
grant insert, select on sessions.time_limit to operations;
grant select on sessions.time_limit to portal;
grant update (during) on sessions.time_limit to operations;

create table sessions.void (
  practice_id uuid not null,
  session_id uuid not null,
  reason text not null,
  voided_at timestamp with time zone not null,
  voided_by text not null,
  constraint void_pkey PRIMARY KEY (practice_id, session_id),
  constraint void_reason_check CHECK ((reason <> ''::text)),
  constraint void_practice_id_session_id_fkey FOREIGN KEY (practice_id, session_id) REFERENCES sessions.session(practice_id, id)
);
comment on table sessions.void is 'distributed by practice';
alter table sessions.void enable row level security;
alter table sessions.void force row level security;
create policy operations on sessions.void for all to operations using (true) with check (true);
create policy owner on sessions.void for all to current_user using (true) with check (true);
create policy portal on sessions.void for all to portal using ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)) with check ((practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid));
grant insert, select on sessions.void to operations;
grant insert, select on sessions.void to portal;

create table sign_in.account (
  id uuid default gen_random_uuid() not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
CREATE INDEX "account_userId_idx" ON sign_in.account USING btree ("userId");
comment on table sign_in.account is 'local';
grant delete, insert, select, update on sign_in.account to sign_in;

create table sign_in.attempt (
  id uuid not null,
  key text not null,
  at timestamp with time zone not null,
  constraint attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX attempt_at_idx ON sign_in.attempt USING btree (at);
CREATE INDEX attempt_key_idx ON sign_in.attempt USING btree (key, at);
comment on table sign_in.attempt is 'local';
grant delete, insert, select on sign_in.attempt to sign_in;

create table sign_in.email_change (
  id uuid not null,
  "userId" uuid not null,
  email text not null,
  "tokenHash" text not null,
  "createdAt" timestamp with time zone not null,
  "expiresAt" timestamp with time zone not null,
  "usedAt" timestamp with time zone,
  constraint email_change_pkey PRIMARY KEY (id),
  constraint "email_change_tokenHash_key" UNIQUE ("tokenHash"),
  constraint "email_change_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.email_change is 'local';
grant delete, insert, select, update on sign_in.email_change to sign_in;

create table sign_in.factor_reset (
  id uuid not null,
  "userId" uuid not null,
  "askedBy" uuid not null,
  reason text not null,
  "askedAt" timestamp with time zone not null,
  "expiresAt" timestamp with time zone not null,
  "confirmedBy" uuid,
  constraint factor_reset_pkey PRIMARY KEY (id),
  constraint factor_reset_check CHECK ((("askedBy" <> "userId") AND ("confirmedBy" <> "askedBy") AND ("confirmedBy" <> "userId"))),
  constraint "factor_reset_askedBy_fkey" FOREIGN KEY ("askedBy") REFERENCES sign_in."user"(id) ON DELETE CASCADE,
  constraint "factor_reset_confirmedBy_fkey" FOREIGN KEY ("confirmedBy") REFERENCES sign_in."user"(id) ON DELETE CASCADE,
  constraint "factor_reset_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
CREATE INDEX "factor_reset_userId_idx" ON sign_in.factor_reset USING btree ("userId");
comment on table sign_in.factor_reset is 'local';
grant insert, select, update on sign_in.factor_reset to sign_in;

create table sign_in.new_authenticator (
  "userId" uuid not null,
  secret text not null,
  "expiresAt" timestamp with time zone not null,
  constraint new_authenticator_pkey PRIMARY KEY ("userId"),
  constraint "new_authenticator_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
comment on table sign_in.new_authenticator is 'local';
grant delete, insert, select, update on sign_in.new_authenticator to sign_in;

create table sign_in.passkey (
  id uuid not null,
  "userId" uuid not null,
  name text not null,
  "credentialId" text not null,
  "publicKey" bytea not null,
  counter bigint not null,
  transports text[] not null,
  aaguid uuid not null,
  "maySync" boolean not null,
  "isSynced" boolean not null,
  "createdAt" timestamp with time zone not null,
  "lastUsedAt" timestamp with time zone,
  "stoppedAt" timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint "passkey_credentialId_key" UNIQUE ("credentialId"),
  constraint passkey_counter_check CHECK ((counter >= 0)),
  constraint "passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
CREATE INDEX "passkey_userId_idx" ON sign_in.passkey USING btree ("userId");
comment on table sign_in.passkey is 'local';
grant delete, insert, select, update on sign_in.passkey to sign_in;

create table sign_in.passkey_challenge (
  id uuid not null,
  purpose text not null,
  holder text not null,
  "userId" uuid,
  challenge text not null,
  "expiresAt" timestamp with time zone not null,
  constraint passkey_challenge_pkey PRIMARY KEY (id),
  constraint passkey_challenge_challenge_key UNIQUE (challenge),
  constraint passkey_challenge_check CHECK (((purpose = 'add'::text) = ("userId" IS NOT NULL))),
  constraint passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'enter'::text]))),
  constraint "passkey_challenge_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
CREATE INDEX "passkey_challenge_expiresAt_idx" ON sign_in.passkey_challenge USING btree ("expiresAt");
comment on table sign_in.passkey_challenge is 'local';
grant delete, insert, select on sign_in.passkey_challenge to sign_in;

create table sign_in."rateLimit" (
  id uuid default gen_random_uuid() not null,
  key text not null,
  count integer not null,
  "lastRequest" bigint not null,
  constraint "rateLimit_pkey" PRIMARY KEY (id),
  constraint "rateLimit_key_key" UNIQUE (key)
);
comment on table sign_in."rateLimit" is 'local';
grant delete, insert, select, update on sign_in."rateLimit" to sign_in;

create table sign_in.session (
  id uuid default gen_random_uuid() not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null,
  "asPersona" boolean,
  "signedInBy" text,
  "passkeyId" uuid,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint "session_signedInBy_check" CHECK (("signedInBy" = ANY (ARRAY['password'::text, 'password_and_code'::text, 'password_and_paper_code'::text, 'passkey'::text, 'card'::text]))),
  constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
CREATE INDEX "session_userId_idx" ON sign_in.session USING btree ("userId");
comment on table sign_in.session is 'local';
grant delete, insert, select, update on sign_in.session to sign_in;

create table sign_in.sign_up (
  id uuid not null,
  email text not null,
  "givenName" text not null,
  "familyName" text not null,
  "dateOfBirth" date not null,
  phone text not null,
  "passwordHash" text not null,
  "tokenHash" text not null,
  "createdAt" timestamp with time zone not null,
  "expiresAt" timestamp with time zone not null,
  "usedAt" timestamp with time zone,
  language text default 'en'::text not null,
  constraint sign_up_pkey PRIMARY KEY (id),
  constraint "sign_up_tokenHash_key" UNIQUE ("tokenHash"),
  constraint sign_up_language_check CHECK ((language = ANY (ARRAY['en'::text, 'es'::text])))
);
comment on table sign_in.sign_up is 'local';
grant delete, insert, select, update on sign_in.sign_up to sign_in;

create table sign_in."twoFactor" (
  id uuid default gen_random_uuid() not null,
  secret text not null,
  "backupCodes" text not null,
  "userId" uuid not null,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamp with time zone,
  constraint "twoFactor_pkey" PRIMARY KEY (id),
  constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
);
CREATE INDEX "twoFactor_secret_idx" ON sign_in."twoFactor" USING btree (secret);
CREATE INDEX "twoFactor_userId_idx" ON sign_in."twoFactor" USING btree ("userId");
comment on table sign_in."twoFactor" is 'local';
grant delete, insert, select, update on sign_in."twoFactor" to sign_in;

create table sign_in."user" (
  id uuid default gen_random_uuid() not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "twoFactorEnabled" boolean,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_email_key UNIQUE (email)
);
comment on table sign_in."user" is 'local';
grant delete, insert, select, update on sign_in."user" to sign_in;

create table sign_in.verification (
  id uuid default gen_random_uuid() not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  "updatedAt" timestamp with time zone default CURRENT_TIMESTAMP not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier_idx ON sign_in.verification USING btree (identifier);
comment on table sign_in.verification is 'local';
grant delete, insert, select, update on sign_in.verification to sign_in;

create view clients.known_person with (security_invoker=true) as
 SELECT person.person_id,
    latest.id AS change_id,
    COALESCE(latest.given_name, person.given_name) AS given_name,
    COALESCE(latest.family_name, person.family_name) AS family_name,
        CASE
            WHEN latest.id IS NULL THEN person.preferred_name
            ELSE latest.preferred_name
        END AS preferred_name,
        CASE
            WHEN latest.id IS NULL THEN person.date_of_birth
            ELSE latest.date_of_birth
        END AS date_of_birth,
    COALESCE(latest.sex, person.sex) AS sex,
        CASE
            WHEN latest.id IS NULL THEN person.email
            ELSE latest.email
        END AS email,
        CASE
            WHEN latest.id IS NULL THEN person.phone
            ELSE latest.phone
        END AS phone,
        CASE
            WHEN latest.id IS NULL THEN person.street
            ELSE latest.street
        END AS street,
        CASE
            WHEN latest.id IS NULL THEN person.city
            ELSE latest.city
        END AS city,
        CASE
            WHEN latest.id IS NULL THEN person.state
            ELSE latest.state
        END AS state,
        CASE
            WHEN latest.id IS NULL THEN person.zip
            ELSE latest.zip
        END AS zip
   FROM clients.person person
     LEFT JOIN LATERAL ( SELECT change.person_id,
            change.id,
            change.given_name,
            change.family_name,
            change.preferred_name,
            change.date_of_birth,
            change.sex,
            change.email,
            change.phone,
            change.street,
            change.city,
            change.state,
            change.zip,
            change.recorded_at,
            change.recorded_by
           FROM clients.person_change change
          WHERE change.person_id = person.person_id
          ORDER BY change.recorded_at DESC, change.id DESC
         LIMIT 1) latest ON true;
grant select on clients.known_person to operations;
grant select on clients.known_person to portal;

create view reports.billed_session with (security_invoker=true) as
 SELECT DISTINCT ON (session.practice_id, session.id) session.practice_id,
    session.id AS session_id,
    session.person_id,
    confirmation.service_on
   FROM sessions.session session
     JOIN sessions.confirmation confirmation ON confirmation.practice_id = session.practice_id AND confirmation.session_id = session.id
  WHERE NOT (EXISTS ( SELECT
           FROM sessions.void void
          WHERE void.practice_id = session.practice_id AND void.session_id = session.id))
  ORDER BY session.practice_id, session.id, confirmation.version DESC;
grant select on reports.billed_session to operations;

create view reports.open_pay_line with (security_invoker=true) as
 SELECT posting.practice_id,
    posting.id AS posting_id,
    transfer.line,
    posting.kind,
    posting.subject,
    posting.pay_on,
    posting.effective_on,
    posting.recorded_at,
        CASE
            WHEN transfer.credit = 'practice_payable'::text THEN transfer.cents
            ELSE - transfer.cents
        END AS cents
   FROM ledger.transfer transfer
     JOIN ledger.posting posting ON posting.practice_id = transfer.practice_id AND posting.id = transfer.posting_id
  WHERE (transfer.debit = 'practice_payable'::text OR transfer.credit = 'practice_payable'::text) AND posting.kind <> 'payday'::text AND NOT (EXISTS ( SELECT
           FROM payouts.payout_item item
          WHERE item.practice_id = transfer.practice_id AND item.posting_id = transfer.posting_id AND item.line = transfer.line));
grant select on reports.open_pay_line to operations;
grant select on reports.open_pay_line to portal;

create view reports.payout_line with (security_invoker=true) as
 SELECT item.practice_id,
    item.payout_id,
    item.posting_id,
    item.line,
    item.cents,
    posting.kind,
    posting.subject,
    posting.effective_on,
    posting.recorded_at
   FROM payouts.payout_item item
     JOIN ledger.posting posting ON posting.practice_id = item.practice_id AND posting.id = item.posting_id;
grant select on reports.payout_line to operations;
grant select on reports.payout_line to portal;

create view reports.session_transfer with (security_invoker=true) as
 SELECT posting.practice_id,
    posting.subject,
    transfer.debit,
    transfer.credit,
    transfer.cents
   FROM ledger.posting posting
     JOIN ledger.transfer transfer ON transfer.practice_id = posting.practice_id AND transfer.posting_id = posting.id;
grant select on reports.session_transfer to operations;

create view reports.standing_denial with (security_invoker=true) as
 SELECT practice_id,
    session_id,
    id,
    answered_on
   FROM remittances.decision decision
  WHERE (kind = ANY (ARRAY['denial'::text, 'reversal'::text])) AND NOT (EXISTS ( SELECT
           FROM remittances.decision later
          WHERE later.practice_id = decision.practice_id AND later.session_id = decision.session_id AND later.kind <> 'information'::text AND ((ROW(later.recorded_at, later.id) > ROW(decision.recorded_at, decision.id))))) AND NOT (EXISTS ( SELECT
           FROM claims.event event
          WHERE event.practice_id = decision.practice_id AND event.claim_id = decision.claim_id AND event.kind = 'absorbed'::text AND event.recorded_at >= decision.recorded_at));
grant select on reports.standing_denial to operations;
grant select on reports.standing_denial to portal;

create view sessions.planned with (security_invoker=true) as
 SELECT session.practice_id,
    session.id,
    COALESCE(handed.member_id, session.member_id) AS member_id,
    session.person_id,
    COALESCE(latest.starts_at, session.starts_at) AS starts_at,
    COALESCE(latest.ends_at, session.ends_at) AS ends_at,
    COALESCE(latest.modality, session.modality) AS modality,
    COALESCE(latest.version, 1) AS version,
    session.recorded_at,
    session.recorded_by,
    COALESCE(latest.moved_at, session.recorded_at) AS planned_at,
    COALESCE(latest.moved_by, session.recorded_by) AS planned_by,
    cancellation.kind AS cancellation_kind,
    cancellation.initiator,
    cancellation.reason,
    cancellation.cancelled_at,
    cancellation.cancelled_by
   FROM sessions.session session
     LEFT JOIN LATERAL ( SELECT move.starts_at,
            move.ends_at,
            move.modality,
            move.version,
            move.moved_at,
            move.moved_by
           FROM sessions.move move
          WHERE move.practice_id = session.practice_id AND move.session_id = session.id
          ORDER BY move.version DESC
         LIMIT 1) latest ON true
     LEFT JOIN LATERAL ( SELECT move.member_id
           FROM sessions.move move
          WHERE move.practice_id = session.practice_id AND move.session_id = session.id AND move.member_id IS NOT NULL
          ORDER BY move.version DESC
         LIMIT 1) handed ON true
     LEFT JOIN sessions.cancellation cancellation ON cancellation.practice_id = session.practice_id AND cancellation.session_id = session.id;
grant select on sessions.planned to operations;
grant select on sessions.planned to portal;
