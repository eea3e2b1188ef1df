-- What did the payer decide and pay?
call house.room('remittances');

create table remittances.absorption_deadline (
  kind   text not null check (kind in ('underpaid', 'denied', 'silent')),
  days   integer not null check (days > 0),
  during daterange not null check (not isempty(during)),
  source text not null,
  primary key (kind, during),
  exclude using gist (kind with =, during with &&)
);
call house.reference_table('remittances.absorption_deadline');

create table remittances.transaction (
  practice_id       uuid not null,
  id                uuid not null,
  file_id           uuid not null,
  file_name         text not null,
  position          integer not null check (position > 0),
  payer_name        text not null,
  originator        text not null,
  payee             text not null,
  billing_entity_id text,
  trace             text not null,
  method            text not null,
  paid_cents        bigint not null,
  paid_on           date,
  identity_hash     text not null,
  content_hash      text not null,
  outcome           text not null check (outcome in ('posted', 'quarantined')),
  because           text check (because in ('unbalanced', 'payee_not_ours', 'same_trace_other_content', 'unreadable', 'unsupported_version')),
  difference_cents  bigint,
  findings          jsonb not null,
  recorded_at       timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, identity_hash, content_hash),
  check ((outcome = 'quarantined') = (because is not null))
);
call house.owned_by_practice('remittances.transaction', 'none');
create index on remittances.transaction (practice_id, trace);

create table remittances.decision (
  practice_id          uuid not null,
  id                   uuid not null,
  claim_id             uuid not null,
  session_id           uuid not null,
  transaction_id       uuid not null,
  position             integer not null,
  kind                 text not null check (kind in ('answer', 'denial', 'reversal', 'information')),
  status_code          text not null,
  charge_cents         bigint not null,
  paid_cents           bigint not null,
  client_cents         bigint not null,
  payer_control_number text,
  payer_id             text not null,
  adjustments          jsonb not null,
  answered_on          date not null,
  recorded_at          timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, transaction_id, position)
);
call house.owned_by_practice('remittances.decision', 'select');
create index on remittances.decision (practice_id, session_id);
create index on remittances.decision (transaction_id);
comment on column remittances.decision.client_cents is 'The client''s share: PR with CARC 1, 2 or 3 only.';

create table remittances.unmatched (
  practice_id    uuid not null,
  id             uuid not null,
  transaction_id uuid not null,
  position       integer not null,
  claim_control_number text not null,
  payer_control_number text not null,
  paid_cents     bigint not null,
  because        text not null,
  recorded_at    timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, transaction_id, position),
  foreign key (practice_id, transaction_id) references remittances.transaction (practice_id, id)
);
call house.owned_by_practice('remittances.unmatched', 'none');

create table remittances.provider_adjustment (
  practice_id    uuid not null,
  transaction_id uuid not null,
  line           integer not null,
  reason         text not null,
  reference      text not null,
  cents          bigint not null,
  recorded_at    timestamptz not null,
  primary key (practice_id, transaction_id, line),
  foreign key (practice_id, transaction_id) references remittances.transaction (practice_id, id)
);
call house.owned_by_practice('remittances.provider_adjustment', 'none');

create table remittances.deposit (
  practice_id       uuid not null,
  id                uuid not null,
  trace             text not null,
  originator        text not null,
  operator_account_id text not null,
  cents             bigint not null check (cents > 0),
  deposited_on      date not null,
  bank_line_key     text not null,
  recorded_at       timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, bank_line_key)
);
call house.owned_by_practice('remittances.deposit', 'none');
