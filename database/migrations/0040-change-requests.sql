-- A client asks to call a session off or to meet at another time. The practice accepts or declines, the client takes it
-- back, or it lapses by itself: when the session starts, or when its plan was changed otherwise (another version).
create table sessions.change_request (
  practice_id uuid not null,
  id          uuid not null,
  session_id  uuid not null,
  person_id   uuid not null,
  version     integer not null check (version > 0),
  kind        text not null check (kind in ('cancel', 'move')),
  reason      text not null check (reason in ('another_time', 'not_well', 'away', 'family', 'work', 'cost', 'other')),
  message     text check (message <> ''),
  proposed    timestamptz[] not null check (cardinality(proposed) <= 3),
  fee_cents   bigint not null check (fee_cents >= 0),
  asked_at    timestamptz not null,
  asked_by    uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, session_id) references sessions.session (practice_id, id),
  check (kind = 'move' or (cardinality(proposed) = 0)),
  check (kind = 'cancel' or cardinality(proposed) > 0 or message is not null)
);
call house.owned_by_practice('sessions.change_request', 'select');
call house.also_read_by_person('sessions.change_request');
create index on sessions.change_request (practice_id, session_id);
comment on column sessions.change_request.version is 'The plan that the client saw; with another one the request has lapsed.';
comment on column sessions.change_request.fee_cents is 'What the client was told that cancelling costs, when they asked: no more is asked of them.';
comment on column sessions.change_request.message is 'In the client''s words, for the practice; never in a letter.';

create table sessions.change_request_answer (
  practice_id uuid not null,
  request_id  uuid not null,
  person_id   uuid not null,
  answer      text not null check (answer in ('accepted', 'declined', 'taken_back')),
  words       text check (words <> ''),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (practice_id, request_id),
  foreign key (practice_id, request_id) references sessions.change_request (practice_id, id)
);
call house.owned_by_practice('sessions.change_request_answer');
call house.also_read_by_person('sessions.change_request_answer');

-- Which times a client may propose: not sooner than this, not later than that, and on these minutes.
create table scheduling.proposal_rule (
  id           text not null,
  lead_hours   integer not null check (lead_hours > 0),
  days_ahead   integer not null check (days_ahead > 0),
  step_minutes integer not null check (step_minutes in (15, 30, 60)),
  during       daterange not null check (not isempty(during)),
  source       text not null,
  primary key (id),
  exclude using gist (during with &&)
);
call house.reference_table('scheduling.proposal_rule');
insert into scheduling.proposal_rule (id, lead_hours, days_ahead, step_minutes, during, source)
values ('proposal-1', 2, 21, 30, daterange('2020-01-01', null),
  'The operator''s own rule: two hours of notice at least, three weeks ahead, on the hour and half hour');

-- What a client asks of a session of their own; false where it is none.
create function visits.ask_for_change(request_id uuid, session_id uuid, version integer, kind text, reason text,
  message text, proposed timestamptz[], fee_cents bigint, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into sessions.change_request (practice_id, id, session_id, person_id, version, kind, reason, message, proposed,
    fee_cents, asked_at, asked_by)
  select mine.practice_id, request_id, mine.id, mine.person_id, ask_for_change.version, ask_for_change.kind,
    ask_for_change.reason, ask_for_change.message, ask_for_change.proposed, ask_for_change.fee_cents, ask_for_change.at,
    nullif(current_setting('app.user', true), '')::uuid
  from sessions.session as mine
  where mine.id = ask_for_change.session_id and mine.person_id = visits.me();
  return found;
end
$$;

-- Taken back by the client; false where there is no such request of theirs, or it has an answer.
create function visits.take_back_request(request_id uuid, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into sessions.change_request_answer (practice_id, request_id, person_id, answer, answered_at, answered_by)
  select mine.practice_id, mine.id, mine.person_id, 'taken_back', take_back_request.at,
    nullif(current_setting('app.user', true), '')::uuid
  from sessions.change_request as mine
  where mine.id = take_back_request.request_id and mine.person_id = visits.me()
  on conflict do nothing;
  return found;
end
$$;

-- When the clinician of one's own session is taken between two moments, and when one is oneself: times, and nothing else.
create function visits.taken_times(session_id uuid, after timestamptz, until timestamptz)
returns table (starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = ''
begin atomic
  select other.starts_at, other.ends_at
  from sessions.planned as own
  join sessions.planned as other on other.id <> own.id and other.cancellation_kind is null
    and ((other.practice_id = own.practice_id and other.member_id = own.member_id) or other.person_id = own.person_id)
  where own.id = taken_times.session_id and own.person_id = visits.me()
    and other.ends_at > taken_times.after and other.starts_at < taken_times.until
    and not exists (
      select from sessions.void as gone where gone.practice_id = other.practice_id and gone.session_id = other.id)
  union all
  select away.starts_at, away.ends_at
  from sessions.planned as own
  join scheduling.unavailable as away on away.practice_id = own.practice_id and away.member_id = own.member_id
  where own.id = taken_times.session_id and own.person_id = visits.me()
    and away.ends_at > taken_times.after and away.starts_at < taken_times.until
    and not exists (
      select from scheduling.unavailable_end as ended
      where ended.practice_id = away.practice_id and ended.unavailable_id = away.id);
end;

-- The weekly hours of the clinician of one's own session, the earliest first.
create function visits.working_hours(session_id uuid)
returns table (week_id uuid, starts_on date, recorded_at timestamptz, weekday smallint, starts text, stops text, place text)
language sql stable security definer set search_path = ''
begin atomic
  select week.id, week.starts_on, week.recorded_at, block.weekday, block.starts, block.stops, block.place
  from sessions.planned as own
  join scheduling.working_week as week on week.practice_id = own.practice_id and week.member_id = own.member_id
  left join scheduling.working_block as block on block.practice_id = week.practice_id and block.week_id = week.id
  where own.id = working_hours.session_id and own.person_id = visits.me()
  order by week.starts_on, week.recorded_at, week.id, block.weekday, block.starts;
end;

-- A letter to the clinician of one's own session, from the practice's outbox; false where they have no login.
create function visits.post_to_clinician(mail_id uuid, session_id uuid, subject text, body text, at timestamptz)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into house.mail (practice_id, id, recipient, subject, body, about, recorded_at)
  select own.practice_id, mail_id, practices.address_of(member.user_id), post_to_clinician.subject,
    post_to_clinician.body, 'session ' || own.id, post_to_clinician.at
  from sessions.planned as own
  join practices.member as member on member.practice_id = own.practice_id and member.id = own.member_id
  where own.id = post_to_clinician.session_id and own.person_id = visits.me()
    and practices.address_of(member.user_id) is not null
  on conflict do nothing;
  return found;
end
$$;

revoke execute on function visits.ask_for_change(uuid, uuid, integer, text, text, text, timestamptz[], bigint, timestamptz),
  visits.take_back_request(uuid, timestamptz), visits.taken_times(uuid, timestamptz, timestamptz),
  visits.working_hours(uuid), visits.post_to_clinician(uuid, uuid, text, text, timestamptz) from public;
grant execute on function visits.ask_for_change(uuid, uuid, integer, text, text, text, timestamptz[], bigint, timestamptz),
  visits.take_back_request(uuid, timestamptz), visits.taken_times(uuid, timestamptz, timestamptz),
  visits.working_hours(uuid), visits.post_to_clinician(uuid, uuid, text, text, timestamptz) to portal;
