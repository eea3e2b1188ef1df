import { directionOf, type StatementLine } from '../../libraries/bai2/index.ts'

export type BankLineKind =
  | 'deposit'
  | 'settlement'
  | 'card_payout'
  | 'card_refunds'
  | 'return'
  | 'own_money'
  | 'unexplained'

/** What a line of the bank's statement says, before it is compared with what we expect. */
export type BankLine =
  | { kind: 'deposit'; trace: string; originator: string }
  | { kind: 'settlement'; batchReference: string }
  | { kind: 'card_payout' | 'card_refunds'; reference: string }
  | { kind: 'return'; traceNumber: string }
  | { kind: 'own_money'; reference: string }
  | { kind: 'unexplained' }

/**
 * By type code (BAI Cash Management Balance Reporting, version 2, appendix A) and references: 165 a payer's transfer with
 * its TRN, 466 the settlement of our batch, 142 and 451 the card processor, 257 a returned entry, 195 own money.
 */
export function classifyBankLine(line: StatementLine): BankLine {
  const reference = line.customerReference
  switch (line.typeCode) {
    case '165': {
      const trace = /TRN\*1\*([^*~]+)\*([^*~\s]+)/.exec(line.text)
      if (trace?.[1] === undefined || trace[2] === undefined) return { kind: 'unexplained' }
      return { kind: 'deposit', trace: trace[1], originator: trace[2] }
    }
    case '466':
      return { kind: 'settlement', batchReference: reference }
    case '142':
      return reference.startsWith('PO') ? { kind: 'card_payout', reference } : { kind: 'unexplained' }
    case '451':
      return reference.startsWith('RF') ? { kind: 'card_refunds', reference } : { kind: 'unexplained' }
    case '257':
      return { kind: 'return', traceNumber: reference }
    case '195':
      return { kind: 'own_money', reference }
    default:
      return { kind: 'unexplained' }
  }
}

/** The amount as it changes the balance: what comes in is positive. */
export function signedCents(line: StatementLine): number {
  return directionOf(line.typeCode) === 'debit' ? -line.cents : line.cents
}
