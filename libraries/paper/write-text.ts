import { columnWidths } from './column-widths.ts'
import { checkPaper, type Fact, type Paper, type Part, type Table } from './paper.ts'
import { wrapWords } from './wrap-words.ts'

const columns = 80
const between = 2
/** A column narrower than this reads like a pillar of syllables; the table is then written as a list. */
const narrowest = 9
const widestName = 30

/** A paper as plain text for a terminal or a letter: no line is wider than 80 columns. */
export function writeText(paper: Paper): string {
  checkPaper(paper)
  const title = wrap(paper.title, columns)
  const head = [...title, '='.repeat(Math.max(...title.map(width))), paper.writtenOn]
  return `${[head, ...paper.parts.map(linesOf)].map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`
}

function linesOf(part: Part): string[] {
  switch (part.kind) {
    case 'heading': {
      const lines = wrap(part.text, columns)
      return [...lines, '-'.repeat(Math.max(...lines.map(width)))]
    }
    case 'text':
      return wrap(part.text, columns)
    case 'note':
      return wrap(part.text, columns - 2).map((line) => `| ${line}`)
    case 'facts':
      return factLines(part.rows)
    case 'table':
      return tableLines(part)
  }
}

function factLines(rows: Fact[]): string[] {
  const nameWidth = Math.min(widestName, Math.max(0, ...rows.map(({ name }) => width(name))))
  return rows.flatMap(({ name, value }) =>
    rowLines([
      { text: name, width: nameWidth, align: 'left' },
      { text: value, width: columns - nameWidth - between, align: 'left' },
    ]),
  )
}

function tableLines(table: Table): string[] {
  const measure = { head: width, cell: width, totals: width }
  const widths = columnWidths(table, { width: columns, gap: between, least: narrowest }, measure)
  if (widths === null) return listLines(table)
  const rule = widths.map((wide) => '-'.repeat(wide)).join(' '.repeat(between))
  const row = (cells: string[]) =>
    rowLines(
      cells.map((text, at) => ({ text, width: widths[at] ?? narrowest, align: table.columns[at]?.align ?? 'left' })),
    )
  const totals = table.totals ? [rule, ...row(table.totals)] : []
  return [...row(table.columns.map(({ name }) => name)), rule, ...table.rows.flatMap(row), ...totals]
}

/** A table too wide for its columns: each row as a list of names and values. */
function listLines(table: Table): string[] {
  const rows = [...table.rows, ...(table.totals ? [table.totals] : [])]
  return rows.flatMap((row, number) => [
    ...(number > 0 ? [''] : []),
    ...factLines(
      table.columns.map(({ name }, at) => ({ name, value: row[at] ?? '' })).filter(({ value }) => value !== ''),
    ),
  ])
}

type Cell = { text: string; width: number; align: 'left' | 'right' }

function rowLines(cells: Cell[]): string[] {
  const wrapped = cells.map((cell) => wrap(cell.text, cell.width))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells.map((cell, at) => pad(wrapped[at]?.[line] ?? '', cell)).join(' '.repeat(between)),
  )
}

function pad(text: string, cell: Cell): string {
  const space = ' '.repeat(Math.max(0, cell.width - width(text)))
  return cell.align === 'right' ? space + text : text + space
}

function wrap(text: string, wide: number): string[] {
  return wrapWords(
    text.replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\r' ? sign : ' ')),
    wide,
    width,
  )
}

function width(text: string): number {
  return [...text].length
}
