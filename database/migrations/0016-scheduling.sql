-- When do they meet?
call house.room('scheduling');

-- A clinician's weekly hours from a day on, on the practice's wall, until hours that start later.
create table scheduling.working_week (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  starts_on   date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('scheduling.working_week');

create table scheduling.working_block (
  practice_id uuid not null,
  week_id     uuid not null,
  weekday     smallint not null check (weekday between 1 and 7),
  starts      text not null check (starts ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  stops       text not null check (stops ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$' and stops > starts),
  place       text not null check (place in ('telehealth', 'in_person', 'either')),
  primary key (practice_id, week_id, weekday, starts),
  foreign key (practice_id, week_id) references scheduling.working_week (practice_id, id)
);
call house.owned_by_practice('scheduling.working_block');

create table scheduling.unavailable (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null check (ends_at > starts_at),
  words       text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('scheduling.unavailable');

create table scheduling.unavailable_end (
  practice_id    uuid not null,
  unavailable_id uuid not null,
  ended_at       timestamptz not null,
  ended_by       text not null,
  primary key (practice_id, unavailable_id),
  foreign key (practice_id, unavailable_id) references scheduling.unavailable (practice_id, id)
);
call house.owned_by_practice('scheduling.unavailable_end');

-- A weekly series keeps its time on the practice's wall.
create table scheduling.series (
  practice_id  uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  person_id    uuid not null,
  counted_from date not null,
  starts_on    date not null check (starts_on >= counted_from),
  weekdays     smallint[] not null check (cardinality(weekdays) between 1 and 7),
  every_weeks  integer not null check (every_weeks between 1 and 52),
  wall_time    text not null check (wall_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  zone         text not null,
  minutes      integer not null check (minutes between 1 and 1439),
  modality     text not null check (modality in ('telehealth', 'in_person')),
  last_on      date,
  at_most      integer check (at_most > 0),
  follows      uuid,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('scheduling.series');
comment on column scheduling.series.counted_from is
  'Weeks are counted in sevens of days from this day; it lies in the first week in which the series may meet.';
comment on column scheduling.series.follows is 'The series of which this one is the changed rest.';

-- From this day on a series has no more dates: it was ended, or changed from there on.
create table scheduling.series_end (
  practice_id uuid not null,
  series_id   uuid not null,
  id          uuid not null,
  from_on     date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, series_id) references scheduling.series (practice_id, id)
);
call house.owned_by_practice('scheduling.series_end');

create table scheduling.horizon (
  id     text not null,
  days   integer not null check (days > 0),
  during daterange not null check (not isempty(during)),
  source text not null,
  primary key (id),
  exclude using gist (during with &&)
);
call house.reference_table('scheduling.horizon');
comment on column scheduling.horizon.days is 'How many days ahead the dates of a series become sessions.';

-- A private address under which a calendar program fetches a clinician's sessions. Only the token's hash is kept.
create table scheduling.feed (
  practice_id  uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  token_sha256 text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('scheduling.feed');
create index on scheduling.feed (token_sha256);

create table scheduling.feed_end (
  practice_id uuid not null,
  feed_id     uuid not null,
  ended_at    timestamptz not null,
  ended_by    text not null,
  primary key (practice_id, feed_id),
  foreign key (practice_id, feed_id) references scheduling.feed (practice_id, id)
);
call house.owned_by_practice('scheduling.feed_end');
