import { addHours, type Instant } from '../../libraries/calendar/index.ts'

export type BankAccount = {
  id: string
  holder: 'business' | 'personal'
  holderName: string
  routing: string
  account: string
  kind: 'checking' | 'savings'
  recordedAt: Instant
  /** The latest check of it; null while there was none. */
  check: { outcome: 'verified' | 'refused'; because: string; at: Instant } | null
}

export type Hold =
  | 'no_bank_account'
  | 'bank_account_unverified'
  | 'bank_account_refused'
  | 'bank_account_just_changed'
  | 'w9_missing'

/** Where a payout goes, or why it waits and until when (null: until somebody does something). */
export type PayoutDestination = { account: BankAccount } | { hold: Hold; until: Instant | null }

// The owner is told of a change and has this long to say that it was not them.
const hoursAfterChange = 48

/** The latest account is where the money goes; a payout never goes to one that nobody verified. */
export function payoutDestination(
  known: { accounts: readonly BankAccount[]; hasTaxForm: boolean },
  now: Instant,
): PayoutDestination {
  const accounts = known.accounts.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
  const account = accounts.at(-1)
  if (account === undefined) return { hold: 'no_bank_account', until: null }
  if (!known.hasTaxForm) return { hold: 'w9_missing', until: null }
  if (account.check === null) return { hold: 'bank_account_unverified', until: null }
  if (account.check.outcome === 'refused') return { hold: 'bank_account_refused', until: null }
  const payableFrom = addHours(account.recordedAt, hoursAfterChange)
  if (accounts.length > 1 && now < payableFrom) return { hold: 'bank_account_just_changed', until: payableFrom }
  return { account }
}

export function explainHold(hold: Hold): string {
  switch (hold) {
    case 'no_bank_account':
      return 'Add a bank account: your pay waits for it and goes out the next banking day after it is verified.'
    case 'bank_account_unverified':
      return 'Verify your bank account: your pay goes out the next banking day after that.'
    case 'bank_account_refused':
      return 'The bank could not pay to your account. Add another one: your pay goes out the next banking day after it is verified.'
    case 'bank_account_just_changed':
      return 'Your bank account was changed less than 48 hours ago. Your pay goes out the next banking day after that.'
    case 'w9_missing':
      return 'Your W-9 is missing. Your pay goes out the next banking day after we have it.'
  }
}
