-- A claim that was refused or denied goes out again: each time as a revision, with what it says from then on.
create table claims.revision (
  practice_id        uuid not null,
  claim_id           uuid not null,
  attempt            integer not null check (attempt > 1),
  frequency          text not null check (frequency in ('1', '7')),
  original_reference text,
  content            jsonb not null,
  because            text not null check (because <> ''),
  made_at            timestamptz not null,
  made_by            text not null,
  primary key (practice_id, claim_id, attempt),
  foreign key (practice_id, claim_id) references claims.claim (practice_id, id),
  check ((frequency = '7') = (original_reference is not null))
);
call house.owned_by_practice('claims.revision', 'select');
comment on column claims.revision.attempt is 'The submission that carries it; the first needs no revision.';
comment on column claims.revision.original_reference is 'The payer''s own number of the claim (REF F8), where the payer has it already.';

alter table claims.event drop constraint event_kind_check;
alter table claims.event add constraint event_kind_check check (kind in ('sent', 'file_accepted', 'file_rejected', 'received',
  'accepted', 'rejected', 'paid', 'underpaid', 'denied', 'reversed', 'forwarded', 'absorbed', 'corrected'));

-- How long a payer may take, and until when we may file or appeal: dated data, for one payer or ("") for any.
create table claims.answer_limit (
  payer_id text not null,
  name     text not null check (name in ('acknowledgement', 'answer', 'filing', 'appeal')),
  days     integer not null check (days > 0),
  during   daterange not null check (not isempty(during)),
  source   text not null,
  primary key (payer_id, name, during),
  exclude using gist (payer_id with =, name with =, during with &&)
);
call house.reference_table('claims.answer_limit');
comment on column claims.answer_limit.payer_id is 'Empty for every payer that has no limit of its own.';

-- Looking for a claim by who it is about, when it was, or what it charges.
create index on claims.claim (person_id);
create index on claims.claim (service_on);
create index on claims.claim (charge_cents);
create index on claims.claim (upper(content ->> 'memberId') text_pattern_ops);
create index on claims.claim (control_number text_pattern_ops);
create index on clients.person (lower(family_name) text_pattern_ops);
