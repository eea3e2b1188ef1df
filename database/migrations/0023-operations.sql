-- What waits for the operator's people, and what was done about it? Each deed on a queue is a row and stays.
call house.room('operations');

create table operations.work (
  practice_id uuid not null,
  id          uuid not null,
  item        text not null check (item <> ''),
  deed        text not null check (deed in ('taken', 'handed_back', 'noted', 'waits', 'appealed', 'resolved')),
  words       text,
  until       date,
  owner_id    uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  check (deed in ('taken', 'handed_back') or words <> ''),
  check ((deed = 'taken') = (owner_id is not null)),
  check (deed not in ('waits', 'appealed') or until is not null)
);
call house.owned_by_practice('operations.work', 'none');
create index on operations.work (practice_id, item, recorded_at);
comment on column operations.work.item is 'What stands in a queue, as its kind and its id: "claim 0197…".';
comment on column operations.work.owner_id is 'The member of the operator who has it from now on.';

-- Whoever opens a client's record at the operator says why, once a day.
create table operations.record_opening (
  practice_id uuid not null,
  user_id     uuid not null,
  person_id   uuid not null,
  opened_on   date not null,
  reason      text not null check (reason <> ''),
  at          timestamptz not null,
  primary key (practice_id, user_id, person_id, opened_on)
);
call house.owned_by_practice('operations.record_opening', 'none');
