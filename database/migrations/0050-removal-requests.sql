-- A practice asks for the removal of a provider before it is possible: the operator sees it with what stands in the way.
create table joining.removal_request (
  practice_id uuid not null,
  id          uuid not null,
  member_id   uuid not null,
  deed        text not null check (deed in ('asked', 'taken_back')),
  reason      text check (reason <> ''),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (practice_id, id),
  foreign key (practice_id, member_id) references practices.member (practice_id, id),
  check ((deed = 'asked') = (reason is not null))
);
call house.owned_by_practice('joining.removal_request');
