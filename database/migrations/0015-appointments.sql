-- When does a planned session take place now? Moves and cancellations are further rows of its life.
create table sessions.move (
  practice_id uuid not null,
  session_id  uuid not null,
  version     integer not null check (version > 1),
  person_id   uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > starts_at),
  modality    text not null check (modality in ('telehealth', 'in_person')),
  moved_at    timestamptz not null,
  moved_by    text not null,
  primary key (practice_id, session_id, version),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.move');
call house.also_read_by_person('sessions.move');
comment on column sessions.move.version is
  'Version 1 of a plan is the session''s own row; whoever changes it names the version that they saw.';

create table sessions.cancellation (
  practice_id  uuid not null,
  session_id   uuid not null,
  person_id    uuid not null,
  kind         text not null check (kind in ('cancelled', 'no_show')),
  initiator    text not null check (initiator in ('client', 'practice')),
  reason       text not null check (reason <> ''),
  cancelled_at timestamptz not null,
  cancelled_by text not null,
  primary key (practice_id, session_id),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.cancellation');
call house.also_read_by_person('sessions.cancellation');

call house.also_read_by_person('sessions.session');

-- A session of a weekly series, by the date that the series gave it: each date has one session, whoever asks again.
create table sessions.occurrence (
  practice_id  uuid not null,
  series_id    uuid not null,
  occurs_on    date not null,
  session_id   uuid not null,
  recorded_at  timestamptz not null,
  primary key (practice_id, series_id, occurs_on),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.occurrence');
create index on sessions.occurrence (practice_id, session_id);

-- A letter about a session that was due by the clock, written down with it so that it is sent once.
create table sessions.reminder (
  practice_id uuid not null,
  session_id  uuid not null,
  rule_id     text not null,
  version     integer not null check (version > 0),
  mail_id     uuid not null,
  at          timestamptz not null,
  primary key (practice_id, session_id, rule_id, version),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id)
);
call house.owned_by_practice('sessions.reminder', 'select');

create table sessions.reminder_rule (
  id       text not null,
  audience text not null check (audience in ('client', 'clinician')),
  hours    integer not null check (hours > 0),
  during   daterange not null check (not isempty(during)),
  source   text not null,
  primary key (id)
);
call house.reference_table('sessions.reminder_rule');
comment on column sessions.reminder_rule.hours is
  'To a client: hours before the session starts. To a clinician: hours after it ended, while it is not confirmed.';

-- Each session as it is planned now.
create view sessions.planned with (security_invoker = true) as
select session.practice_id, session.id, session.member_id, session.person_id,
  coalesce(latest.starts_at, session.starts_at) as starts_at,
  coalesce(latest.ends_at, session.ends_at) as ends_at,
  coalesce(latest.modality, session.modality) as modality,
  coalesce(latest.version, 1) as version,
  session.recorded_at, session.recorded_by,
  coalesce(latest.moved_at, session.recorded_at) as planned_at,
  coalesce(latest.moved_by, session.recorded_by) as planned_by,
  cancellation.kind as cancellation_kind, cancellation.initiator, cancellation.reason,
  cancellation.cancelled_at, cancellation.cancelled_by
from sessions.session as session
left join lateral (
  select move.starts_at, move.ends_at, move.modality, move.version, move.moved_at, move.moved_by
  from sessions.move as move
  where move.practice_id = session.practice_id and move.session_id = session.id
  order by move.version desc limit 1
) as latest on true
left join sessions.cancellation as cancellation
  on cancellation.practice_id = session.practice_id and cancellation.session_id = session.id;
grant select on sessions.planned to portal, operations;

create index session_of_person on sessions.session (person_id);
create index session_by_start on sessions.session (practice_id, starts_at);
