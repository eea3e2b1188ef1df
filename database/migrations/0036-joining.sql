-- Who comes, and who goes? Practices that want to join, the calls with a consultant, quotes, what an opened practice still
-- has to do; and for how long a payout can come back, before which nobody is removed for good.
call house.room('joining');

-- Nacha rules, 2.12.4: a receiving bank returns most entries within two banking days; we wait longer, as the operator's rule.
create table joining.return_window (
  banking_days integer not null check (banking_days > 0),
  during       daterange not null check (not isempty(during)),
  source       text not null check (source <> ''),
  primary key (during),
  exclude using gist (during with &&)
);
call house.reference_table('joining.return_window');
insert into joining.return_window (banking_days, during, source)
values (5, '[2020-01-01,)', 'The operator’s rule: two banking days of the Nacha rules for returns, and three more for late ones');

-- The interest form: everything that concerns the operator alone is owned by it.
create table joining.application (
  practice_id     uuid not null,
  id              uuid not null,
  kind            text not null check (kind in ('solo', 'new_group', 'solo_to_group')),
  given_name      text not null check (given_name <> ''),
  family_name     text not null check (family_name <> ''),
  email           text not null check (email = lower(email) and email like '%@%'),
  phone           text,
  practice_name   text not null check (practice_name <> ''),
  clinicians      integer not null check (clinicians between 1 and 500),
  licence_family  text not null check (licence_family <> ''),
  licence_state   text not null check (licence_state ~ '^[A-Z]{2}$'),
  licence_number  text,
  npi             text check (npi ~ '^[0-9]{10}$'),
  states          text[] not null,
  plan_ids        text[] not null,
  words           text,
  token_hash      text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  recorded_at     timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, token_hash)
);
call house.owned_by_practice('joining.application', 'none');
comment on column joining.application.practice_id is 'The operator.';

-- When a consultant takes calls, week by week.
create table joining.consultant_hours (
  practice_id  uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  weekday      integer not null check (weekday between 1 and 7),
  starts       time not null,
  stops        time not null,
  call_minutes integer not null check (call_minutes between 10 and 120),
  during       daterange not null check (not isempty(during)),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check (stops > starts)
);
call house.owned_by_practice('joining.consultant_hours', 'none');

-- A slot is taken by inserting it: of two people at one slot the second is refused by the key.
create table joining.call (
  practice_id    uuid not null,
  id             uuid not null,
  application_id uuid not null,
  member_id      uuid not null,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  recorded_at    timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, member_id, starts_at),
  foreign key (practice_id, application_id) references joining.application (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check (ends_at > starts_at)
);
call house.owned_by_practice('joining.call', 'none');

-- What the consultant did: noted, held the call, closed the application. Each is a row.
create table joining.step (
  practice_id    uuid not null,
  id             uuid not null,
  application_id uuid not null,
  deed           text not null check (deed in ('noted', 'call_held', 'call_missed', 'closed')),
  words          text not null check (words <> ''),
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (practice_id, id),
  foreign key (practice_id, application_id) references joining.application (practice_id, id)
);
call house.owned_by_practice('joining.step', 'none');

create table joining.quote (
  practice_id    uuid not null,
  id             uuid not null,
  application_id uuid not null,
  valid_on       date not null,
  licence_family text not null,
  lines          jsonb not null,
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (practice_id, id),
  foreign key (practice_id, application_id) references joining.application (practice_id, id)
);
call house.owned_by_practice('joining.quote', 'none');
comment on column joining.quote.lines is 'The rates as they stood on the day, so that the quote stays what was said.';

create table joining.opening (
  practice_id        uuid not null,
  application_id     uuid not null,
  opened_practice_id uuid not null,
  owner_member_id    uuid not null,
  recorded_at        timestamptz not null,
  recorded_by        text not null,
  primary key (practice_id, application_id),
  foreign key (practice_id, application_id) references joining.application (practice_id, id)
);
call house.owned_by_practice('joining.opening', 'none');

-- What a new practice has told us it has done; licence, NPI and bank account are seen where they are kept.
create table joining.onboarding_mark (
  practice_id uuid not null,
  step        text not null check (step in ('profile', 'malpractice_insurance', 'caqh', 'agreement')),
  words       text not null check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, step)
);
call house.owned_by_practice('joining.onboarding_mark');
