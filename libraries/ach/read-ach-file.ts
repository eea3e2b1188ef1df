import { checkAchFile } from './check-ach-file.ts'
import { addTotals, type ControlTotals, controlTotals, noTotals, serviceClass } from './control-totals.ts'
import type { AchBatch, AchEntry, AchFile, AchFinding, AchFindingCode } from './model.ts'
import { type Line, readAddenda, readBatchHeader, readEntry, readFileHeader } from './read-record.ts'
import { batchControlLayout, batchHeaderLayout, fieldsOf, fileControlLayout } from './record-layout.ts'

/** A file that may be trusted, or null and what is wrong with it. */
export type AchReading = { file: AchFile | null; findings: AchFinding[] }

type Open = { batch: AchBatch; line: Line; serviceClass: string; expects: { entry: AchEntry; line: Line } | null }

type Reader = {
  file: AchFile | null
  open: Open | null
  totals: ControlTotals
  records: number
  ended: boolean
  report: (line: Line | null, code: AchFindingCode, message: string) => void
}

/** Reads a NACHA file of CCD, PPD and COR batches, with returns and notifications of change, and checks every control total. */
export function readAchFile(text: string): AchReading {
  const findings: AchFinding[] = []
  const reader: Reader = {
    file: null,
    open: null,
    totals: noTotals,
    records: 0,
    ended: false,
    report: (line, code, message) =>
      findings.push({ where: line === null ? 'file' : `line ${line.number}`, code, message }),
  }
  const lines = linesOf(text)
  for (const line of lines) {
    if (line.text.length !== 94)
      reader.report(line, 'line_length', `a record has 94 characters, this has ${line.text.length}`)
    else if (!/^[ -~]*$/.test(line.text)) reader.report(line, 'characters', 'a record holds printable ASCII only')
    else readLine(reader, line)
    if (findings.length > 50) break
  }
  if (lines.length % 10 !== 0)
    reader.report(null, 'block_count', 'a file is filled with nines to blocks of ten records')
  if (!reader.ended) reader.report(null, 'record_order', 'the file ends without its control record')

  if (findings.length === 0 && reader.file !== null) findings.push(...checkAchFile(reader.file))
  return findings.length === 0 ? { file: reader.file, findings } : { file: null, findings }
}

function linesOf(text: string): Line[] {
  const unbroken = !/[\r\n]/.test(text) && text.length > 94 && text.length % 94 === 0
  const texts = unbroken ? (text.match(/.{94}/g) ?? []) : text.split(/\r?\n/)
  if (texts.at(-1) === '') texts.pop()
  return texts.map((line, index) => ({ number: index + 1, text: line }))
}

function readLine(reader: Reader, line: Line): void {
  if (reader.ended) {
    if (/[^9]/.test(line.text)) reader.report(line, 'record_order', 'only lines of nines follow the file control')
    return
  }
  reader.records += 1
  const kind = line.text[0]
  if (kind === '1') startFile(reader, line)
  else if (reader.file === null) reader.report(line, 'record_order', 'a file begins with its header')
  else if (kind === '5') startBatch(reader, line)
  else if (kind === '6') addEntry(reader, line)
  else if (kind === '7') addAddenda(reader, line)
  else if (kind === '8') endBatch(reader, line)
  else if (kind === '9' && /[^9]/.test(line.text)) endFile(reader, line)
  else reader.report(line, 'record_order', `a record of type ${kind} has no place here`)
}

function startFile(reader: Reader, line: Line): void {
  if (reader.file !== null) {
    reader.report(line, 'record_order', 'a file has one header')
    return
  }
  reader.file = readFileHeader(line, reader.report)
}

function startBatch(reader: Reader, line: Line): void {
  if (reader.open !== null) reader.report(line, 'record_order', 'the batch before has no control record')
  const batch = readBatchHeader(line, reader.report)
  reader.open = { batch, line, serviceClass: fieldsOf(batchHeaderLayout, line.text).serviceClass, expects: null }
}

function addEntry(reader: Reader, line: Line): void {
  const { open } = reader
  if (open === null) {
    reader.report(line, 'record_order', 'an entry stands in a batch')
    return
  }
  if (open.expects !== null)
    reader.report(open.expects.line, 'addenda', 'the entry announces an addenda that is missing')
  open.expects = null
  const read = readEntry(line, reader.report)
  if (read === null) return
  open.batch.entries.push(read.entry)
  if (read.announcesAddenda) open.expects = { entry: read.entry, line }
}

function addAddenda(reader: Reader, line: Line): void {
  const { open } = reader
  if (open?.expects == null) {
    reader.report(line, 'addenda', 'no entry announces this addenda')
    return
  }
  open.expects.entry.addenda = readAddenda(line, open.expects.entry.traceNumber, reader.report)
  open.expects = null
}

function endBatch(reader: Reader, line: Line): void {
  const { open, file } = reader
  if (open === null || file === null) {
    reader.report(line, 'record_order', 'no batch is open')
    return
  }
  if (open.expects !== null)
    reader.report(open.expects.line, 'addenda', 'the entry announces an addenda that is missing')
  const control = fieldsOf(batchControlLayout, line.text)
  const { batch } = open
  const totals = controlTotals(batch.entries)
  compareTotals(reader, line, control, totals)
  if (control.serviceClass !== open.serviceClass)
    reader.report(line, 'control', 'header and control name different service classes')
  const needed = String(serviceClass(batch.entries))
  if (control.serviceClass !== needed && control.serviceClass !== '200') {
    reader.report(line, 'service_class', `the entries need service class ${needed}`)
  }
  if (control.companyId.trim() !== batch.companyId)
    reader.report(line, 'control', 'header and control name different companies')
  if (control.odfi !== batch.odfi) reader.report(line, 'control', 'header and control name different originating banks')
  if (Number(control.batchNumber) !== batch.batchNumber)
    reader.report(line, 'control', 'header and control have different batch numbers')
  file.batches.push(batch)
  reader.totals = addTotals(reader.totals, totals)
  reader.open = null
}

function endFile(reader: Reader, line: Line): void {
  const { file } = reader
  if (reader.open !== null) reader.report(line, 'record_order', 'the last batch has no control record')
  const control = fieldsOf(fileControlLayout, line.text)
  compareTotals(reader, line, control, reader.totals)
  if (!sameNumber(control.batchCount, file?.batches.length ?? 0))
    reader.report(line, 'batch_count', 'the batch count does not agree')
  if (!sameNumber(control.blockCount, Math.ceil(reader.records / 10)))
    reader.report(line, 'block_count', 'the block count does not agree')
  reader.ended = true
}

type ControlFields = { entryCount: string; entryHash: string; totalDebit: string; totalCredit: string }

function compareTotals(reader: Reader, line: Line, control: ControlFields, totals: ControlTotals): void {
  if (!sameNumber(control.entryCount, totals.entryCount))
    reader.report(line, 'entry_count', 'the count of entries and addenda does not agree')
  if (!sameNumber(control.entryHash, totals.entryHash))
    reader.report(line, 'entry_hash', 'the hash of routing numbers does not agree')
  if (!sameNumber(control.totalDebit, totals.totalDebit)) {
    reader.report(
      line,
      'total_debit',
      `debits add up to ${totals.totalDebit} cents, the control says ${control.totalDebit}`,
    )
  }
  if (!sameNumber(control.totalCredit, totals.totalCredit)) {
    reader.report(
      line,
      'total_credit',
      `credits add up to ${totals.totalCredit} cents, the control says ${control.totalCredit}`,
    )
  }
}

function sameNumber(text: string, number: number): boolean {
  return /^\d+$/.test(text) && Number(text) === number
}
