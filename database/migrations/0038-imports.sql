-- What does a practice bring with it from elsewhere? A file is looked at first, then taken in as one act, and taken back
-- as long as nothing of it has been used.
call house.room('records');

create table records.upload (
  practice_id uuid not null,
  id          uuid not null,
  name        text not null,
  sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes       bytea not null,
  member_id   uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('records.upload');
comment on column records.upload.member_id is 'On whose list its clients go where a row names nobody.';

create table records.import (
  practice_id uuid not null,
  upload_id   uuid not null,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (practice_id, upload_id),
  foreign key (practice_id, upload_id) references records.upload (practice_id, id)
);
call house.owned_by_practice('records.import');

-- What each line became: a client of ours made or recognised, a policy, a session.
create table records.import_made (
  practice_id uuid not null,
  upload_id   uuid not null,
  line        integer not null check (line > 0),
  kind        text not null check (kind in ('client', 'policy', 'session')),
  person_id   uuid not null,
  made_id     uuid not null,
  primary key (practice_id, upload_id, line, kind),
  foreign key (practice_id, upload_id) references records.import (practice_id, upload_id)
);
call house.owned_by_practice('records.import_made');

create table records.import_undo (
  practice_id uuid not null,
  upload_id   uuid not null,
  undone_at   timestamptz not null,
  undone_by   text not null,
  primary key (practice_id, upload_id),
  foreign key (practice_id, upload_id) references records.import (practice_id, upload_id)
);
call house.owned_by_practice('records.import_undo');

-- A policy that an import brought and took back before anybody used it: as if it had never been told.
create table clients.policy_taken_back (
  person_id   uuid not null,
  policy_id   uuid not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (person_id, policy_id),
  foreign key (person_id, policy_id) references clients.policy (person_id, id)
);
call house.owned_by_person('clients.policy_taken_back');
