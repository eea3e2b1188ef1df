-- What may clients know of their own visits? Rows of practices hold more than that (what the practice is paid, notes), so a
-- person reads no such row: each function answers what they may know, of their own sessions only, while they act in no
-- practice. docs/decisions/0015 says why.
call house.room('visits');

create function visits.me() returns uuid language sql stable set search_path = ''
begin atomic
  select case when nullif(current_setting('app.practice', true), '') is null
    then nullif(current_setting('app.person', true), '')::uuid end;
end;

-- Their sessions as they are planned now, with whom, and whether they took place.
create function visits.sessions()
returns table (practice_id uuid, practice_name text, time_zone text, session_id uuid, clinician_id uuid,
  clinician_name text, licence_family text, clinician_npi text, starts_at timestamptz, ends_at timestamptz, modality text,
  version integer, cancellation_kind text, initiator text, cancelled_at timestamptz, voided_at timestamptz,
  locked_at timestamptz, join_url text)
language sql stable security definer set search_path = ''
begin atomic
  select planned.practice_id, practice.name, practice.time_zone, planned.id, planned.member_id, member.name,
    member.licence_family, member.npi, planned.starts_at, planned.ends_at, planned.modality, planned.version,
    planned.cancellation_kind, planned.initiator, planned.cancelled_at, voided.voided_at, locked.locked_at, link.url
  from sessions.planned as planned
  join practices.practice as practice on practice.practice_id = planned.practice_id
  join practices.member as member on member.practice_id = planned.practice_id and member.id = planned.member_id
  left join sessions.void as voided on voided.practice_id = planned.practice_id and voided.session_id = planned.id
  left join sessions.lock as locked on locked.practice_id = planned.practice_id and locked.session_id = planned.id
  left join lateral (
    select latest.url from practices.telehealth_link as latest
    where latest.practice_id = planned.practice_id and latest.member_id = planned.member_id
    order by latest.recorded_at desc, latest.id desc limit 1
  ) as link on true
  where planned.person_id = visits.me();
end;

-- Where the practices that they visit see people.
create function visits.offices()
returns table (practice_id uuid, label text, street text, city text, state text, zip text, during daterange)
language sql stable security definer set search_path = ''
begin atomic
  select place.practice_id, place.label, place.street, place.city, place.state, place.zip, place.during
  from practices.location as place
  where place.practice_id in (select mine.practice_id from sessions.session as mine where mine.person_id = visits.me());
end;

create function visits.cancellation_policies()
returns table (practice_id uuid, starts_on date, window_hours integer, late_cents bigint, no_show_cents bigint,
  recorded_at timestamptz)
language sql stable security definer set search_path = ''
begin atomic
  select policy.practice_id, policy.starts_on, policy.window_hours, policy.late_cents, policy.no_show_cents, policy.recorded_at
  from charges.cancellation_policy as policy
  where policy.practice_id in (select mine.practice_id from sessions.session as mine where mine.person_id = visits.me())
  order by policy.starts_on, policy.recorded_at, policy.id;
end;

-- What was confirmed of each visit, in the version that is billed: without what the practice is paid, without the note.
create function visits.confirmations()
returns table (session_id uuid, confirmation_id uuid, first_confirmed_at timestamptz, service_on date,
  started_at timestamptz, stopped_at timestamptz, modality text, place_of_service text, diagnoses text[], location jsonb,
  patient jsonb, member_number text, plan_id text, payer_id text, billing_entity_id text, price_cents bigint,
  client_cents bigint)
language sql stable security definer set search_path = ''
begin atomic
  select distinct on (latest.practice_id, latest.session_id) latest.session_id, latest.id, earliest.confirmed_at,
    latest.service_on, latest.started_at, latest.stopped_at, latest.modality, latest.place_of_service, latest.diagnoses,
    latest.location, latest.patient, latest.policy ->> 'memberId', latest.plan_id, latest.payer_id,
    latest.billing_entity_id, latest.payer_cents, latest.client_cents
  from sessions.session as mine
  join sessions.confirmation as latest on latest.practice_id = mine.practice_id and latest.session_id = mine.id
  join sessions.confirmation as earliest on earliest.practice_id = mine.practice_id and earliest.session_id = mine.id
    and earliest.version = 1
  where mine.person_id = visits.me()
  order by latest.practice_id, latest.session_id, latest.version desc;
end;

create function visits.service_lines()
returns table (confirmation_id uuid, line smallint, code text, modifiers text[], units integer, price_cents bigint)
language sql stable security definer set search_path = ''
begin atomic
  select line.confirmation_id, line.line, line.code, line.modifiers, line.units, line.payer_cents
  from sessions.session as mine
  join sessions.confirmation as said on said.practice_id = mine.practice_id and said.session_id = mine.id
  join sessions.confirmation_code as line on line.practice_id = said.practice_id and line.confirmation_id = said.id
  where mine.person_id = visits.me();
end;

-- What was asked of their cards, and what came of each try; of the card only its last digits.
create function visits.charges()
returns table (charge_id uuid, session_id uuid, cents bigint, because text, due_at timestamptz, recorded_at timestamptz,
  attempt integer, asked_cents bigint, outcome text, decline_code text, at timestamptz, brand text, last_four text)
language sql stable security definer set search_path = ''
begin atomic
  select charge.id, charge.session_id, charge.cents, charge.because, charge.due_at, charge.recorded_at,
    tried.attempt, tried.cents, tried.outcome, tried.decline_code, tried.at, card.brand, card.last_four
  from charges.charge as charge
  left join charges.charge_attempt as tried on tried.practice_id = charge.practice_id and tried.charge_id = charge.id
  left join charges.charge_request as request on request.practice_id = tried.practice_id
    and request.charge_id = tried.charge_id and request.attempt = tried.attempt
  left join charges.payment_method as card on card.person_id = request.person_id and card.id = request.payment_method_id
  where charge.person_id = visits.me()
  order by charge.recorded_at, charge.id, tried.attempt;
end;

create function visits.refunds()
returns table (refund_id uuid, session_id uuid, charge_id uuid, cents bigint, recorded_at timestamptz, refunded_at timestamptz)
language sql stable security definer set search_path = ''
begin atomic
  select refund.id, refund.session_id, refund.charge_id, refund.cents, refund.recorded_at, result.at
  from charges.charge as charge
  join charges.refund as refund on refund.practice_id = charge.practice_id and refund.charge_id = charge.id
  left join charges.refund_result as result on result.practice_id = refund.practice_id and result.refund_id = refund.id
  where charge.person_id = visits.me()
  order by refund.recorded_at, refund.id;
end;

-- Their claims and what became of each: the events without the practice's words and files.
create function visits.claims()
returns table (claim_id uuid, session_id uuid, payer_id text, charge_cents bigint, held boolean, held_until date,
  submitted boolean, created_at timestamptz)
language sql stable security definer set search_path = ''
begin atomic
  select claim.id, claim.session_id, claim.payer_id, claim.charge_cents, claim.held, claim.held_until,
    exists (select from claims.submission as sent where sent.practice_id = claim.practice_id and sent.claim_id = claim.id),
    claim.created_at
  from claims.claim as claim
  where claim.person_id = visits.me()
  order by claim.created_at, claim.id;
end;

create function visits.claim_events()
returns table (claim_id uuid, kind text, happened_on date)
language sql stable security definer set search_path = ''
begin atomic
  select event.claim_id, event.kind, event.happened_on
  from claims.claim as claim
  join claims.event as event on event.practice_id = claim.practice_id and event.claim_id = claim.id
  where claim.person_id = visits.me()
  order by event.recorded_at, event.id;
end;

create function visits.decisions()
returns table (session_id uuid, kind text, paid_cents bigint, client_cents bigint, answered_on date)
language sql stable security definer set search_path = ''
begin atomic
  select decision.session_id, decision.kind, decision.paid_cents, decision.client_cents, decision.answered_on
  from claims.claim as claim
  join remittances.decision as decision on decision.practice_id = claim.practice_id and decision.claim_id = claim.id
  where claim.person_id = visits.me()
  order by decision.recorded_at, decision.id;
end;

-- The books, as far as they are about what the plan and the client owe and paid. What stands on the other side is named
-- only where it is the client's or the plan's too: it is the house otherwise.
create function visits.movements()
returns table (session_id uuid, effective_on date, debit text, credit text, cents bigint)
language sql stable security definer set search_path = ''
begin atomic
  select mine.id, posting.effective_on,
    case when moved.debit in ('client_receivable', 'client_refunds_due', 'payer_receivable', 'payer_overpaid', 'treasury',
      'session_value') then moved.debit else 'house' end,
    case when moved.credit in ('client_receivable', 'client_refunds_due', 'payer_receivable', 'payer_overpaid', 'treasury',
      'session_value') then moved.credit else 'house' end,
    moved.cents
  from sessions.session as mine
  join ledger.posting as posting on posting.practice_id = mine.practice_id and posting.subject = mine.id::text
  join ledger.transfer as moved on moved.practice_id = posting.practice_id and moved.posting_id = posting.id
  where mine.person_id = visits.me()
    and (moved.debit in ('client_receivable', 'client_refunds_due', 'payer_receivable', 'payer_overpaid')
      or moved.credit in ('client_receivable', 'client_refunds_due', 'payer_receivable', 'payer_overpaid'))
  order by posting.recorded_at, posting.id, moved.line;
end;

revoke execute on all routines in schema visits from public;
grant execute on all routines in schema visits to portal;
