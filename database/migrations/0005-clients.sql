-- Whom do we care for, where are they, and on whose list?
call house.room('clients');

create table clients.access (
  person_id   uuid not null,
  practice_id uuid not null,
  during      daterange not null check (not isempty(during)),
  recorded_at timestamptz not null,
  primary key (person_id, practice_id, during)
);
call house.owned_by_person('clients.access');

create table clients.person (
  person_id     uuid not null,
  given_name    text not null check (given_name <> ''),
  family_name   text not null check (family_name <> ''),
  date_of_birth date not null,
  sex           text not null check (sex in ('F', 'M', 'U')),
  email         text,
  street        text not null,
  city          text not null,
  state         text not null,
  zip           text not null check (zip ~ '^[0-9]{5}([0-9]{4})?$'),
  recorded_at   timestamptz not null,
  primary key (person_id)
);
call house.owned_by_person('clients.person');

create table clients.login (
  person_id uuid not null,
  user_id   uuid not null,
  during    daterange not null check (not isempty(during)),
  primary key (person_id, user_id)
);
call house.owned_by_person('clients.login');
call house.also_read_by_user('clients.login');

create table clients.policy (
  person_id    uuid not null,
  id           uuid not null,
  plan_id      text not null,
  member_id    text not null check (member_id <> ''),
  group_number text,
  copay_cents  bigint not null check (copay_cents >= 0),
  during       daterange not null check (not isempty(during)),
  recorded_at  timestamptz not null,
  primary key (person_id, id)
);
call house.owned_by_person('clients.policy');
comment on column clients.policy.during is
  'Dates of service this policy covers; the upper bound is the first day it does not.';

create table clients.policy_check (
  person_id  uuid not null,
  policy_id  uuid not null,
  id         uuid not null,
  coverage   text not null check (coverage in ('active', 'inactive', 'unverified')),
  checked_on date not null,
  source     text not null,
  recorded_at timestamptz not null,
  primary key (person_id, id),
  foreign key (person_id, policy_id) references clients.policy (person_id, id)
);
call house.owned_by_person('clients.policy_check');

create table clients.location (
  person_id   uuid not null,
  id          uuid not null,
  label       text not null check (label <> ''),
  street      text,
  city        text,
  state       text not null,
  zip         text,
  county_fips text check (county_fips ~ '^[0-9]{5}$'),
  served_by   text,
  during      daterange not null check (not isempty(during)),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (person_id, id)
);
call house.owned_by_person('clients.location');

create table clients.roster (
  practice_id uuid not null,
  person_id   uuid not null,
  member_id   uuid not null,
  during      daterange not null check (not isempty(during)),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, person_id, member_id, during),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('clients.roster');
comment on column clients.roster.member_id is 'The clinician on whose list this client is.';
