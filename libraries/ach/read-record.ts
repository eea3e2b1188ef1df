import { type CalendarDate, calendarDate, isCalendarDate } from '../calendar/index.ts'
import { cents, zero } from '../money/index.ts'
import type { AchBatch, AchEntry, AchFile, AchFindingCode, Addenda, EntryClass } from './model.ts'
import {
  batchHeaderLayout,
  changeAddendaLayout,
  entryLayout,
  fieldsOf,
  fileHeaderLayout,
  paymentAddendaLayout,
  returnAddendaLayout,
} from './record-layout.ts'
import { isTransactionCode } from './transaction-code.ts'

export type Line = { number: number; text: string }
type Report = (line: Line, code: AchFindingCode, message: string) => void

/** Stands where a date cannot be read; the reading then has a finding and is not handed out. */
const unreadableDate = calendarDate('2000-01-01')

export function readFileHeader(line: Line, report: Report): AchFile {
  const fields = fieldsOf(fileHeaderLayout, line.text)
  if (
    fields.priority !== '01' ||
    fields.recordSize !== '094' ||
    fields.blockingFactor !== '10' ||
    fields.format !== '1'
  ) {
    report(line, 'field', 'priority, record size, blocking and format are 01 094 10 1')
  }
  return {
    immediateDestination: fields.immediateDestination.trim(),
    immediateDestinationName: fields.immediateDestinationName.trim(),
    immediateOrigin: fields.immediateOrigin.trim(),
    immediateOriginName: fields.immediateOriginName.trim(),
    createdOn: dateOf(fields.createdOn, 'creation date', line, report),
    createdAt: fields.createdAt,
    fileIdModifier: fields.fileIdModifier,
    batches: [],
  }
}

export function readBatchHeader(line: Line, report: Report): AchBatch {
  const fields = fieldsOf(batchHeaderLayout, line.text)
  const discretionary = fields.companyDiscretionaryData.trim()
  const descriptiveDate = fields.descriptiveDate.trim()
  if (!['200', '220', '225'].includes(fields.serviceClass))
    report(line, 'service_class', `service class ${fields.serviceClass}`)
  if (!/^\d+$/.test(fields.batchNumber)) report(line, 'batch_number', 'the batch number is no number')
  return {
    companyName: fields.companyName.trim(),
    companyId: fields.companyId.trim(),
    ...(discretionary === '' ? {} : { companyDiscretionaryData: discretionary }),
    sec: entryClass(fields.sec, line, report),
    entryDescription: fields.entryDescription.trim(),
    ...(descriptiveDate === '' ? {} : { descriptiveDate }),
    effectiveOn: dateOf(fields.effectiveOn, 'effective date', line, report),
    odfi: fields.odfi,
    batchNumber: Number(fields.batchNumber),
    entries: [],
  }
}

/** An entry whose addenda, if it announces one, is still to come; null when its transaction code is unknown. */
export function readEntry(line: Line, report: Report): { entry: AchEntry; announcesAddenda: boolean } | null {
  const fields = fieldsOf(entryLayout, line.text)
  const transactionCode = Number(fields.transactionCode)
  if (!isTransactionCode(transactionCode)) {
    report(line, 'transaction_code', `transaction code ${fields.transactionCode}`)
    return null
  }
  if (!/^[01]$/.test(fields.addendaIndicator)) report(line, 'addenda', 'the addenda indicator is 0 or 1')
  const amount = /^\d+$/.test(fields.cents) ? cents(Number(fields.cents)) : null
  if (amount === null) report(line, 'amount', 'the amount is no number')
  return {
    entry: {
      transactionCode,
      receivingRouting: fields.receivingRouting,
      account: fields.account.trim(),
      cents: amount ?? zero,
      individualId: fields.individualId.trim(),
      name: fields.name.trim(),
      traceNumber: fields.traceNumber,
      addenda: null,
    },
    announcesAddenda: fields.addendaIndicator === '1',
  }
}

export function readAddenda(line: Line, traceNumber: string, report: Report): Addenda | null {
  switch (line.text.slice(1, 3)) {
    case '05':
      return readPayment(line, traceNumber, report)
    case '99':
      return readReturn(line, traceNumber, report)
    case '98':
      return readChange(line, traceNumber, report)
    default:
      report(line, 'unsupported', `addenda type ${line.text.slice(1, 3)}`)
      return null
  }
}

function readPayment(line: Line, traceNumber: string, report: Report): Addenda {
  const fields = fieldsOf(paymentAddendaLayout, line.text)
  if (fields.addendaSequence !== '0001') report(line, 'addenda', 'an entry has one payment addenda')
  if (fields.entrySequence !== traceNumber.slice(8)) report(line, 'trace', 'the addenda names another entry')
  return { kind: 'payment', text: fields.text.trim() }
}

function readReturn(line: Line, traceNumber: string, report: Report): Addenda {
  const fields = fieldsOf(returnAddendaLayout, line.text)
  if (fields.traceNumber !== traceNumber) report(line, 'trace', 'the addenda names another entry')
  const dead = /^( {6}|0{6})$/.test(fields.dateOfDeath)
    ? null
    : dateOf(fields.dateOfDeath, 'date of death', line, report)
  return {
    kind: 'return',
    code: fields.code,
    originalTrace: fields.originalTrace,
    ...(dead === null ? {} : { dateOfDeath: dead }),
    originalRdfi: fields.originalRdfi,
    information: fields.information.trim(),
  }
}

function readChange(line: Line, traceNumber: string, report: Report): Addenda {
  const fields = fieldsOf(changeAddendaLayout, line.text)
  if (fields.traceNumber !== traceNumber) report(line, 'trace', 'the addenda names another entry')
  return {
    kind: 'change',
    code: fields.code,
    originalTrace: fields.originalTrace,
    originalRdfi: fields.originalRdfi,
    corrected: fields.corrected.trim(),
  }
}

function entryClass(text: string, line: Line, report: Report): EntryClass {
  if (text === 'CCD' || text === 'PPD' || text === 'COR') return text
  report(line, 'unsupported', `entry class ${text}`)
  return 'CCD'
}

function dateOf(sixDigits: string, what: string, line: Line, report: Report): CalendarDate {
  const date = `20${sixDigits.slice(0, 2)}-${sixDigits.slice(2, 4)}-${sixDigits.slice(4)}`
  if (isCalendarDate(date)) return date
  report(line, 'field', `the ${what} is no YYMMDD`)
  return unreadableDate
}
