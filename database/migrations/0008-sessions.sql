-- Which care was given, and is it ready to bill?
call house.room('sessions');

create table sessions.service_code (
  code            text not null,
  label           text not null,
  category        text not null,
  minutes_min     integer,
  minutes_max     integer,
  minutes_typical integer,
  who             text[] not null,
  addon_to        text[],
  max_per_day     integer,
  replaced_by     text,
  during          daterange not null check (not isempty(during)),
  certainty       text not null,
  source          text not null,
  primary key (code, during),
  exclude using gist (code with =, during with &&)
);
call house.reference_table('sessions.service_code');

create table sessions.diagnosis_code (
  code      text not null,
  label     text not null,
  category  text not null,
  often_paid_alone boolean,
  during    daterange not null check (not isempty(during)),
  source    text not null,
  primary key (code, during),
  exclude using gist (code with =, during with &&)
);
call house.reference_table('sessions.diagnosis_code');

create table sessions.time_limit (
  name   text not null,
  value  integer not null check (value > 0),
  unit   text not null check (unit in ('days', 'hours')),
  during daterange not null check (not isempty(during)),
  source text not null,
  primary key (name, during),
  exclude using gist (name with =, during with &&)
);
call house.reference_table('sessions.time_limit');

create table sessions.session (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  person_id   uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  modality    text not null check (modality in ('telehealth', 'in_person')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check (ends_at > starts_at)
);
call house.owned_by_practice('sessions.session');

create table sessions.confirmation (
  practice_id       uuid not null,
  id                uuid not null,
  session_id        uuid not null,
  version           integer not null check (version > 0),
  confirmed_at      timestamptz not null,
  confirmed_on      date not null,
  confirmed_by      text not null,
  pay_on            date not null,
  service_on        date not null,
  started_at        timestamptz not null,
  stopped_at        timestamptz not null check (stopped_at > started_at),
  modality          text not null check (modality in ('telehealth', 'in_person')),
  place_of_service  text not null,
  diagnoses         text[] not null check (cardinality(diagnoses) between 1 and 12),
  location          jsonb not null,
  patient           jsonb not null,
  policy            jsonb not null,
  plan_id           text not null,
  payer_id          text not null,
  contract_id       text not null,
  billing_entity_id text not null,
  method            text not null,
  claim_to          text not null,
  held_until        date,
  held              boolean not null,
  payer_cents       bigint not null check (payer_cents >= 0),
  provider_cents    bigint not null check (provider_cents >= 0),
  client_cents      bigint not null check (client_cents between 0 and payer_cents),
  facts             jsonb not null,
  answer            jsonb not null,
  primary key (practice_id, id),
  unique (practice_id, session_id, version),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.confirmation');
comment on column sessions.confirmation.version is
  'Later versions are corrections within the 48 hours; the highest one is what is billed.';
comment on column sessions.confirmation.payer_cents is 'The sum of the payer rates of the codes: what the contract pays, the client''s share included.';
comment on column sessions.confirmation.client_cents is 'The client''s estimated share of payer_cents.';

create table sessions.confirmation_code (
  practice_id     uuid not null,
  confirmation_id uuid not null,
  line            smallint not null check (line > 0),
  code            text not null,
  modifiers       text[] not null,
  units           integer not null check (units > 0),
  payer_cents     bigint not null check (payer_cents >= 0),
  provider_cents  bigint not null check (provider_cents >= 0),
  primary key (practice_id, confirmation_id, line),
  foreign key (practice_id, confirmation_id) references sessions.confirmation (practice_id, id)
);
call house.owned_by_practice('sessions.confirmation_code');

create table sessions.note (
  practice_id uuid not null,
  id          uuid not null,
  session_id  uuid not null,
  kind        text not null check (kind in ('note', 'addendum')),
  body        text not null check (body <> ''),
  signed_at   timestamptz not null,
  signed_by   text not null,
  primary key (practice_id, id),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.note');
create unique index one_note_per_session on sessions.note (practice_id, session_id) where kind = 'note';

create table sessions.void (
  practice_id uuid not null,
  session_id  uuid not null,
  reason      text not null check (reason <> ''),
  voided_at   timestamptz not null,
  voided_by   text not null,
  primary key (practice_id, session_id),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.void');

create table sessions.lock (
  practice_id     uuid not null,
  session_id      uuid not null,
  confirmation_id uuid not null,
  locked_at       timestamptz not null,
  primary key (practice_id, session_id),
  foreign key (practice_id, confirmation_id) references sessions.confirmation (practice_id, id)
);
call house.owned_by_practice('sessions.lock', 'select');

create table sessions.rate_gap (
  practice_id uuid not null,
  session_id  uuid not null,
  noticed_on  date not null,
  gaps        jsonb not null,
  recorded_at timestamptz not null,
  primary key (practice_id, session_id),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.rate_gap');
