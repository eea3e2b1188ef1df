import { checkTable, type Table } from './paper.ts'

/**
 * The columns and rows of a table as RFC 4180 has it: commas, quotes where needed, CRLF. Totals are left out, so that
 * a spreadsheet that adds a column up does not count twice. A cell that a spreadsheet might run as a formula gets an
 * apostrophe before it (OWASP, "CSV Injection", read 2026-03-02); numbers and amounts of money stay as they are.
 */
export function writeCsv(table: Table): string {
  checkTable(table)
  const records = [table.columns.map(({ name }) => name), ...table.rows]
  return records.map((record) => `${record.map(field).join(',')}\r\n`).join('')
}

/** What spreadsheets take for the beginning of a formula; the full-width twins are read alike in some of them. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/
const amount = /^[+\-−]?[$€]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?$/

function field(text: string): string {
  const safe = formula.test(text) && !amount.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
