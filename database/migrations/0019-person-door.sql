-- A person's own requests act in no practice: what the house keeps of them (letters, audit) stands in the operator's name.

create function house.operator() returns uuid language sql stable security definer set search_path = ''
begin atomic
  select practice_id from practices.practice where kind = 'operator';
end;

-- A letter that a signed-in person's request causes. Its id makes it one letter, however often it is asked for.
create function house.post_as_operator(id uuid, recipient text, subject text, body text, about text, recorded_at timestamptz)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if nullif(current_setting('app.user', true), '') is null then
    raise exception 'nobody is signed in, so nobody posts a letter';
  end if;
  insert into house.mail (practice_id, id, recipient, subject, body, about, recorded_at)
  values (house.operator(), post_as_operator.id, post_as_operator.recipient, post_as_operator.subject,
    post_as_operator.body, post_as_operator.about, post_as_operator.recorded_at)
  on conflict do nothing;
end
$$;

-- Whom and who are taken from the transaction, never from the one who asks.
create function audit.record_as_person(id uuid, at timestamptz, action text, subject text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  insert into audit.event (practice_id, id, at, user_id, person_id, action, subject)
  values (house.operator(), record_as_person.id, record_as_person.at,
    current_setting('app.user')::uuid, current_setting('app.person')::uuid,
    record_as_person.action, record_as_person.subject);
end
$$;

revoke execute on function house.operator(), house.post_as_operator(uuid, text, text, text, text, timestamptz),
  audit.record_as_person(uuid, timestamptz, text, text) from public;
grant execute on function house.post_as_operator(uuid, text, text, text, text, timestamptz),
  audit.record_as_person(uuid, timestamptz, text, text) to portal;
