-- A practice that became a group under another name is called by it wherever it is named, also by the functions that look
-- across practices: its name is that of its latest change, as in practices/practice-store.ts.
create function practices.name_of(practice uuid) returns text language sql stable set search_path = ''
begin atomic
  select coalesce(
    (select change.name from practices.kind_change as change where change.practice_id = named.practice_id
      order by change.recorded_at desc, change.id desc limit 1),
    named.name)
  from practices.practice as named where named.practice_id = name_of.practice;
end;
revoke execute on function practices.name_of(uuid) from public;

-- Each function stays as it stands but for the name; one in which it is not found would be a mistake of ours.
do $$
declare
  named record;
  stands text;
begin
  for named in
    select * from (values
      ('credentialing.network_directory()', 'p.name,', 'practices.name_of(p.practice_id),'),
      ('clients.invitations_to_me()', 'practice.name,', 'practices.name_of(practice.practice_id),'),
      ('visits.sessions()', 'practice.name,', 'practices.name_of(practice.practice_id),'),
      ('audit.looks_at_me(uuid, boolean, integer)', E'practice.name\n', E'practices.name_of(practice.practice_id)\n')
    ) as listed (routine, old_reading, new_reading)
  loop
    stands := pg_catalog.pg_get_functiondef(named.routine::regprocedure);
    if position(named.old_reading in stands) = 0 then
      raise exception '% does not read the name of the practice as expected', named.routine;
    end if;
    execute replace(stands, named.old_reading, named.new_reading);
  end loop;
end
$$;
