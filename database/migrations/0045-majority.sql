-- From which age on somebody decides for themselves, by the law of the state where they live. It was a constant of eighteen.
create table clients.majority_age (
  state     text not null check (state ~ '^[A-Z]{2}$'),
  years     integer not null check (years between 14 and 25),
  during    daterange not null check (not isempty(during)),
  source    text not null check (source <> ''),
  certainty text not null check (certainty in ('known', 'likely')),
  primary key (state, during),
  exclude using gist (state with =, during with &&)
);
call house.reference_table('clients.majority_age');
comment on column clients.majority_age.certainty is 'known: the section is named; likely: from surveys of state law, to be confirmed by counsel.';

insert into clients.majority_age (state, years, during, source, certainty) values
  ('AK', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('AL', 19, '[2000-01-01,)', 'Ala. Code § 26-1-1', 'known'),
  ('AR', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('AZ', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('CA', 18, '[2000-01-01,)', 'Cal. Fam. Code § 6500', 'known'),
  ('CO', 18, '[2000-01-01,)', 'Colo. Rev. Stat. § 2-4-401(6); 19-1-103', 'known'),
  ('CT', 18, '[2000-01-01,)', 'Conn. Gen. Stat. § 1-1d', 'known'),
  ('DC', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('DE', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('FL', 18, '[2000-01-01,)', 'Fla. Stat. § 743.07', 'known'),
  ('GA', 18, '[2000-01-01,)', 'Ga. Code § 39-1-1', 'known'),
  ('HI', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('IA', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('ID', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('IL', 18, '[2000-01-01,)', '755 ILCS 5/11-1', 'known'),
  ('IN', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('KS', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('KY', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('LA', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('MA', 18, '[2000-01-01,)', 'Mass. Gen. Laws ch. 231 § 85P', 'known'),
  ('MD', 18, '[2000-01-01,)', 'Md. Code, Gen. Prov. § 1-401', 'known'),
  ('ME', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('MI', 18, '[2000-01-01,)', 'Mich. Comp. Laws § 722.52', 'known'),
  ('MN', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('MO', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('MS', 21, '[2000-01-01,)', 'Miss. Code § 1-3-27', 'known'),
  ('MT', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('NC', 18, '[2000-01-01,)', 'N.C. Gen. Stat. § 48A-2', 'known'),
  ('ND', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('NE', 19, '[2000-01-01,)', 'Neb. Rev. Stat. § 43-2101', 'known'),
  ('NH', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('NJ', 18, '[2000-01-01,)', 'N.J. Stat. § 9:17B-3', 'known'),
  ('NM', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('NV', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('NY', 18, '[2000-01-01,)', 'N.Y. Dom. Rel. Law § 2', 'known'),
  ('OH', 18, '[2000-01-01,)', 'Ohio Rev. Code § 3109.01', 'known'),
  ('OK', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('OR', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('PA', 18, '[2000-01-01,)', '23 Pa. C.S. § 5101', 'known'),
  ('RI', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('SC', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('SD', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('TN', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('TX', 18, '[2000-01-01,)', 'Tex. Civ. Prac. & Rem. Code § 129.001', 'known'),
  ('UT', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('VA', 18, '[2000-01-01,)', 'Va. Code § 1-204', 'known'),
  ('VT', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('WA', 18, '[2000-01-01,)', 'Wash. Rev. Code § 26.28.010', 'known'),
  ('WI', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('WV', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely'),
  ('WY', 18, '[2000-01-01,)', 'Eighteen by the law of every state but Alabama, Nebraska and Mississippi', 'likely');

-- Guardians who were added while the age was eighteen everywhere: until the child is of age where it lives, and a child of
-- February 29 until March 1. What was ended by hand stays ended.
update clients.login as login
set during = daterange(lower(login.during), known.adult_on)
from (
  select person.person_id, (person.date_of_birth + interval '18 years')::date as eighteen,
    (person.date_of_birth + make_interval(years => age.years))::date
      + case when extract(day from person.date_of_birth) <> extract(day from (person.date_of_birth + make_interval(years => age.years)))
        then 1 else 0 end as adult_on
  from clients.known_person as person
  join clients.majority_age as age
    on age.state = coalesce((select living.state from clients.majority_age as living where living.state = person.state), 'NY')
  where person.date_of_birth is not null
) as known
where login.person_id = known.person_id and login.relation = 'guardian' and upper(login.during) = known.eighteen;
