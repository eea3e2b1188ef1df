-- What does a client owe who cancels late or does not come? The practice's own policy, by the day of the session.
create table charges.cancellation_rule (
  id            text not null,
  window_hours  integer not null check (window_hours in (24, 48)),
  late_cents    bigint not null check (late_cents >= 0),
  no_show_cents bigint not null check (no_show_cents >= 0),
  most_cents    bigint not null check (most_cents > 0),
  notice_days   integer not null check (notice_days >= 0),
  give_up_days  integer not null check (give_up_days > 0),
  during        daterange not null check (not isempty(during)),
  source        text not null,
  primary key (id),
  exclude using gist (during with &&)
);
call house.reference_table('charges.cancellation_rule');
comment on column charges.cancellation_rule.late_cents is 'What is offered to a practice that has no policy yet.';
comment on column charges.cancellation_rule.notice_days is 'A policy begins so many days after it is recorded: every client has read it in a reminder.';
comment on column charges.cancellation_rule.give_up_days is 'After so many days a fee that nobody paid is taken back.';

create table charges.cancellation_policy (
  practice_id   uuid not null,
  id            uuid not null,
  starts_on     date not null,
  window_hours  integer not null check (window_hours in (24, 48)),
  late_cents    bigint not null check (late_cents >= 0),
  no_show_cents bigint not null check (no_show_cents >= 0),
  recorded_at   timestamptz not null,
  recorded_by   text not null,
  primary key (practice_id, id)
);
call house.owned_by_practice('charges.cancellation_policy');
comment on column charges.cancellation_policy.starts_on is
  'It holds for sessions from this day on, until a policy that starts later; of one day the one recorded last.';

create table charges.fee (
  practice_id    uuid not null,
  session_id     uuid not null,
  person_id      uuid not null,
  kind           text not null check (kind in ('late_cancellation', 'no_show')),
  proposed_cents bigint not null check (proposed_cents > 0),
  cents          bigint not null check (cents between 0 and proposed_cents),
  recorded_at    timestamptz not null,
  recorded_by    text not null,
  primary key (practice_id, session_id)
);
call house.owned_by_practice('charges.fee');
call house.also_read_by_person('charges.fee');
comment on column charges.fee.cents is 'What was asked of what the policy proposed; zero: waived at once.';

create table charges.fee_end (
  practice_id uuid not null,
  session_id  uuid not null,
  person_id   uuid not null,
  kind        text not null check (kind in ('forgiven', 'given_up')),
  reason      text not null check (reason <> ''),
  at          timestamptz not null,
  by          text not null,
  primary key (practice_id, session_id),
  foreign key (practice_id, session_id) references charges.fee (practice_id, session_id)
);
call house.owned_by_practice('charges.fee_end');
call house.also_read_by_person('charges.fee_end');

-- Money that the card processor took back because the client's bank asked for it.
create table charges.chargeback (
  practice_id uuid not null,
  id          uuid not null,
  charge_id   uuid not null,
  reference   text not null check (reference <> ''),
  cents       bigint not null check (cents > 0),
  at          timestamptz not null,
  by          text not null,
  primary key (practice_id, id),
  unique (practice_id, reference),
  foreign key (practice_id, charge_id) references charges.charge (practice_id, id)
);
call house.owned_by_practice('charges.chargeback', 'select');

alter table charges.charge drop constraint charge_because_check;
alter table charges.charge add constraint charge_because_check
  check (because in ('session_share', 'share_increased', 'cancellation_fee'));
