-- Views over several rooms, of one kind of owner; read by -report-store files only.
call house.room('reports');

-- Every line of pay that no payout has taken: what a practice is owed beside its paydays.
create view reports.open_pay_line with (security_invoker = true) as
select posting.practice_id, posting.id as posting_id, transfer.line, posting.kind, posting.subject, posting.pay_on,
  posting.effective_on, posting.recorded_at,
  case when transfer.credit = 'practice_payable' then transfer.cents else -transfer.cents end as cents
from ledger.transfer as transfer
join ledger.posting as posting on posting.practice_id = transfer.practice_id and posting.id = transfer.posting_id
where (transfer.debit = 'practice_payable' or transfer.credit = 'practice_payable')
  and posting.kind <> 'payday'
  and not exists (
    select from payouts.payout_item as item
    where item.practice_id = transfer.practice_id and item.posting_id = transfer.posting_id and item.line = transfer.line);
grant select on reports.open_pay_line to portal, operations;

-- What a payout pays, line by line.
create view reports.payout_line with (security_invoker = true) as
select item.practice_id, item.payout_id, item.posting_id, item.line, item.cents, posting.kind, posting.subject,
  posting.effective_on, posting.recorded_at
from payouts.payout_item as item
join ledger.posting as posting on posting.practice_id = item.practice_id and posting.id = item.posting_id;
grant select on reports.payout_line to portal, operations;

-- Denials and takebacks that no better answer followed and that nobody has made final yet.
create view reports.standing_denial with (security_invoker = true) as
select decision.practice_id, decision.session_id, decision.id, decision.answered_on
from remittances.decision as decision
where decision.kind in ('denial', 'reversal')
  and not exists (
    select from remittances.decision as later
    where later.practice_id = decision.practice_id and later.session_id = decision.session_id
      and later.kind <> 'information' and (later.recorded_at, later.id) > (decision.recorded_at, decision.id))
  and not exists (
    select from claims.event as event
    where event.practice_id = decision.practice_id and event.claim_id = decision.claim_id
      and event.kind = 'absorbed' and event.recorded_at >= decision.recorded_at);
grant select on reports.standing_denial to portal, operations;
