-- What has each payer agreed to pay, and what do we pay for it?
call house.room('contracts');

create table contracts.payer (
  id            text not null,
  name          text not null,
  electronic_id text not null,
  filing_code   text not null,
  clearinghouse_id text not null,
  source        text not null,
  primary key (id)
);
call house.reference_table('contracts.payer');
comment on column contracts.payer.electronic_id is 'The payer id that NM1*PR of an 837P names (2010BB NM109).';
comment on column contracts.payer.filing_code is 'Claim filing indicator, SBR09: CI commercial, BL Blue, HM HMO.';

create table contracts.plan (
  id              text not null,
  name            text not null,
  payer_id        text not null references contracts.payer,
  network_id      text not null,
  is_blue         boolean not null,
  blue_card       boolean not null,
  accepted_states text[],
  during          daterange not null check (not isempty(during)),
  source          text not null,
  primary key (id)
);
call house.reference_table('contracts.plan');
comment on column contracts.plan.accepted_states is 'States in which this plan is accepted; null for all.';

create table contracts.contract (
  id                text not null,
  payer_id          text not null references contracts.payer,
  network_id        text not null,
  state             text not null,
  billing_entity_id text not null,
  during            daterange not null check (not isempty(during)),
  notice_days       integer not null check (notice_days >= 0),
  source            text not null,
  primary key (id),
  exclude using gist (network_id with =, state with =, during with &&)
);
call house.reference_table('contracts.contract');

create table contracts.payer_rate (
  contract_id    text not null references contracts.contract,
  licence_family text not null,
  code           text not null,
  modifiers      text not null,
  during         daterange not null check (not isempty(during)),
  cents          bigint not null check (cents >= 0),
  source         text not null,
  primary key (contract_id, licence_family, code, modifiers, during),
  exclude using gist (contract_id with =, licence_family with =, code with =, modifiers with =, during with &&)
);
call house.reference_table('contracts.payer_rate');
comment on column contracts.payer_rate.modifiers is 'The modifiers that change the rate, in code order, joined by ":"; empty for none.';

create table contracts.provider_rate (
  contract_id    text not null references contracts.contract,
  licence_family text not null,
  code           text not null,
  modifiers      text not null,
  during         daterange not null check (not isempty(during)),
  cents          bigint not null check (cents >= 0),
  source         text not null,
  primary key (contract_id, licence_family, code, modifiers, during),
  exclude using gist (contract_id with =, licence_family with =, code with =, modifiers with =, during with &&)
);
call house.reference_table('contracts.provider_rate');

create table contracts.pay_schedule (
  id     text not null,
  rule   jsonb not null,
  during daterange not null check (not isempty(during)),
  source text not null,
  primary key (id),
  exclude using gist (during with &&)
);
call house.reference_table('contracts.pay_schedule');
comment on column contracts.pay_schedule.rule is 'When what was confirmed in which window is paid; days of confirmation in the operator''s zone.';
