-- Each letter that invites a client, with the hash of its link: only the latest letter's link opens the invitation.
create table clients.invitation_letter (
  practice_id   uuid not null,
  invitation_id uuid not null,
  id            uuid not null,
  token_sha256  text not null check (token_sha256 ~ '^[0-9a-f]{64}$'),
  sent_at       timestamptz not null,
  sent_by       text not null,
  primary key (practice_id, invitation_id, id),
  foreign key (practice_id, invitation_id) references clients.invitation (practice_id, id)
);
call house.owned_by_practice('clients.invitation_letter');
create index on clients.invitation_letter (token_sha256);

-- How often an invitation may be sent again, so that nobody is written to more than they can bear.
create table clients.invitation_rule (
  id         text not null,
  wait_hours integer not null check (wait_hours > 0),
  most       integer not null check (most > 0),
  during     daterange not null check (not isempty(during)),
  source     text not null,
  primary key (id),
  exclude using gist (during with &&)
);
call house.reference_table('clients.invitation_rule');
comment on column clients.invitation_rule.most is 'Letters of one invitation altogether, the first one counted.';
insert into clients.invitation_rule (id, wait_hours, most, during, source)
values ('invitation-1', 24, 5, daterange('2020-01-01', null),
  'The operator''s own rule: a day between two letters, and five letters at most');
