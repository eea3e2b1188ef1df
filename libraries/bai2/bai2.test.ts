import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../calendar/index.ts'
import { cents, minus, plus } from '../money/index.ts'
import {
  Bai2Refusal,
  type BankStatement,
  directionOf,
  readBai2,
  type StatementAccount,
  type StatementLine,
  writeBai2,
} from './index.ts'

const line = (change: Partial<StatementLine> = {}): StatementLine => ({
  typeCode: '165',
  cents: cents(12_500),
  bankReference: 'B1',
  customerReference: 'EFT123',
  text: 'ATLAS HEALTH HCCLAIMPMT TRN*1*EFT123*1999999999~',
  ...change,
})

function account(opening: number, lines: StatementLine[]): StatementAccount {
  const openingLedger = cents(opening)
  const closingLedger = lines.reduce(
    (so, { typeCode, cents }) => (directionOf(typeCode) === 'debit' ? minus(so, cents) : plus(so, cents)),
    openingLedger,
  )
  return { account: '000777', currency: 'USD', openingLedger, closingLedger, lines }
}

function statement(...accounts: StatementAccount[]): BankStatement {
  return {
    sender: '081000032',
    receiver: 'EVENKEEL',
    fileId: '1',
    createdOn: calendarDate('2026-06-12'),
    createdAt: '2330',
    asOf: calendarDate('2026-06-12'),
    accounts,
  }
}

test('a day with a deposit and a payday looks as banks write it', () => {
  const day = statement(
    account(1_000_000, [line(), line({ typeCode: '455', cents: cents(11_800), customerReference: '', text: '' })]),
  )
  expect(writeBai2(day).split('\n')).toEqual([
    '01,081000032,EVENKEEL,260612,2330,1,,,2/',
    '02,EVENKEEL,081000032,1,260612,,USD,2/',
    '03,000777,USD,010,1000000,,,015,1000700,,,100,12500,1,,400,11800,1,/',
    '16,165,12500,,B1,EFT123,ATLAS HEALTH HCCLAIMPMT TRN*1*EFT123*1999999999~',
    '16,455,11800,,B1,,/',
    '49,2049300,4/',
    '98,2049300,1,6/',
    '99,2049300,1,8/',
    '',
  ])
})

test("another bank's manner is understood: continuations, funds types, no summaries, padded lines", () => {
  const text = [
    '01,BANK,US,260612,2330,7,80,,2/',
    '02,US,BANK,1,260612,,,/',
    '03,000777,,010,100,,/',
    '88,015,150,,/   ',
    '16,165,40,V,260613,,REF,CUST,first part, ',
    '88,and second/third',
    '16,142,10,S,1,2,7,REF2/',
    '49,300,6/',
    '98,300,1,8/',
    '99,300,1,10/',
  ].join('\r\n')
  const { statement: read, findings } = readBai2(text)
  expect(findings).toEqual([])
  expect(read?.accounts[0]?.lines).toEqual([
    {
      typeCode: '165',
      cents: 40,
      bankReference: 'REF',
      customerReference: 'CUST',
      text: 'first part,and second/third',
    },
    { typeCode: '142', cents: 10, bankReference: 'REF2', customerReference: '', text: '' },
  ])
})

test.each<[string, BankStatement, string]>([
  ['no account', statement(), 'empty'],
  ['a balance that does not add up', statement({ ...account(100, [line()]), closingLedger: cents(100) }), 'balance'],
  ['a negative line', statement(account(0, [line({ cents: cents(-1) })])), 'amount'],
  ['a total as a line', statement(account(0, [line({ typeCode: '100' })])), 'type_code'],
  ['a comma in a reference', statement(account(0, [line({ customerReference: 'A,B' })])), 'characters'],
  ['a line break in a text', statement(account(0, [line({ text: 'A\n99,1,1,1/' })])), 'characters'],
  ['a time that does not exist', { ...statement(account(0, [])), createdAt: '2400' }, 'field'],
])('a statement with %s is not written', (_, invalid, code) => {
  try {
    writeBai2(invalid)
    expect.unreachable('it was written')
  } catch (refusal) {
    expect(refusal).toBeInstanceOf(Bai2Refusal)
    expect((refusal as Bai2Refusal).findings.map((finding) => finding.code)).toContain(code)
  }
})

test.each<[string, (lines: string[]) => string[], string]>([
  ['a lost transaction', (lines) => lines.toSpliced(3, 1), 'account_total'],
  ['a doubled transaction', (lines) => lines.toSpliced(3, 0, lines[3] ?? ''), 'account_total'],
  ['no trailer', (lines) => lines.slice(0, -1), 'record_order'],
  ['no header', (lines) => lines.slice(1), 'record_order'],
  ['another record type', (lines) => lines.toSpliced(3, 0, '17,1/'), 'unsupported'],
  ['something after the trailer', (lines) => [...lines, lines[0] ?? ''], 'record_order'],
  ['another currency', (lines) => lines.map((text) => text.replace('USD', 'CAD')), 'unsupported'],
  ['an impossible day', (lines) => lines.map((text) => text.replaceAll('260612', '260631')), 'field'],
  ['a credit turned into a debit', (lines) => lines.map((text) => text.replace('16,165', '16,455')), 'summary'],
])('a file with %s is not taken', (_, change, code) => {
  const lines = writeBai2(statement(account(0, [line()])))
    .trimEnd()
    .split('\n')
  const reading = readBai2(change(lines).join('\n'))
  expect(reading.statement).toBeNull()
  expect(reading.findings.map((finding) => finding.code)).toContain(code)
})

test('nothing, and noise, are no statements', () => {
  expect(readBai2('').statement).toBeNull()
  const noise = fc.array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('01,', '02,', '03,', '16,', '49,', '88,', '98,', '99,', '\n', '/'),
    ),
  )
  fc.assert(fc.property(noise, (parts) => readBai2(parts.join('')).statement === null))
})

const reference = fc.stringMatching(/^[A-Za-z0-9*~.:-]{1,20}$/)
const text = fc.oneof(fc.constant(''), fc.stringMatching(/^[A-Za-z0-9*~][ -~]{0,60}[A-Za-z0-9/,]$/))
const anyLine = fc.record({
  typeCode: fc
    .integer({ min: 101, max: 699 })
    .filter((code) => code !== 400)
    .map(String),
  cents: fc.nat({ max: 99_999_999_999 }).map(cents),
  bankReference: fc.oneof(fc.constant(''), reference),
  customerReference: fc.oneof(fc.constant(''), reference),
  text,
})
const anyAccount = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000_000 }), fc.array(anyLine, { maxLength: 8 }), reference)
  .map(([opening, lines, name]) => ({ ...account(opening, lines), account: name }))
const anyStatement = fc
  .record({
    accounts: fc.array(anyAccount, { minLength: 1, maxLength: 3 }),
    fileId: reference,
    days: fc.nat({ max: 20_000 }),
  })
  .map(({ accounts, fileId, days }) => ({
    ...statement(...accounts),
    fileId,
    asOf: addDays(calendarDate('2020-01-01'), days),
  }))

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(anyStatement, (original) => {
      expect(readBai2(writeBai2(original))).toEqual({ statement: original, findings: [] })
    }),
  )
})

test('one changed digit in any amount, total or count is found', () => {
  fc.assert(
    fc.property(anyStatement, fc.nat(), fc.integer({ min: 1, max: 9 }), (original, which, by) => {
      const lines = writeBai2(original).trimEnd().split('\n')
      const digits = lines.flatMap((text, index) => placesOfAmounts(text).map((at) => ({ index, at })))
      const { index, at } = digits[which % digits.length] ?? { index: 0, at: 0 }
      const before = lines[index] ?? ''
      lines[index] = before.slice(0, at) + String((Number(before[at]) + by) % 10) + before.slice(at + 1)
      expect(readBai2(lines.join('\n')).statement).toBeNull()
    }),
    { numRuns: 500 },
  )
})

/** Where the digits of amounts and counts stand in a record. */
function placesOfAmounts(record: string): number[] {
  const fields =
    { '03': [4, 8, 12, 13, 16, 17], '16': [2], '49': [1, 2], '98': [1, 2, 3], '99': [1, 2, 3] }[record.slice(0, 2)] ??
    []
  const parts = record.split(',')
  return fields.flatMap((field) => {
    const start = parts.slice(0, field).join(',').length + 1
    return [...(parts[field] ?? '')].flatMap((digit, place) => (/\d/.test(digit) ? [start + place] : []))
  })
}
