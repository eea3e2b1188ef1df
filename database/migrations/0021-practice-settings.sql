-- What a practice sets for itself: the room for virtual sessions, and the ends of its own and its clients' places.

-- A clinician's room for virtual sessions: the latest row counts, and one without an address takes the link away.
create table practices.telehealth_link (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  url         text check (url ~ '^https://[^\s]+$'),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('practices.telehealth_link');
create index on practices.telehealth_link (practice_id, member_id, recorded_at);

-- A place is never overwritten; it ends, and another one begins.
grant update (during) on practices.location to portal, operations;
grant update (during) on clients.location to portal, operations;
