import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CsvRecord, CsvRefusal, readCsv } from './read-csv.ts'
import { writeCsv } from './write-csv.ts'

const limits = { bytes: 5_000_000, rows: 10_000, columns: 100, cell: 10_000 }
const bytesOf = (text: string) => new TextEncoder().encode(text)

async function collected(records: AsyncIterable<CsvRecord>): Promise<CsvRecord[]> {
  const all: CsvRecord[] = []
  for await (const record of records) all.push(record)
  return all
}

async function read(bytes: Uint8Array, size = bytes.length, within = limits): Promise<CsvRecord[]> {
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += Math.max(1, size)) chunks.push(bytes.subarray(at, at + Math.max(1, size)))
  return collected(readCsv(chunks, within))
}
const refusalOf = (bytes: Uint8Array, within = limits) =>
  read(bytes, 1000, within).then(
    () => null,
    (error: unknown) => (error instanceof CsvRefusal ? [error.trouble, error.line] : error),
  )

test('cells are read as RFC 4180 writes them, each with the line on which its record began', async () => {
  const text = 'name,words\r\n"Roe, Jane","said ""no""\nand left"\r\n\r\nDoe,"",\nlast'
  expect(await read(bytesOf(text))).toEqual([
    { line: 1, cells: ['name', 'words'] },
    { line: 2, cells: ['Roe, Jane', 'said "no"\nand left'] },
    { line: 5, cells: ['Doe', '', ''] },
    { line: 6, cells: ['last'] },
  ])
})

test.each([
  [
    'semicolons',
    'a;b\n1;2,5\n',
    [
      ['a', 'b'],
      ['1', '2,5'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a byte order mark',
    '\uFEFFa,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'old line ends',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a quote within a cell',
    'a,b\n5" nail,2\n',
    [
      ['a', 'b'],
      ['5" nail', '2'],
    ],
  ],
])('a file with %s is read alike', async (_, text, cells) => {
  for (const size of [1, 3, 1000])
    expect((await read(bytesOf(text), size)).map((record) => record.cells)).toEqual(cells)
})

test('UTF-16 with its mark is read, as spreadsheets save it', async () => {
  const text = 'Vorname;Ñame\r\nZoë;x\r\n'
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  for (const size of [1, 5, 1000]) expect((await read(bytes, size)).at(1)?.cells).toEqual(['Zoë', 'x'])
})

test('what is no CSV is refused by its name and line, and never read on', async () => {
  expect(await refusalOf(bytesOf(''))).toEqual(['empty', 1])
  expect(await refusalOf(bytesOf('\n\n \n'))).toEqual(['empty', 1])
  expect(await refusalOf(bytesOf('a,b\n1,"2\n3\n4'))).toEqual(['quote_unclosed', 2])
  expect(await refusalOf(bytesOf('a,b\n1,\0'))).toEqual(['not_text', 2])
  expect(await refusalOf(Uint8Array.from([97, 44, 98, 10, 0xe9, 10, 97]))).toMatchObject([
    'not_utf8',
    expect.any(Number),
  ])
  expect(await refusalOf(bytesOf(`a\n${'x,'.repeat(1_000_000)}`))).toEqual(['too_many_columns', 2])
  expect(await refusalOf(bytesOf(`${'x,'.repeat(1_000_000)}`))).toEqual(['too_many_columns', 1])
  expect(await refusalOf(bytesOf(`a\n${'x'.repeat(20_000)}`))).toEqual(['cell_too_long', 2])
  expect(await refusalOf(bytesOf('a\n1\n2\n3\n'), { ...limits, rows: 2 })).toEqual(['too_many_rows', 3])
})

test('a file of a hundred megabytes is refused at the limit, before the rest is read', async () => {
  let given = 0
  function* endless() {
    const chunk = new Uint8Array(1_000_000).fill(10)
    for (given = 0; given < 100; given += 1) yield chunk
  }
  const tried = collected(readCsv(endless(), limits))
  await expect(tried).rejects.toMatchObject({ trouble: 'too_large' })
  expect(given).toBeLessThan(10)
})

test('whatever was written is read back, however the bytes are cut', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll('\0', '').replaceAll(/^['=+\-@＝＋－＠\s]+/g, ''))
  const property = fc.asyncProperty(
    fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
    fc.integer({ min: 1, max: 9 }),
    async (rows, size) => {
      const columns = ['one', 'two', 'three'].map((name) => ({ name, align: 'left' as const }))
      const full = rows.filter((row) => row.some((each) => each.trim() !== ''))
      const records = await read(bytesOf(writeCsv({ columns, rows: full })), size)
      expect(records.slice(1).map(({ cells }) => cells)).toEqual(full)
    },
  )
  await fc.assert(property, { numRuns: 60 })
})
