import type { CalendarDate } from '../calendar/index.ts'
import type { Cents } from '../money/index.ts'

/**
 * Checking 2x, savings 3x: credits 22 32, debits 27 37, their zero-dollar prenotes 23 33 28 38,
 * and returned or corrected entries 21 31 (of credits), 26 36 (of debits).
 */
export type TransactionCode = 21 | 22 | 23 | 26 | 27 | 28 | 31 | 32 | 33 | 36 | 37 | 38

/** CCD for businesses, PPD for persons; COR carries notifications of change only. */
export type EntryClass = 'CCD' | 'PPD' | 'COR'

export type Addenda =
  | { kind: 'payment'; text: string }
  | {
      kind: 'return'
      /** R01 to R85. */
      code: string
      originalTrace: string
      /** Only with R14 and R15. */
      dateOfDeath?: CalendarDate
      /** The first 8 digits of the routing number that the entry was sent to. */
      originalRdfi: string
      information: string
    }
  | {
      kind: 'change'
      /** C01 to C13. */
      code: string
      originalTrace: string
      originalRdfi: string
      /** The right data, at most 29 characters. */
      corrected: string
    }

export type AchEntry = {
  transactionCode: TransactionCode
  /** 9 digits with the check digit. */
  receivingRouting: string
  /** At most 17 characters. */
  account: string
  cents: Cents
  /** At most 15 characters. */
  individualId: string
  /** The first 22 characters are sent, in capital letters. */
  name: string
  /** 15 digits: the batch's ODFI, then a number that rises within the batch. */
  traceNumber: string
  addenda: Addenda | null
}

export type AchBatch = {
  /** The first 16 characters are sent, in capital letters. */
  companyName: string
  /** At most 10 characters. */
  companyId: string
  companyDiscretionaryData?: string
  sec: EntryClass
  /** At most 10 characters, what the receiver reads on the statement. */
  entryDescription: string
  /** At most 6 characters. */
  descriptiveDate?: string
  effectiveOn: CalendarDate
  /** 8 digits: the originating bank. */
  odfi: string
  batchNumber: number
  entries: AchEntry[]
}

export type AchFile = {
  /** 9-digit routing number. */
  immediateDestination: string
  immediateDestinationName: string
  /** 9 or 10 characters, as the bank assigned it. */
  immediateOrigin: string
  immediateOriginName: string
  createdOn: CalendarDate
  /** 'HHMM' */
  createdAt: string
  /** A to Z or 0 to 9: tells the files of one day apart. */
  fileIdModifier: string
  batches: AchBatch[]
}

export type AchFindingCode =
  | 'line_length'
  | 'characters'
  | 'record_order'
  | 'field'
  | 'unsupported'
  | 'routing_number'
  | 'transaction_code'
  | 'amount'
  | 'addenda'
  | 'trace'
  | 'batch_number'
  | 'service_class'
  | 'entry_count'
  | 'entry_hash'
  | 'total_debit'
  | 'total_credit'
  | 'batch_count'
  | 'block_count'
  | 'control'
  | 'empty'

/** What is wrong and where: "line 12" when reading, "batch 1 entry 3" when writing. Never names an account. */
export type AchFinding = { where: string; code: AchFindingCode; message: string }
