import { randomBytes } from 'node:crypto'

/** What our own sign-up, resets and changes need of the sign-in library; none of it can be asked for over HTTP. */
export type Logins = {
  hash(password: string): Promise<string>
  matches(hash: string, password: string): Promise<boolean>
  /** Null: a login that no password opens. */
  passwordHashOf(userId: string): Promise<string | null>
  /** Makes a login whose address is proved; with the same e-mail again it answers the one that is there. */
  add(user: { name: string; email: string; passwordHash: string }): Promise<{ id: string }>
  changeEmail(userId: string, email: string): Promise<void>
  /** A token with which the password may be set anew, once and for an hour. */
  resetToken(userId: string): Promise<string>
}

type User = { id: string; email: string }

/** The parts of the library's context that are used here. */
type Context = {
  password: {
    hash(password: string): Promise<string>
    verify(tried: { hash: string; password: string }): Promise<boolean>
  }
  internalAdapter: {
    findUserByEmail(email: string): Promise<{ user: User } | null>
    findAccounts(userId: string): Promise<{ providerId: string; password?: string | null | undefined }[]>
    createUser(
      user: { name: string; email: string; emailVerified: boolean },
      by: { method: 'email-password' },
    ): Promise<User>
    linkAccount(account: { userId: string; providerId: string; accountId: string; password: string }): Promise<unknown>
    updateUser(userId: string, user: { email: string; emailVerified: boolean }): Promise<unknown>
    createVerificationValue(value: { value: string; identifier: string; expiresAt: Date }): Promise<unknown>
  }
}

const hourMs = 60 * 60_000

export function loginsOf(context: () => Promise<Context>): Logins {
  const byEmail = async (email: string) =>
    (await (await context()).internalAdapter.findUserByEmail(email))?.user ?? null
  return {
    hash: async (password) => (await context()).password.hash(password),
    matches: async (hash, password) => (await context()).password.verify({ hash, password }),
    async passwordHashOf(userId) {
      const accounts = await (await context()).internalAdapter.findAccounts(userId)
      return accounts.find(({ providerId }) => providerId === 'credential')?.password ?? null
    },
    async add({ name, email, passwordHash }) {
      const { internalAdapter } = await context()
      const known = await byEmail(email)
      if (known !== null) return { id: known.id }
      try {
        const user = await internalAdapter.createUser(
          { name, email, emailVerified: true },
          { method: 'email-password' },
        )
        const account = { userId: user.id, providerId: 'credential', accountId: user.id, password: passwordHash }
        await internalAdapter.linkAccount(account)
        return { id: user.id }
      } catch (error) {
        // The same link opened twice at once: the other one made it.
        const made = await byEmail(email)
        if (made === null) throw error
        return { id: made.id }
      }
    },
    async changeEmail(userId, email) {
      await (await context()).internalAdapter.updateUser(userId, { email, emailVerified: true })
    },
    async resetToken(userId) {
      const token = randomBytes(24).toString('base64url')
      const expiresAt = new Date(Date.now() + hourMs)
      await (await context()).internalAdapter.createVerificationValue({
        value: userId,
        identifier: `reset-password:${token}`,
        expiresAt,
      })
      return token
    },
  }
}
