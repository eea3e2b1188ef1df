-- In which language a person reads the portal, and so their letters; the latest choice holds. Without one it is English.
create table clients.language_choice (
  person_id uuid not null,
  id        uuid not null,
  language  text not null check (language in ('en', 'es')),
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  primary key (person_id, id)
);
call house.owned_by_person('clients.language_choice');

-- The language of the page on which somebody signed up: of the letter that proves the address, and their first choice.
alter table sign_in.sign_up add column "language" text not null default 'en' check ("language" in ('en', 'es'));
