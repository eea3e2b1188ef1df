-- What a client still owed of a session's share and the operator's staff forgave: the operator's loss, never the practice's.
create table charges.forgiveness (
  practice_id uuid not null,
  id          uuid not null,
  session_id  uuid not null,
  person_id   uuid not null,
  cents       bigint not null check (cents > 0),
  reason      text not null check (reason <> ''),
  at          timestamptz not null,
  by          text not null,
  primary key (practice_id, id)
);
call house.owned_by_practice('charges.forgiveness', 'select');
call house.also_read_by_person('charges.forgiveness');
create index forgiveness_session_idx on charges.forgiveness (practice_id, session_id);
