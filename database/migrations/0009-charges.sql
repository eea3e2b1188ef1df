-- What does the client owe, and how is it paid?
call house.room('charges');

create table charges.payment_method (
  person_id   uuid not null,
  id          uuid not null,
  token       text not null check (token <> ''),
  brand       text not null,
  last_four   text not null check (last_four ~ '^[0-9]{4}$'),
  recorded_at timestamptz not null,
  primary key (person_id, id)
);
call house.owned_by_person('charges.payment_method');

create table charges.charge (
  practice_id uuid not null,
  id          uuid not null,
  session_id  uuid not null,
  person_id   uuid not null,
  cents       bigint not null check (cents > 0),
  because     text not null check (because in ('session_share', 'share_increased')),
  cause_key   text not null,
  due_at      timestamptz not null,
  recorded_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, cause_key)
);
call house.owned_by_practice('charges.charge', 'select');

create table charges.charge_attempt (
  practice_id  uuid not null,
  charge_id    uuid not null,
  attempt      integer not null check (attempt > 0),
  cents        bigint not null check (cents > 0),
  outcome      text not null check (outcome in ('captured', 'declined', 'no_payment_method')),
  processor_id text,
  decline_code text,
  at           timestamptz not null,
  primary key (practice_id, charge_id, attempt),
  foreign key (practice_id, charge_id) references charges.charge (practice_id, id)
);
call house.owned_by_practice('charges.charge_attempt', 'select');

create table charges.refund (
  practice_id  uuid not null,
  id           uuid not null,
  session_id   uuid not null,
  charge_id    uuid not null,
  processor_charge_id text not null,
  cents        bigint not null check (cents > 0),
  cause_key    text not null,
  recorded_at  timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, cause_key),
  foreign key (practice_id, charge_id) references charges.charge (practice_id, id)
);
call house.owned_by_practice('charges.refund', 'select');

create table charges.refund_result (
  practice_id  uuid not null,
  refund_id    uuid not null,
  processor_id text not null,
  at           timestamptz not null,
  primary key (practice_id, refund_id),
  foreign key (practice_id, refund_id) references charges.refund (practice_id, id)
);
call house.owned_by_practice('charges.refund_result', 'select');

create table charges.retry_rule (
  id               text not null,
  hours_between    integer not null check (hours_between > 0),
  attempts_at_most integer not null check (attempts_at_most > 0),
  during           daterange not null check (not isempty(during)),
  source           text not null,
  primary key (id),
  exclude using gist (during with &&)
);
call house.reference_table('charges.retry_rule');
