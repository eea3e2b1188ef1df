-- Credentials change and end, and clinicians opt in to virtual networks: each is a further row, so that what held on an
-- earlier day, and what was known of it then, can always be asked for.

create table credentialing.authority_change (
  practice_id  uuid not null,
  id           uuid not null,
  authority_id uuid not null,
  during       daterange not null check (not isempty(during)),
  reason       text not null check (reason <> ''),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, authority_id) references credentialing.authority (practice_id, id)
);
call house.owned_by_practice('credentialing.authority_change', 'select');

create table credentialing.credential_change (
  practice_id   uuid not null,
  id            uuid not null,
  credential_id uuid not null,
  status        text not null check (status in ('active', 'pending', 'terminated')),
  during        daterange,
  payer_ready   date,
  reason        text not null check (reason <> ''),
  recorded_at   timestamptz not null,
  recorded_by   text not null,
  primary key (practice_id, id),
  foreign key (practice_id, credential_id) references credentialing.credential (practice_id, id),
  check (status = 'pending' or during is not null)
);
call house.owned_by_practice('credentialing.credential_change', 'select');

-- The virtual networks that a clinician may opt in to, by state.
create table credentialing.virtual_network (
  network_id    text not null,
  state         text not null,
  opens         text not null,
  does_not_open text not null,
  lead_days     integer not null check (lead_days >= 0),
  during        daterange not null check (not isempty(during)),
  source        text not null,
  primary key (network_id, state, during),
  exclude using gist (network_id with =, state with =, during with &&)
);
call house.reference_table('credentialing.virtual_network');
comment on column credentialing.virtual_network.lead_days is 'Days from opting in until the plan has the clinician in its own system; claims before it are held.';

create table credentialing.virtual_opt_in (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  network_id  text not null,
  state       text not null,
  from_day    date not null,
  payer_ready date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id)
);
call house.owned_by_practice('credentialing.virtual_opt_in');

create table credentialing.virtual_opt_out (
  practice_id uuid not null,
  opt_in_id   uuid not null,
  until_day   date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (practice_id, opt_in_id),
  foreign key (practice_id, opt_in_id) references credentialing.virtual_opt_in (practice_id, id)
);
call house.owned_by_practice('credentialing.virtual_opt_out');
comment on column credentialing.virtual_opt_out.until_day is 'The first day on which the virtual network opens nothing any more.';

-- Who in the network holds what: a directory for referrals. It names clinicians with their practice, what they may do and
-- where, and nothing of any client; members of any practice may ask it.
create function credentialing.network_directory()
returns table (
  practice_id uuid, practice_name text, member_id uuid, clinician_name text, licence_family text,
  authorities jsonb, credentials jsonb, exclusions jsonb
)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select m.practice_id, p.name, m.id, m.name, m.licence_family,
    coalesce((
      select jsonb_agg(jsonb_build_object('state', a.state, 'kind', a.kind, 'during', coalesce(c.during, a.during)) order by a.id)
      from credentialing.authority a
      left join lateral (
        select x.during from credentialing.authority_change x
        where x.practice_id = a.practice_id and x.authority_id = a.id order by x.recorded_at desc, x.id desc limit 1
      ) c on true
      where a.practice_id = m.practice_id and a.member_id = m.id), '[]'),
    coalesce((
      select jsonb_agg(held order by held->>'id') from (
        select jsonb_build_object('id', k.id, 'networkId', k.network_id, 'state', k.state, 'via', k.via,
          'status', coalesce(c.status, k.status), 'during', case when c.id is null then k.during else c.during end,
          'payerReady', case when c.id is null then k.payer_ready else c.payer_ready end) as held
        from credentialing.credential k
        left join lateral (
          select x.id, x.status, x.during, x.payer_ready from credentialing.credential_change x
          where x.practice_id = k.practice_id and x.credential_id = k.id order by x.recorded_at desc, x.id desc limit 1
        ) c on true
        where k.practice_id = m.practice_id and k.member_id = m.id
        union all
        select jsonb_build_object('id', o.id, 'networkId', o.network_id, 'state', o.state, 'via', 'virtual_network',
          'status', 'active', 'during', daterange(o.from_day, x.until_day), 'payerReady', o.payer_ready)
        from credentialing.virtual_opt_in o
        left join credentialing.virtual_opt_out x on x.practice_id = o.practice_id and x.opt_in_id = o.id
        where o.practice_id = m.practice_id and o.member_id = m.id
          and (x.until_day is null or x.until_day > o.from_day)) each), '[]'),
    coalesce((
      select jsonb_agg(e.during order by e.id) from credentialing.exclusion e
      where e.practice_id = m.practice_id and e.member_id = m.id), '[]')
  from practices.member m
  join practices.practice p on p.practice_id = m.practice_id
  where m.clinician and p.kind <> 'operator';
end;
revoke execute on function credentialing.network_directory() from public;
grant execute on function credentialing.network_directory() to portal, operations;
