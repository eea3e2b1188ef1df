import { type Cents, plus, sum } from '../money/index.ts'
import { checkBankStatement } from './check-bank-statement.ts'
import type { Bai2Finding, BankStatement, StatementAccount } from './model.ts'
import { directionOf } from './type-code.ts'

/** Thrown instead of writing a statement whose figures do not agree. */
export class Bai2Refusal extends Error {
  readonly findings: Bai2Finding[]

  constructor(findings: Bai2Finding[]) {
    super(
      `the statement would be invalid: ${findings.map((finding) => `${finding.where}: ${finding.message}`).join('; ')}`,
    )
    this.name = 'Bai2Refusal'
    this.findings = findings
  }
}

/** The statement as a BAI2 file of one group, control totals included. Throws Bai2Refusal. */
export function writeBai2(statement: BankStatement): string {
  const findings = checkBankStatement(statement)
  if (findings.length > 0) throw new Bai2Refusal(findings)

  const { sender, receiver } = statement
  const accounts = statement.accounts.map(accountRecords)
  const total = sum(accounts.map((account) => account.total))
  const records = accounts.flatMap((account) => account.records)
  return [
    `01,${sender},${receiver},${shortDate(statement.createdOn)},${statement.createdAt},${statement.fileId},,,2/`,
    `02,${receiver},${sender},1,${shortDate(statement.asOf)},,USD,2/`,
    ...records,
    `98,${total},${accounts.length},${records.length + 2}/`,
    `99,${total},1,${records.length + 4}/`,
    '',
  ].join('\n')
}

function accountRecords({ account, currency, openingLedger, closingLedger, lines }: StatementAccount): {
  records: string[]
  total: Cents
} {
  const credits = lines.filter((line) => directionOf(line.typeCode) === 'credit')
  const debits = lines.filter((line) => directionOf(line.typeCode) === 'debit')
  const totalCredits = sum(credits.map((line) => line.cents))
  const totalDebits = sum(debits.map((line) => line.cents))
  const balances = `010,${openingLedger},,,015,${closingLedger},,`
  const summaries = `100,${totalCredits},${credits.length},,400,${totalDebits},${debits.length},`
  const details = lines.map(
    (line) =>
      `16,${line.typeCode},${line.cents},,${line.bankReference},${line.customerReference},${line.text === '' ? '/' : line.text}`,
  )
  const total = [openingLedger, closingLedger, totalCredits, totalDebits, ...lines.map((line) => line.cents)].reduce(
    plus,
  )
  return {
    records: [`03,${account},${currency},${balances},${summaries}/`, ...details, `49,${total},${details.length + 2}/`],
    total,
  }
}

function shortDate(date: string): string {
  return date.slice(2).replaceAll('-', '')
}
