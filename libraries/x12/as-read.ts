import type { Transaction, X12File } from './transaction.ts'

/** Where a set stood in the file it was read from, from its ST to the terminator of its SE. */
type AsRead = { from: number; to: number }

// Beside what was read and not in it: a model stays plain data, and a copy of it is nobody's original.
const places = new WeakMap<Transaction, AsRead>()
const files = new WeakMap<X12File, Uint8Array>()

export function keepPlace(transaction: Transaction, place: AsRead): void {
  places.set(transaction, place)
}

export function asRead(transaction: Transaction): AsRead | null {
  return places.get(transaction) ?? null
}

export function keepBytes(file: X12File, bytes: Uint8Array): void {
  files.set(file, bytes)
}

export function bytesOf(file: X12File): Uint8Array | null {
  return files.get(file) ?? null
}
