import type { CalendarDate } from '../calendar/index.ts'
import type { Cents } from '../money/index.ts'

export type StatementLine = {
  /** Three digits of the BAI code list: 101 to 399 bring money, 401 to 699 take it. */
  typeCode: string
  /** Always positive; the type code says which way. */
  cents: Cents
  bankReference: string
  customerReference: string
  text: string
}

export type StatementAccount = {
  account: string
  currency: 'USD'
  openingLedger: Cents
  closingLedger: Cents
  lines: StatementLine[]
}

/** What a bank says happened on one day. */
export type BankStatement = {
  sender: string
  receiver: string
  fileId: string
  createdOn: CalendarDate
  /** 'HHMM' */
  createdAt: string
  asOf: CalendarDate
  accounts: StatementAccount[]
}

export type Bai2FindingCode =
  | 'record_order'
  | 'field'
  | 'characters'
  | 'unsupported'
  | 'type_code'
  | 'amount'
  | 'balance'
  | 'summary'
  | 'account_total'
  | 'group_total'
  | 'file_total'
  | 'record_count'
  | 'account_count'
  | 'group_count'
  | 'empty'

/** What is wrong and where: "line 12" when reading, "account 1 line 3" when writing. */
export type Bai2Finding = { where: string; code: Bai2FindingCode; message: string }
