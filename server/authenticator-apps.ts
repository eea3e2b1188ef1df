import { randomBytes, timingSafeEqual } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { type Kysely, sql } from 'kysely'
import { base32, codeAt, halfMinuteMs } from './authenticator-code.ts'

/** A new phone: its app takes the place of the former one with its first code, and not before. */
export type AuthenticatorApps = {
  /** Makes the key of a new app, for a quarter of an hour, in place of one that was begun before. */
  begin(user: { userId: string; email: string }): Promise<{ totpURI: string }>
  /** From here on the new app's codes count, and the former one's do not. */
  confirm(userId: string, code: string): Promise<'replaced' | 'wrong_code' | 'not_begun'>
}

type Context = { secretConfig: Parameters<typeof symmetricEncrypt>[0]['key'] }

const minutes = 15

export function authenticatorAppsOf(db: Kysely<unknown>, context: () => Promise<Context>): AuthenticatorApps {
  return {
    async begin({ userId, email }) {
      // Kept as the sign-in library keeps its own: a text, encrypted with the secret of sign-in.
      const text = randomBytes(24).toString('base64url')
      const secret = await symmetricEncrypt({ key: (await context()).secretConfig, data: text })
      const until = new Date(Date.now() + minutes * 60_000)
      await sql`
        insert into sign_in.new_authenticator ("userId", secret, "expiresAt") values (${userId}, ${secret}, ${until})
        on conflict ("userId") do update set secret = excluded.secret, "expiresAt" = excluded."expiresAt"
      `.execute(db)
      const about = `secret=${base32(Buffer.from(text))}&issuer=Evenkeel&digits=6&period=30`
      return { totpURI: `otpauth://totp/Evenkeel:${encodeURIComponent(email)}?${about}` }
    },
    async confirm(userId, code) {
      const { rows } = await sql<{ secret: string }>`
        select secret from sign_in.new_authenticator where "userId" = ${userId} and "expiresAt" > ${new Date()}
      `.execute(db)
      const begun = rows[0]
      if (begun === undefined) return 'not_begun'
      const text = await symmetricDecrypt({ key: (await context()).secretConfig, data: begun.secret })
      if (!isCodeOf(Buffer.from(text), code)) return 'wrong_code'
      return (await replace(db, userId, begun.secret)) ? 'replaced' : 'not_begun'
    },
  }
}

// A clock may be half a minute off.
function isCodeOf(secret: Buffer, code: string): boolean {
  const tried = Buffer.from(code.padEnd(6).slice(0, 6))
  return [-1, 0, 1].some((step) =>
    timingSafeEqual(Buffer.from(codeAt(secret, Date.now() + step * halfMinuteMs)), tried),
  )
}

async function replace(db: Kysely<unknown>, userId: string, secret: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const { rows: spent } = await sql`
      delete from sign_in.new_authenticator where "userId" = ${userId} and secret = ${secret} returning "userId"
    `.execute(transaction)
    if (spent.length === 0) return false
    const { rows } = await sql`
      update sign_in."twoFactor" set secret = ${secret}, "failedVerificationCount" = 0, "lockedUntil" = null
      where "userId" = ${userId} returning id
    `.execute(transaction)
    return rows.length > 0
  })
}
