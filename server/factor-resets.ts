import { type Kysely, sql } from 'kysely'

/** A colleague's second factor that one of the operator's staff wants taken away, until another one of them does it. */
export type WaitingReset = {
  id: string
  userId: string
  name: string
  email: string
  askedBy: string
  askedByName: string
  reason: string
  askedAt: Date
  expiresAt: Date
}

export type FactorResets = {
  /** Takes every second factor from a login and ends its sessions: one is set up anew at the next sign-in. */
  reset(userId: string): Promise<void>
  ask(asked: { userId: string; askedBy: string; reason: string }): Promise<{ id: string }>
  waiting(): Promise<WaitingReset[]>
  /** Spends a reset that waits, once; false where somebody did it, or it became too old. */
  confirm(id: string, by: string): Promise<boolean>
}

const hours = 24

export function factorResetsIn(db: Kysely<unknown>, newId: () => string): FactorResets {
  return {
    reset: (userId) => resetFactors(db, userId),
    async ask({ userId, askedBy, reason }) {
      const [id, at] = [newId(), new Date()]
      const until = new Date(at.getTime() + hours * 60 * 60_000)
      await sql`
        insert into sign_in.factor_reset (id, "userId", "askedBy", reason, "askedAt", "expiresAt")
        values (${id}, ${userId}, ${askedBy}, ${reason}, ${at}, ${until})
      `.execute(db)
      return { id }
    },
    async waiting() {
      const { rows } = await sql<WaitingReset>`
        select reset.id, reset."userId", whose.name, whose.email, reset."askedBy", asker.name as "askedByName",
          reset.reason, reset."askedAt", reset."expiresAt"
        from sign_in.factor_reset as reset
        join sign_in."user" as whose on whose.id = reset."userId"
        join sign_in."user" as asker on asker.id = reset."askedBy"
        where reset."confirmedBy" is null and reset."expiresAt" > ${new Date()}
        order by reset."askedAt", reset.id
      `.execute(db)
      return rows
    },
    async confirm(id, by) {
      const { rows } = await sql`
        update sign_in.factor_reset set "confirmedBy" = ${by}
        where id = ${id} and "confirmedBy" is null and "expiresAt" > ${new Date()}
          and "askedBy" <> ${by} and "userId" <> ${by}
        returning id
      `.execute(db)
      return rows.length > 0
    },
  }
}

// Whatever the lost phone held: the app, codes on paper, passkeys, a new app that was begun, trust in a browser.
async function resetFactors(db: Kysely<unknown>, userId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select id from sign_in."user" where id = ${userId} for update`.execute(transaction)
    await sql`delete from sign_in."twoFactor" where "userId" = ${userId}`.execute(transaction)
    await sql`delete from sign_in.passkey where "userId" = ${userId}`.execute(transaction)
    await sql`delete from sign_in.passkey_challenge where "userId" = ${userId}`.execute(transaction)
    await sql`delete from sign_in.new_authenticator where "userId" = ${userId}`.execute(transaction)
    await sql`
      delete from sign_in.verification where value = ${userId} and identifier like 'trust-device-%'
    `.execute(transaction)
    await sql`update sign_in."user" set "twoFactorEnabled" = false where id = ${userId}`.execute(transaction)
    await sql`delete from sign_in.session where "userId" = ${userId}`.execute(transaction)
  })
}
