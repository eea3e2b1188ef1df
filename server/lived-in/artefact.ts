import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import pg from 'pg'
import { z } from 'zod'
import { openedKeys, prepareEncryption } from '../../database/data-keys.ts'
import { readRows, type TableRows, writeRows } from '../../database/rows-of-database.ts'
import type { WrappingKeys } from '../../database/wrapping-keys.ts'
import { encrypted, inTheClear } from './encrypted-artefact.ts'

/**
 * The played months as one file: the migrations they were made at, every row, and the files of the simulated partners.
 * Content that stands in several places (a claim file lies with us, the clearinghouse and the payer) is kept once.
 */
export type Artefact = {
  format: 1
  migrations: string[]
  tables: TableRows[]
  files: { path: string; content: number }[]
  contents: string[]
}

/** Where the project keeps it; `npm run play` makes it anew. */
export const artefactFile = join(import.meta.dirname, 'played-months.zst')

const Packed = z.object({
  format: z.literal(1),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ table: z.string(), columns: z.array(z.string()), rows: z.array(z.looseObject({})) })),
  files: z.array(z.object({ path: z.string(), content: z.int() })),
  contents: z.array(z.string()),
})

// Sessions of browsers, answers to repeats of requests, and what other tools keep: nothing of it outlives a play.
const leftOut =
  /^(migrations|graphile_worker)\.|^house\.data_key$|^sign_in\.(session|verification)$|^house\.replayed_answer/
// What a partner makes at its first start on a machine: keys, passwords, ports, and the settings it was started with.
const ownOfMachine =
  /(^|\/)(host-key|passwords\.json|[a-z]+\.port|one-server\.lock|visits\.ndjson|(unfinished|\.)[^/]*)$|^[a-z]+\.(json|pid)$/

/** Takes everything that a later start needs, from the database and the folder of the partners. */
export async function takeArtefact({
  ownerUrl,
  outside,
  keys,
}: {
  ownerUrl: string
  outside: string
  keys: WrappingKeys
}): Promise<Uint8Array> {
  const contents = new Map<string, number>()
  const keep = (text: string) => {
    const known = contents.get(text) ?? contents.size
    contents.set(text, known)
    return known
  }
  const files = filesIn(outside)
    .filter((path) => !ownOfMachine.test(path))
    .map((path) => ({ path, content: keep(readFileSync(join(outside, path)).toString('latin1')) }))
  const { tables, migrations } = await asOwner(ownerUrl, async (client) => {
    const applied = await client.query<{ name: string }>('select name from migrations.applied order by name')
    const rows = await readRows(client, (table) => leftOut.test(table))
    const { all } = await openedKeys(client, { wrappingKeys: keys })
    return { tables: rows.map((table) => inTheClear(table, all)), migrations: applied.rows.map(({ name }) => name) }
  })
  const packed: Artefact = {
    format: 1,
    migrations,
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => mapValues(row, (value) => put(value, keep))),
    })),
    files,
    contents: [],
  }
  packed.contents = [...contents.keys()]
  return zstdCompressSync(JSON.stringify(packed), {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
      [constants.ZSTD_c_windowLog]: 25,
    },
  })
}

/** The artefact of this version, and a name that changes with its content; null where the project has none. */
export function readArtefact(file = artefactFile): { artefact: Artefact; name: string } | null {
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  const text = zstdDecompressSync(bytes, { params: { [constants.ZSTD_d_windowLogMax]: 25 } }).toString('utf8')
  return { artefact: Packed.parse(JSON.parse(text)), name: nameOf(bytes) }
}

/**
 * Fills an empty database that stands at the artefact's migrations. Where these encrypt columns already, it has data keys,
 * and what the file holds in the clear is encrypted with them; else `prepareEncryption` does it once the migrations did.
 */
export async function loadRows(
  ownerUrl: string,
  { tables, contents }: Artefact,
  wrappingKeys: WrappingKeys,
): Promise<void> {
  const encrypts = await asOwner(ownerUrl, hasDataKeys)
  if (encrypts) await prepareEncryption({ ownerUrl, wrappingKeys, at: new Date() })
  await asOwner(ownerUrl, async (client) => {
    const keys = encrypts ? await openedKeys(client, { wrappingKeys }) : null
    const whole = tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => mapValues(row, (value) => get(value, contents))),
    }))
    await writeRows(client, keys === null ? whole : whole.map((table) => encrypted(table, keys)))
  })
}

async function hasDataKeys(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(`select to_regclass('house.data_key') is not null as has`)
  return rows[0]?.has ?? false
}

/** Lays the partners' files out in a folder that has none of theirs. */
export function layOutFiles(outside: string, { files, contents }: Artefact): void {
  for (const { path, content } of files) {
    const file = join(outside, path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, Buffer.from(contents[content] ?? '', 'latin1'))
  }
}

function nameOf(bytes: Uint8Array): string {
  return `lived_in_${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`
}

async function asOwner<Answer>(url: string, deed: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await deed(client)
  } finally {
    await client.end()
  }
}

// A column of bytes is printed as \x and hexadecimal digits; short ones stay as they are.
const longBytes = /^\\x(?:[0-9a-f]{2}){64,}$/

function put(value: unknown, keep: (text: string) => number): unknown {
  if (typeof value !== 'string' || !longBytes.test(value)) return value
  return { content: keep(Buffer.from(value.slice(2), 'hex').toString('latin1')) }
}

function get(value: unknown, contents: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || !('content' in value)) return value
  const { content } = value
  if (Object.keys(value).length > 1 || typeof content !== 'number') return value
  return `\\x${Buffer.from(contents[content] ?? '', 'latin1').toString('hex')}`
}

function mapValues(row: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()
}
