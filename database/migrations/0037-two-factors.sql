-- Sign-in that a restart does not forget: what was tried too often, by the hash of who tried, and which sessions are
-- those of the demonstration's characters, who enter by a card. On the machine's time, as all of sign-in.

alter table sign_in.session add column "asPersona" boolean;

create table sign_in.attempt (
  "id"   uuid not null primary key,
  "key"  text not null,
  "at"   timestamptz not null
);
create index "attempt_key_idx" on sign_in.attempt ("key", "at");
create index "attempt_at_idx" on sign_in.attempt ("at");
call house.local_table('sign_in.attempt', sign_in => 'select, insert, delete');

-- As the sign-in library asks for it.
create table sign_in."rateLimit" (
  "id"          uuid default pg_catalog.gen_random_uuid() not null primary key,
  "key"         text not null unique,
  "count"       integer not null,
  "lastRequest" bigint not null
);
call house.local_table('sign_in."rateLimit"', sign_in => 'select, insert, update, delete');
