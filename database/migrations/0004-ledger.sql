-- Where is every cent?
call house.room('ledger');

create table ledger.posting (
  practice_id     uuid not null,
  id              uuid not null,
  idempotency_key text not null check (idempotency_key <> ''),
  content_hash    text not null,
  kind            text not null,
  cause           text not null check (cause in ('practice', 'client', 'payer', 'operator', 'bank', 'card_processor')),
  subject         text not null,
  effective_on    date not null,
  pay_on          date,
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (practice_id, id),
  unique (practice_id, idempotency_key)
);
call house.owned_by_practice('ledger.posting');
create index on ledger.posting (practice_id, subject);
comment on column ledger.posting.pay_on is
  'The pay date of the window that the lines on practice_payable belong to; null when the posting has none.';

create table ledger.transfer (
  practice_id    uuid not null,
  posting_id     uuid not null,
  line           smallint not null check (line > 0),
  debit          text not null,
  debit_subject  text not null,
  credit         text not null,
  credit_subject text not null,
  cents          bigint not null check (cents > 0),
  primary key (practice_id, posting_id, line),
  foreign key (practice_id, posting_id) references ledger.posting,
  check ((debit, debit_subject) <> (credit, credit_subject))
);
call house.owned_by_practice('ledger.transfer');
create index on ledger.transfer (practice_id, debit_subject, debit);
create index on ledger.transfer (practice_id, credit_subject, credit);

create table ledger.seal (
  practice_id   uuid not null,
  number        integer not null check (number > 0),
  posting_count integer not null check (posting_count > 0),
  previous_hash text not null,
  hash          text not null,
  sealed_at     timestamptz not null,
  primary key (practice_id, number)
);
call house.owned_by_practice('ledger.seal', 'select');

create table ledger.sealed_posting (
  practice_id uuid not null,
  posting_id  uuid not null,
  seal_number integer not null,
  position    integer not null check (position > 0),
  hash        text not null,
  primary key (practice_id, posting_id),
  unique (practice_id, seal_number, position),
  foreign key (practice_id, seal_number) references ledger.seal
);
call house.owned_by_practice('ledger.sealed_posting', 'select');
comment on column ledger.sealed_posting.hash is
  'Hash of the posting with its transfers as they stood when sealed, so that verification can name the one that changed.';

create index on ledger.transfer (debit) where debit in ('client_refunds_due', 'payer_receivable', 'practice_payable');
create index on ledger.transfer (credit) where credit in ('client_refunds_due', 'payer_receivable', 'practice_payable');
