import { columnWidths } from './column-widths.ts'
import type { Table } from './paper.ts'
import { type Sheet, type Style, textWidth } from './sheet.ts'
import { wrapWords } from './wrap-words.ts'

const gap = 14
const padding = 4.5
/** The narrowest column that words are broken for; a table that has no room even so gets equal columns. */
const narrowest = 38

type Layout = { widths: number[]; xs: number[]; table: Table; styles: Record<'head' | 'cell' | 'totals', Style> }
type Row = { tag: 'TH' | 'TD'; lines: string[][]; style: Style }
type Contents = ReturnType<Sheet['line']>[]

/** Draws a table from where the sheet stands, over as many pages as it takes, with its header on each. */
export function drawTable(sheet: Sheet, table: Table): void {
  const layout = layOut(sheet, table)
  const row = (tag: Row['tag'], cells: string[], style: Style): Row => ({
    tag,
    style,
    lines: cells.map((text, at) => wrapWords(text, layout.widths[at] ?? narrowest, sheet.measure(style))),
  })
  const head = row(
    'TH',
    table.columns.map(({ name }) => name),
    layout.styles.head,
  )
  const rows = table.rows.map((cells) => row('TD', cells, layout.styles.cell))
  const totals = table.totals ? [row('TD', table.totals, layout.styles.totals)] : []

  sheet.needs(heightOf(head) + Math.min(heightOf(rows[0] ?? head), sheet.whole / 3))
  const elements = [drawRow(sheet, head, layout)]
  rule(sheet, '#9aa3a2', 0.9)
  const repeatHead = () => {
    repeat(sheet, head, layout)
    rule(sheet, '#9aa3a2', 0.9)
  }
  for (const [at, each] of [...rows, ...totals].entries()) {
    // The totals stay with the last row where it can be.
    const together = at === rows.length - 1 && totals[0] ? heightOf(each) + heightOf(totals[0]) : heightOf(each)
    if (sheet.needs(Math.min(together, sheet.whole - heightOf(head)))) repeatHead()
    if (at === rows.length) rule(sheet, '#9aa3a2', 0.9)
    elements.push(drawRow(sheet, each, layout, repeatHead))
    if (at < rows.length - 1) rule(sheet, '#e3dfd5', 0.6)
  }
  sheet.add(sheet.element('Table', elements))
}

function layOut(sheet: Sheet, table: Table): Layout {
  const size = table.columns.length > 6 ? 8 : 9.25
  const styles: Layout['styles'] = {
    head: { font: 'semibold', size: size - 0.5, leading: size * 1.35, color: '#586464' },
    cell: { font: 'regular', size, leading: size * 1.4, color: '#1f2a2a' },
    totals: { font: 'semibold', size, leading: size * 1.4, color: '#1f2a2a' },
  }
  const measure = {
    head: sheet.measure(styles.head),
    cell: sheet.measure(styles.cell),
    totals: sheet.measure(styles.totals),
  }
  const count = table.columns.length
  const equal = table.columns.map(() => Math.max(1, (textWidth - gap * (count - 1)) / count))
  const natural = columnWidths(table, { width: textWidth, gap, least: narrowest }, measure) ?? equal
  const widths = stretch(
    natural.map((width) => width + 0.01),
    table,
  )
  const xs = widths.map((_, at) => widths.slice(0, at).reduce((x, width) => x + width + gap, 0))
  return { widths, xs, table, styles }
}

/** What is left of the width goes to the left-aligned columns, so that amounts end at the right margin. */
function stretch(widths: number[], table: Table): number[] {
  const rest = textWidth - widths.reduce((so, width) => so + width, 0) - gap * (widths.length - 1)
  const takers = table.columns.filter(({ align }) => align === 'left').length
  if (rest <= 0) return widths
  if (takers === 0) return widths.map((width) => width + rest / widths.length)
  return widths.map((width, at) => (table.columns[at]?.align === 'left' ? width + rest / takers : width))
}

function heightOf(row: Row): number {
  return Math.max(...row.lines.map((lines) => lines.length)) * row.style.leading + 2 * padding
}

/** A row that is higher than a page goes on over the next one, under the header. */
function drawRow(sheet: Sheet, row: Row, layout: Layout, repeatHead?: () => void): ReturnType<Sheet['element']> {
  const contents: Contents[] = row.lines.map(() => [])
  sheet.y += padding
  for (let at = 0; at < Math.max(...row.lines.map((lines) => lines.length)); at++) {
    if (sheet.needs(row.style.leading)) repeatHead?.()
    for (const [column, lines] of row.lines.entries()) {
      const text = lines[at]
      if (text === undefined) continue
      contents[column]?.push(
        sheet.line(row.tag, text, { x: leftOf(sheet, text, column, row, layout), y: sheet.y }, row.style),
      )
    }
    sheet.y += row.style.leading
  }
  sheet.y += padding
  const options = row.tag === 'TH' ? { scope: 'Column' as const } : {}
  return sheet.element(
    'TR',
    contents.map((content) => sheet.element(row.tag, content, options)),
  )
}

function repeat(sheet: Sheet, row: Row, layout: Layout): void {
  for (const [column, lines] of row.lines.entries()) {
    for (const [at, text] of lines.entries()) {
      const y = sheet.y + padding + at * row.style.leading
      sheet.artifact(text, { x: leftOf(sheet, text, column, row, layout), y }, row.style)
    }
  }
  sheet.y += heightOf(row)
}

function leftOf(sheet: Sheet, text: string, column: number, row: Row, layout: Layout): number {
  const x = layout.xs[column] ?? 0
  if (layout.table.columns[column]?.align !== 'right') return x
  return x + (layout.widths[column] ?? 0) - sheet.measure(row.style)(text)
}

function rule(sheet: Sheet, color: string, height: number): void {
  sheet.rectangle({ x: 0, y: sheet.y - height / 2, width: textWidth, height }, color)
}
