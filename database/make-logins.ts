import { createHmac } from 'node:crypto'
import pg from 'pg'

export const runtimeRoles = ['portal', 'operations', 'sign_in'] as const

export type RuntimeRole = (typeof runtimeRoles)[number]

export type LoginUrls = Record<RuntimeRole, string>

const variables: LoginUrls = {
  portal: 'DATABASE_URL_PORTAL',
  operations: 'DATABASE_URL_OPERATIONS',
  sign_in: 'DATABASE_URL_SIGN_IN',
}

/**
 * Makes the login roles that are missing, and answers how each is reached. A login without a URL of its own has a
 * password made from the owner's, the same at every start. Where the owner may not make roles, the error holds the statements.
 */
export async function makeLogins(
  client: pg.ClientBase,
  ownerUrl: string,
  given: Partial<LoginUrls>,
): Promise<LoginUrls> {
  const urls = {
    portal: given.portal ?? madeUrl(ownerUrl, 'portal'),
    operations: given.operations ?? madeUrl(ownerUrl, 'operations'),
    sign_in: given.sign_in ?? madeUrl(ownerUrl, 'sign_in'),
  }
  const { rows } = await client.query<{ rolname: RuntimeRole }>(
    'select rolname from pg_roles where rolname = any($1)',
    [runtimeRoles],
  )
  const missing = runtimeRoles.filter((role) => !rows.some((row) => row.rolname === role))
  for (const role of missing) await makeRole(client, role, urls[role], missing)
  await client.query(letInOnly)
  return urls
}

const letInOnly = `
  do $$
  begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to portal, operations, sign_in', current_database());
  end
  $$
`

const insufficientPrivilege = '42501'
const madeMeanwhile = ['42710', '23505']

async function makeRole(client: pg.ClientBase, role: RuntimeRole, url: string, missing: RuntimeRole[]): Promise<void> {
  const password = decodeURIComponent(new URL(url).password)
  try {
    await client.query(`create role ${role} login password ${pg.escapeLiteral(password)}`)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code !== undefined && madeMeanwhile.includes(code)) return
    if (code === insufficientPrivilege) throw new Error(whatToRun(missing), { cause: error })
    throw error
  }
}

function whatToRun(missing: RuntimeRole[]): string {
  const statements = missing.map((role) => `  create role ${role} login password '…';`)
  const settings = missing.map((role) => `  ${variables[role]}=postgres://${role}:…@…`)
  return [
    'The owner of the database may not make roles. Let an administrator run, with passwords of your choice,',
    ...statements,
    'and set',
    ...settings,
  ].join('\n')
}

function madeUrl(ownerUrl: string, role: RuntimeRole): string {
  const url = new URL(ownerUrl)
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(`evenkeel login ${role}`).digest('hex')
  url.username = role
  return url.href
}
