import type { Table } from './paper.ts'
import type { Measure } from './wrap-words.ts'

/**
 * How wide each column of a table may be so that the row fits: every column as wide as its widest cell when there is
 * room; else the widest left-aligned ones give way first, since an amount is better not broken. Null when a column
 * would have less than `least` although its words want more: the table then needs another form.
 */
export function columnWidths(
  table: Table,
  room: { width: number; gap: number; least: number },
  measure: { head: Measure; cell: Measure; totals: Measure },
): number[] | null {
  const wanted = table.columns.map(({ name }, at) =>
    Math.max(
      measure.head(name),
      ...table.rows.map((row) => measure.cell(row[at] ?? '')),
      measure.totals(table.totals?.[at] ?? ''),
    ),
  )
  const available = room.width - room.gap * (wanted.length - 1)
  if (sum(wanted) <= available) return wanted

  const firm = table.columns.map(({ align }) => align === 'right')
  const forSoft = available - sum(wanted.filter((_, at) => firm[at]))
  const soft = wanted.filter((_, at) => !firm[at])
  const most = cap(soft, forSoft)
  if (soft.length > 0 && most >= room.least) {
    return wanted.map((width, at) => (firm[at] ? width : Math.min(width, most)))
  }
  const mostOfAll = cap(wanted, available)
  return mostOfAll >= room.least ? wanted.map((width) => Math.min(width, mostOfAll)) : null
}

/** The greatest limit such that all widths, each cut to it, fit into the room together. */
function cap(widths: number[], available: number): number {
  const ascending = widths.toSorted((a, b) => a - b)
  let left = available
  for (const [at, width] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - at))
    if (width > share) return share
    left -= width
  }
  return Number.POSITIVE_INFINITY
}

function sum(numbers: number[]): number {
  return numbers.reduce((so, number) => so + number, 0)
}
