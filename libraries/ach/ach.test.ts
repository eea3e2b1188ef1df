import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../calendar/index.ts'
import { cents } from '../money/index.ts'
import {
  type AchBatch,
  type AchEntry,
  type AchFile,
  AchRefusal,
  type Addenda,
  achText,
  changeCodes,
  isRoutingNumber,
  readAchFile,
  returnCodes,
  returnedAs,
  routingCheckDigit,
  type TransactionCode,
  transactionMeaning,
  writeAchFile,
} from './index.ts'

const payday = calendarDate('2026-04-30')

function entry(change: Partial<AchEntry> = {}): AchEntry {
  return {
    transactionCode: 22,
    receivingRouting: '021000021',
    account: '100200300',
    cents: cents(11_800),
    individualId: 'PO-1',
    name: 'WILLOW COUNSELING',
    traceNumber: '081000030000001',
    addenda: null,
    ...change,
  }
}

function batch(change: Partial<AchBatch> = {}): AchBatch {
  return {
    companyName: 'EVENKEEL',
    companyId: '1123456789',
    sec: 'CCD',
    entryDescription: 'PAYOUT',
    effectiveOn: payday,
    odfi: '08100003',
    batchNumber: 1,
    entries: [entry()],
    ...change,
  }
}

function file(...batches: AchBatch[]): AchFile {
  return {
    immediateDestination: '081000032',
    immediateDestinationName: 'DEST BANK',
    immediateOrigin: '1123456789',
    immediateOriginName: 'EVENKEEL',
    createdOn: calendarDate('2026-04-29'),
    createdAt: '1800',
    fileIdModifier: 'A',
    batches,
  }
}

test('a payday of one entry looks as the bank expects it', () => {
  expect(writeAchFile(file(batch())).split('\n')).toEqual([
    '101 08100003211234567892604291800A094101DEST BANK              EVENKEEL                       ',
    '5220EVENKEEL                            1123456789CCDPAYOUT          260430   1081000030000001',
    '622021000021100200300        0000011800PO-1           WILLOW COUNSELING       0081000030000001',
    '82200000010002100002000000000000000000011800112345678 '
      .slice(0, 53)
      .concat('9', ' '.repeat(25), '081000030000001'),
    `9000001000001000000010002100002000000000000000000011800${' '.repeat(39)}`,
    ...new Array(5).fill('9'.repeat(94)),
    '',
  ])
})

test('the TRN of a payer travels in the addenda', () => {
  const paid = entry({ addenda: { kind: 'payment', text: 'TRN*1*EFT123*1999999999~' } })
  const text = writeAchFile(file(batch({ entries: [paid] })))
  expect(text).toContain('705TRN*1*EFT123*1999999999~')
  expect(readAchFile(text).file?.batches[0]?.entries[0]?.addenda).toEqual(paid.addenda)
})

test('names are folded to what the network carries; nothing else is changed silently', () => {
  expect(achText('Zoë Müller–Ørsted, PLLC', 22)).toBe('ZOE MULLER RSTED, PLLC')
  const read = readAchFile(writeAchFile(file(batch({ companyName: 'Evenkeel Network of New York' })))).file
  expect(read?.batches[0]?.companyName).toBe('EVENKEEL NETWORK')
})

test.each<[string, AchFile, string]>([
  ['without a batch', file(), 'empty'],
  ['with an empty batch', file(batch({ entries: [] })), 'empty'],
  [
    'with a wrong routing number',
    file(batch({ entries: [entry({ receivingRouting: '021000022' })] })),
    'routing_number',
  ],
  ['with a live entry of nothing', file(batch({ entries: [entry({ cents: cents(0) })] })), 'amount'],
  ['with a negative amount', file(batch({ entries: [entry({ cents: cents(-1) })] })), 'amount'],
  ['with a prenote that moves money', file(batch({ entries: [entry({ transactionCode: 23 })] })), 'amount'],
  ['with an entry beyond ten digits', file(batch({ entries: [entry({ cents: cents(10_000_000_000) })] })), 'amount'],
  ['with an account too long', file(batch({ entries: [entry({ account: '1'.repeat(18) })] })), 'field'],
  ['with a line break in a field', file(batch({ entries: [entry({ individualId: 'A\nB' })] })), 'characters'],
  ['with the same trace twice', file(batch({ entries: [entry(), entry()] })), 'trace'],
  ["with another bank's trace", file(batch({ entries: [entry({ traceNumber: '021000020000001' })] })), 'trace'],
  ['with the same batch number twice', file(batch(), batch()), 'batch_number'],
  ['with a return that has no reason', file(batch({ entries: [entry({ transactionCode: 21 })] })), 'addenda'],
  ['with an impossible time', { ...file(batch()), createdAt: '2460' }, 'field'],
  ['with an entry description too long', file(batch({ entryDescription: 'PRACTICE PAYOUT' })), 'field'],
])('a file %s is not written', (_, invalid, code) => {
  try {
    writeAchFile(invalid)
    expect.unreachable('it was written')
  } catch (refusal) {
    expect(refusal).toBeInstanceOf(AchRefusal)
    expect((refusal as AchRefusal).findings.map((finding) => finding.code)).toContain(code)
  }
})

const pad = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + by.length)
const changed = (line: number, at: number, by: string) => (lines: string[]) =>
  lines.map((text, index) => (index === line ? pad(text, at, by) : text))

test.each<[string, (lines: string[]) => string[], string]>([
  ['a short line', (lines) => lines.with(2, 'x'), 'line_length'],
  ['a byte outside ASCII', changed(2, 60, 'é'), 'characters'],
  ['no file control', (lines) => lines.toSpliced(4, 1), 'record_order'],
  ['no batch control', (lines) => lines.toSpliced(3, 1), 'record_order'],
  ['no header', (lines) => lines.slice(1), 'record_order'],
  ['a second header', (lines) => lines.toSpliced(1, 0, lines[0] ?? ''), 'record_order'],
  ['a lost entry', (lines) => lines.toSpliced(2, 1), 'entry_count'],
  ['another entry hash', changed(3, 10, '1'), 'entry_hash'],
  ['another service class', changed(1, 1, '225'), 'control'],
  [
    'a service class that forbids its entries',
    (lines) => changed(3, 1, '225')(changed(1, 1, '225')(lines)),
    'service_class',
  ],
  ['another company in the control', changed(3, 44, '2'), 'control'],
  ['another batch count', changed(4, 6, '2'), 'batch_count'],
  ['another block count', changed(4, 12, '2'), 'block_count'],
  ['an announced addenda that is missing', changed(2, 78, '1'), 'addenda'],
  ['an entry class we do not read', changed(1, 50, 'WEB'), 'unsupported'],
  ['a month that does not exist', changed(1, 71, '3'), 'field'],
  ['missing nines', (lines) => lines.slice(0, 7), 'block_count'],
  ['something after its end', (lines) => lines.with(7, ' '.repeat(94)), 'record_order'],
])('a file with %s is not taken', (_, change, code) => {
  const lines = writeAchFile(file(batch())).trimEnd().split('\n')
  const reading = readAchFile(change(lines).join('\n'))
  expect(reading.file).toBeNull()
  expect(reading.findings.map((finding) => finding.code)).toContain(code)
})

test('nothing, and noise, are no files', () => {
  expect(readAchFile('').file).toBeNull()
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => readAchFile(text).file === null))
})

const word = (width: number) =>
  fc
    .stringMatching(new RegExp(`^[A-Z0-9][A-Z0-9 ./&-]{0,${width - 2}}[A-Z0-9]$`))
    .filter((text) => !/ {2}/.test(text) && text.length <= width)
const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))
const routing = fc
  .tuple(fc.constantFrom('02', '12', '26', '31', '65', '07'), digits(6))
  .map(([range, rest]) => `${range}${rest}${routingCheckDigit(range + rest)}`)
const date = fc.nat({ max: 20_000 }).map((days) => addDays(calendarDate('2020-01-01'), days))

const liveEntry = fc
  .record({
    transactionCode: fc.constantFrom<TransactionCode>(22, 23, 27, 28, 32, 33, 37, 38),
    receivingRouting: routing,
    account: word(17),
    amount: fc.integer({ min: 1, max: 9_999_999_999 }),
    individualId: fc.oneof(fc.constant(''), word(15)),
    name: word(22),
    addenda: fc.oneof(
      fc.constant(null),
      word(80).map((text): Addenda => ({ kind: 'payment', text })),
    ),
  })
  .map(({ amount, ...rest }) => ({
    ...rest,
    cents: cents(transactionMeaning(rest.transactionCode).purpose === 'prenote' ? 0 : amount),
  }))

const comesBack = { originalTrace: digits(15), originalRdfi: digits(8) }
const returnedEntry = fc
  .record({
    entry: liveEntry,
    death: fc.option(date, { nil: undefined }),
    addenda: fc.record({
      ...comesBack,
      code: fc.constantFrom(...returnCodes.map(({ code }) => code)),
      information: fc.oneof(fc.constant(''), word(44)),
    }),
  })
  .map(({ entry, death, addenda }) => ({
    ...entry,
    transactionCode: returnedAs(entry.transactionCode),
    addenda: {
      kind: 'return' as const,
      ...addenda,
      ...(death !== undefined && addenda.code === 'R15' ? { dateOfDeath: death } : {}),
    },
  }))
const correctedEntry = fc
  .record({
    entry: liveEntry,
    addenda: fc.record({
      ...comesBack,
      code: fc.constantFrom(...changeCodes.map(({ code }) => code)),
      corrected: word(29),
    }),
  })
  .map(({ entry, addenda }) => ({
    ...entry,
    cents: cents(0),
    transactionCode: returnedAs(entry.transactionCode),
    addenda: { kind: 'change' as const, ...addenda },
  }))

const anyBatch = fc
  .record({
    companyName: word(16),
    companyId: word(10),
    discretionary: fc.option(word(20), { nil: undefined }),
    descriptiveDate: fc.option(word(6), { nil: undefined }),
    entryDescription: word(10),
    effectiveOn: date,
    odfi: digits(8),
    body: fc.oneof(
      fc.record({
        sec: fc.constantFrom('CCD' as const, 'PPD' as const),
        entries: fc.array(fc.oneof(liveEntry, returnedEntry), { minLength: 1, maxLength: 6 }),
      }),
      fc.record({
        sec: fc.constant('COR' as const),
        entries: fc.array(correctedEntry, { minLength: 1, maxLength: 3 }),
      }),
    ),
  })
  .map(
    ({ body, discretionary, descriptiveDate, ...rest }): AchBatch => ({
      ...rest,
      ...(discretionary === undefined ? {} : { companyDiscretionaryData: discretionary }),
      ...(descriptiveDate === undefined ? {} : { descriptiveDate }),
      sec: body.sec,
      batchNumber: 1,
      entries: body.entries.map((one, index) => ({
        ...one,
        traceNumber: `${rest.odfi}${String(index + 1).padStart(7, '0')}`,
      })),
    }),
  )

const anyFile = fc.record({
  immediateDestination: routing,
  immediateDestinationName: word(23),
  immediateOrigin: fc.oneof(digits(9), digits(10)),
  immediateOriginName: word(23),
  createdOn: date,
  createdAt: fc.constantFrom('0000', '0930', '2359'),
  fileIdModifier: fc.constantFrom('A', 'Z', '0', '9'),
  batches: fc
    .array(anyBatch, { minLength: 1, maxLength: 4 })
    .map((batches) => batches.map((one, index) => ({ ...one, batchNumber: index + 1 }))),
})

test('what is written is read back the same, whatever the line ends', () => {
  fc.assert(
    fc.property(anyFile, fc.constantFrom('\n', '\r\n', ''), (original, lineEnd) => {
      const text = writeAchFile(original)
      expect(text.split('\n').every((line) => line.length === 94 || line === '')).toBe(true)
      expect(readAchFile(text.replaceAll('\n', lineEnd))).toEqual({ file: original, findings: [] })
    }),
  )
})

test('one changed digit in any amount or total is found', () => {
  const amounts: Record<string, [number, number]> = { 6: [29, 39], 8: [20, 44], 9: [31, 55] }
  fc.assert(
    fc.property(anyFile, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), (original, which, place, by) => {
      const lines = writeAchFile(original).trimEnd().split('\n')
      const last = lines.findLastIndex((line) => /[^9]/.test(line))
      const candidates = lines.slice(0, last + 1).flatMap((line, index) => (amounts[line[0] ?? ''] ? [index] : []))
      const index = candidates[which % candidates.length] ?? 0
      const line = lines[index] ?? ''
      const [from, until] = amounts[line[0] ?? ''] ?? [0, 0]
      const at = from + (place % (until - from))
      lines[index] = pad(line, at, String((Number(line[at]) + by) % 10))
      expect(readAchFile(lines.join('\n')).file).toBeNull()
    }),
  )
})

test('any single wrong digit of a routing number is found', () => {
  expect(isRoutingNumber('021000021')).toBe(true)
  expect(['', '02100002', '0210000211', '991000021', '02100002x', '021000020'].some(isRoutingNumber)).toBe(false)
  fc.assert(
    fc.property(routing, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (good, place, by) => {
      expect(isRoutingNumber(good)).toBe(true)
      expect(isRoutingNumber(pad(good, place, String((Number(good[place]) + by) % 10)))).toBe(false)
    }),
  )
})

test('a credit that a debit code sends back is told apart', () => {
  expect(returnCodes.find(({ code }) => code === 'R01')?.meets).toBe('debit')
  expect(returnCodes.find(({ code }) => code === 'R02')).toMatchObject({
    meets: 'any',
    retry: false,
    returnByBankingDays: 2,
  })
  expect(new Set(returnCodes.map(({ code }) => code)).size).toBe(returnCodes.length)
})

test('a hundred thousand entries are written and read without losing a cent', () => {
  const entries = Array.from({ length: 100_000 }, (_, index) =>
    entry({ cents: cents(10_000 + index), traceNumber: `08100003${String(index + 1).padStart(7, '0')}` }),
  )
  const read = readAchFile(writeAchFile(file(batch({ entries }))))
  expect(read.findings).toEqual([])
  expect(read.file?.batches[0]?.entries.length).toBe(100_000)
})
