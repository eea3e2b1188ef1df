import { achText } from './ach-text.ts'
import { controlTotals } from './control-totals.ts'
import type { AchBatch, AchEntry, AchFile, AchFinding, AchFindingCode } from './model.ts'
import { isRoutingNumber } from './routing-number.ts'
import { isTransactionCode, transactionMeaning } from './transaction-code.ts'

type Report = (code: AchFindingCode, message: string) => void

const greatestEntry = 9_999_999_999
const greatestTotal = 999_999_999_999

/** Everything that would make the file invalid; an empty list means it may be written. */
export function checkAchFile(file: AchFile): AchFinding[] {
  const findings: AchFinding[] = []
  const at =
    (where: string): Report =>
    (code, message) =>
      findings.push({ where, code, message })

  checkHeader(file, at('file'))
  if (file.batches.length === 0) at('file')('empty', 'the file has no batch')
  let number = 0
  file.batches.forEach((batch, index) => {
    const where = `batch ${index + 1}`
    checkBatch(batch, at(where))
    if (!(batch.batchNumber > number)) at(where)('batch_number', 'batch numbers rise within the file')
    number = batch.batchNumber
    let trace = ''
    batch.entries.forEach((entry, place) => {
      const report = at(`${where} entry ${place + 1}`)
      checkEntry(entry, batch, report)
      if (entry.traceNumber <= trace) report('trace', 'trace numbers rise within the batch')
      trace = entry.traceNumber
    })
  })
  return findings
}

function checkHeader(file: AchFile, report: Report): void {
  if (!isRoutingNumber(file.immediateDestination))
    report('routing_number', 'the immediate destination is no routing number')
  if (!/^[0-9A-Z]{9,10}$/.test(file.immediateOrigin))
    report('field', 'the immediate origin has 9 or 10 capital letters or digits')
  if (!/^([01]\d|2[0-3])[0-5]\d$/.test(file.createdAt)) report('field', 'the creation time is no HHMM')
  if (!/^[A-Z0-9]$/.test(file.fileIdModifier)) report('field', 'the file id modifier is no capital letter or digit')
  checkName('immediate destination name', file.immediateDestinationName, 23, report)
  checkName('immediate origin name', file.immediateOriginName, 23, report)
  checkYear('creation date', file.createdOn, report)
}

function checkBatch(batch: AchBatch, report: Report): void {
  checkName('company name', batch.companyName, 16, report)
  checkText('company id', batch.companyId, 10, report)
  checkText('entry description', batch.entryDescription, 10, report)
  if (batch.companyDiscretionaryData) checkText('discretionary data', batch.companyDiscretionaryData, 20, report)
  if (batch.descriptiveDate) checkText('descriptive date', batch.descriptiveDate, 6, report)
  checkYear('effective date', batch.effectiveOn, report)
  if (!['CCD', 'PPD', 'COR'].includes(batch.sec)) report('unsupported', `entry class ${batch.sec}`)
  if (!/^\d{8}$/.test(batch.odfi)) report('field', 'the ODFI has 8 digits')
  if (!Number.isInteger(batch.batchNumber) || batch.batchNumber < 1 || batch.batchNumber > 9_999_999) {
    report('batch_number', 'the batch number has 1 to 7 digits')
  }
  if (batch.entries.length === 0) report('empty', 'the batch has no entry')
  const totals = controlTotals(batch.entries.filter((entry) => isTransactionCode(entry.transactionCode)))
  if (totals.entryCount > 999_999) report('entry_count', 'more entries and addenda than a batch can count')
  if (totals.totalDebit > greatestTotal) report('total_debit', 'more debits than a batch can total')
  if (totals.totalCredit > greatestTotal) report('total_credit', 'more credits than a batch can total')
}

function checkEntry(entry: AchEntry, batch: AchBatch, report: Report): void {
  if (!isTransactionCode(entry.transactionCode)) {
    report('transaction_code', `transaction code ${entry.transactionCode}`)
    return
  }
  if (!isRoutingNumber(entry.receivingRouting)) report('routing_number', 'the receiving routing number does not check')
  checkText('account', entry.account, 17, report)
  if (entry.individualId !== '') checkText('individual id', entry.individualId, 15, report)
  checkName('name', entry.name, 22, report)
  if (!/^\d{15}$/.test(entry.traceNumber)) report('trace', 'the trace number has 15 digits')
  else if (!entry.traceNumber.startsWith(batch.odfi)) report('trace', "the trace number begins with the batch's ODFI")
  checkAmount(entry, batch, report)
  checkAddenda(entry, batch, report)
}

function checkAmount(entry: AchEntry, batch: AchBatch, report: Report): void {
  const { purpose } = transactionMeaning(entry.transactionCode)
  if (!Number.isSafeInteger(entry.cents) || entry.cents < 0 || entry.cents > greatestEntry) {
    report('amount', 'an amount is 0 to 9,999,999,999 whole cents')
  } else if (purpose === 'live' && entry.cents === 0) report('amount', 'a live entry moves money')
  else if ((purpose === 'prenote' || batch.sec === 'COR') && entry.cents !== 0) {
    report('amount', 'a prenote or notification of change moves no money')
  }
}

function checkAddenda(entry: AchEntry, batch: AchBatch, report: Report): void {
  const { addenda } = entry
  const comesBack = transactionMeaning(entry.transactionCode).purpose === 'return'
  const expected = batch.sec === 'COR' ? 'change' : comesBack ? 'return' : 'payment'
  if (batch.sec === 'COR' && !comesBack)
    report('transaction_code', 'a notification of change has a return code 21 26 31 36')
  if (addenda === null) {
    if (expected !== 'payment') report('addenda', `a ${expected} carries its addenda`)
    return
  }
  if (addenda.kind !== expected) report('addenda', `a ${addenda.kind} addenda does not belong here`)
  if (addenda.kind === 'payment') {
    checkText('payment text', addenda.text, 80, report)
    return
  }
  if (!(addenda.kind === 'return' ? /^R\d\d$/ : /^C\d\d$/).test(addenda.code))
    report('addenda', 'the reason code is no R or C and two digits')
  if (!/^\d{15}$/.test(addenda.originalTrace)) report('trace', 'the original trace number has 15 digits')
  if (!/^\d{8}$/.test(addenda.originalRdfi)) report('field', 'the original RDFI has 8 digits')
  if (addenda.kind === 'change') checkText('corrected data', addenda.corrected, 29, report)
  else {
    if (addenda.information !== '') checkText('return information', addenda.information, 44, report)
    if (addenda.dateOfDeath !== undefined) {
      checkYear('date of death', addenda.dateOfDeath, report)
      if (addenda.code !== 'R14' && addenda.code !== 'R15') report('addenda', 'a date of death comes with R14 or R15')
    }
  }
}

function checkName(what: string, value: string, width: number, report: Report): void {
  if (achText(value, width) === '') report('field', `the ${what} is empty`)
}

function checkText(what: string, value: string, width: number, report: Report): void {
  if (value === '' || value !== value.trim()) report('field', `the ${what} is empty, or begins or ends with a blank`)
  else if (!/^[ -~]*$/.test(value)) report('characters', `the ${what} has characters other than printable ASCII`)
  else if (value.length > width) report('field', `the ${what} has more than ${width} characters`)
}

function checkYear(what: string, date: string, report: Report): void {
  if (!/^20\d\d-/.test(date)) report('field', `the ${what} is not in the years 2000 to 2099`)
}
