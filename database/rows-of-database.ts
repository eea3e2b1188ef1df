import type pg from 'pg'

/** A table with its rows as the database prints them in JSON, every column by its name. */
export type TableRows = { table: string; columns: string[]; rows: Record<string, unknown>[] }

type Reference = { table: string; needs: string }

/**
 * Every row of every table outside the given ones, each table after those that it points at, and within a table in the
 * order of its key: the same database gives the same answer.
 */
export async function readRows(client: pg.ClientBase, leaveOut: (table: string) => boolean): Promise<TableRows[]> {
  await client.query(`set timezone = 'UTC'`)
  const tables = (await tablesByName(client)).filter(({ table }) => !leaveOut(table))
  const read: TableRows[] = []
  for (const { table, columns, key } of inOrder(tables, await references(client))) {
    const order = key.length > 0 ? key.map(quoted).join(', ') : columns.map(quoted).join(', ')
    const { rows } = await client.query<{ row: Record<string, unknown> }>(
      `select to_json(one) as row from ${qualified(table)} as one order by ${order}`,
    )
    if (rows.length > 0) read.push({ table, columns, rows: rows.map(({ row }) => row) })
  }
  return read
}

/**
 * Writes the rows into tables of the same shape, in one transaction. What the migrations put there is taken away first: it
 * is among the rows.
 */
export async function writeRows(client: pg.ClientBase, tables: readonly TableRows[]): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local timezone = 'UTC'`)
    if (tables.length > 0)
      await client.query(`truncate ${tables.map(({ table }) => qualified(table)).join(', ')} cascade`)
    for (const { table, columns, rows } of tables) {
      const names = columns.map(quoted).join(', ')
      await client.query(
        `insert into ${qualified(table)} (${names})
         select ${names} from json_populate_recordset(null::${qualified(table)}, $1::json)`,
        [JSON.stringify(rows)],
      )
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

type Shape = { table: string; columns: string[]; key: string[] }

async function tablesByName(client: pg.ClientBase): Promise<Shape[]> {
  const { rows } = await client.query<Shape>(`
    select format('%s.%s', space.nspname, class.relname) as table,
      array(
        select attname::text from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum
      ) as columns,
      array(
        select attname::text from pg_index
        join lateral unnest(indkey) with ordinality as part(number, place) on true
        join pg_attribute on attrelid = class.oid and attnum = part.number
        where indrelid = class.oid and indisprimary order by part.place
      ) as key
    from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where class.relkind = 'r' and space.nspname !~ '^(pg_|information_schema$)'
    order by 1
  `)
  return rows
}

async function references(client: pg.ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select format('%s.%s', space.nspname, class.relname) as table,
      format('%s.%s', target_space.nspname, target.relname) as needs
    from pg_constraint
    join pg_class as class on class.oid = conrelid
    join pg_namespace as space on space.oid = class.relnamespace
    join pg_class as target on target.oid = confrelid
    join pg_namespace as target_space on target_space.oid = target.relnamespace
    where contype = 'f' and conrelid <> confrelid
  `)
  return rows
}

function inOrder(tables: readonly Shape[], refs: readonly Reference[]): Shape[] {
  const placed = new Set<string>()
  const sorted: Shape[] = []
  let waiting = [...tables]
  const known = new Set(tables.map(({ table }) => table))
  while (waiting.length > 0) {
    const ready = waiting.filter(({ table }) =>
      refs.every((ref) => ref.table !== table || placed.has(ref.needs) || !known.has(ref.needs)),
    )
    if (ready.length === 0)
      throw new Error(`tables point at each other in a circle: ${waiting.map(({ table }) => table)}`)
    for (const shape of ready) placed.add(shape.table)
    sorted.push(...ready)
    waiting = waiting.filter(({ table }) => !placed.has(table))
  }
  return sorted
}

function qualified(table: string): string {
  const [schema = '', name = ''] = table.split('.')
  return `${quoted(schema)}.${quoted(name)}`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
