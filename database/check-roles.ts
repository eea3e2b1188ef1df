import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, runOnce, type Task } from 'graphile-worker'
import type pg from 'pg'
import { connectPool } from './connect.ts'
import { type LoginUrls, runtimeRoles } from './make-logins.ts'

/** What is wrong with the logins and row security of this database, in words; nothing when all is well. */
export async function checkRoles(urls: LoginUrls): Promise<string[]> {
  const problems: string[] = []
  for (const role of runtimeRoles) {
    const pool = connectPool(urls[role], { max: 1 })
    try {
      problems.push(...(await loginProblems(pool, role)))
      if (role === 'operations') problems.push(...(await unguardedTables(pool)))
    } finally {
      await pool.end()
    }
  }
  return problems
}

const probePatienceMs = 10_000

/** Runs a job as the role operations; answers null when it ran, else what to look at. */
export async function probeJob(operationsUrl: string): Promise<string | null> {
  const pool = connectPool(operationsUrl, { max: 2 })
  const key = `probe-${randomUUID()}`
  let ranAs = 'operations'
  const probe: Task = async (_payload, { query }) => {
    const { rows } = await query<{ role: string }>('select current_user as role')
    ranAs = rows[0]?.role ?? 'nobody'
  }
  try {
    await pool.query(`select graphile_worker.add_job('probe', job_key => $1)`, [key])
    await runOnce({
      pgPool: pool,
      taskList: { probe },
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
    })
    if (!(await isGone(pool, key)))
      return 'A probe job did not run: the role operations does not see the jobs. Run migrate again.'
    return ranAs === 'operations'
      ? null
      : `Jobs run as ${ranAs}, but must run as operations: see DATABASE_URL_OPERATIONS.`
  } catch (error) {
    return `A probe job could not be run as operations: ${error instanceof Error ? error.message : error}`
  } finally {
    await pool.end()
  }
}

// Another process that starts at the same moment may have taken the job and still be at it.
async function isGone(pool: pg.Pool, key: string): Promise<boolean> {
  for (const giveUpAt = performance.now() + probePatienceMs; performance.now() < giveUpAt; await pause(50)) {
    const { rows } = await pool.query<{ attempts: number }>(
      'select attempts from graphile_worker.jobs where key = $1',
      [key],
    )
    if (rows.length === 0) return true
    if (rows[0]?.attempts === 0) return false
  }
  return false
}

async function loginProblems(pool: pg.Pool, role: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; above: boolean; owns: number; acts_for: string[] }>(
    `select r.rolname as name, r.rolsuper or r.rolbypassrls or r.rolcreaterole as above,
       (select count(*)::int from pg_shdepend d where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o') as owns,
       (select coalesce(array_agg(o.rolname::text order by o.rolname), '{}') from pg_roles o
        where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member')) as acts_for
     from pg_roles r where r.rolname = current_user`,
  )
  const found = rows[0]
  if (found === undefined) return [`The login for ${role} is no role`]
  const problems: string[] = []
  if (found.name !== role) problems.push(`The login for ${role} is the role ${found.name}`)
  if (found.above)
    problems.push(
      `The role ${found.name} is a superuser, bypasses row security or makes roles; it must do none of these`,
    )
  if (found.owns > 0) problems.push(`The role ${found.name} owns ${found.owns} objects; it must own none`)
  if (found.acts_for.length > 0)
    problems.push(`The role ${found.name} may act as ${found.acts_for.join(', ')}; it must act for itself alone`)
  return problems
}

async function unguardedTables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') in ('distributed by practice', 'distributed by person')
       and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  )
  return rows.map(({ name }) => `Row security is not forced on ${name}`)
}
