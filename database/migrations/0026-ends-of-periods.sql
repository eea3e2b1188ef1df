-- A dated value ends where its successor begins: the end of a period that has not come yet may be set. Nothing else of it.
grant update (during) on sessions.time_limit, charges.retry_rule, contracts.pay_schedule, contracts.payer_rate,
  contracts.provider_rate, remittances.absorption_deadline, claims.answer_limit to operations;
