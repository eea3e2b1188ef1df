-- What a person decided about a payment that was set aside, and about money that matched no claim.
create table remittances.judgement (
  practice_id       uuid not null,
  transaction_id    uuid not null,
  verdict           text not null check (verdict in ('taken_in', 'set_aside')),
  billing_entity_id text,
  reason            text not null check (reason <> ''),
  judged_at         timestamptz not null,
  judged_by         text not null,
  primary key (practice_id, transaction_id),
  foreign key (practice_id, transaction_id) references remittances.transaction (practice_id, id),
  check ((verdict = 'taken_in') = (billing_entity_id is not null))
);
call house.owned_by_practice('remittances.judgement', 'none');

create table remittances.unmatched_settlement (
  practice_id  uuid not null,
  unmatched_id uuid not null,
  outcome      text not null check (outcome in ('matched', 'owed_back')),
  claim_id     uuid,
  reason       text not null check (reason <> ''),
  settled_at   timestamptz not null,
  settled_by   text not null,
  primary key (practice_id, unmatched_id),
  foreign key (practice_id, unmatched_id) references remittances.unmatched (practice_id, id),
  check ((outcome = 'matched') = (claim_id is not null))
);
call house.owned_by_practice('remittances.unmatched_settlement', 'none');
comment on column remittances.unmatched_settlement.outcome is 'owed_back: the payer will keep it out of a later payment.';

-- A payment may leave something that belongs to none of its claims: what it pays beside them when it does not add up.
create index on remittances.unmatched (practice_id, transaction_id);
create index on remittances.transaction (practice_id, recorded_at);
