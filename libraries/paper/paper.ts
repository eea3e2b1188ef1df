/** A document as data: what it says, not how it looks. The writers give it a form. */
export type Paper = {
  title: string
  language: 'en' | 'es'
  /** 'YYYY-MM-DD': the day on the paper, and all that a file of it says about when it was made. */
  writtenOn: string
  parts: Part[]
}

export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; rows: Fact[] }
  | ({ kind: 'table' } & Table)
  | { kind: 'note'; text: string }

export type Fact = { name: string; value: string }

/** Rows and totals have one cell for each column. Right-aligned columns are for money and counts. */
export type Table = { columns: Column[]; rows: string[][]; totals?: string[] }

export type Column = { name: string; align: 'left' | 'right' }

/** Throws RangeError when a paper cannot be written: a day that is no day, a table whose rows and columns differ in number. */
export function checkPaper(paper: Paper): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(paper.writtenOn) || Number.isNaN(Date.parse(paper.writtenOn))) {
    throw new RangeError(`writtenOn is not a day of the form YYYY-MM-DD: ${paper.writtenOn}`)
  }
  for (const part of paper.parts) if (part.kind === 'table') checkTable(part)
}

/** Throws RangeError when a table has no columns, or a row with more or fewer cells than columns. */
export function checkTable(table: Table): void {
  const wanted = table.columns.length
  if (wanted === 0) throw new RangeError('a table needs at least one column')
  const wrong = [...table.rows, ...(table.totals ? [table.totals] : [])].findIndex((row) => row.length !== wanted)
  if (wrong !== -1) throw new RangeError(`row ${wrong + 1} of a table does not have its ${wanted} cells`)
}
