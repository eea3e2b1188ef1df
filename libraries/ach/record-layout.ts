type Field = { name: string; length: number; kind: 'digits' | 'text' }
type Layout<Name extends string> = readonly (Field & { name: Name })[]

/** What each record of 94 characters holds, in order (Nacha Operating Rules, Appendix Three, "ACH Record Format Specifications"). */
export const fileHeaderLayout = layout({
  recordType: '1',
  priority: 'n2',
  immediateDestination: 'a10',
  immediateOrigin: 'a10',
  createdOn: 'a6',
  createdAt: 'a4',
  fileIdModifier: 'a1',
  recordSize: 'n3',
  blockingFactor: 'n2',
  format: 'a1',
  immediateDestinationName: 'a23',
  immediateOriginName: 'a23',
  reference: 'a8',
})

export const batchHeaderLayout = layout({
  recordType: '5',
  serviceClass: 'n3',
  companyName: 'a16',
  companyDiscretionaryData: 'a20',
  companyId: 'a10',
  sec: 'a3',
  entryDescription: 'a10',
  descriptiveDate: 'a6',
  effectiveOn: 'a6',
  settlementDay: 'a3',
  originatorStatus: 'a1',
  odfi: 'a8',
  batchNumber: 'n7',
})

export const entryLayout = layout({
  recordType: '6',
  transactionCode: 'n2',
  receivingRouting: 'a9',
  account: 'a17',
  cents: 'n10',
  individualId: 'a15',
  name: 'a22',
  discretionaryData: 'a2',
  addendaIndicator: 'n1',
  traceNumber: 'a15',
})

export const paymentAddendaLayout = layout({
  recordType: '7',
  addendaType: 'a2',
  text: 'a80',
  addendaSequence: 'n4',
  entrySequence: 'a7',
})

export const returnAddendaLayout = layout({
  recordType: '7',
  addendaType: 'a2',
  code: 'a3',
  originalTrace: 'a15',
  dateOfDeath: 'a6',
  originalRdfi: 'a8',
  information: 'a44',
  traceNumber: 'a15',
})

export const changeAddendaLayout = layout({
  recordType: '7',
  addendaType: 'a2',
  code: 'a3',
  originalTrace: 'a15',
  reserved: 'a6',
  originalRdfi: 'a8',
  corrected: 'a29',
  reservedToo: 'a15',
  traceNumber: 'a15',
})

export const batchControlLayout = layout({
  recordType: '8',
  serviceClass: 'n3',
  entryCount: 'n6',
  entryHash: 'n10',
  totalDebit: 'n12',
  totalCredit: 'n12',
  companyId: 'a10',
  authentication: 'a19',
  reserved: 'a6',
  odfi: 'a8',
  batchNumber: 'n7',
})

export const fileControlLayout = layout({
  recordType: '9',
  batchCount: 'n6',
  blockCount: 'n6',
  entryCount: 'n8',
  entryHash: 'n10',
  totalDebit: 'n12',
  totalCredit: 'n12',
  reserved: 'a39',
})

/** One line of a record: numbers right-justified with zeros, texts left-justified with blanks. What does not fit throws. */
export function recordLine<Name extends string>(
  fields: Layout<Name>,
  values: { [name in Name]?: string | number },
): string {
  let line = ''
  for (const { name, length, kind } of fields) {
    const value = String(values[name] ?? '')
    if (value.length > length) throw new RangeError(`${name} has more than ${length} characters`)
    line += kind === 'digits' ? value.padStart(length, '0') : value.padEnd(length, ' ')
  }
  return line
}

/** The fields of a line as they stand, blanks included. */
export function fieldsOf<Name extends string>(fields: Layout<Name>, line: string): Record<Name, string> {
  const values = {} as Record<Name, string>
  let start = 0
  for (const { name, length } of fields) {
    values[name] = line.slice(start, start + length)
    start += length
  }
  return values
}

function layout<Name extends string>(fields: Record<Name, string>): Layout<Name> {
  return (Object.entries(fields) as [Name, string][]).map(([name, spec]) =>
    name === 'recordType'
      ? { name, length: 1, kind: 'digits' }
      : { name, length: Number(spec.slice(1)), kind: spec[0] === 'n' ? 'digits' : 'text' },
  )
}
