import { sql } from 'kysely'
import { recordEmailVerification } from '../business/clients/login-store.ts'
import { peopleByIds, recordPersonChange } from '../business/clients/person-store.ts'
import { asOperations } from '../database/act-as.ts'
import { type AccountDoors, hashOf, linkHours, newToken, type PostLetter } from './account-doors.ts'
import { languageOfAccount, lettersIn, pageIn } from './account-language.ts'

export type EmailChanges = {
  /** Writes to the new address; false where the password is not theirs. Whether somebody has that address stays unsaid. */
  askForEmail(userId: string, wanted: { email: string; password: string }): Promise<boolean>
  /** The link's token: the login and the people it acts for have the new address from now on. False: not valid any more. */
  confirmEmail(token: string): Promise<boolean>
}

export function changeEmailOf(doors: AccountDoors, post: PostLetter): EmailChanges {
  const { signIn, signInTables, world } = doors
  return {
    async askForEmail(userId, { email: wanted, password }) {
      const hash = await signIn.logins.passwordHashOf(userId)
      if (hash === null || !(await signIn.logins.matches(hash, password))) return false
      const email = wanted.toLowerCase()
      const [token, at] = [newToken(), new Date()]
      const until = new Date(at.getTime() + linkHours * 60 * 60_000)
      await sql`
        insert into sign_in.email_change (id, "userId", email, "tokenHash", "createdAt", "expiresAt")
        values (${world.ids.next()}, ${userId}, ${email}, ${hashOf(token)}, ${at}, ${until})
      `.execute(signInTables)
      const language = await languageOfAccount(doors, userId, 'en')
      const letters = lettersIn[language]
      const url = doors.url()
      const taken = (await signIn.userByEmail(email)) !== null
      const letter = taken
        ? letters.accountExists({ signIn: `${url}/sign-in`, forgot: `${url}/forgot-password` })
        : letters.confirmNewAddress({ link: `${pageIn(language, `${url}/confirm-email`)}#${token}` })
      await post(email, letter)
      return true
    },
    async confirmEmail(token) {
      const { rows } = await sql<{ id: string; userId: string; email: string; former: string }>`
        select change.id, change."userId", change.email, "user".email as former
        from sign_in.email_change as change join sign_in."user" on "user".id = change."userId"
        where change."tokenHash" = ${hashOf(token)} and change."usedAt" is null and change."expiresAt" > ${new Date()}
      `.execute(signInTables)
      const change = rows[0]
      if (change === undefined) return false
      const holder = await signIn.userByEmail(change.email)
      if (holder !== null && holder.userId !== change.userId) return false
      if (holder === null) await signIn.logins.changeEmail(change.userId, change.email)
      await changePeople(doors, change)
      await sql`update sign_in.email_change set "usedAt" = ${new Date()} where id = ${change.id}`.execute(signInTables)
      const letters = lettersIn[await languageOfAccount(doors, change.userId, 'en')]
      await post(change.former, letters.addressChanged())
      return true
    },
  }
}

// Whoever the login acts for and was known by its former address; a member of the household with another keeps it.
async function changePeople(
  { operations, world }: AccountDoors,
  { userId, email, former }: { userId: string; email: string; former: string },
): Promise<void> {
  const at = world.clock.now()
  await asOperations(operations, { user: userId, now: at }, async (db) => {
    const logins = await db
      .selectFrom('clients.login')
      .select('person_id')
      .where('user_id', '=', userId)
      .where(sql<boolean>`during @> house.today()`)
      .execute()
    const people = await peopleByIds(
      db,
      logins.map(({ person_id }) => person_id),
    )
    for (const person of people.filter((each) => each.email?.toLowerCase() === former.toLowerCase())) {
      await recordPersonChange(db, { ...person, email }, { id: world.ids.next(), at, by: userId })
      const { personId } = person
      await recordEmailVerification(db, { personId, id: world.ids.next(), email, userId, at })
    }
  })
}
