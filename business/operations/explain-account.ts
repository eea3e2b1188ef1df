import type { AccountKind } from '../ledger/accounts.ts'

/** What an account is, in plain words: its name, and what stands on it. */
export function explainAccount(kind: AccountKind): { name: string; words: string } {
  const [name, words] = explained[kind]
  return { name, words }
}

export function isAccountKind(kind: string): kind is AccountKind {
  return Object.hasOwn(explained, kind)
}

const explained: Record<AccountKind, readonly [name: string, words: string]> = {
  payer_receivable: ['Payers owe', 'what payers are expected to pay for confirmed sessions'],
  client_receivable: ['Clients owe', 'clients’ shares that no card has paid yet'],
  practice_owes: ['Practices owe', 'what practices pay back in recoupment cases'],
  treasury: ['Held for practices', 'what we hold for their books; below zero: what we have advanced'],
  practice_payable: ['Owed to practices', 'pay that was promised and is in no payout yet'],
  practice_awaiting_client: ['Fees that follow clients', 'due to a practice once the client has paid'],
  payout_in_transit: ['Payouts on their way', 'sent to the bank and not settled'],
  client_refunds_due: ['Refunds due to clients', 'paid more than their share'],
  payer_overpaid: ['Payers paid too much', 'to be given back, or until somebody decides'],
  tax_withheld: ['Tax withheld', 'backup withholding, owed to the tax office'],
  unclaimed: ['Dormant money', 'owed to a state'],
  operator_share: ['Kept by us', 'what payers pay above what practices are paid'],
  operator_subsidy: ['Added by us', 'what practices are paid above what payers pay'],
  contract_variance: ['Absorbed: paid less than agreed', 'what payers left open for good'],
  denials_absorbed: ['Absorbed: denials', 'sessions that payers denied for good'],
  silence_absorbed: ['Absorbed: silence', 'sessions that payers never answered'],
  bad_debt_absorbed: ['Absorbed: clients', 'shares that clients will not pay'],
  session_value: ['Session value', 'only passes: always zero'],
  bank: ['Bank', 'our account, as the books have it'],
  card_clearing: ['Card processor holds', 'collected from cards, on its way to the bank'],
  remittance_clearing: [
    'Remittances without their deposit',
    'between what payers say they paid and what the bank received',
  ],
  unmatched: ['Matched to no claim', 'paid for claims that are none of ours'],
  payer_balance: ['Between us and payers', 'takebacks and corrections beyond single claims'],
  book: ['Practices’ books', 'the other side of what is held for practices'],
  operator_funds: ['Own money', 'what we paid into the bank ourselves'],
  payer_interest: ['Interest from payers', 'for paying late'],
  operating_costs: ['Running costs', 'card fees, test deposits'],
}
