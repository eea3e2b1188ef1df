import { achText } from './ach-text.ts'
import { checkAchFile } from './check-ach-file.ts'
import { addTotals, controlTotals, noTotals, serviceClass } from './control-totals.ts'
import type { AchBatch, AchEntry, AchFile, AchFinding } from './model.ts'
import {
  batchControlLayout,
  batchHeaderLayout,
  changeAddendaLayout,
  entryLayout,
  fileControlLayout,
  fileHeaderLayout,
  paymentAddendaLayout,
  recordLine,
  returnAddendaLayout,
} from './record-layout.ts'

/** Thrown instead of writing a file that a bank would refuse. */
export class AchRefusal extends Error {
  readonly findings: AchFinding[]

  constructor(findings: AchFinding[]) {
    super(
      `the ACH file would be invalid: ${findings.map((finding) => `${finding.where}: ${finding.message}`).join('; ')}`,
    )
    this.name = 'AchRefusal'
    this.findings = findings
  }
}

/** The file as a bank takes it: lines of 94 characters in blocks of ten, control totals included. Throws AchRefusal. */
export function writeAchFile(file: AchFile): string {
  const findings = checkAchFile(file)
  if (findings.length > 0) throw new AchRefusal(findings)

  const lines = [fileHeader(file), ...file.batches.flatMap(batchLines)]
  const totals = file.batches.map((batch) => controlTotals(batch.entries)).reduce(addTotals, noTotals)
  lines.push(
    recordLine(fileControlLayout, {
      recordType: 9,
      batchCount: file.batches.length,
      blockCount: Math.ceil((lines.length + 1) / 10),
      ...totals,
    }),
  )
  while (lines.length % 10 !== 0) lines.push('9'.repeat(94))
  return `${lines.join('\n')}\n`
}

function fileHeader(file: AchFile): string {
  return recordLine(fileHeaderLayout, {
    recordType: 1,
    priority: '01',
    immediateDestination: file.immediateDestination.padStart(10),
    immediateOrigin: file.immediateOrigin.padStart(10),
    createdOn: shortDate(file.createdOn),
    createdAt: file.createdAt,
    fileIdModifier: file.fileIdModifier,
    recordSize: '094',
    blockingFactor: 10,
    format: 1,
    immediateDestinationName: achText(file.immediateDestinationName, 23),
    immediateOriginName: achText(file.immediateOriginName, 23),
  })
}

function batchLines(batch: AchBatch): string[] {
  const { companyId, odfi, batchNumber } = batch
  const service = serviceClass(batch.entries)
  const header = recordLine(batchHeaderLayout, {
    recordType: 5,
    serviceClass: service,
    companyName: achText(batch.companyName, 16),
    companyDiscretionaryData: batch.companyDiscretionaryData ?? '',
    companyId,
    sec: batch.sec,
    entryDescription: batch.entryDescription,
    descriptiveDate: batch.descriptiveDate ?? '',
    effectiveOn: shortDate(batch.effectiveOn),
    originatorStatus: 1,
    odfi,
    batchNumber,
  })
  const totals = controlTotals(batch.entries)
  const control = recordLine(batchControlLayout, {
    recordType: 8,
    serviceClass: service,
    ...totals,
    companyId,
    odfi,
    batchNumber,
  })
  return [header, ...batch.entries.flatMap(entryLines), control]
}

function entryLines(entry: AchEntry): string[] {
  const line = recordLine(entryLayout, {
    recordType: 6,
    transactionCode: entry.transactionCode,
    receivingRouting: entry.receivingRouting,
    account: entry.account,
    cents: entry.cents,
    individualId: entry.individualId,
    name: achText(entry.name, 22),
    addendaIndicator: entry.addenda === null ? 0 : 1,
    traceNumber: entry.traceNumber,
  })
  return entry.addenda === null ? [line] : [line, addendaLine(entry.addenda, entry.traceNumber)]
}

function addendaLine(addenda: NonNullable<AchEntry['addenda']>, traceNumber: string): string {
  switch (addenda.kind) {
    case 'payment':
      return recordLine(paymentAddendaLayout, {
        recordType: 7,
        addendaType: '05',
        text: addenda.text,
        addendaSequence: 1,
        entrySequence: traceNumber.slice(8),
      })
    case 'return':
      return recordLine(returnAddendaLayout, {
        recordType: 7,
        addendaType: '99',
        code: addenda.code,
        originalTrace: addenda.originalTrace,
        dateOfDeath: addenda.dateOfDeath === undefined ? '' : shortDate(addenda.dateOfDeath),
        originalRdfi: addenda.originalRdfi,
        information: addenda.information,
        traceNumber,
      })
    case 'change':
      return recordLine(changeAddendaLayout, {
        recordType: 7,
        addendaType: '98',
        code: addenda.code,
        originalTrace: addenda.originalTrace,
        originalRdfi: addenda.originalRdfi,
        corrected: addenda.corrected,
        traceNumber,
      })
  }
}

function shortDate(date: string): string {
  return date.slice(2).replaceAll('-', '')
}
