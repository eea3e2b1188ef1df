/** The accounts of a practice's book: what it holds, what is owed, results, and what only passes through. */
export type PracticeAccountKind =
  | 'payer_receivable'
  | 'client_receivable'
  | 'practice_owes'
  | 'treasury'
  | 'practice_payable'
  | 'practice_awaiting_client'
  | 'payout_in_transit'
  | 'client_refunds_due'
  | 'payer_overpaid'
  | 'tax_withheld'
  | 'unclaimed'
  | 'operator_share'
  | 'operator_subsidy'
  | 'contract_variance'
  | 'denials_absorbed'
  | 'silence_absorbed'
  | 'bad_debt_absorbed'
  | 'session_value'

/** The accounts of the operator's own book. */
export type OperatorAccountKind =
  | 'bank'
  | 'card_clearing'
  | 'remittance_clearing'
  | 'unmatched'
  | 'payer_balance'
  | 'book'
  | 'operator_funds'
  | 'payer_interest'
  | 'operating_costs'

export type AccountKind = PracticeAccountKind | OperatorAccountKind

/** An account is a kind and a subject (a session, a payer, a payout, a practice …), empty where a book has only one. */
export type Account = { kind: AccountKind; subject: string }

export function account(kind: AccountKind, ...subject: string[]): Account {
  return { kind, subject: subject.join('/') }
}

/** What the operator earned or lost: the balance of these, with the sign turned, is its result. */
export const resultKinds: readonly AccountKind[] = [
  'operator_share',
  'operator_subsidy',
  'contract_variance',
  'denials_absorbed',
  'silence_absorbed',
  'bad_debt_absorbed',
  'payer_interest',
  'operating_costs',
]

/** What the operator took upon itself so that no practice had to. */
export const absorbedKinds: readonly AccountKind[] = [
  'contract_variance',
  'denials_absorbed',
  'silence_absorbed',
  'bad_debt_absorbed',
]

/** Assets never stand below zero, liabilities never above; results and what passes through may stand on either side. */
export const neverNegative: readonly AccountKind[] = ['payer_receivable', 'client_receivable', 'practice_owes']
export const neverPositive: readonly AccountKind[] = [
  'practice_awaiting_client',
  'payout_in_transit',
  'client_refunds_due',
  'payer_overpaid',
  'tax_withheld',
  'unclaimed',
  'operator_funds',
]
