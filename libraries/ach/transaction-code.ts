import type { TransactionCode } from './model.ts'

export type TransactionMeaning = {
  direction: 'credit' | 'debit'
  account: 'checking' | 'savings'
  purpose: 'live' | 'prenote' | 'return'
}

const meanings: Record<TransactionCode, TransactionMeaning> = {
  21: { direction: 'credit', account: 'checking', purpose: 'return' },
  22: { direction: 'credit', account: 'checking', purpose: 'live' },
  23: { direction: 'credit', account: 'checking', purpose: 'prenote' },
  26: { direction: 'debit', account: 'checking', purpose: 'return' },
  27: { direction: 'debit', account: 'checking', purpose: 'live' },
  28: { direction: 'debit', account: 'checking', purpose: 'prenote' },
  31: { direction: 'credit', account: 'savings', purpose: 'return' },
  32: { direction: 'credit', account: 'savings', purpose: 'live' },
  33: { direction: 'credit', account: 'savings', purpose: 'prenote' },
  36: { direction: 'debit', account: 'savings', purpose: 'return' },
  37: { direction: 'debit', account: 'savings', purpose: 'live' },
  38: { direction: 'debit', account: 'savings', purpose: 'prenote' },
}

export function isTransactionCode(code: number): code is TransactionCode {
  return code in meanings
}

export function transactionMeaning(code: TransactionCode): TransactionMeaning {
  return meanings[code]
}

/** The code under which an entry comes back, returned or corrected. */
export function returnedAs(code: TransactionCode): TransactionCode {
  const { direction, account } = meanings[code]
  if (account === 'checking') return direction === 'credit' ? 21 : 26
  return direction === 'credit' ? 31 : 36
}
