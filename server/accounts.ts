import type { IncomingHttpHeaders } from 'node:http'
import { sql } from 'kysely'
import { joinPerson } from '../business/clients/join-person-flow.ts'
import { languageChosen, recordLanguageChoice } from '../business/clients/language-store.ts'
import type { Language } from '../business/visits/say-date.ts'
import { asOperations } from '../database/act-as.ts'
import type { CalendarDate } from '../libraries/calendar/index.ts'
import { type AccountDoors, hashOf, linkHours, newToken, type PostLetter } from './account-doors.ts'
import { languageOfAccount, lettersIn, pageIn } from './account-language.ts'
import type { AccountLetter } from './account-letters.ts'
import { changeEmailOf, type EmailChanges } from './email-change.ts'
import { tickSoon } from './jobs.ts'

export type SignUp = {
  givenName: string
  familyName: string
  dateOfBirth: CalendarDate
  email: string
  phone: string
  password: string
  /** Of the page on which they signed up. */
  language: Language
}

/** Whoever asks learns the same from each answer, whether or not there is an account; the letters say the rest. */
export type Accounts = EmailChanges & {
  /** Keeps what was entered and writes to the address; the same work whoever has it. */
  signUp(asked: SignUp): Promise<void>
  /** Writes again to whoever asked for an account within the last week and has not proved the address. */
  sendAgain(email: string): Promise<void>
  /** The link's token with the password that was chosen: makes the account, once, and signs in. */
  confirm(token: string, password: string, headers: IncomingHttpHeaders): Promise<Confirmed>
  /** In the account's language; where there is none, in that of the page. */
  forgotPassword(email: string, language: Language): Promise<void>
  /** Tells whoever owns a login that its password was changed while they were signed in. */
  tellPasswordChanged(email: string): Promise<void>
}

export type Confirmed =
  | { kind: 'confirmed'; cookies: string[] }
  | { kind: 'link_not_valid' | 'wrong_password' | 'wait' }

const weekMs = 7 * 24 * 60 * 60_000

type Pending = {
  id: string
  email: string
  givenName: string
  familyName: string
  dateOfBirth: CalendarDate
  phone: string
  passwordHash: string
  language: Language
}

export function openAccounts(doors: AccountDoors): Accounts {
  const post = (to: string, letter: AccountLetter) => postLetter(doors, to, letter)
  const guesses = doors.signIn.attemptLimits({ name: 'confirmation', most: 10, minutes: 15 })
  return {
    ...changeEmailOf(doors, post),
    async signUp({ password, ...asked }) {
      const email = asked.email.toLowerCase()
      const passwordHash = await doors.signIn.logins.hash(password)
      await write(doors, post, { ...asked, email, passwordHash, id: doors.world.ids.next() })
    },
    async sendAgain(email) {
      const pending = await latestPending(doors, email.toLowerCase())
      if (pending !== null) await write(doors, post, { ...pending, id: doors.world.ids.next() })
    },
    async confirm(token, password, headers) {
      const tokenHash = hashOf(token)
      if (await guesses.isReached(tokenHash)) return { kind: 'wait' }
      const pending = await pendingOf(doors, tokenHash)
      if (pending === null) return { kind: 'link_not_valid' }
      if (!(await mayConfirm(doors, pending, password))) {
        await guesses.count(tokenHash)
        return { kind: 'wrong_password' }
      }
      return confirmPending(doors, pending, password, headers)
    },
    async tellPasswordChanged(email) {
      const user = await doors.signIn.userByEmail(email.toLowerCase())
      const language = await languageOfAccount(doors, user?.userId ?? null, 'en')
      const forgot = pageIn(language, `${doors.url()}/forgot-password`)
      await post(email, lettersIn[language].passwordChanged({ forgot }))
    },
    async forgotPassword(email, language) {
      const user = await doors.signIn.userByEmail(email.toLowerCase())
      const spoken = await languageOfAccount(doors, user?.userId ?? null, language)
      const letters = lettersIn[spoken]
      const url = doors.url()
      // A token of nobody opens nothing; it is made so that the answer takes as long.
      const token = await doors.signIn.logins.resetToken(user?.userId ?? doors.world.ids.next())
      if (user === null) return post(email, letters.noAccountToReset({ signUp: pageIn(spoken, `${url}/sign-up`) }))
      await post(user.email, letters.resetPassword({ link: `${pageIn(spoken, `${url}/reset-password`)}#${token}` }))
    },
  }
}

async function postLetter({ operations, world }: AccountDoors, to: string, letter: AccountLetter) {
  await asOperations(operations, { user: null, now: world.clock.now() }, async (db) => {
    await world.mail.post(db, { practiceId: world.operator, to, ...letter, about: 'account' })
    await tickSoon(db)
  })
}

/** Keeps what is pending under a new token, and writes the letter that fits whoever has the address. */
async function write(doors: AccountDoors, post: PostLetter, pending: Pending): Promise<void> {
  const token = newToken()
  await recordPending(doors, pending, hashOf(token))
  const user = await doors.signIn.userByEmail(pending.email)
  // Looked up even where there is nobody, so that the answer takes as long.
  const isClient = await isClientAlready(doors, user?.userId ?? pending.id)
  const url = doors.url()
  const letters = lettersIn[pending.language]
  const to = { name: pending.givenName, link: `${pageIn(pending.language, `${url}/verify-email`)}#${token}` }
  if (user === null) return post(pending.email, letters.confirmAddress(to))
  if (!isClient) return post(pending.email, letters.confirmWithLogin({ ...to, name: user.name }))
  await post(
    pending.email,
    letters.accountExists({ signIn: `${url}/sign-in`, forgot: pageIn(pending.language, `${url}/forgot-password`) }),
  )
}

// A login that is there already proves itself by its own password, not by the one that somebody typed at sign-up.
async function mayConfirm({ signIn }: AccountDoors, pending: Pending, password: string): Promise<boolean> {
  const user = await signIn.userByEmail(pending.email)
  const hash = user === null ? pending.passwordHash : await signIn.logins.passwordHashOf(user.userId)
  return hash !== null && signIn.logins.matches(hash, password)
}

// Each step finds what an interrupted try left, so that the same link finishes it; the link is spent at the end.
async function confirmPending(
  doors: AccountDoors,
  pending: Pending,
  password: string,
  headers: IncomingHttpHeaders,
): Promise<Confirmed> {
  const { signIn, operations, world } = doors
  const { id: newId, passwordHash, language, ...named } = pending
  const name = `${pending.givenName} ${pending.familyName}`
  const { id: userId } = await signIn.logins.add({ name, email: pending.email, passwordHash })
  await asOperations(operations, { user: userId, now: world.clock.now() }, async (db) => {
    const personId = await joinPerson(db, world, { ...named, userId, personId: newId })
    if ((await languageChosen(db, personId)) !== null) return
    const choice = { personId, id: world.ids.next(), language, at: world.clock.now(), by: userId }
    await recordLanguageChoice(db, choice)
  })
  await sql`update sign_in.sign_up set "usedAt" = ${new Date()} where id = ${pending.id}`.execute(doors.signInTables)
  const cookies = await signIn.enter({ email: pending.email, password }, headers)
  return cookies === null ? { kind: 'link_not_valid' } : { kind: 'confirmed', cookies }
}

async function isClientAlready({ operations, world }: AccountDoors, userId: string): Promise<boolean> {
  return asOperations(operations, { user: userId, now: world.clock.now() }, async (db) => {
    const login = await db
      .selectFrom('clients.login')
      .select('person_id')
      .where('user_id', '=', userId)
      .where(sql<boolean>`during @> house.today()`)
      .executeTakeFirst()
    return login !== undefined
  })
}

async function recordPending({ signInTables }: AccountDoors, pending: Pending, tokenHash: string): Promise<void> {
  const at = new Date()
  const until = new Date(at.getTime() + linkHours * 60 * 60_000)
  const { id, email, givenName, familyName, dateOfBirth, phone, passwordHash, language } = pending
  // What nobody confirmed within a week is forgotten.
  await sql`delete from sign_in.sign_up where "createdAt" < ${new Date(at.getTime() - weekMs)}`.execute(signInTables)
  await sql`
    insert into sign_in.sign_up
      (id, email, "givenName", "familyName", "dateOfBirth", phone, "passwordHash", "tokenHash", "createdAt", "expiresAt",
        language)
    values (${id}, ${email}, ${givenName}, ${familyName}, ${dateOfBirth}, ${phone}, ${passwordHash}, ${tokenHash}, ${at}, ${until},
      ${language})
  `.execute(signInTables)
}

const columns = sql`id, email, "givenName", "familyName", "dateOfBirth"::text as "dateOfBirth", phone, "passwordHash", language`

async function pendingOf({ signInTables }: AccountDoors, tokenHash: string): Promise<Pending | null> {
  const { rows } = await sql<Pending>`
    select ${columns} from sign_in.sign_up
    where "tokenHash" = ${tokenHash} and "usedAt" is null and "expiresAt" > ${new Date()}
  `.execute(signInTables)
  return rows[0] ?? null
}

async function latestPending({ signInTables }: AccountDoors, email: string): Promise<Pending | null> {
  const { rows } = await sql<Pending>`
    select ${columns} from sign_in.sign_up
    where email = ${email} and "createdAt" > ${new Date(Date.now() - weekMs)}
    order by "createdAt" desc, id desc limit 1
  `.execute(signInTables)
  return rows[0] ?? null
}
