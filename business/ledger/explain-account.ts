import type { Account, AccountKind } from './accounts.ts'

const words: Record<AccountKind, string> = {
  payer_receivable: 'what the insurer is expected to pay',
  client_receivable: 'what the client owes',
  practice_owes: 'what the practice owes',
  treasury: 'money held for this practice',
  practice_payable: 'what the practice is owed',
  practice_awaiting_client: 'what the practice is owed once the client has paid',
  payout_in_transit: 'a payout on its way to the practice’s bank',
  client_refunds_due: 'what is to be given back to the client',
  payer_overpaid: 'what is to be given back to the insurer',
  tax_withheld: 'tax withheld',
  unclaimed: 'money that nobody has claimed',
  operator_share: 'kept by the operator',
  operator_subsidy: 'added by the operator',
  contract_variance: 'the operator’s loss: the insurer paid less than agreed',
  denials_absorbed: 'the operator’s loss: the insurer denied',
  silence_absorbed: 'the operator’s loss: the insurer never answered',
  bad_debt_absorbed: 'the operator’s loss: the client will not pay',
  session_value: 'the value of the session',
  bank: 'the operator’s bank account',
  card_clearing: 'taken by the card processor, not yet with us',
  remittance_clearing: 'between an insurer’s payment and its explanation',
  unmatched: 'paid for a claim that is none of ours',
  payer_balance: 'between the operator and an insurer',
  book: 'the operator’s side of a practice’s money',
  operator_funds: 'the operator’s own money',
  payer_interest: 'interest that an insurer paid',
  operating_costs: 'fees and tests',
}

/** An account in words that stand after "from" or "to". */
export function explainAccount({ kind }: Pick<Account, 'kind'>): string {
  return words[kind]
}
