-- What was found out about a place after it was recorded: its county where a ZIP code lies in several, and which of two Blue
-- plans serves an address in a county that they share. The place itself stays as it was recorded; the latest finding counts.
create table clients.location_finding (
  person_id   uuid not null,
  id          uuid not null,
  location_id uuid not null,
  county_fips text not null check (county_fips ~ '^[0-9]{5}$'),
  served_by   text,
  source      text not null check (source <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (person_id, id),
  foreign key (person_id, location_id) references clients.location (person_id, id)
);
call house.owned_by_person('clients.location_finding');
comment on column clients.location_finding.served_by is 'The licensee that a person confirmed; null where nobody shares the county.';

create table practices.location_finding (
  practice_id uuid not null,
  id          uuid not null,
  location_id uuid not null,
  county_fips text not null check (county_fips ~ '^[0-9]{5}$'),
  served_by   text,
  source      text not null check (source <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, location_id) references practices.location (practice_id, id)
);
call house.owned_by_practice('practices.location_finding');

-- A practice asks that a client's insurance be checked with the payer before others are.
create table clients.check_request (
  person_id   uuid not null,
  id          uuid not null,
  policy_id   uuid not null,
  asked_at    timestamptz not null,
  asked_by    text not null,
  primary key (person_id, id),
  foreign key (person_id, policy_id) references clients.policy (person_id, id)
);
call house.owned_by_person('clients.check_request');

-- A clinician asks to be credentialed with a network in a state.
create table credentialing.credential_request (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  network_id  text not null,
  state       text not null,
  words       text check (words <> ''),
  asked_at    timestamptz not null,
  asked_by    text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('credentialing.credential_request');

-- What a clinician wrote down of a crisis, prompt by prompt, with the confirmation that rests on it.
create table sessions.crisis_record (
  practice_id     uuid not null,
  confirmation_id uuid not null,
  risk            text not null check (risk <> ''),
  intervention    text not null check (intervention <> ''),
  people          text not null check (people <> ''),
  disposition     text not null check (disposition <> ''),
  primary key (practice_id, confirmation_id),
  foreign key (practice_id, confirmation_id) references sessions.confirmation (practice_id, id)
);
call house.owned_by_practice('sessions.crisis_record');

-- A crisis exception is looked at afterwards; what the reviewer found is added, and the last word stands.
create table sessions.compliance_review (
  practice_id     uuid not null,
  id              uuid not null,
  session_id      uuid not null,
  confirmation_id uuid not null,
  because         text not null check (because = 'crisis_exception'),
  opened_at       timestamptz not null,
  primary key (practice_id, id),
  unique (practice_id, confirmation_id),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id),
  foreign key (practice_id, confirmation_id) references sessions.confirmation (practice_id, id)
);
call house.owned_by_practice('sessions.compliance_review');

create table sessions.review_decision (
  practice_id uuid not null,
  id          uuid not null,
  review_id   uuid not null,
  finding     text not null check (finding in ('in_order', 'follow_up')),
  words       text check (words <> ''),
  decided_at  timestamptz not null,
  decided_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, review_id) references sessions.compliance_review (practice_id, id),
  check (finding = 'in_order' or words is not null)
);
call house.owned_by_practice('sessions.review_decision', 'select');
comment on column sessions.review_decision.words is 'What must follow, to the practice; a record in order needs none.';

-- So many days before a payer takes a claim no more, a claim that is still held is told to the operator, once.
alter table claims.answer_limit drop constraint answer_limit_name_check;
alter table claims.answer_limit add constraint answer_limit_name_check
  check (name in ('acknowledgement', 'answer', 'filing', 'filing_alarm', 'appeal'));

create table claims.filing_alarm (
  practice_id uuid not null,
  claim_id    uuid not null,
  limit_on    date not null,
  raised_at   timestamptz not null,
  primary key (practice_id, claim_id, limit_on),
  foreign key (practice_id, claim_id) references claims.claim (practice_id, id)
);
call house.owned_by_practice('claims.filing_alarm', 'none');
comment on column claims.filing_alarm.limit_on is 'The last day on which the payer takes the claim.';
