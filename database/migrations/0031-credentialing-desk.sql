-- Who entered what a clinician holds, and why: the first row of each says it as its changes do.
alter table credentialing.authority add column reason text;
alter table credentialing.credential add column reason text;
alter table credentialing.exclusion add column recorded_by text;

-- A change without a period: it was entered by mistake and counts for nothing.
alter table credentialing.authority_change alter column during drop not null;
comment on column credentialing.authority_change.during is
  'Its period as it is known from then on; null where it was entered by mistake and counts for nothing.';

create table credentialing.exclusion_change (
  practice_id  uuid not null,
  id           uuid not null,
  exclusion_id uuid not null,
  during       daterange check (not isempty(during)),
  reason       text not null check (reason <> ''),
  recorded_at  timestamptz not null,
  recorded_by  text not null,
  primary key (practice_id, id),
  foreign key (practice_id, exclusion_id) references credentialing.exclusion (practice_id, id)
);
call house.owned_by_practice('credentialing.exclusion_change', 'select');
comment on column credentialing.exclusion_change.during is
  'Its period as it is known from then on; null where it was entered by mistake and counts for nothing.';

-- How many days ahead an end is told, and after how many days an application has waited longer than usual.
create table credentialing.desk_limit (
  kind   text not null check (kind in ('ends_within', 'pending_for')),
  days   integer not null check (days > 0),
  during daterange not null check (not isempty(during)),
  source text not null,
  primary key (kind, days, during),
  exclude using gist (kind with =, days with =, during with &&)
);
call house.reference_table('credentialing.desk_limit');

-- A plan's terms (BlueCard, the states in which it is accepted) end where its further ones begin.
alter table contracts.plan drop constraint plan_pkey;
alter table contracts.plan add primary key (id, during);
alter table contracts.plan add exclude using gist (id with =, during with &&);
grant update (during) on contracts.plan to operations;

create or replace function credentialing.network_directory()
returns table (
  practice_id uuid, practice_name text, member_id uuid, clinician_name text, licence_family text,
  authorities jsonb, credentials jsonb, exclusions jsonb
)
language sql stable security definer set search_path = pg_catalog, pg_temp
begin atomic
  select m.practice_id, p.name, m.id, m.name, m.licence_family,
    coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, 'state', a.state, 'kind', a.kind,
        'during', case when c.id is null then a.during else c.during end) order by a.id)
      from credentialing.authority a
      left join lateral (
        select x.id, x.during from credentialing.authority_change x
        where x.practice_id = a.practice_id and x.authority_id = a.id order by x.recorded_at desc, x.id desc limit 1
      ) c on true
      where a.practice_id = m.practice_id and a.member_id = m.id and (c.id is null or c.during is not null)), '[]'),
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
      select jsonb_agg(case when c.id is null then e.during else c.during end order by e.id)
      from credentialing.exclusion e
      left join lateral (
        select x.id, x.during from credentialing.exclusion_change x
        where x.practice_id = e.practice_id and x.exclusion_id = e.id order by x.recorded_at desc, x.id desc limit 1
      ) c on true
      where e.practice_id = m.practice_id and e.member_id = m.id and (c.id is null or c.during is not null)), '[]')
  from practices.member m
  join practices.practice p on p.practice_id = m.practice_id
  where m.clinician and p.kind <> 'operator';
end;
