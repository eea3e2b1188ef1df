-- What do we send to payers, and what became of it?
call house.room('claims');

create table claims.claim (
  practice_id       uuid not null,
  id                uuid not null,
  session_id        uuid not null,
  confirmation_id   uuid not null,
  person_id         uuid not null,
  control_number    text not null check (control_number ~ '^[0-9A-Z]{1,20}$'),
  network_id        text not null,
  payer_id          text not null,
  billing_entity_id text not null,
  frequency         text not null check (frequency in ('1', '7', '8')),
  charge_cents      bigint not null check (charge_cents >= 0),
  service_on        date not null,
  held              boolean not null,
  held_until        date,
  content           jsonb not null,
  created_at        timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, control_number),
  unique (practice_id, confirmation_id, frequency)
);
call house.owned_by_practice('claims.claim', 'select');
create index on claims.claim (control_number);
comment on column claims.claim.content is 'The claim as it will be written: subscriber, rendering clinician, diagnoses, lines.';

create table claims.release (
  practice_id uuid not null,
  claim_id    uuid not null,
  because     text not null,
  released_at timestamptz not null,
  released_by text not null,
  primary key (practice_id, claim_id),
  foreign key (practice_id, claim_id) references claims.claim (practice_id, id)
);
call house.owned_by_practice('claims.release', 'select');

create table claims.submission (
  practice_id        uuid not null,
  claim_id           uuid not null,
  attempt            integer not null check (attempt > 0),
  file_id            uuid not null,
  file_name          text not null,
  file_sha256        text not null,
  interchange_number bigint not null,
  group_number       bigint not null,
  transaction_number bigint not null,
  batch_reference    text not null,
  segments           text not null,
  recorded_at        timestamptz not null,
  primary key (practice_id, claim_id, attempt),
  foreign key (practice_id, claim_id) references claims.claim (practice_id, id)
);
call house.owned_by_practice('claims.submission', 'select');
create index on claims.submission (group_number, transaction_number);
create index on claims.submission (file_id);
comment on column claims.submission.segments is 'This claim''s own segments as they stand in the file; the file itself is the operator''s.';

create table claims.event (
  practice_id uuid not null,
  id          uuid not null,
  claim_id    uuid not null,
  kind        text not null check (kind in ('sent', 'file_accepted', 'file_rejected', 'received', 'accepted', 'rejected',
                'paid', 'underpaid', 'denied', 'reversed', 'forwarded', 'absorbed')),
  source_key  text not null,
  happened_on date not null,
  recorded_at timestamptz not null,
  detail      jsonb not null,
  primary key (practice_id, id),
  unique (practice_id, claim_id, source_key),
  foreign key (practice_id, claim_id) references claims.claim (practice_id, id)
);
call house.owned_by_practice('claims.event', 'select');
comment on column claims.event.source_key is 'What this was learned from, so that the same answer read twice is one event.';

create table claims.clearinghouse (
  id            text not null,
  name          text not null,
  receiver_id   text not null,
  submitter_name text not null,
  submitter_id  text not null,
  contact_name  text not null,
  contact_phone text not null check (contact_phone ~ '^[0-9]{10}$'),
  usage         text not null check (usage in ('P', 'T')),
  during        daterange not null check (not isempty(during)),
  source        text not null,
  primary key (id)
);
call house.reference_table('claims.clearinghouse');
comment on column claims.clearinghouse.usage is 'ISA15: P for claims that count, T for tests.';
