-- How does a practice prove that a bank account is its own? A deposit of a few cents carries a code to it.
create table payouts.test_deposit (
  practice_id     uuid not null,
  id              uuid not null,
  bank_account_id uuid not null,
  code            text not null check (code ~ '^[A-Z]{3}$'),
  cents           bigint not null check (cents between 1 and 99),
  sends_on        date not null,
  settles_on      date not null,
  batch_reference text not null,
  trace_number    text not null check (trace_number ~ '^[0-9]{15}$'),
  file_id         uuid not null,
  recorded_at     timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, bank_account_id),
  foreign key (practice_id, bank_account_id) references payouts.bank_account (practice_id, id),
  check (sends_on < settles_on)
);
call house.owned_by_practice('payouts.test_deposit', 'select');
create index on payouts.test_deposit (batch_reference);
create index on payouts.test_deposit (trace_number);

-- A code that somebody entered: after three wrong ones the account is refused.
create table payouts.test_deposit_answer (
  practice_id     uuid not null,
  id              uuid not null,
  bank_account_id uuid not null,
  is_right        boolean not null,
  at              timestamptz not null,
  by              uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, bank_account_id) references payouts.bank_account (practice_id, id)
);
call house.owned_by_practice('payouts.test_deposit_answer');

-- The practice's own right answer verifies its account.
call house.owned_by_practice('payouts.bank_account_check');
