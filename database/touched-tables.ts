import { AsyncLocalStorage } from 'node:async_hooks'
import { type LogEvent, sql } from 'kysely'
import type { Db } from './connect.ts'

/** Tables by their full names, 'claims.claim'. */
export type Touched = { read: ReadonlySet<string>; written: ReadonlySet<string> }

const listening = new AsyncLocalStorage<Set<string>>()

/** Every connection tells of each statement that it has sent. */
export function hearStatement({ query }: LogEvent): void {
  listening.getStore()?.add(query.sql)
}

/** The texts of the statements that a deed sent, each once, whether it went well or not. */
export function hearStatements<T>(deed: () => Promise<T>): { answer: Promise<T>; statements: ReadonlySet<string> } {
  const statements = new Set<string>()
  return { answer: listening.run(statements, deed), statements }
}

type Named = { kind: 'table' | 'text'; body: string }
type Catalogue = ReadonlyMap<string, Named>

const name = String.raw`"?([a-z_][a-z_0-9]*)"?\."?([a-z_][a-z_0-9]*)"?`
const anyName = new RegExp(name, 'gi')
const writtenName = new RegExp(
  String.raw`\b(?:insert\s+into|update|delete\s+from|merge\s+into)\s+(?:only\s+)?${name}`,
  'gi',
)

/**
 * Which tables a statement touches, as far as its text and the database's own views, functions and triggers say. A word
 * that only looks like a table's name counts as one: too many never do harm.
 */
export class TouchedTables {
  readonly #catalogue: Catalogue
  readonly #known = new Map<string, Touched>()

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue
  }

  of(statements: Iterable<string>): Touched {
    const read = new Set<string>()
    const written = new Set<string>()
    for (const statement of statements) {
      const touched = this.#known.get(statement) ?? this.#look(statement)
      for (const table of touched.read) read.add(table)
      for (const table of touched.written) written.add(table)
    }
    return { read, written }
  }

  #look(statement: string): Touched {
    const read = new Set<string>()
    const written = new Set<string>()
    const texts = [statement]
    const seen = new Set(texts)
    const follow = (text: string | undefined) => {
      if (text === undefined || text === '' || seen.has(text)) return
      seen.add(text)
      texts.push(text)
    }
    for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
      for (const found of namesIn(text, anyName)) {
        const named = this.#catalogue.get(found)
        if (named?.kind === 'table') read.add(found)
        else follow(named?.body)
      }
      for (const found of namesIn(text, writtenName)) {
        written.add(found)
        // What its triggers do.
        follow(this.#catalogue.get(found)?.body)
      }
    }
    const touched = { read, written }
    if (this.#known.size > 5000) this.#known.clear()
    this.#known.set(statement, touched)
    return touched
  }
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, schema, own]) => `${schema}.${own}`.toLowerCase())
}

const catalogues = new WeakMap<Db, Promise<TouchedTables>>()

/** Read once for each connection: a schema does not change while a server runs on it. */
export function touchedTables(db: Db): Promise<TouchedTables> {
  const known = catalogues.get(db) ?? readCatalogue(db).then((catalogue) => new TouchedTables(catalogue))
  catalogues.set(db, known)
  known.catch(() => catalogues.delete(db))
  return known
}

// A table's body is what its triggers do; of functions of one name the bodies are taken together.
async function readCatalogue(db: Db): Promise<Catalogue> {
  const { rows } = await sql<{ name: string; kind: 'table' | 'text'; body: string }>`
    with own as (
      select oid, nspname from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker')
    )
    select nspname || '.' || relname as name, 'table' as kind, coalesce(
      (select string_agg(pg_get_functiondef(tgfoid), ' ') from pg_trigger where tgrelid = pg_class.oid and not tgisinternal), ''
    ) as body
    from pg_class join own on own.oid = relnamespace where relkind in ('r', 'p')
    union all
    select nspname || '.' || relname, 'text', pg_get_viewdef(pg_class.oid)
    from pg_class join own on own.oid = relnamespace where relkind in ('v', 'm')
    union all
    select nspname || '.' || proname, 'text', string_agg(pg_get_functiondef(pg_proc.oid), ' ')
    from pg_proc join own on own.oid = pronamespace where prokind in ('f', 'p') group by 1
  `.execute(db)
  return new Map(rows.map(({ name, kind, body }) => [name, { kind, body }]))
}
