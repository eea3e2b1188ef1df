-- What do we pay each practice, and when?
call house.room('payouts');

create table payouts.operator_account (
  id        text not null,
  name      text not null,
  routing   text not null check (routing ~ '^[0-9]{9}$'),
  account   text not null,
  odfi      text not null check (odfi ~ '^[0-9]{8}$'),
  company_name text not null,
  company_id   text not null,
  bank_name text not null,
  during    daterange not null check (not isempty(during)),
  source    text not null,
  primary key (id)
);
call house.reference_table('payouts.operator_account');

create table payouts.bank_account (
  practice_id uuid not null,
  id          uuid not null,
  holder      text not null check (holder in ('business', 'personal')),
  holder_name text not null,
  routing     text not null check (routing ~ '^[0-9]{9}$'),
  account     text not null check (account ~ '^[0-9]{4,17}$'),
  kind        text not null check (kind in ('checking', 'savings')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id)
);
call house.owned_by_practice('payouts.bank_account');

create table payouts.bank_account_check (
  practice_id     uuid not null,
  bank_account_id uuid not null,
  id              uuid not null,
  outcome         text not null check (outcome in ('verified', 'refused')),
  because         text not null,
  at              timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, bank_account_id) references payouts.bank_account (practice_id, id)
);
call house.owned_by_practice('payouts.bank_account_check', 'select');

create table payouts.tax_form (
  practice_id uuid not null,
  id          uuid not null,
  kind        text not null check (kind = 'w9'),
  received_at timestamptz not null,
  primary key (practice_id, id)
);
call house.owned_by_practice('payouts.tax_form', 'select');

create table payouts.payout (
  practice_id     uuid not null,
  id              uuid not null,
  pay_on          date not null,
  sends_on        date not null,
  settles_on      date not null,
  cents           bigint not null check (cents > 0),
  bank_account_id uuid not null,
  batch_reference text not null,
  trace_number    text not null check (trace_number ~ '^[0-9]{15}$'),
  file_id         uuid not null,
  file_name       text not null,
  file_sha256     text not null,
  recorded_at     timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, pay_on),
  foreign key (practice_id, bank_account_id) references payouts.bank_account (practice_id, id),
  check (sends_on < settles_on and settles_on <= pay_on)
);
call house.owned_by_practice('payouts.payout', 'select');
create index on payouts.payout (trace_number);
create index on payouts.payout (batch_reference);
create index on payouts.payout (file_id);

create table payouts.payout_item (
  practice_id uuid not null,
  posting_id  uuid not null,
  line        smallint not null,
  payout_id   uuid not null,
  cents       bigint not null check (cents <> 0),
  primary key (practice_id, posting_id, line),
  foreign key (practice_id, payout_id) references payouts.payout (practice_id, id)
);
call house.owned_by_practice('payouts.payout_item', 'select');
create index on payouts.payout_item (practice_id, payout_id);

create table payouts.payout_event (
  practice_id uuid not null,
  id          uuid not null,
  payout_id   uuid not null,
  kind        text not null check (kind in ('sent', 'settled', 'returned', 'refused', 'change_notified')),
  source_key  text not null,
  code        text,
  detail      text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, payout_id, source_key),
  foreign key (practice_id, payout_id) references payouts.payout (practice_id, id)
);
call house.owned_by_practice('payouts.payout_event', 'select');

create table payouts.bank_file (
  practice_id  uuid not null,
  file_id      uuid not null,
  sends_on     date not null,
  settles_on   date not null,
  entry_count  integer not null check (entry_count > 0),
  total_cents  bigint not null check (total_cents > 0),
  recorded_at  timestamptz not null,
  primary key (practice_id, file_id)
);
call house.owned_by_practice('payouts.bank_file', 'none');

create table payouts.bank_batch (
  practice_id  uuid not null,
  reference    text not null,
  file_id      uuid not null,
  entry_count  integer not null check (entry_count > 0),
  total_cents  bigint not null check (total_cents > 0),
  primary key (practice_id, reference),
  foreign key (practice_id, file_id) references payouts.bank_file (practice_id, file_id)
);
call house.owned_by_practice('payouts.bank_batch', 'none');
comment on column payouts.bank_batch.reference is
  'Day, file modifier and batch number, as the bank repeats them on its statement.';

create table payouts.bank_statement (
  practice_id        uuid not null,
  id                 uuid not null,
  operator_account_id text not null,
  as_of              date not null,
  opening_cents      bigint not null,
  closing_cents      bigint not null,
  file_id            uuid not null,
  recorded_at        timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, operator_account_id, as_of)
);
call house.owned_by_practice('payouts.bank_statement', 'none');

create table payouts.bank_line (
  practice_id        uuid not null,
  statement_id       uuid not null,
  line               integer not null check (line > 0),
  type_code          text not null,
  signed_cents       bigint not null check (signed_cents <> 0),
  bank_reference     text not null,
  customer_reference text not null,
  description        text not null,
  became             text not null check (became in ('deposit', 'settlement', 'card_payout', 'card_refunds', 'return', 'own_money', 'unexplained')),
  primary key (practice_id, statement_id, line),
  foreign key (practice_id, statement_id) references payouts.bank_statement (practice_id, id)
);
call house.owned_by_practice('payouts.bank_line', 'none');

create table payouts.own_money (
  practice_id uuid not null,
  id          uuid not null,
  reference   text not null,
  cents       bigint not null check (cents > 0),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  unique (practice_id, reference)
);
call house.owned_by_practice('payouts.own_money', 'none');
