const words: Record<string, string> = {
  confirmed: 'Session confirmed',
  corrected: 'Session corrected',
  voided: 'Session voided',
  client_paid: 'Client paid',
  client_refunded: 'Client refunded',
  remittance_answer: 'Payer paid',
  remittance_denial: 'Payer denied',
  remittance_reversal: 'Payer took back',
  remittance_unmatched: 'Paid for no claim of ours',
  payer_answer: 'Payer answered',
  payer_denial: 'Payer denied',
  payer_reversal: 'Payer took back',
  provider_adjustments: 'Adjusted beside claims',
  unmatched_matched: 'Unmatched money found its claim',
  unmatched_owed_back: 'Unmatched money owed back',
  fee_recorded: 'Fee asked for',
  fee_forgiven: 'Fee forgiven',
  fee_given_up: 'Fee given up',
  charged_back: 'Card took it back',
  fee_charged_back: 'Card took the fee back',
  bad_debt: 'Client’s balance forgiven',
  absorbed: 'Taken as our loss',
  payday: 'Payday',
  payout_settled: 'Payout settled',
  settled: 'Payout settled',
  deposit: 'Deposit of a payer',
  own_money: 'Own money',
}

/** What a posting records, in words; a kind without words of its own by its name. */
export function sayPosting(kind: string): string {
  const plain = kind.replaceAll('_', ' ')
  return words[kind] ?? plain.charAt(0).toUpperCase() + plain.slice(1)
}
