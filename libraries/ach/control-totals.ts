import type { AchEntry } from './model.ts'
import { transactionMeaning } from './transaction-code.ts'

export type ControlTotals = { entryCount: number; entryHash: number; totalDebit: number; totalCredit: number }

export const noTotals: ControlTotals = { entryCount: 0, entryHash: 0, totalDebit: 0, totalCredit: 0 }

/** Counts entries with their addenda, adds up the receiving banks' eight digits and the cents each way. */
export function controlTotals(entries: readonly AchEntry[]): ControlTotals {
  const totals = { ...noTotals }
  for (const entry of entries) {
    totals.entryCount += entry.addenda === null ? 1 : 2
    totals.entryHash += Number(entry.receivingRouting.slice(0, 8))
    if (transactionMeaning(entry.transactionCode).direction === 'debit') totals.totalDebit += entry.cents
    else totals.totalCredit += entry.cents
  }
  return { ...totals, entryHash: lastTenDigits(totals.entryHash) }
}

export function addTotals(a: ControlTotals, b: ControlTotals): ControlTotals {
  return {
    entryCount: a.entryCount + b.entryCount,
    entryHash: lastTenDigits(a.entryHash + b.entryHash),
    totalDebit: a.totalDebit + b.totalDebit,
    totalCredit: a.totalCredit + b.totalCredit,
  }
}

/** 220 credits only, 225 debits only, 200 both. */
export function serviceClass(entries: readonly AchEntry[]): 200 | 220 | 225 {
  const directions = new Set(entries.map((entry) => transactionMeaning(entry.transactionCode).direction))
  if (directions.size > 1) return 200
  return directions.has('debit') ? 225 : 220
}

function lastTenDigits(hash: number): number {
  return hash % 10_000_000_000
}
