import fc from 'fast-check'
import { getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { type Paper, type Table, writeCsv, writePdf, writeText } from './index.ts'

const left = (name: string) => ({ name, align: 'left' as const })
const right = (name: string) => ({ name, align: 'right' as const })
const paperOf = (...parts: Paper['parts']): Paper => ({
  title: 'Statement of April',
  language: 'en',
  writtenOn: '2026-04-30',
  parts,
})
const longTable: Table = {
  columns: [left('Day'), left('For'), right('Amount')],
  rows: Array.from({ length: 120 }, (_, n) => [`day ${n + 1}`, `session ${n + 1}`, `$${n * 7 + 1}.00`]),
  totals: ['Total', '', '$50,100.00'],
}

type Item = { str: string; transform: number[]; width: number }

async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const page = await pdf.getPage(at + 1)
      const { items } = await page.getTextContent()
      return { page, items: items.filter((item): item is Item & typeof item => 'str' in item && item.str !== '') }
    }),
  )
  return { pdf, pages, textOf: (at: number) => pages[at]?.items.map(({ str }) => str).join(' ') ?? '' }
}

test('a PDF names its title and language, and is tagged', async () => {
  const { pdf } = await readPdf(await writePdf(paperOf({ kind: 'text', text: 'Paid.' })))
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: 'Statement of April', Language: 'en' })
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
})

test('whoever listens to a PDF hears headings, facts and tables as what they are, and no page furniture', async () => {
  const paper = paperOf(
    { kind: 'heading', text: 'Who paid' },
    { kind: 'facts', rows: [{ name: 'Payer', value: 'Example Mutual' }] },
    { kind: 'table', ...longTable },
    { kind: 'note', text: 'Keep this.' },
  )
  const { pages } = await readPdf(await writePdf(paper))
  type Node = { role?: string; children?: Node[]; type?: string }
  // A page's tree names the whole table; what stands on the page has content.
  const roles = (node: Node): string[] => [
    ...(node.role && node.children?.length ? [node.role] : []),
    ...(node.children ?? []).flatMap(roles),
  ]
  const heard = await Promise.all(pages.map(async ({ page }) => roles((await page.getStructTree()) as Node)))
  expect(heard[0]?.slice(0, 12)).toEqual([
    'Root',
    'Document',
    'H1',
    'P',
    'H2',
    'Table',
    'TR',
    'TH',
    'TD',
    'Table',
    'TR',
    'TH',
  ])
  // The header of the long table is read once, though it stands on every page.
  expect(heard.flat().filter((role) => role === 'TH')).toHaveLength(1 + 3)
  expect(heard.flat().filter((role) => role === 'TR').length).toBeGreaterThanOrEqual(1 + 1 + 120 + 1)
})

test('a long table goes on over the page under its header, and every page says which it is', async () => {
  const { pages, textOf } = await readPdf(await writePdf(paperOf({ kind: 'table', ...longTable })))
  expect(pages.length).toBeGreaterThan(2)
  for (const [at] of pages.entries()) {
    expect(textOf(at)).toContain('Day')
    expect(textOf(at)).toContain(`Page ${at + 1} of ${pages.length}`)
  }
  const all = pages.map((_, at) => textOf(at)).join(' ')
  for (const [day = '', what = '', amount = ''] of longTable.rows) {
    for (const cell of [day, what, amount]) expect(all).toContain(cell)
  }
  expect(textOf(pages.length - 1)).toContain('$50,100.00')
})

test('amounts end at one edge, and nothing leaves the page', async () => {
  const paper = paperOf(
    { kind: 'table', ...longTable },
    { kind: 'text', text: 'w'.repeat(600) },
    { kind: 'facts', rows: [{ name: 'Hash', value: '0123456789abcdef'.repeat(20) }] },
    {
      kind: 'table',
      columns: Array.from({ length: 14 }, (_, n) => left(`Column ${n}`)),
      rows: [Array(14).fill('W'.repeat(40))],
    },
  )
  const { pages } = await readPdf(await writePdf(paper))
  const items = pages.flatMap((page) => page.items)
  const edge = (item: Item) => (item.transform[4] ?? 0) + item.width
  const amounts = items.filter(({ str }) => /^\$[\d,]+\.\d\d$/.test(str))
  expect(amounts.length).toBe(121)
  expect(Math.max(...amounts.map(edge)) - Math.min(...amounts.map(edge))).toBeLessThan(0.5)
  for (const item of items) {
    expect(item.transform[4]).toBeGreaterThanOrEqual(53)
    expect(edge(item)).toBeLessThanOrEqual(612 - 53)
    expect(item.transform[5]).toBeGreaterThan(24)
    expect(item.transform[5]).toBeLessThan(792 - 50)
  }
})

test('a row higher than a page is written whole', async () => {
  const words = Array.from({ length: 2500 }, (_, n) => `word${n}`)
  const table = {
    columns: [left('Day'), left('Note')],
    rows: [
      ['Apr 8', words.join(' ')],
      ['Apr 9', 'short'],
    ],
  }
  const { pages, textOf } = await readPdf(await writePdf(paperOf({ kind: 'table', ...table })))
  const all = pages
    .map((_, at) => textOf(at))
    .join(' ')
    .split(/\s+/)
  expect(words.filter((word) => !all.includes(word))).toEqual([])
  expect(all).toContain('short')
})

test('the same paper gives the same bytes, and another day gives others', async () => {
  const paper = paperOf({ kind: 'table', ...longTable })
  const [first, again, later] = await Promise.all([
    writePdf(paper),
    writePdf(structuredClone(paper)),
    writePdf({ ...paper, writtenOn: '2026-05-01' }),
  ])
  expect(Buffer.compare(first, again)).toBe(0)
  expect(Buffer.compare(first, later)).not.toBe(0)
})

test('a Spanish paper says day and page in Spanish', async () => {
  const paper: Paper = { ...paperOf({ kind: 'text', text: 'Señora Núñez, ¿cómo está?' }), language: 'es' }
  const { textOf } = await readPdf(await writePdf(paper))
  expect(textOf(0)).toContain('30 de abril de 2026')
  expect(textOf(0)).toContain('Señora Núñez, ¿cómo está?')
  expect(textOf(0)).toContain('Página 1 de 1')
})

test.each([
  ['a day that is none', { ...paperOf(), writtenOn: '2026-13-40' }],
  ['a row with a cell too few', paperOf({ kind: 'table', columns: [left('a'), left('b')], rows: [['1']] })],
  ['totals with a cell too many', paperOf({ kind: 'table', columns: [left('a')], rows: [], totals: ['1', '2'] })],
])('%s is refused and not guessed', async (_, paper) => {
  await expect(writePdf(paper)).rejects.toThrow(RangeError)
  expect(() => writeText(paper)).toThrow(RangeError)
})

const text = fc.oneof(
  fc.string({ maxLength: 120 }),
  fc.lorem({ maxCount: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 90 }),
)
const table = fc
  .array(fc.record({ name: text, align: fc.constantFrom('left' as const, 'right' as const) }), {
    minLength: 1,
    maxLength: 9,
  })
  .chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(fc.array(text, { minLength: columns.length, maxLength: columns.length }), { maxLength: 5 }),
    }),
  )
const part: fc.Arbitrary<Paper['parts'][number]> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading' as const, 'text' as const, 'note' as const), text }),
  fc.record({ kind: fc.constant('facts' as const), rows: fc.array(fc.record({ name: text, value: text })) }),
  table.map((it) => ({ kind: 'table' as const, ...it })),
)

test('no line of the text is wider than 80 columns, and no sign of the paper is lost', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const written = writeText(paperOf(...parts))
      for (const line of written.split('\n')) expect([...line].length).toBeLessThanOrEqual(80)
      const wanted = parts.flatMap((each) => {
        if (each.kind === 'facts') return each.rows.flatMap(({ name, value }) => [name, value])
        return each.kind === 'table' ? each.rows.flat() : [each.text]
      })
      const signs = (all: string) => [...all.replaceAll(/[\p{Cc}\s\u2028\u2029]/gu, '')].sort().join('')
      const spare = [...signs(written)]
      for (const sign of signs(wanted.join(''))) {
        const at = spare.indexOf(sign)
        expect(at).toBeGreaterThanOrEqual(0)
        spare.splice(at, 1)
      }
    }),
  )
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd', "'+cmd"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ['-20.00', '-20.00'],
  ['-$1,234.50', '"-$1,234.50"'],
  ['−$5.00', '−$5.00'],
  ['+5', '+5'],
  ['$12.00', '$12.00'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('%j stands in a CSV as %j', (cell, written) => {
  expect(writeCsv({ columns: [left('a')], rows: [[cell]] })).toBe(`a\r\n${written}\r\n`)
})

test('a CSV read back by the rules of RFC 4180 has every cell, and none that would run', () => {
  fc.assert(
    fc.property(table, (each) => {
      const [, ...rows] = readCsv(writeCsv(each))
      // An apostrophe may have been put before a cell; one that the cell began with itself is not taken for it.
      const asMeant = rows.map((row, y) =>
        row.map((cell, x) => (cell === each.rows[y]?.[x] ? cell : cell.replace(/^'/, ''))),
      )
      expect(asMeant).toEqual(each.rows)
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=@]/)
    }),
  )
})

/** Reads CSV a sign at a time, knowing nothing of how ours is written. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [['']]
  let quoted = false
  for (let at = 0; at < csv.length; at++) {
    const row = rows.at(-1) ?? []
    const sign = csv[at] ?? ''
    const put = (more: string) => row.push((row.pop() ?? '') + more)
    if (quoted) {
      if (sign !== '"') put(sign)
      else if (csv[at + 1] === '"') put(csv[++at] ?? '')
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',') row.push('')
    else if (sign === '\r' && csv[at + 1] === '\n') {
      rows.push([''])
      at++
    } else put(sign)
  }
  return rows.slice(0, -1)
}
