-- Where may this clinician practise and bill, and since when?
call house.room('credentialing');

create table credentialing.authority (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  state       text not null,
  kind        text not null check (kind in ('license', 'compact_privilege', 'temporary_permit')),
  number      text,
  during      daterange not null check (not isempty(during)),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('credentialing.authority', 'select');

create table credentialing.credential (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  network_id  text not null,
  state       text not null,
  via         text not null check (via in ('direct', 'virtual_network')),
  status      text not null check (status in ('active', 'pending', 'terminated')),
  during      daterange,
  payer_ready date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check (status = 'pending' or during is not null)
);
call house.owned_by_practice('credentialing.credential', 'select');
comment on column credentialing.credential.payer_ready is
  'First day the payer takes claims for this clinician; claims confirmed before it are held. Null while not known.';
grant update (payer_ready) on credentialing.credential to operations;

create table credentialing.exclusion (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  during      daterange not null check (not isempty(during)),
  source      text not null,
  recorded_at timestamptz not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('credentialing.exclusion', 'select');
