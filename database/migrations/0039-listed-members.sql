-- Who was archived or removed is listed no more: the directory names those who are on a team.
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
  where m.clinician and p.kind <> 'operator'
    and not exists (
      select from (
        select change.standing from practices.standing_change change
        where change.practice_id = m.practice_id and change.member_id = m.id
        order by change.recorded_at desc, change.id desc limit 1
      ) latest
      where latest.standing <> 'active');
end;
