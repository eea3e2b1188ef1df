import { type Cents, parseDecimal } from '../../../libraries/money/index.ts'

/** An amount as a person writes it, "$1,150.00" or "118"; null for anything else, and for amounts below zero. */
export function readAmount(written: string): Cents | null {
  const amount = parseDecimal(written.trim().replace(/^\$/, '').replaceAll(',', ''))
  return amount === null || amount < 0 ? null : amount
}
