-- Who works here, and who may do what?
call house.room('practices');

create table practices.practice (
  practice_id uuid not null,
  kind        text not null check (kind in ('operator', 'solo', 'group')),
  name        text not null check (name <> ''),
  time_zone   text not null,
  joined_at   timestamptz not null,
  primary key (practice_id)
);
call house.owned_by_practice('practices.practice', 'select');

create table practices.member (
  practice_id    uuid not null,
  id             uuid not null,
  user_id        uuid,
  name           text not null check (name <> ''),
  role           text not null check (role in ('owner', 'admin', 'clinician', 'operator_staff')),
  clinician      boolean not null,
  npi            text check (npi ~ '^[0-9]{10}$'),
  taxonomy       text check (taxonomy ~ '^[0-9A-Z]{9}X$'),
  licence_family text,
  joined_at      timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id) references practices.practice,
  check (not clinician or (npi is not null and taxonomy is not null and licence_family is not null))
);
call house.owned_by_practice('practices.member', 'select');
comment on column practices.member.user_id is 'The login that acts as this member; null for a member who has none.';

-- A login finds the practices that it belongs to before any practice is chosen.
call house.also_read_by_user('practices.member');

create table practices.billing_entity (
  id         text not null,
  state      text not null,
  legal_name text not null,
  tin        text not null check (tin ~ '^[0-9]{9}$'),
  npi        text not null check (npi ~ '^[0-9]{10}$'),
  taxonomy   text not null,
  street     text not null,
  city       text not null,
  zip        text not null check (zip ~ '^[0-9]{9}$'),
  during     daterange not null check (not isempty(during)),
  source     text not null,
  primary key (id)
);
call house.reference_table('practices.billing_entity');
comment on column practices.billing_entity.zip is 'ZIP+4: 2010AA N403 of an 837P needs all nine digits.';

create table practices.location (
  practice_id uuid not null,
  id          uuid not null,
  label       text not null check (label <> ''),
  street      text not null check (street <> ''),
  city        text not null,
  state       text not null,
  zip         text not null check (zip ~ '^[0-9]{5}([0-9]{4})?$'),
  county_fips text check (county_fips ~ '^[0-9]{5}$'),
  during      daterange not null check (not isempty(during)),
  recorded_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id) references practices.practice
);
call house.owned_by_practice('practices.location');
comment on column practices.location.id is 'Where clients are seen in person.';
