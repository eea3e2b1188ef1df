import type { Cause } from './posting-store.ts'

const events: Record<string, string> = {
  confirmed: 'The session was confirmed: who owes its worth, and whose it is',
  corrected: 'The confirmation was corrected: the difference',
  voided: 'The confirmation was taken back: everything it had posted',
  client_paid: 'The client’s card was charged',
  client_refunded: 'The client was given money back',
  payer_answer: 'The insurer’s answer',
  payer_denial: 'The insurer denied',
  payer_reversal: 'The insurer took its answer back',
  fee_recorded: 'A fee was asked for a session that was called off too late or missed',
  fee_forgiven: 'The fee was forgiven',
  fee_given_up: 'The fee was given up: nobody paid it',
  charged_back: 'The client’s bank took the money back',
  fee_charged_back: 'The client’s bank took the fee back',
  absorbed: 'What did not come became the operator’s loss',
  bad_debt: 'What the client still owed was forgiven: it became the operator’s loss',
  unmatched_matched: 'A payment that named no claim of ours was found to be for this one',
  payday: 'Payday: the payout was made',
  payout_settled: 'The bank says that the payout arrived',
  payout_returned: 'The practice’s bank sent the payout back',
  refused_entry_settled: 'The bank refused the payout',
}

const causes: Record<Cause, string> = {
  practice: 'the practice',
  client: 'the client',
  payer: 'the insurer',
  operator: 'the operator',
  bank: 'the bank',
  card_processor: 'the card processor',
}

/** What a posting was for and who caused it, in words; a kind that has no words yet is named as it is. */
export function explainPosting({ kind, cause }: { kind: string; cause: Cause }): { what: string; causedBy: string } {
  const named = `${kind.charAt(0).toUpperCase()}${kind.slice(1).replaceAll('_', ' ')}`
  return { what: events[kind] ?? named, causedBy: causes[cause] }
}
