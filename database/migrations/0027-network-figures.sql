-- What the network's sessions brought in and where it went, for figures that anyone may read. The views are read under
-- operations alone, added up there, and shown only where enough clients stand behind them.

create view reports.billed_session with (security_invoker = true) as
select distinct on (session.practice_id, session.id)
  session.practice_id, session.id as session_id, session.person_id, confirmation.service_on
from sessions.session as session
join sessions.confirmation as confirmation
  on confirmation.practice_id = session.practice_id and confirmation.session_id = session.id
where not exists (
  select from sessions.void as void
  where void.practice_id = session.practice_id and void.session_id = session.id)
order by session.practice_id, session.id, confirmation.version desc;
grant select on reports.billed_session to operations;

create view reports.session_transfer with (security_invoker = true) as
select posting.practice_id, posting.subject, transfer.debit, transfer.credit, transfer.cents
from ledger.posting as posting
join ledger.transfer as transfer
  on transfer.practice_id = posting.practice_id and transfer.posting_id = posting.id;
grant select on reports.session_transfer to operations;
