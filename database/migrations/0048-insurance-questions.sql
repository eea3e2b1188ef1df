-- The operator could not confirm what a client entered of their insurance, and asks: a reason that every language has
-- words for, and more in the words of whoever asks. The client answers, sends another picture, or enters it anew.
create table clients.policy_question (
  person_id uuid not null,
  id        uuid not null,
  policy_id uuid not null,
  reason    text not null check (reason in
    ('photo_unreadable', 'photo_missing', 'member_unknown', 'name_differs', 'birth_date_differs', 'other_plan', 'other')),
  words     text check (words <> ''),
  asked_at  timestamptz not null,
  asked_by  text not null,
  primary key (person_id, id),
  foreign key (person_id, policy_id) references clients.policy (person_id, id),
  check (reason <> 'other' or words is not null)
);
call house.owned_by_person('clients.policy_question', 'select');

create table clients.policy_question_answer (
  person_id   uuid not null,
  question_id uuid not null,
  words       text check (words <> ''),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (person_id, question_id),
  foreign key (person_id, question_id) references clients.policy_question (person_id, id)
);
call house.owned_by_person('clients.policy_question_answer');
