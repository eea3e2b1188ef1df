import { type Kysely, sql } from 'kysely'

export type Passkey = {
  id: string
  userId: string
  name: string
  /** As the authenticator names it, in base64url. */
  credentialId: string
  /** A COSE key. */
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
  aaguid: string
  /** Whether its maker may copy it to the person's other devices, and whether that has happened. */
  maySync: boolean
  isSynced: boolean
  createdAt: Date
  lastUsedAt: Date | null
  /** Its counter went back: it opens nothing any more. */
  stoppedAt: Date | null
}

export type Challenge = { purpose: 'add' | 'enter'; holder: string; userId: string | null; challenge: string }

export type PasskeyStore = {
  ofUser(userId: string): Promise<Passkey[]>
  byCredential(credentialId: string): Promise<Passkey | null>
  /** False: this credential is known already, here or to another login. `before` runs first, and undoes it by throwing. */
  add(passkey: Passkey, before: () => Promise<void>): Promise<boolean>
  rename(userId: string, id: string, name: string): Promise<boolean>
  /**
   * Removes a passkey and ends the sessions that it opened, but for one; one after another for each login, so that two at
   * once do not remove the last two. `before` decides on what is there then, and undoes it by throwing.
   */
  remove(
    removed: { userId: string; id: string; keepSession: string },
    before: (all: Passkey[]) => Promise<void>,
  ): Promise<void>
  /** Counts a use, once: false where the counter went back or stood still, or the passkey is stopped or gone. */
  recordUse(id: string, used: { counter: number; isSynced: boolean }): Promise<boolean>
  stop(id: string): Promise<void>
  keepChallenge(challenge: Challenge): Promise<void>
  /** Spends a challenge: true once, for the purpose and the holder that it was made for. */
  takeChallenge(challenge: Challenge): Promise<boolean>
}

/** How long an authenticator may take to sign. */
export const challengeMinutes = 5

/** What sign-in keeps of passkeys, on the machine's time. */
export function passkeyStore(db: Kysely<unknown>, newId: () => string): PasskeyStore {
  return {
    ofUser: (userId) => passkeysOf(db, userId),
    async byCredential(credentialId) {
      const { rows } = await sql<Row>`
        select * from sign_in.passkey where "credentialId" = ${credentialId}
      `.execute(db)
      return rows[0] === undefined ? null : passkeyFrom(rows[0])
    },
    add: (passkey, before) =>
      db.transaction().execute(async (transaction) => {
        if (!(await insert(transaction, passkey))) return false
        await before()
        return true
      }),
    async rename(userId, id, name) {
      const { rows } = await sql`
        update sign_in.passkey set name = ${name} where id = ${id} and "userId" = ${userId} returning id
      `.execute(db)
      return rows.length > 0
    },
    remove: ({ userId, id, keepSession }, before) =>
      db.transaction().execute(async (transaction) => {
        await sql`select id from sign_in."user" where id = ${userId} for update`.execute(transaction)
        await before(await passkeysOf(transaction, userId))
        await sql`delete from sign_in.passkey where id = ${id} and "userId" = ${userId}`.execute(transaction)
        await sql`
          delete from sign_in.session where "passkeyId" = ${id} and "userId" = ${userId} and id <> ${keepSession}
        `.execute(transaction)
      }),
    async recordUse(id, { counter, isSynced }) {
      const { rows } = await sql`
        update sign_in.passkey set counter = ${counter}, "isSynced" = ${isSynced}, "lastUsedAt" = ${new Date()}
        where id = ${id} and "stoppedAt" is null and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))
        returning id
      `.execute(db)
      return rows.length > 0
    },
    async stop(id) {
      await sql`
        update sign_in.passkey set "stoppedAt" = coalesce("stoppedAt", ${new Date()}) where id = ${id}
      `.execute(db)
    },
    ...challengesIn(db, newId),
  }
}

function challengesIn(db: Kysely<unknown>, newId: () => string): Pick<PasskeyStore, 'keepChallenge' | 'takeChallenge'> {
  return {
    async keepChallenge({ purpose, holder, userId, challenge }) {
      const at = new Date()
      const until = new Date(at.getTime() + challengeMinutes * 60_000)
      await sql`
        insert into sign_in.passkey_challenge (id, purpose, holder, "userId", challenge, "expiresAt")
        values (${newId()}, ${purpose}, ${holder}, ${userId}, ${challenge}, ${until})
      `.execute(db)
      await sql`delete from sign_in.passkey_challenge where "expiresAt" < ${at}`.execute(db)
    },
    async takeChallenge({ purpose, holder, userId, challenge }) {
      const { rows } = await sql`
        delete from sign_in.passkey_challenge
        where challenge = ${challenge} and purpose = ${purpose} and holder = ${holder}
          and "userId" is not distinct from ${userId}::uuid and "expiresAt" > ${new Date()}
        returning id
      `.execute(db)
      return rows.length > 0
    },
  }
}

type Row = Omit<Passkey, 'counter' | 'publicKey'> & { counter: string | number; publicKey: Uint8Array }

async function passkeysOf(db: Kysely<unknown>, userId: string): Promise<Passkey[]> {
  const { rows } = await sql<Row>`
    select * from sign_in.passkey where "userId" = ${userId} order by "createdAt", id
  `.execute(db)
  return rows.map(passkeyFrom)
}

function passkeyFrom(row: Row): Passkey {
  return { ...row, counter: Number(row.counter), publicKey: new Uint8Array(row.publicKey) }
}

async function insert(db: Kysely<unknown>, passkey: Passkey): Promise<boolean> {
  const { id, userId, name, credentialId, publicKey, counter, transports, aaguid, maySync, isSynced } = passkey
  const { rows } = await sql`
    insert into sign_in.passkey (id, "userId", name, "credentialId", "publicKey", counter, transports, aaguid, "maySync",
      "isSynced", "createdAt")
    values (${id}, ${userId}, ${name}, ${credentialId}, ${Buffer.from(publicKey)}, ${counter}, ${transports}, ${aaguid},
      ${maySync}, ${isSynced}, ${passkey.createdAt})
    on conflict ("credentialId") do nothing returning id
  `.execute(db)
  return rows.length > 0
}
