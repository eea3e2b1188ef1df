-- How does somebody become a client, and what do they bring? Nothing here is overwritten: what changed is a further row.

-- A person may be known by name and e-mail only, until they say the rest themselves.
alter table clients.person
  alter column date_of_birth drop not null,
  alter column street drop not null,
  alter column city drop not null,
  alter column state drop not null,
  alter column zip drop not null,
  add column preferred_name text,
  add column phone text;

-- All that is known of a person from then on; the latest row holds, whole.
create table clients.person_change (
  person_id      uuid not null,
  id             uuid not null,
  given_name     text not null check (given_name <> ''),
  family_name    text not null check (family_name <> ''),
  preferred_name text,
  date_of_birth  date,
  sex            text not null check (sex in ('F', 'M', 'U')),
  email          text,
  phone          text,
  street         text,
  city           text,
  state          text,
  zip            text check (zip ~ '^[0-9]{5}([0-9]{4})?$'),
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (person_id, id)
);
call house.owned_by_person('clients.person_change');

create view clients.known_person with (security_invoker = true) as
select person.person_id,
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
  where change.person_id = person.person_id
  order by change.recorded_at desc, change.id desc limit 1
) as latest on true;
grant select on clients.known_person to portal, operations;

-- A login proved that it reads this address; the latest row names the one that holds.
create table clients.email_verification (
  person_id   uuid not null,
  id          uuid not null,
  email       text not null check (email = lower(email)),
  user_id     uuid not null,
  verified_at timestamptz not null,
  primary key (person_id, id)
);
call house.owned_by_person('clients.email_verification');

-- A practice adds a client by e-mail; person_id is the record that it keeps until the client answers.
create table clients.invitation (
  practice_id uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  member_id   uuid not null,
  email       text not null check (email = lower(email)),
  given_name  text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  invited_at  timestamptz not null,
  invited_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('clients.invitation');
create index invitation_by_email on clients.invitation (email);

-- What the client said to it. `person_id` is who they are: the record that the practice had made, or the one they had.
create table clients.invitation_answer (
  practice_id   uuid not null,
  invitation_id uuid not null,
  answer        text not null check (answer in ('accepted', 'declined')),
  person_id     uuid not null,
  answered_at   timestamptz not null,
  primary key (practice_id, invitation_id),
  foreign key (practice_id, invitation_id) references clients.invitation (practice_id, id)
);
call house.owned_by_practice('clients.invitation_answer', 'select');

-- Put away and taken out again; the latest row says how a client of this practice stands.
create table clients.archiving (
  practice_id uuid not null,
  person_id   uuid not null,
  id          uuid not null,
  deed        text not null check (deed in ('archived', 'reopened')),
  at          timestamptz not null,
  by          text not null,
  primary key (practice_id, person_id, id)
);
call house.owned_by_practice('clients.archiving');

-- The operator's standard forms, each version as it was worded.
create table clients.form (
  id      text not null,
  version integer not null check (version > 0),
  title   text not null check (title <> ''),
  body    text not null check (body <> ''),
  sha256  text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  during  daterange not null check (not isempty(during)),
  source  text not null,
  primary key (id, version)
);
call house.reference_table('clients.form');
comment on column clients.form.sha256 is 'Of title, a line feed and body in UTF-8: what a signature names.';

create table clients.form_signature (
  person_id  uuid not null,
  id         uuid not null,
  form_id    text not null,
  version    integer not null,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  typed_name text not null check (typed_name <> ''),
  user_id    uuid not null,
  signed_at  timestamptz not null,
  primary key (person_id, id),
  foreign key (form_id, version) references clients.form (id, version)
);
call house.owned_by_person('clients.form_signature');

-- Insurance as the client says it. A plan of ours, or `not_listed` and in their words what the card says.
alter table clients.policy
  add column plan_as_told text,
  add column holder text not null default 'self' check (holder in ('self', 'other')),
  add column holder_given_name text,
  add column holder_family_name text,
  add column holder_date_of_birth date,
  add column suitcase boolean,
  add column recorded_by text,
  add constraint policy_names_a_plan check (plan_id <> 'not_listed' or (plan_as_told is not null and plan_as_told <> '')),
  add constraint policy_names_its_holder check (
    holder = 'self' or (holder_given_name is not null and holder_family_name is not null and holder_date_of_birth is not null));
comment on column clients.policy.suitcase is
  'Whether a Blue card shows a suitcase, so that it travels with its member; null where nobody was asked.';
alter table clients.policy_check add column copay_cents bigint check (copay_cents >= 0);
comment on column clients.policy_check.copay_cents is 'What the payer said the client owes for a visit; null: it said nothing.';

create table clients.card_photo (
  person_id    uuid not null,
  id           uuid not null,
  side         text not null check (side in ('front', 'back')),
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/heic', 'application/pdf')),
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes        bytea not null,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (person_id, id)
);
call house.owned_by_person('clients.card_photo');

-- Which cards a client has, and which is asked first.
alter table charges.payment_method
  add column expires_month integer check (expires_month between 1 and 12),
  add column expires_year integer check (expires_year between 2000 and 2099);

create table charges.payment_method_choice (
  person_id uuid not null,
  id        uuid not null,
  method_id uuid not null,
  choice    text not null check (choice in ('preferred', 'removed')),
  at        timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id, method_id) references charges.payment_method (person_id, id)
);
call house.owned_by_person('charges.payment_method_choice');

-- Invitations to an address that the person of the transaction has verified: the practice owns them, so this asks for it.
create function clients.invitations_to_me()
returns table (practice_id uuid, practice_name text, invitation_id uuid, clinician_name text, invited_at timestamptz)
language sql stable security definer set search_path = ''
begin atomic
  select invitation.practice_id, practice.name, invitation.id, member.name, invitation.invited_at
  from clients.invitation as invitation
  join practices.practice as practice on practice.practice_id = invitation.practice_id
  join practices.member as member on member.practice_id = invitation.practice_id and member.id = invitation.member_id
  where invitation.email = (
      select verification.email from clients.email_verification as verification
      where verification.person_id = nullif(current_setting('app.person', true), '')::uuid
      order by verification.verified_at desc, verification.id desc limit 1)
    and not exists (
      select from clients.invitation_answer as answer
      where answer.practice_id = invitation.practice_id and answer.invitation_id = invitation.id);
end;

-- The person's answer: an acceptance opens their record to the practice and puts them on its list.
create function clients.answer_invitation(invitation_id uuid, accepts boolean, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
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
$$;

revoke execute on function clients.invitations_to_me(), clients.answer_invitation(uuid, boolean, timestamptz) from public;
grant execute on function clients.invitations_to_me(), clients.answer_invitation(uuid, boolean, timestamptz) to portal;

-- Who asked for an account or for another address, until the letter's link proves the address. On the machine's time.
create table sign_in.sign_up (
  "id"            uuid not null primary key,
  "email"         text not null,
  "givenName"     text not null,
  "familyName"    text not null,
  "dateOfBirth"   date not null,
  "phone"         text not null,
  "passwordHash"  text not null,
  "tokenHash"     text not null unique,
  "createdAt"     timestamptz not null,
  "expiresAt"     timestamptz not null,
  "usedAt"        timestamptz
);
create table sign_in.email_change (
  "id"        uuid not null primary key,
  "userId"    uuid not null references sign_in."user" ("id") on delete cascade,
  "email"     text not null,
  "tokenHash" text not null unique,
  "createdAt" timestamptz not null,
  "expiresAt" timestamptz not null,
  "usedAt"    timestamptz
);
call house.local_table('sign_in.sign_up', sign_in => 'select, insert, update, delete');
call house.local_table('sign_in.email_change', sign_in => 'select, insert, update, delete');
