-- When does a consultant call, what became of a booked call, whom does one turn to next, and which papers has a practice sent?

-- A consultant's weekly hours from a day on, as one whole: of two that start on one day the one recorded last counts. It
-- takes the place of single hours with ends of their own.
create table joining.consultant_week (
  practice_id  uuid not null,
  id           uuid not null,
  member_id    uuid not null,
  starts_on    date not null,
  call_minutes integer not null check (call_minutes between 10 and 120),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('joining.consultant_week', 'none');

create table joining.consultant_block (
  practice_id uuid not null,
  week_id     uuid not null,
  weekday     integer not null check (weekday between 1 and 7),
  starts      time not null,
  stops       time not null,
  primary key (practice_id, week_id, weekday, starts),
  foreign key (practice_id, week_id) references joining.consultant_week (practice_id, id),
  check (stops > starts)
);
call house.owned_by_practice('joining.consultant_block', 'none');

insert into joining.consultant_week (practice_id, id, member_id, starts_on, call_minutes, recorded_at, recorded_by)
select distinct on (practice_id, member_id) practice_id, id, member_id, lower(during), call_minutes, recorded_at, recorded_by
from joining.consultant_hours order by practice_id, member_id, recorded_at, id;
insert into joining.consultant_block (practice_id, week_id, weekday, starts, stops)
select week.practice_id, week.id, hours.weekday, hours.starts, max(hours.stops)
from joining.consultant_week as week
join joining.consultant_hours as hours on hours.practice_id = week.practice_id and hours.member_id = week.member_id
where upper_inf(hours.during)
group by week.practice_id, week.id, hours.weekday, hours.starts;
drop table joining.consultant_hours;

-- Days on which the week does not hold: away (whole days, or between two times), or hours of calls beyond the week.
create table joining.consultant_exception (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  kind        text not null check (kind in ('away', 'extra')),
  during      daterange not null check (not isempty(during) and not upper_inf(during) and not lower_inf(during)),
  starts      time,
  stops       time,
  words       text check (words <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check ((starts is null) = (stops is null) and (stops > starts or starts is null)),
  check (kind = 'away' or starts is not null)
);
call house.owned_by_practice('joining.consultant_exception', 'none');

create table joining.exception_removal (
  practice_id  uuid not null,
  exception_id uuid not null,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, exception_id),
  foreign key (practice_id, exception_id) references joining.consultant_exception (practice_id, id)
);
call house.owned_by_practice('joining.exception_removal', 'none');

-- On whose wall the applicant reads a time; null: they did not say.
alter table joining.application add column time_zone text check (time_zone <> '');

-- A call that is moved or called off gives its slot back: the next one to take it takes its next turn. Of two people at one
-- turn the second is still refused by the key.
alter table joining.call
  add column turn integer not null default 0 check (turn >= 0),
  add column asked_again boolean not null default false,
  drop constraint call_practice_id_member_id_starts_at_key,
  add constraint call_slot unique (practice_id, member_id, starts_at, turn);
comment on column joining.call.asked_again is
  'Chosen with a second form while the first call stands: held until the applicant says which of the two is meant.';

create table joining.call_change (
  practice_id  uuid not null,
  call_id      uuid not null,
  deed         text not null check (deed in ('moved', 'cancelled', 'released')),
  side         text not null check (side in ('applicant', 'consultant')),
  next_call_id uuid,
  words        text check (words <> ''),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, call_id),
  foreign key (practice_id, call_id) references joining.call (practice_id, id),
  foreign key (practice_id, next_call_id) references joining.call (practice_id, id),
  check ((deed = 'moved') = (next_call_id is not null))
);
call house.owned_by_practice('joining.call_change', 'none');

-- A letter's link, each good for one thing: the page of what comes next; or one call, to move it or call it off, and to book
-- one where none stands.
create table joining.letter_link (
  practice_id    uuid not null,
  token_hash     text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  application_id uuid not null,
  purpose        text not null check (purpose in ('progress', 'call')),
  call_id        uuid,
  recorded_at    timestamptz not null,
  primary key (practice_id, token_hash),
  foreign key (practice_id, application_id) references joining.application (practice_id, id),
  foreign key (practice_id, call_id) references joining.call (practice_id, id)
);
call house.owned_by_practice('joining.letter_link', 'none');

-- The interest form, sent once more from the same address while the application is open: it joins that application.
create table joining.form_again (
  practice_id    uuid not null,
  id             uuid not null,
  application_id uuid not null,
  form           jsonb not null,
  recorded_at    timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, application_id) references joining.application (practice_id, id)
);
call house.owned_by_practice('joining.form_again', 'none');

-- After which news of an application a consultant turns to the applicant again, and after how many business days.
create table joining.follow_up_rule (
  why           text not null check (why in ('call_passed', 'call_held', 'call_missed', 'quote_sent', 'stands_still')),
  business_days integer not null check (business_days > 0),
  during        daterange not null check (not isempty(during)),
  source        text not null check (source <> ''),
  primary key (why, during),
  exclude using gist (why with =, during with &&)
);
call house.reference_table('joining.follow_up_rule');
insert into joining.follow_up_rule (why, business_days, during, source)
values
  ('call_passed', 1, '[2020-01-01,)', 'The operator’s rule: what was said in a call is noted by the next business day'),
  ('call_missed', 1, '[2020-01-01,)', 'The operator’s rule: who did not answer is called again on the next business day'),
  ('call_held', 2, '[2020-01-01,)', 'The operator’s rule: rates are told within two business days of the call'),
  ('quote_sent', 3, '[2020-01-01,)', 'The operator’s rule: three business days to read the rates'),
  ('stands_still', 10, '[2020-01-01,)', 'The operator’s rule: no application is without news for two weeks');

-- A day that a consultant set themselves; the others follow from the news.
create table joining.follow_up (
  practice_id    uuid not null,
  id             uuid not null,
  application_id uuid not null,
  member_id      uuid not null,
  due_on         date not null,
  words          text not null check (words <> ''),
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (practice_id, id),
  foreign key (practice_id, application_id) references joining.application (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('joining.follow_up', 'none');

create table joining.follow_up_change (
  practice_id    uuid not null,
  id             uuid not null,
  application_id uuid not null,
  follow_up_id   uuid not null,
  deed           text not null check (deed in ('snoozed', 'done', 'handed_on')),
  due_on         date,
  member_id      uuid,
  words          text check (words <> ''),
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (practice_id, id),
  foreign key (practice_id, application_id) references joining.application (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check ((deed = 'snoozed') = (due_on is not null) and (deed = 'handed_on') = (member_id is not null)),
  check (deed <> 'done' or words is not null)
);
call house.owned_by_practice('joining.follow_up_change', 'none');
comment on column joining.follow_up_change.follow_up_id is
  'The row of joining.follow_up, or of the news that gave the follow-up: a call, a step, a quote, the application.';

-- A consultant gets one letter a day at most, whatever is due.
create table joining.follow_up_letter (
  practice_id uuid not null,
  member_id   uuid not null,
  on_day      date not null,
  recorded_at timestamptz not null,
  primary key (practice_id, member_id, on_day),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('joining.follow_up_letter', 'none');

-- Which papers are asked for, how large they may be, whether they end, and how many days before their end we write.
create table joining.document_rule (
  kind          text not null check (kind in ('licence', 'malpractice', 'w9', 'bank_proof')),
  largest_bytes integer not null check (largest_bytes > 0),
  of_clinician  boolean not null,
  ends          boolean not null,
  warn_days     integer[] not null,
  during        daterange not null check (not isempty(during)),
  source        text not null check (source <> ''),
  primary key (kind, during),
  exclude using gist (kind with =, during with &&)
);
call house.reference_table('joining.document_rule');
insert into joining.document_rule (kind, largest_bytes, of_clinician, ends, warn_days, during, source)
values
  ('licence', 8388608, true, true, '{60,30,7}', '[2020-01-01,)', 'The operator’s rule, as large as a picture of an insurance card; a renewal with a board takes up to two months'),
  ('malpractice', 8388608, true, true, '{60,30,7}', '[2020-01-01,)', 'The operator’s rule; CAQH asks for the certificate that is in force'),
  ('w9', 8388608, false, false, '{}', '[2020-01-01,)', 'Form W-9 (Rev. March 2024), general instructions: given to the requester, without an end'),
  ('bank_proof', 8388608, false, false, '{}', '[2020-01-01,)', 'The operator’s rule: a voided check or a letter of the bank');

-- A paper as it was sent, never changed; its type is what its bytes are.
create table joining.document (
  practice_id  uuid not null,
  id           uuid not null,
  kind         text not null check (kind in ('licence', 'malpractice', 'w9', 'bank_proof')),
  member_id    uuid,
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/heic', 'application/pdf')),
  sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes        bytea not null,
  ends_on      date,
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('joining.document');
comment on column joining.document.ends_on is 'The last day on which it is in force, as the practice says.';

create table joining.document_review (
  practice_id uuid not null,
  document_id uuid not null,
  verdict     text not null check (verdict in ('accepted', 'asked_again')),
  words       text check (words <> ''),
  ends_on     date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, document_id),
  foreign key (practice_id, document_id) references joining.document (practice_id, id),
  check (verdict = 'accepted' or words is not null)
);
call house.owned_by_practice('joining.document_review', 'select');
comment on column joining.document_review.ends_on is 'The last day on which it is in force, as the operator read it.';

-- Which letter before the end of a paper has been sent.
create table joining.document_letter (
  practice_id uuid not null,
  document_id uuid not null,
  days        integer not null,
  recorded_at timestamptz not null,
  primary key (practice_id, document_id, days),
  foreign key (practice_id, document_id) references joining.document (practice_id, id)
);
call house.owned_by_practice('joining.document_letter', 'none');
