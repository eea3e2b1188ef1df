-- Who may do what in a practice, since when: roles are given and taken, members archived, reopened and removed, a solo
-- practice becomes a group. Each is a row that stays; the latest says how it stands.

alter table practices.member drop constraint member_role_check;
alter table practices.member add constraint member_role_check
  check (role in ('owner', 'admin', 'biller', 'scheduler', 'supervisor', 'clinician', 'operator_staff'));
comment on column practices.member.role is 'The first role; what was given or taken since stands in practices.role_change.';

-- A practice adds its own members; the login comes when the invitation is accepted.
grant insert on practices.member to portal;
grant update (user_id) on practices.member to operations;

create table practices.role_change (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  role        text not null check (role in ('owner', 'admin', 'biller', 'scheduler', 'supervisor')),
  change      text not null check (change in ('given', 'taken')),
  reason      text not null check (reason <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('practices.role_change');
comment on column practices.role_change.role is 'To treat clients is no role that is given: a provider is added with licence and number.';

create table practices.standing_change (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  standing    text not null check (standing in ('active', 'archived', 'removed')),
  reason      text not null check (reason <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('practices.standing_change');

create table practices.kind_change (
  practice_id uuid not null,
  id          uuid not null,
  kind        text not null check (kind in ('solo', 'group')),
  name        text not null check (name <> ''),
  reason      text not null check (reason <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id) references practices.practice
);
call house.owned_by_practice('practices.kind_change', 'select');

-- Somebody is asked to work here: a provider who was added, or whoever runs the office. The link is kept as a hash only.
create table practices.team_invitation (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  email       text not null check (email = lower(email) and email like '%@%'),
  token_hash  text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  expires_at  timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('practices.team_invitation');
create unique index team_invitation_token on practices.team_invitation (practice_id, token_hash);

create table practices.team_invitation_end (
  practice_id   uuid not null,
  invitation_id uuid not null,
  outcome       text not null check (outcome in ('accepted', 'withdrawn', 'replaced')),
  recorded_at   timestamptz not null,
  recorded_by   text not null,
  primary key (practice_id, invitation_id),
  foreign key (practice_id, invitation_id) references practices.team_invitation (practice_id, id)
);
call house.owned_by_practice('practices.team_invitation_end');

-- What a provider said of themselves when they were added: for credentialing.
create table practices.provider_intake (
  practice_id     uuid not null,
  id              uuid not null,
  member_id       uuid not null,
  residence_state text not null check (residence_state ~ '^[A-Z]{2}$'),
  licence_state   text not null check (licence_state ~ '^[A-Z]{2}$'),
  licence_type    text not null check (licence_type <> ''),
  licence_number  text not null check (licence_number <> ''),
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('practices.provider_intake');

-- Somebody who treats nobody asks to run a practice's office: told to the operator, shown to the practice, decided by
-- its owner. Until the operator knows which practice is meant, no practice is named.
create table practices.admin_request (
  practice_id     uuid not null,
  id              uuid not null,
  name            text not null check (name <> ''),
  email           text not null check (email = lower(email) and email like '%@%'),
  practice_told   text not null check (practice_told <> ''),
  user_id         uuid,
  via             text not null check (via in ('client_account', 'operator')),
  recorded_at     timestamptz not null,
  recorded_by     text not null,
  primary key (practice_id, id)
);
call house.owned_by_practice('practices.admin_request', 'none');
comment on column practices.admin_request.practice_id is 'The operator, to whom it is told.';

create table practices.admin_approval (
  practice_id uuid not null,
  id          uuid not null,
  request_id  uuid not null,
  user_id     uuid not null,
  name        text not null check (name <> ''),
  email       text not null check (email <> ''),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  unique (practice_id, request_id)
);
call house.owned_by_practice('practices.admin_approval', 'select');
comment on column practices.admin_approval.practice_id is 'The practice whose owner is asked.';

create table practices.admin_approval_answer (
  practice_id uuid not null,
  approval_id uuid not null,
  answer      text not null check (answer in ('approved', 'declined')),
  member_id   uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, approval_id),
  foreign key (practice_id, approval_id) references practices.admin_approval (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check ((answer = 'approved') = (member_id is not null))
);
call house.owned_by_practice('practices.admin_approval_answer');
