-- What is the card processor asked for? Written before it is asked: when the answer is lost, the same is asked again, word
-- by word, whatever the client owes by then.
create table charges.charge_request (
  practice_id       uuid not null,
  charge_id         uuid not null,
  attempt           integer not null check (attempt > 0),
  cents             bigint not null check (cents > 0),
  person_id         uuid not null,
  payment_method_id uuid not null,
  at                timestamptz not null,
  primary key (practice_id, charge_id, attempt),
  foreign key (practice_id, charge_id) references charges.charge (practice_id, id)
);
call house.owned_by_practice('charges.charge_request', 'none');
