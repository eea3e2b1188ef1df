-- What the billing decision and its remedies rest on: who holds which counties, which compacts are in force, which boards
-- license, what boards are known to allow. Each kind comes as whole editions: a later edition takes the place of the one
-- before from its day on, and what was in force on an earlier day can always be asked for.
call house.room('coverage');

create table coverage.edition (
  kind          text not null check (kind in ('service_areas', 'compacts', 'licence_families', 'temporary_practice')),
  id            text not null check (id ~ '^[0-9a-f]{64}$'),
  as_of         date not null,
  in_force_from date not null,
  recorded_at   timestamptz not null,
  primary key (kind, id),
  unique (id),
  unique (kind, in_force_from)
);
call house.reference_table('coverage.edition');
comment on column coverage.edition.id is 'SHA-256 of the content: the same data loaded again is the same edition.';
comment on column coverage.edition.as_of is 'The day on which the data was collected.';
comment on column coverage.edition.in_force_from is 'The first date of service it answers for; it lasts until the next edition of its kind.';

create table coverage.licensee (
  edition_id text not null references coverage.edition (id),
  id         text not null,
  name       text not null check (name <> ''),
  certainty  text not null check (certainty in ('certain', 'likely', 'to_verify')),
  source     text not null,
  note       text,
  primary key (edition_id, id)
);
call house.reference_table('coverage.licensee');

create table coverage.service_area (
  edition_id      text not null,
  licensee_id     text not null,
  state           text not null,
  holds           text not null check (holds in ('whole_state', 'whole_state_except', 'counties')),
  counties        text[] not null,
  except_counties text[] not null,
  in_part         jsonb not null,
  primary key (edition_id, licensee_id, state),
  foreign key (edition_id, licensee_id) references coverage.licensee (edition_id, id)
);
call house.reference_table('coverage.service_area');
comment on column coverage.service_area.in_part is 'Counties that a road divides, with the rule: a person says who serves an address there.';

create table coverage.compact_state (
  edition_id      text not null references coverage.edition (id),
  compact_id      text not null,
  name            text not null,
  families        text[] not null,
  privilege       text not null,
  state           text not null,
  standing        text not null check (standing in ('in_force', 'enacted')),
  since           date,
  certainty       text not null check (certainty in ('certain', 'likely', 'to_verify')),
  since_certainty text not null check (since_certainty in ('certain', 'likely', 'to_verify')),
  source          text not null,
  primary key (edition_id, compact_id, state)
);
call house.reference_table('coverage.compact_state');
comment on column coverage.compact_state.standing is 'Only a state in force counts: an enacted one issues and accepts no privilege yet.';

create table coverage.licence_family (
  edition_id text not null references coverage.edition (id),
  id         text not null,
  label      text not null,
  taxonomies text[] not null,
  board      text,
  url        text,
  certainty  text not null check (certainty in ('certain', 'likely', 'to_verify')),
  source     text not null,
  primary key (edition_id, id)
);
call house.reference_table('coverage.licence_family');
comment on column coverage.licence_family.url is 'Where the boards of all states that license this family are listed.';

create table coverage.licence_title (
  edition_id text not null,
  family     text not null,
  state      text not null,
  title      text not null,
  certainty  text not null check (certainty in ('certain', 'likely', 'to_verify')),
  primary key (edition_id, family, state),
  foreign key (edition_id, family) references coverage.licence_family (edition_id, id)
);
call house.reference_table('coverage.licence_title');

create table coverage.temporary_practice (
  edition_id text not null references coverage.edition (id),
  line       integer not null check (line > 0),
  state      text not null,
  families   text[] not null,
  days       integer,
  per        text,
  how        text not null,
  note       text,
  certainty  text not null check (certainty in ('certain', 'likely', 'to_verify')),
  source     text not null,
  primary key (edition_id, line)
);
call house.reference_table('coverage.temporary_practice');
comment on column coverage.temporary_practice.how is 'What is known of it, for people to check with the board; nothing is ever decided by it.';

-- The edition that a confirmation was decided with, so that it can be decided again years later.
alter table sessions.confirmation add column areas_edition text;
comment on column sessions.confirmation.areas_edition is 'Which service areas decided it; null before editions were kept, when there was only the first.';
