import { type CalendarDate, calendarDate, isCalendarDate } from '../calendar/index.ts'
import { type Cents, cents, plus, zero } from '../money/index.ts'
import { checkBankStatement } from './check-bank-statement.ts'
import type { Bai2Finding, Bai2FindingCode, BankStatement, StatementAccount } from './model.ts'
import { type Bai2Record, detailFields, recordsOf, summaryFields } from './record.ts'
import { directionOf } from './type-code.ts'

/** A statement that may be trusted, or null and what is wrong with it. */
export type Bai2Reading = { statement: BankStatement | null; findings: Bai2Finding[] }

type Running = { total: Cents; records: number; members: number }

type Reader = {
  statement: BankStatement | null
  inGroup: boolean
  groups: number
  account: StatementAccount | null
  summaries: Map<string, { cents: Cents; count: string }>
  accountRun: Running
  groupRun: Running
  fileRun: Running
  ended: boolean
  report: (record: Bai2Record | null, code: Bai2FindingCode, message: string) => void
}

/** Stands where a date cannot be read; the reading then has a finding and is not handed out. */
const unreadableDate = calendarDate('2000-01-01')

/** Reads a BAI2 balance report of one group in US dollars and checks every control total and balance. */
export function readBai2(text: string): Bai2Reading {
  const findings: Bai2Finding[] = []
  const reader: Reader = {
    statement: null,
    inGroup: false,
    groups: 0,
    account: null,
    summaries: new Map(),
    accountRun: nothing(),
    groupRun: nothing(),
    fileRun: nothing(),
    ended: false,
    report: (record, code, message) =>
      findings.push({ where: record === null ? 'file' : `line ${record.line}`, code, message }),
  }
  for (const record of recordsOf(text)) {
    readRecord(reader, record)
    if (findings.length > 50) break
  }
  if (!reader.ended) reader.report(null, 'record_order', 'the file ends without its trailer')
  if (findings.length === 0 && reader.statement !== null) findings.push(...checkBankStatement(reader.statement))
  return findings.length === 0 ? { statement: reader.statement, findings } : { statement: null, findings }
}

const handlers: Record<string, (reader: Reader, record: Bai2Record) => void> = {
  '01': startFile,
  '02': startGroup,
  '03': startAccount,
  '16': addLine,
  '49': endAccount,
  '98': endGroup,
  '99': endFile,
}

function readRecord(reader: Reader, record: Bai2Record): void {
  const handler = handlers[record.code]
  for (const run of [reader.accountRun, reader.groupRun, reader.fileRun]) run.records += record.physicalLines
  if (handler === undefined) reader.report(record, 'unsupported', `record type ${record.code}`)
  else if (reader.ended) reader.report(record, 'record_order', 'nothing follows the trailer')
  else handler(reader, record)
}

function startFile(reader: Reader, record: Bai2Record): void {
  const [sender = '', receiver = '', createdOn = '', createdAt = '', fileId = '', , , version = ''] = record.fields
  if (reader.statement !== null) reader.report(record, 'record_order', 'a file has one header')
  if (version !== '2') reader.report(record, 'unsupported', 'the version of the format is 2')
  reader.statement = {
    sender,
    receiver,
    fileId,
    createdOn: dateOf(createdOn, reader, record),
    createdAt,
    asOf: unreadableDate,
    accounts: [],
  }
}

function startGroup(reader: Reader, record: Bai2Record): void {
  const { statement } = reader
  if (statement === null || reader.inGroup) {
    reader.report(record, 'record_order', 'a group stands in a file')
    return
  }
  const [, , status = '', asOf = '', , currency = ''] = record.fields
  if (reader.groups > 0) reader.report(record, 'unsupported', 'a second group')
  if (status !== '1') reader.report(record, 'unsupported', 'only new statements (group status 1) are read')
  if (currency !== '' && currency !== 'USD') reader.report(record, 'unsupported', `currency ${currency}`)
  statement.asOf = dateOf(asOf, reader, record)
  reader.inGroup = true
  reader.groupRun = { total: zero, records: record.physicalLines, members: 0 }
}

function startAccount(reader: Reader, record: Bai2Record): void {
  if (!reader.inGroup || reader.account !== null) {
    reader.report(record, 'record_order', 'an account stands in a group, after the end of the account before')
    return
  }
  const [account = '', currency = '', ...rest] = record.fields
  if (currency !== '' && currency !== 'USD') reader.report(record, 'unsupported', `currency ${currency}`)
  reader.accountRun = { total: zero, records: record.physicalLines, members: 0 }
  reader.summaries = new Map()
  const summaries = summaryFields(rest)
  if (summaries === null)
    reader.report(record, 'field', 'balances and totals come as type, amount, count and funds type')
  for (const { typeCode, amount, count } of summaries ?? []) {
    const value = centsOf(amount, reader, record)
    if (value === null) continue
    reader.summaries.set(typeCode, { cents: value, count })
    addToTotal(reader, record, value)
  }
  const opening = reader.summaries.get('010')
  const closing = reader.summaries.get('015')
  if (opening === undefined || closing === undefined)
    reader.report(record, 'balance', 'opening (010) and closing (015) balance are needed')
  reader.account = {
    account,
    currency: 'USD',
    openingLedger: opening?.cents ?? zero,
    closingLedger: closing?.cents ?? zero,
    lines: [],
  }
}

function addLine(reader: Reader, record: Bai2Record): void {
  const { account } = reader
  const fields = detailFields(record.fields)
  if (account === null) reader.report(record, 'record_order', 'a transaction stands in an account')
  else if (fields === null) reader.report(record, 'field', 'the funds type is 0 1 2 S V D or Z with its parts')
  else {
    const { amount, ...line } = fields
    const value = centsOf(amount, reader, record)
    if (value === null) return
    if (amount.startsWith('-')) reader.report(record, 'amount', 'a transaction has no sign')
    addToTotal(reader, record, value)
    account.lines.push({ ...line, cents: value })
  }
}

function endAccount(reader: Reader, record: Bai2Record): void {
  const { account, accountRun, statement } = reader
  if (account === null || statement === null) {
    reader.report(record, 'record_order', 'no account is open')
    return
  }
  compare(reader, record, 'account_total', accountRun, [record.fields[0], undefined, record.fields[1]])
  for (const [typeCode, direction] of [
    ['100', 'credit'],
    ['400', 'debit'],
  ] as const) {
    const said = reader.summaries.get(typeCode)
    const lines = account.lines.filter((line) => directionOf(line.typeCode) === direction)
    const added = lines.reduce((so, line) => so + line.cents, 0)
    if (said !== undefined && said.cents !== added)
      reader.report(record, 'summary', `the ${direction}s add up to ${added} cents, the summary says ${said.cents}`)
    if (said !== undefined && said.count !== '' && Number(said.count) !== lines.length)
      reader.report(record, 'summary', `the count of ${direction}s does not agree`)
  }
  statement.accounts.push(account)
  reader.account = null
  reader.groupRun.total = plus(reader.groupRun.total, accountRun.total)
  reader.groupRun.members += 1
}

function endGroup(reader: Reader, record: Bai2Record): void {
  if (!reader.inGroup || reader.account !== null)
    reader.report(record, 'record_order', 'no group is open, or an account in it is')
  compare(reader, record, 'group_total', reader.groupRun, record.fields)
  reader.inGroup = false
  reader.groups += 1
  reader.fileRun.total = plus(reader.fileRun.total, reader.groupRun.total)
  reader.fileRun.members += 1
}

function endFile(reader: Reader, record: Bai2Record): void {
  if (reader.statement === null || reader.inGroup)
    reader.report(record, 'record_order', 'no file is open, or a group in it is')
  compare(reader, record, 'file_total', reader.fileRun, record.fields)
  reader.ended = true
}

type TotalCode = 'account_total' | 'group_total' | 'file_total'

function compare(
  reader: Reader,
  record: Bai2Record,
  code: TotalCode,
  run: Running,
  [total, members, records]: readonly (string | undefined)[],
): void {
  if (centsOf(total ?? '', reader, record) !== run.total)
    reader.report(record, code, `the amounts add up to ${run.total}, the control says ${total}`)
  if (members !== undefined && members !== String(run.members)) {
    reader.report(
      record,
      code === 'group_total' ? 'account_count' : 'group_count',
      `${run.members} were read, the control says ${members}`,
    )
  }
  if (records !== String(run.records))
    reader.report(record, 'record_count', `${run.records} records were read, the control says ${records}`)
}

function addToTotal(reader: Reader, record: Bai2Record, value: Cents): void {
  const total = reader.accountRun.total + value
  if (Number.isSafeInteger(total)) reader.accountRun.total = cents(total)
  else reader.report(record, 'amount', 'the amounts add up to more than can be held exactly')
}

function centsOf(text: string, reader: Reader, record: Bai2Record): Cents | null {
  const value = Number(text)
  if (/^[-+]?\d+$/.test(text) && Number.isSafeInteger(value)) return cents(value)
  reader.report(record, 'amount', 'an amount is whole cents')
  return null
}

function dateOf(sixDigits: string, reader: Reader, record: Bai2Record): CalendarDate {
  const date = `20${sixDigits.slice(0, 2)}-${sixDigits.slice(2, 4)}-${sixDigits.slice(4)}`
  if (isCalendarDate(date)) return date
  reader.report(record, 'field', 'a date is no YYMMDD')
  return unreadableDate
}

function nothing(): Running {
  return { total: zero, records: 0, members: 0 }
}
