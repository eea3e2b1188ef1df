import type pg from 'pg'
import { foreignSchemas } from './print-schema.ts'

/** A rule that the migrated schema breaks, where, and which part of it. */
export type Breach = { rule: string; at: string; detail: string }

/**
 * The rules of a schema that can be spread over a distributed PostgreSQL by practice and by person, and in which
 * row security holds for every owner. Tables marked local are other tools' and free of them.
 */
export async function distributionBreaches(client: pg.ClientBase | pg.Pool): Promise<Breach[]> {
  const { rows } = await client.query<Breach>(`${facts} ${rules.join('\nunion all\n')} order by 1, 2, 3`, [
    foreignSchemas,
  ])
  return rows
}

// t: our tables, with kind and owner column; d: those of an owner; s: those under the rules at all; k: their
// constraints; f: our functions.
const facts = `
  with t as materialized (
    select c.oid, c.oid::regclass::text as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity, m.kind,
      case m.kind when 'distributed by practice' then 'practice_id' when 'distributed by person' then 'person_id' end as owner_column,
      (select a.attnum from pg_attribute a where a.attrelid = c.oid and not a.attisdropped and a.attname =
        case m.kind when 'distributed by practice' then 'practice_id' when 'distributed by person' then 'person_id' end) as owner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join lateral (select coalesce(obj_description(c.oid, 'pg_class'), '') as kind) m
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> all ($1)
  ),
  d as (select * from t where owner_column is not null),
  s as (select * from t where kind <> 'local'),
  k as (select k.*, k.oid::int8 as id, k.conname::text as name, s.name as tab, s.kind, s.owner from s join pg_constraint k on k.conrelid = s.oid),
  f as materialized (
    select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prokind in ('f', 'p') and n.nspname !~ '^pg_' and n.nspname <> all ($1)
      and not exists (select from pg_depend e where e.objid = p.oid and e.deptype = 'e')
  ),
  runtime as (select oid, rolname::text as name from pg_roles where rolname in ('portal', 'operations', 'sign_in'))`

const rules = [
  `select 'says whose it is: one of four comments' as rule, name as at, kind as detail from t
   where kind not in ('distributed by practice', 'distributed by person', 'reference', 'local')`,
  `select 'has its owner column, a uuid that is never null', d.name, owner_column from d
     left join pg_attribute a on a.attrelid = d.oid and a.attnum = d.owner
   where a.attnum is null or not a.attnotnull or a.atttypid <> 'uuid'::regtype`,
  `select 'has a primary key', name, '' from t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  `select 'every unique key begins with the owner column', d.name, i.indexrelid::regclass::text from d
     join pg_index i on i.indrelid = d.oid and i.indisunique where i.indkey[0] is distinct from d.owner`,
  `select 'an exclusion constraint holds the owner column with =', k.tab, k.name from k
   where k.contype = 'x' and k.kind <> 'reference' and not exists (
     select from unnest(k.conkey, k.conexclop) x (column_number, operator) join pg_operator o on o.oid = x.operator
     where x.column_number = k.owner and o.oprname = '=')`,
  `select 'a foreign key between tables of one owner begins with the owner columns', k.tab, k.name from k
     join d other on other.oid = k.confrelid
   where k.contype = 'f' and other.kind = k.kind and (k.conkey[1] <> k.owner or k.confkey[1] <> other.owner)`,
  `select 'a foreign key leads to the same owner kind or to a reference table', k.tab, k.name from k
     left join t other on other.oid = k.confrelid
   where k.contype = 'f' and (other.kind is null or other.kind not in (k.kind, 'reference'))`,
  `select 'no constraint is deferrable', k.tab, k.name from k where k.condeferrable`,
  `select 'no identity column, no default from a sequence', s.name, a.attname::text from s
     join pg_attribute a on a.attrelid = s.oid and a.attnum > 0
     left join pg_attrdef f on f.adrelid = s.oid and f.adnum = a.attnum
   where a.attidentity <> '' or pg_get_expr(f.adbin, f.adrelid) ~ 'nextval'`,
  `select 'no sequence', c.oid::regclass::text, '' from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'S' and n.nspname !~ '^pg_' and n.nspname <> all ($1)`,
  `select 'no trigger', s.name, g.tgname::text from s join pg_trigger g on g.tgrelid = s.oid and not g.tgisinternal`,
  ...machineRules(),
  `select 'row security is on and forced', name, '' from d where not (relrowsecurity and relforcerowsecurity)`,
  `select 'has a policy that admits all to its owner and to operations', d.name, r.rolname::text from d
     join pg_roles r on r.oid = d.relowner or r.rolname = 'operations'
   where not exists (select from pg_policy p where p.polrelid = d.oid and r.oid = any (p.polroles) and p.polcmd = '*'
     and pg_get_expr(p.polqual, p.polrelid) = 'true' and pg_get_expr(p.polwithcheck, p.polrelid) = 'true')`,
  `select 'no policy admits everybody to everything', d.name, p.polname::text from d join pg_policy p on p.polrelid = d.oid
   where p.polroles && (select array_agg(oid) || 0::oid from runtime where name <> 'operations')
     and 'true' in (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))`,
  `select 'a policy admits portal where portal has privileges', d.name, '' from d
   where has_any_column_privilege('portal', d.oid, 'select, insert, update') and not exists (
     select from pg_policy p join runtime r on r.name = 'portal' and r.oid = any (p.polroles) where p.polrelid = d.oid)`,
  `select 'the public has no privilege', name, a.privilege_type from t
     join pg_class c on c.oid = t.oid cross join aclexplode(c.relacl) a where a.grantee = 0`,
  `select 'only sign_in reaches its schema, and sign_in nothing else', t.name, r.name from t cross join runtime r
   where has_any_column_privilege(r.oid, t.oid, 'select, insert, update, references') and (t.name ~ '^sign_in\\.') <> (r.name = 'sign_in')`,
  `select 'runtime roles truncate nothing and refer to nothing', t.name, r.name from t cross join runtime r
   where has_table_privilege(r.oid, t.oid, 'truncate, trigger') or has_any_column_privilege(r.oid, t.oid, 'references')`,
  `select 'a definer function fixes its search path and is not the public''s', p.oid::regprocedure::text, '' from pg_proc p
     join pg_namespace n on n.oid = p.pronamespace
   where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
     and (not coalesce(p.proconfig::text ~ 'search_path=', false) or has_function_privilege('public', p.oid, 'execute'))`,
  `select 'a view asks as the one who looks (security_invoker)', c.oid::regclass::text, c.relkind::text from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> all ($1)
     and not coalesce(c.reloptions && '{security_invoker=true,security_invoker=on}', false)`,
  `select 'a view joins tables of one owner kind', v.oid::regclass::text, string_agg(distinct d.kind, ', ') from pg_class v
     join pg_rewrite w on w.ev_class = v.oid join pg_depend p on p.objid = w.oid and p.classid = 'pg_rewrite'::regclass
     join d on d.oid = p.refobjid where v.relkind in ('v', 'm') group by v.oid having count(distinct d.kind) > 1`,
]

// The clock and chance come from the application: nothing under the rules asks the machine for them.
function machineRules(): string[] {
  const words =
    '\\m(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|random|gen_random_uuid|uuidv4|uuidv7)\\s*\\(' +
    '|\\m(current_date|current_time|current_timestamp|localtime|localtimestamp)\\M'
  const rule = `'nothing asks the machine for the time or for chance'`
  return [
    `select ${rule}, s.name, p.polname::text from s join pg_policy p on p.polrelid = s.oid
     where concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~* '${words}'`,
    `select ${rule}, s.name, a.attname::text from s join pg_attrdef f on f.adrelid = s.oid
       join pg_attribute a on a.attrelid = s.oid and a.attnum = f.adnum where pg_get_expr(f.adbin, f.adrelid) ~* '${words}'`,
    `select ${rule}, k.tab, k.name from k where k.contype = 'c' and pg_get_constraintdef(k.id::oid) ~* '${words}'`,
    `select ${rule}, c.oid::regclass::text, 'view' from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and n.nspname !~ '^pg_' and n.nspname <> all ($1) and pg_get_viewdef(c.oid) ~* '${words}'`,
    `select ${rule}, f.oid::regprocedure::text, 'function' from f where pg_get_functiondef(f.oid) ~* '${words}'`,
  ]
}
