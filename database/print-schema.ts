import type pg from 'pg'

/** Schemas of others' tools and of the migrations' own book: not part of what the migrations say. */
export const foreignSchemas = ['graphile_worker', 'migrations', 'pg_catalog', 'information_schema', 'pg_toast']

/** The migrated database as SQL, read from its catalogue, sorted by name: equal databases give equal text. */
export async function printSchema(client: pg.ClientBase | pg.Pool): Promise<string> {
  const sections = await Promise.all([extensions, schemas, routines, tables, views].map((print) => print(client)))
  return `-- Printed from the migrated database by database/generate.ts; never edited. Policies name the owner as current_user.\n\n${sections.flat().join('\n\n')}\n`
}

type Client = pg.ClientBase | pg.Pool

const ours = `n.nspname !~ '^pg_' and n.nspname <> all (array['${foreignSchemas.join(`', '`)}'])`
const notOfExtension = (oid: string) =>
  `not exists (select from pg_depend e where e.objid = ${oid} and e.deptype = 'e')`

async function lines(client: Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(query)
  return rows.map((row) => row.line)
}

function extensions(client: Client): Promise<string[]> {
  return lines(
    client,
    `select format('create extension %I with schema %I;', e.extname, n.nspname) as line
     from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql' order by e.extname`,
  )
}

function schemas(client: Client): Promise<string[]> {
  return lines(
    client,
    `select concat_ws(E'\\n', format('create schema %I;', n.nspname),
       (select string_agg(format('grant %s on schema %I to %s;', lower(a.privilege_type), n.nspname, r.rolname), E'\\n'
          order by r.rolname, a.privilege_type)
        from aclexplode(n.nspacl) a join pg_roles r on r.oid = a.grantee where a.grantee <> n.nspowner)) as line
     from pg_namespace n where ${ours} and n.nspname <> 'public' order by n.nspname`,
  )
}

function routines(client: Client): Promise<string[]> {
  return lines(
    client,
    `select concat_ws(E'\\n', rtrim(pg_get_functiondef(p.oid), E'\\n') || ';',
       (select string_agg(format('grant execute on routine %s to %s;', p.oid::regprocedure, coalesce(r.rolname, 'public')), E'\\n'
          order by r.rolname)
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a left join pg_roles r on r.oid = a.grantee
        where a.grantee <> p.proowner)) as line
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${ours} and ${notOfExtension('p.oid')} order by n.nspname, p.proname, p.oid::regprocedure::text`,
  )
}

// One block for each table: columns, constraints, indexes, comments, row security, policies, grants.
function tables(client: Client): Promise<string[]> {
  return lines(
    client,
    `select concat_ws(E'\\n',
       format(E'create table %s (\\n%s\\n);', t.name, concat_ws(E',\\n', (${columnsOf}), (${constraintsOf}))),
       (${indexesOf}), (${commentsOf}),
       case when c.relrowsecurity then format('alter table %s enable row level security;', t.name) end,
       case when c.relforcerowsecurity then format('alter table %s force row level security;', t.name) end,
       (${policiesOf}), (${grantsOf}), (${columnGrantsOf})) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join lateral (select format('%I.%I', n.nspname, c.relname) as name) t
     where c.relkind in ('r', 'p') and ${ours} and ${notOfExtension('c.oid')} order by n.nspname, c.relname`,
  )
}

function views(client: Client): Promise<string[]> {
  return lines(
    client,
    `select concat_ws(E'\\n',
       format(E'create view %s%s as\\n%s', t.name, ' with (' || array_to_string(c.reloptions, ', ') || ')',
         pg_get_viewdef(c.oid, true)),
       (${commentsOf}), (${grantsOf})) as line
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join lateral (select format('%I.%I', n.nspname, c.relname) as name) t
     where c.relkind in ('v', 'm') and ${ours} and ${notOfExtension('c.oid')} order by n.nspname, c.relname`,
  )
}

const columnsOf = `
  select string_agg(concat_ws(' ', format('  %I', a.attname), format_type(a.atttypid, a.atttypmod),
      case when a.attgenerated = 's' then format('generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
        else 'default ' || pg_get_expr(d.adbin, d.adrelid) end,
      case when a.attnotnull then 'not null' end), E',\\n' order by a.attnum)
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`

const constraintsOf = `
  select string_agg(format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\\n'
    order by array_position('{p,u,x,c,f}'::"char"[], k.contype), k.conname)
  from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'x', 'c', 'f')`

const indexesOf = `
  select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by i.indexrelid::regclass::text)
  from pg_index i where i.indrelid = c.oid
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`

const commentsOf = `
  select string_agg(case when d.objsubid = 0 then format('comment on %s %s is %L;',
      case when c.relkind in ('v', 'm') then 'view' else 'table' end, t.name, d.description)
      else format('comment on column %s.%I is %L;', t.name, a.attname, d.description) end, E'\\n' order by d.objsubid)
  from pg_description d left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
  where d.objoid = c.oid and d.classoid = 'pg_class'::regclass`

const policiesOf = `
  select string_agg(concat_ws(' ', format('create policy %I on %s', p.polname, t.name),
      case when not p.polpermissive then 'as restrictive' end,
      'for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      'to ' || (select string_agg(case when r.oid = c.relowner then 'current_user' when r.oid is null then 'public'
          else r.rolname end, ', ' order by r.rolname)
        from unnest(p.polroles) x left join pg_roles r on r.oid = x),
      'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') || ';', E'\\n' order by p.polname)
  from pg_policy p where p.polrelid = c.oid`

const grantsOf = `
  select string_agg(format('grant %s on %s to %s;', g.privileges, t.name, g.grantee), E'\\n' order by g.grantee)
  from (select coalesce(r.rolname, 'public') as grantee,
      string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as privileges
    from aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> c.relowner group by 1) g`

const columnGrantsOf = `
  select string_agg(format('grant %s on %s to %s;', g.privileges, t.name, g.grantee), E'\\n' order by g.grantee)
  from (select coalesce(r.rolname, 'public') as grantee,
      string_agg(format('%s (%I)', lower(x.privilege_type), a.attname), ', ' order by x.privilege_type, a.attname) as privileges
    from pg_attribute a cross join aclexplode(a.attacl) x left join pg_roles r on r.oid = x.grantee
    where a.attrelid = c.oid group by 1) g`
