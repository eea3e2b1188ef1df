-- The tables of the sign-in library (better-auth: e-mail and password, two-factor codes), as it asks for them, in a
-- schema of their own that only the login sign_in reaches. They live on the machine's time.

create schema sign_in;
grant usage on schema sign_in to sign_in;

create table sign_in."user" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean
);

create table sign_in.session (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references sign_in."user" ("id") on delete cascade
);
create index "session_userId_idx" on sign_in.session ("userId");

create table sign_in.account (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references sign_in."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on sign_in.account ("userId");

create table sign_in.verification (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create index "verification_identifier_idx" on sign_in.verification ("identifier");

create table sign_in."twoFactor" (
  "id" uuid default pg_catalog.gen_random_uuid() not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references sign_in."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "twoFactor_secret_idx" on sign_in."twoFactor" ("secret");
create index "twoFactor_userId_idx" on sign_in."twoFactor" ("userId");

call house.local_table('sign_in."user"', sign_in => 'select, insert, update, delete');
call house.local_table('sign_in.session', sign_in => 'select, insert, update, delete');
call house.local_table('sign_in.account', sign_in => 'select, insert, update, delete');
call house.local_table('sign_in.verification', sign_in => 'select, insert, update, delete');
call house.local_table('sign_in."twoFactor"', sign_in => 'select, insert, update, delete');
