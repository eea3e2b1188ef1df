import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { recordMember } from '../business/practices/practice-store.ts'
import type { Db, Ids } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import type { Instant } from '../libraries/calendar/index.ts'
import { recordAudit } from './audit-store.ts'
import { settingsWith } from './command-settings.ts'
import { makeIds } from './ids.ts'
import { type Databases, openDatabases } from './open-databases.ts'
import { clockAsItStands } from './operator-clock.ts'
import { ensureOperator } from './operator-store.ts'
import type { Settings } from './settings.ts'
import { openSignIn } from './sign-in.ts'
import { WrongUse } from './wrong-use.ts'

const Wanted = z.strictObject({
  email: z.email('--email needs an address'),
  name: z.string('--name is needed').trim().min(1, '--name is needed'),
  practice: z.union([z.literal('operator'), z.uuid()], '--practice needs "operator" or the id of a practice'),
  role: z.enum(['owner', 'admin', 'operator_staff'], '--role needs owner, admin or operator_staff'),
})

type Wanted = z.output<typeof Wanted>

/**
 * `add-user --email … --name … --practice … --role …`: a login and its member. Nobody signs up by themselves, so this is
 * how the first person of an operator comes in. Exit 1 when the practice is not there or the login belongs to it already.
 */
export async function addUserCommand(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, {
    email: { type: 'string' },
    name: { type: 'string' },
    practice: { type: 'string' },
    role: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  })
  const { email, name, practice, role } = values
  const wanted = parse({ email, name, practice, role })
  const password = values['password-stdin'] === true ? await passwordFromInput() : randomBytes(18).toString('base64url')
  const databases = await openDatabases(settings, (line) => process.stderr.write(`${line}\n`))
  try {
    const answer = await addUser(databases, settings, { ...wanted, password })
    if (answer.outcome !== 'added') return refuse(answer.outcome, wanted)
    process.stdout.write(`${wanted.email} may sign in as ${wanted.role} (member ${answer.memberId}).\n`)
    if (!answer.isNew) process.stdout.write('The login was there already; its password is as it was.\n')
    else if (values['password-stdin'] !== true) process.stdout.write(`Password, shown this once: ${password}\n`)
    return 0
  } finally {
    await databases.close()
  }
}

function parse(given: unknown): Wanted {
  const read = Wanted.safeParse(given)
  if (!read.success) throw new WrongUse(read.error.issues.map(({ message }) => message).join('\n'))
  if ((read.data.practice === 'operator') !== (read.data.role === 'operator_staff'))
    throw new WrongUse('The role operator_staff is for the practice "operator", and no other role is')
  return read.data
}

async function passwordFromInput(): Promise<string> {
  const [password = ''] = (await text(process.stdin)).split(/\r?\n/)
  if (password.length < 12) throw new WrongUse('The password on standard input needs at least 12 characters')
  return password
}

type Added = { outcome: 'added'; memberId: string; isNew: boolean } | { outcome: 'no_such_practice' | 'is_member' }

async function addUser(
  databases: Databases,
  settings: Settings,
  wanted: Wanted & { password: string },
): Promise<Added> {
  const { operations } = databases
  const ids = makeIds()
  const at = (await clockAsItStands(operations)).now()
  const { operatorName: name, zone } = settings
  const operator = await ensureOperator(operations, { id: ids.next(), name, zone, at })
  const practiceId = wanted.practice === 'operator' ? operator : wanted.practice
  const signIn = openSignIn({
    db: databases.signIn,
    mode: settings.mode,
    url: settings.url,
    origins: () => [settings.url],
    // Nothing is signed here: a login and the hash of its password are made.
    secret: settings.signInSecret ?? randomBytes(32).toString('base64url'),
    newId: ids.next,
  })
  const known = await signIn.userByEmail(wanted.email)
  const standing = await standingOf(operations, practiceId, known?.userId ?? null)
  if (standing !== 'may_join') return { outcome: standing }
  const { id: userId } = await signIn.addUser(wanted)
  const memberId = await addMember(operations, { ids, at, practiceId, userId, wanted })
  return { outcome: 'added', memberId, isNew: known === null }
}

async function standingOf(operations: Db, practiceId: string, userId: string | null) {
  const practice = await operations
    .selectFrom('practices.practice')
    .select('practice_id')
    .where('practice_id', '=', practiceId)
    .executeTakeFirst()
  if (practice === undefined) return 'no_such_practice'
  const member = await operations
    .selectFrom('practices.member')
    .select('id')
    .where('practice_id', '=', practiceId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return member === undefined ? 'may_join' : 'is_member'
}

type NewMember = { ids: Ids; at: Instant; practiceId: string; userId: string; wanted: Wanted }

function addMember(operations: Db, { ids, at, practiceId, userId, wanted }: NewMember): Promise<string> {
  return asOperations(operations, { user: null, now: at }, async (db) => {
    const memberId = ids.next()
    await recordMember(db, {
      practiceId,
      id: memberId,
      userId,
      name: wanted.name,
      role: wanted.role,
      clinician: false,
      npi: null,
      taxonomy: null,
      licenceFamily: null,
      joinedAt: at,
    })
    const about = { practiceId, id: ids.next(), at, userId: null, personId: null }
    await recordAudit(db, [{ ...about, action: 'write add-user', subject: `made ${memberId}`, reason: null }])
    return memberId
  })
}

function refuse(outcome: 'no_such_practice' | 'is_member', { practice, email }: Wanted): number {
  const why = {
    no_such_practice: `There is no practice ${practice}`,
    is_member: `${email} belongs to this practice already`,
  }
  process.stderr.write(`${why[outcome]}.\n`)
  return 1
}
