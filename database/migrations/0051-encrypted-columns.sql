-- What is most a client's own is kept encrypted (docs/decisions/0018): the values are bytes that only the product opens, with
-- data keys that only the operator's keys open. What a column held in the clear becomes its bytes here, and is encrypted by
-- `prepareEncryption` before the server opens its doors; from now on the database refuses a plain value.

-- A data key is kept encrypted by one of the operator's; it is written by the owner alone and never removed.
create table house.data_key (
  number integer primary key check (number > 0),
  purpose text not null check (purpose in ('identity', 'clinical', 'claims', 'requests')),
  wrapped_by text not null check (wrapped_by <> ''),
  wrapped bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz
);
call house.local_table('house.data_key', portal => 'select', operations => 'select');
comment on column house.data_key.retired_at is 'From then on nothing new is encrypted with it; what was still opens.';

-- These read columns that change their type, and come back below.
drop view clients.known_person;
drop function visits.confirmations();
drop index claims.claim_upper_idx;

alter table clients.policy drop constraint policy_member_id_check;
alter table clients.form_signature drop constraint form_signature_typed_name_check;
alter table sessions.note drop constraint note_body_check;
alter table sessions.crisis_record
  drop constraint crisis_record_disposition_check,
  drop constraint crisis_record_intervention_check,
  drop constraint crisis_record_people_check,
  drop constraint crisis_record_risk_check;
alter table sessions.confirmation drop constraint confirmation_diagnoses_check;

-- The form: mark and version, the key's number, nonce, tag (36 bytes), and then what is encrypted. Not valid: the rows of
-- before are encrypted by the product, which then validates it. What the law let go is the word Deleted, in the clear.
-- Encrypted bytes do not compress: they are not tried.
create procedure house.encrypt_column(tab regclass, col text) language plpgsql as $$
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
$$;
revoke execute on procedure house.encrypt_column(regclass, text) from public;

do $$
declare
  each record;
begin
  for each in
    select one.tab, one.col from (values
      ('clients.person', 'date_of_birth'), ('clients.person', 'phone'), ('clients.person', 'street'),
      ('clients.person_change', 'date_of_birth'), ('clients.person_change', 'phone'), ('clients.person_change', 'street'),
      ('clients.policy', 'member_id'), ('clients.policy', 'group_number'), ('clients.policy', 'holder_given_name'),
      ('clients.policy', 'holder_family_name'), ('clients.policy', 'holder_date_of_birth'),
      ('clients.location', 'street'),
      ('clients.card_photo', 'bytes'),
      ('clients.form_signature', 'typed_name'),
      ('sessions.note', 'body'),
      ('sessions.crisis_record', 'risk'), ('sessions.crisis_record', 'intervention'),
      ('sessions.crisis_record', 'people'), ('sessions.crisis_record', 'disposition'),
      ('sessions.confirmation', 'diagnoses'), ('sessions.confirmation', 'location'), ('sessions.confirmation', 'patient'),
      ('sessions.confirmation', 'policy'), ('sessions.confirmation', 'facts'), ('sessions.confirmation', 'answer'),
      ('claims.claim', 'content'),
      ('claims.revision', 'content'),
      ('claims.submission', 'segments'),
      ('house.file', 'bytes'),
      ('house.replayed_answer', 'answer'),
      ('house.replayed_answer_to_person', 'answer'),
      ('records.upload', 'bytes')
    ) as one (tab, col)
  loop
    call house.encrypt_column(each.tab::regclass, each.col);
  end loop;
end
$$;

-- A member id is looked for as a whole: under the data key of the claim the same id gives the same bytes.
alter table claims.claim add column member_index bytea;
create index on claims.claim (member_index);
comment on column claims.claim.member_index is 'A blind index of the member id that the claim says; null until it was encrypted.';

-- As before, with the change that each value stands in: it opens nowhere else.
create view clients.known_person with (security_invoker = true) as
select person.person_id, latest.id as change_id,
  coalesce(latest.given_name, person.given_name) as given_name,
  coalesce(latest.family_name, person.family_name) as family_name,
  case when latest.id is null then person.preferred_name else latest.preferred_name end as preferred_name,
  case when latest.id is null then person.date_of_birth else latest.date_of_birth end as date_of_birth,
  coalesce(latest.sex, person.sex) as sex,
  case when latest.id is null then person.email else latest.email end as email,
  case when latest.id is null then person.phone else latest.phone end as phone,
  case when latest.id is null then person.street else latest.street end as street,
  case when latest.id is null then person.city else latest.city end as city,
  case when latest.id is null then person.state else latest.state end as state,
  case when latest.id is null then person.zip else latest.zip end as zip
from clients.person as person
left join lateral (
  select change.* from clients.person_change as change
  where change.person_id = person.person_id order by change.recorded_at desc, change.id desc limit 1
) as latest on true;
grant select on clients.known_person to portal, operations;

create function visits.confirmations()
returns table (session_id uuid, confirmation_id uuid, practice_id uuid, first_confirmed_at timestamptz, service_on date,
  started_at timestamptz, stopped_at timestamptz, modality text, place_of_service text, diagnoses bytea, location bytea,
  patient bytea, policy bytea, plan_id text, payer_id text, billing_entity_id text, price_cents bigint,
  client_cents bigint)
language sql stable security definer set search_path = ''
begin atomic
  select distinct on (latest.practice_id, latest.session_id) latest.session_id, latest.id, latest.practice_id,
    earliest.confirmed_at, latest.service_on, latest.started_at, latest.stopped_at, latest.modality,
    latest.place_of_service, latest.diagnoses, latest.location, latest.patient, latest.policy, latest.plan_id,
    latest.payer_id, latest.billing_entity_id, latest.payer_cents, latest.client_cents
  from sessions.session as mine
  join sessions.confirmation as latest on latest.practice_id = mine.practice_id and latest.session_id = mine.id
  join sessions.confirmation as earliest on earliest.practice_id = mine.practice_id and earliest.session_id = mine.id
    and earliest.version = 1
  where mine.person_id = visits.me()
  order by latest.practice_id, latest.session_id, latest.version desc;
end;
revoke execute on function visits.confirmations() from public;
grant execute on function visits.confirmations() to portal, operations;
