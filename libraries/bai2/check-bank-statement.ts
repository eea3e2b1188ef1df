import { minus, plus, zero } from '../money/index.ts'
import type { Bai2Finding, Bai2FindingCode, BankStatement, StatementAccount, StatementLine } from './model.ts'
import { directionOf } from './type-code.ts'

type Report = (code: Bai2FindingCode, message: string) => void

/** Everything that would make the statement invalid; an empty list means it may be written. */
export function checkBankStatement(statement: BankStatement): Bai2Finding[] {
  const findings: Bai2Finding[] = []
  const at =
    (where: string): Report =>
    (code, message) =>
      findings.push({ where, code, message })

  const report = at('file')
  checkField('sender', statement.sender, report)
  checkField('receiver', statement.receiver, report)
  checkField('file id', statement.fileId, report)
  for (const date of [statement.createdOn, statement.asOf]) {
    if (!/^20\d\d-/.test(date)) report('field', 'a date is not in the years 2000 to 2099')
  }
  if (!/^([01]\d|2[0-3])[0-5]\d$/.test(statement.createdAt)) report('field', 'the creation time is no HHMM')
  if (statement.accounts.length === 0) report('empty', 'the statement has no account')
  statement.accounts.forEach((account, index) => {
    const where = `account ${index + 1}`
    checkField('account', account.account, at(where))
    account.lines.forEach((line, place) => {
      checkLine(line, at(`${where} line ${place + 1}`))
    })
    checkBalance(account, at(where))
  })
  return findings
}

function checkLine(line: StatementLine, report: Report): void {
  if (directionOf(line.typeCode) === null) report('type_code', `type code ${line.typeCode} is no detail line`)
  if (!Number.isSafeInteger(line.cents) || line.cents < 0) report('amount', 'an amount is whole cents, not negative')
  if (line.bankReference !== '') checkField('bank reference', line.bankReference, report)
  if (line.customerReference !== '') checkField('customer reference', line.customerReference, report)
  if (!/^[ -~]*$/.test(line.text)) report('characters', 'the text has characters other than printable ASCII')
  if (line.text !== line.text.trim() || line.text.startsWith('/'))
    report('field', 'the text begins with / or a blank, or ends with a blank')
}

function checkBalance(account: StatementAccount, report: Report): void {
  if (!Number.isSafeInteger(account.openingLedger) || !Number.isSafeInteger(account.closingLedger)) {
    report('amount', 'a balance is whole cents')
    return
  }
  const moved = account.lines.reduce(
    (balance, line) =>
      directionOf(line.typeCode) === 'debit' ? minus(balance, line.cents) : plus(balance, line.cents),
    account.openingLedger,
  )
  const difference = minus(account.closingLedger, moved)
  if (difference !== zero)
    report('balance', `the closing balance differs by ${difference} cents from opening + credits − debits`)
}

function checkField(what: string, value: string, report: Report): void {
  if (value === '' || value !== value.trim()) report('field', `the ${what} is empty, or begins or ends with a blank`)
  else if (!/^[ -~]*$/.test(value) || /[,/]/.test(value))
    report('characters', `the ${what} has a comma, a slash or something other than printable ASCII`)
}
