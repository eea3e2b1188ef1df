-- Passkeys, with which one signs in without a password, and what is kept around second factors: how a session came to
-- be, an authenticator app that is to replace another, and resets of staff that wait for a second pair of eyes. On the
-- machine's time, as all of sign-in.

alter table sign_in.session
  add column "signedInBy" text check ("signedInBy" in
    ('password', 'password_and_code', 'password_and_paper_code', 'passkey', 'card')),
  -- The passkey that opened it: whoever removes the passkey ends what it opened.
  add column "passkeyId" uuid;

create table sign_in.passkey (
  "id"           uuid not null primary key,
  "userId"       uuid not null references sign_in."user" ("id") on delete cascade,
  "name"         text not null,
  -- As the authenticator names it, in base64url.
  "credentialId" text not null unique,
  -- A COSE key (RFC 9052).
  "publicKey"    bytea not null,
  "counter"      bigint not null check ("counter" >= 0),
  "transports"   text[] not null,
  -- The make of the authenticator; zeros where it does not say.
  "aaguid"       uuid not null,
  "maySync"      boolean not null,
  "isSynced"     boolean not null,
  "createdAt"    timestamptz not null,
  "lastUsedAt"   timestamptz,
  -- Its counter went back, as it does where somebody copied it: it opens nothing any more.
  "stoppedAt"    timestamptz
);
create index "passkey_userId_idx" on sign_in.passkey ("userId");
call house.local_table('sign_in.passkey', sign_in => 'select, insert, update, delete');

-- What an authenticator is to sign: once, within five minutes, by the browser that asked.
create table sign_in.passkey_challenge (
  "id"        uuid not null primary key,
  "purpose"   text not null check ("purpose" in ('add', 'enter')),
  -- The hash of the session that adds, or of the cookie of the browser that enters.
  "holder"    text not null,
  "userId"    uuid references sign_in."user" ("id") on delete cascade,
  "challenge" text not null unique,
  "expiresAt" timestamptz not null,
  check (("purpose" = 'add') = ("userId" is not null))
);
create index "passkey_challenge_expiresAt_idx" on sign_in.passkey_challenge ("expiresAt");
call house.local_table('sign_in.passkey_challenge', sign_in => 'select, insert, delete');

-- The key of a new authenticator app, until its first code proves it; the former one counts until then.
create table sign_in.new_authenticator (
  "userId"    uuid not null primary key references sign_in."user" ("id") on delete cascade,
  "secret"    text not null,
  "expiresAt" timestamptz not null
);
call house.local_table('sign_in.new_authenticator', sign_in => 'select, insert, update, delete');

-- One of the operator's staff asks that a colleague's second factor is taken away; another one of them does it.
create table sign_in.factor_reset (
  "id"          uuid not null primary key,
  "userId"      uuid not null references sign_in."user" ("id") on delete cascade,
  "askedBy"     uuid not null references sign_in."user" ("id") on delete cascade,
  "reason"      text not null,
  "askedAt"     timestamptz not null,
  "expiresAt"   timestamptz not null,
  "confirmedBy" uuid references sign_in."user" ("id") on delete cascade,
  check ("askedBy" <> "userId" and "confirmedBy" <> "askedBy" and "confirmedBy" <> "userId")
);
create index "factor_reset_userId_idx" on sign_in.factor_reset ("userId");
call house.local_table('sign_in.factor_reset', sign_in => 'select, insert, update');
