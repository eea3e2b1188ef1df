-- Where does a letter to a member of a practice go? To the address of their login; only deeds of the house may ask.
create function practices.address_of(login uuid) returns text language sql stable security definer set search_path = ''
begin atomic
  select email from sign_in."user" where id = login;
end;

revoke execute on function practices.address_of(uuid) from public;
grant execute on function practices.address_of(uuid) to operations;
