import { createHash, type Hash } from 'node:crypto'
import type { Db } from '../business/world.ts'
import { writeCsv } from '../libraries/paper/index.ts'
import { writeZip, type ZipEntry } from '../libraries/paper/write-zip.ts'
import { type ExportedTable, exportedTables, rowsOf } from './export-store.ts'

type Listed = { name: string; rows: number; bytes: number; sha256: string }

export type ExportOf = { what: string; of: string; at: string; by: string }

/**
 * Everything of one owner as a ZIP archive, as its bytes come: each table as JSON lines and as CSV, and a manifest at the
 * end with the rows and the SHA-256 of every file. In one transaction, so that all of it is of one moment.
 */
export async function* writeExport(db: Db, about: ExportOf): AsyncGenerator<Uint8Array> {
  const listed: Listed[] = []
  yield* writeZip(entriesOf(db, about, listed))
}

async function* entriesOf(db: Db, about: ExportOf, listed: Listed[]): AsyncGenerator<ZipEntry> {
  for (const table of await exportedTables(db)) {
    const lines = { name: `${table.name}.ndjson`, rows: 0, bytes: 0, sha256: '' }
    yield { name: lines.name, chunks: hashed(jsonLines(db, table, lines), lines) }
    // Nothing of it is this owner's: an empty file says so, and the table is not read twice.
    const csv = { name: `${table.name}.csv`, rows: 0, bytes: 0, sha256: '' }
    listed.push(lines)
    if (lines.rows === 0) continue
    yield { name: csv.name, chunks: hashed(csvLines(db, table, csv), csv) }
    listed.push(csv)
  }
  const manifest = { ...about, files: listed }
  yield { name: 'manifest.json', chunks: [new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)] }
}

async function* jsonLines(db: Db, table: ExportedTable, listed: Listed): AsyncGenerator<string> {
  for await (const rows of rowsOf(db, table)) {
    listed.rows += rows.length
    yield rows.map((row) => `${row}\n`).join('')
  }
}

async function* csvLines(db: Db, table: ExportedTable, listed: Listed): AsyncGenerator<string> {
  const columns = table.columns.map((name) => ({ name, align: 'left' as const }))
  const head = writeCsv({ columns, rows: [] })
  yield head
  for await (const rows of rowsOf(db, table)) {
    listed.rows += rows.length
    const cells = rows.map((row) => {
      const values = JSON.parse(row) as Record<string, unknown>
      return table.columns.map((name) => textOf(values[name]))
    })
    yield writeCsv({ columns, rows: cells }).slice(head.length)
  }
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

async function* hashed(texts: AsyncIterable<string>, listed: Listed): AsyncGenerator<Uint8Array> {
  const hash: Hash = createHash('sha256')
  for await (const text of texts) {
    const bytes = new TextEncoder().encode(text)
    hash.update(bytes)
    listed.bytes += bytes.length
    yield bytes
  }
  listed.sha256 = hash.digest('hex')
}
