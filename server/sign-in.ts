import type { IncomingHttpHeaders } from 'node:http'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { type Kysely, sql } from 'kysely'
import { type AttemptLimits, attemptLimits } from './attempt-limit.ts'
import { type AuthenticatorApps, authenticatorAppsOf } from './authenticator-apps.ts'
import { type FactorResets, factorResetsIn } from './factor-resets.ts'
import { type Logins, loginsOf } from './logins.ts'
import { passkeyPlugin } from './passkeys/passkey-plugin.ts'
import { type PasskeyStore, passkeyStore } from './passkeys/passkey-store.ts'
import { personaPlugin } from './persona-plugin.ts'
import { isWayIn, marksOfSession, type WayIn } from './signed-in-by.ts'

/** persona: one of the demonstration's characters, who entered by a card. */
export type TwoFactors = 'on' | 'off' | 'persona'

/** `signedInAt` on the machine's clock: when this login was last proved, in milliseconds; null where nobody signed in. */
export type SignedIn = {
  userId: string
  name: string
  email: string
  sessionId?: string
  signedInAt?: number
  twoFactors?: TwoFactors
  /** Null: before sessions said so. */
  signedInBy?: WayIn | null
  /** Whether an authenticator app is set up. */
  hasApp?: boolean
}

export type SignIn = {
  /** Answers what is asked under /api/auth. */
  answer(request: Request): Promise<Response>
  /** Cheap: whether the request brings a session at all, before anything is looked up. */
  carriesSession(headers: IncomingHttpHeaders): boolean
  userOf(headers: IncomingHttpHeaders): Promise<SignedIn | null>
  /** Makes a login; with the same e-mail again it answers the one that is there. Without password only personas enter. */
  addUser(user: { id?: string; name: string; email: string; password?: string }): Promise<{ id: string }>
  userByEmail(email: string): Promise<SignedIn | null>
  userById(userId: string): Promise<SignedIn | null>
  /** Answers the Set-Cookie lines of a new session, or null for an unknown login. Refuses in production. */
  enterAs(userId: string): Promise<string[] | null>
  /** Answers the Set-Cookie lines of a new session, or null where e-mail and password do not belong together. */
  enter(credentials: { email: string; password: string }, headers: IncomingHttpHeaders): Promise<string[] | null>
  /** Answers the Set-Cookie lines of a new session for whoever proved this passkey, or null where the login is gone. */
  enterByPasskey(proved: { userId: string; passkeyId: string }, headers: IncomingHttpHeaders): Promise<string[] | null>
  endSession(sessionId: string): Promise<void>
  logins: Logins
  passkeys: PasskeyStore
  apps: AuthenticatorApps
  factorResets: FactorResets
  attemptLimits: AttemptLimits
}

export type SignInOptions = {
  db: Kysely<unknown>
  mode: 'demonstration' | 'production'
  /** The address that people type. */
  url: string
  /** Addresses at which a browser may have loaded our pages; asked at each request, since a port may be chosen late. */
  origins: () => readonly string[]
  secret: string
  newId: () => string
}

/** The header in which our own code tells the library the client's address; what a client sends under it is replaced. */
export const clientAddressHeader = 'x-client-address'

/** Sign-in by e-mail and password on the machine's time, its tables reached by a login of their own. */
export function openSignIn(options: SignInOptions): SignIn {
  const auth = betterAuth(settingsOf(options))
  const enterAs = options.mode === 'demonstration' ? enterAsPersona(options) : refuseToEnter
  const cookieName = `${options.mode === 'production' ? '__Secure-' : ''}evenkeel.session_token=`
  return {
    enterAs,
    logins: loginsOf(() => auth.$context),
    async enter(credentials, { 'user-agent': userAgent = '' }) {
      const asked = {
        body: credentials,
        headers: new Headers({ 'user-agent': userAgent }),
        returnHeaders: true as const,
      }
      const answer = await auth.api.signInEmail(asked).catch(() => null)
      return answer?.headers.getSetCookie() ?? null
    },
    async enterByPasskey(proved, { 'user-agent': userAgent = '' }) {
      const headers = new Headers({ 'user-agent': userAgent })
      const answer = await auth.api.enterByPasskey({ body: proved, headers, returnHeaders: true })
      return answer.response.entered ? answer.headers.getSetCookie() : null
    },
    async endSession(sessionId) {
      await sql`delete from sign_in.session where id = ${sessionId}`.execute(options.db)
    },
    passkeys: passkeyStore(options.db, options.newId),
    apps: authenticatorAppsOf(options.db, () => auth.$context),
    factorResets: factorResetsIn(options.db, options.newId),
    attemptLimits: attemptLimits(options.db, options.newId),
    answer: (request) => auth.handler(request),
    carriesSession: ({ cookie = '' }) => cookie.includes(cookieName),
    async userOf(headers) {
      const session = await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie ?? '' }) })
      return session === null
        ? null
        : {
            ...signedIn(session.user),
            sessionId: session.session.id,
            signedInAt: new Date(session.session.createdAt).getTime(),
            twoFactors: twoFactorsOf(session),
            signedInBy: isWayIn(session.session.signedInBy) ? session.session.signedInBy : null,
            hasApp: hasApp(session.user),
          }
    },
    async userByEmail(email) {
      const known = await (await auth.$context).internalAdapter.findUserByEmail(email)
      return known === null ? null : signedIn(known.user)
    },
    async userById(userId) {
      const user = await (await auth.$context).internalAdapter.findUserById(userId)
      return user === null ? null : signedIn(user)
    },
    async addUser({ id, name, email, password }) {
      const { internalAdapter, password: passwords } = await auth.$context
      const known = await internalAdapter.findUserByEmail(email)
      if (known !== null) return { id: known.user.id }
      const wanted = { ...(id === undefined ? {} : { id }), name, email, emailVerified: true }
      const user = await internalAdapter.createUser(wanted, { method: 'email-password' })
      if (password !== undefined) {
        const hash = await passwords.hash(password)
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: 'credential',
          accountId: user.id,
          password: hash,
        })
      }
      return { id: user.id }
    },
  }
}

const sessionSeconds = 12 * 60 * 60

type Made = { userId: string; signedInBy?: unknown; passkeyId?: unknown }

type Hooked = { path?: string; context: { session: { session: Made } | null } } | null

async function markSession(made: Made, hooked: Hooked) {
  const replaced = hooked?.context.session?.session ?? null
  const marks = { path: hooked?.path, replaced: replaced?.userId === made.userId ? replaced : null }
  return { data: { ...made, ...marksOfSession(made, marks) } }
}

function settingsOf({ db, mode, url, origins, secret, newId }: SignInOptions) {
  return {
    appName: 'Evenkeel',
    baseURL: url,
    basePath: '/api/auth',
    trustedOrigins: () => [...origins()],
    secret,
    // Ours have words, letters and limits of their own; what a login is called follows the person.
    // No factor goes away by a password: an app is replaced (authenticator-apps.ts) or reset.
    disabledPaths: [
      ...['/sign-up/email', '/request-password-reset', '/update-user', '/delete-user', '/change-email'],
      // The key of an app is shown once, when it is set up.
      ...['/two-factor/disable', '/two-factor/get-totp-uri'],
    ],
    database: { db, type: 'postgres' as const },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: sessionSeconds,
      updateAge: 15 * 60,
      additionalFields: {
        asPersona: { type: 'boolean' as const, required: false, input: false },
        signedInBy: { type: 'string' as const, required: false, input: false },
        passkeyId: { type: 'string' as const, required: false, input: false, returned: false },
      },
    },
    databaseHooks: { session: { create: { before: markSession } } },
    // By an authenticator app or a code kept on paper; a device is trusted for no longer than its session.
    plugins: [
      twoFactor({
        issuer: 'Evenkeel',
        trustDeviceMaxAge: sessionSeconds,
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      passkeyPlugin(),
    ],
    rateLimit: {
      enabled: true,
      storage: 'database' as const,
      window: 60,
      max: 300,
      customRules: {
        // A whole office sits behind one address: who is guessed at is guarded by the limit of each e-mail.
        '/sign-in/email': { window: 60, max: 30 },
        // Codes are limited by sign-in and by account besides, however many sit behind one address.
        '/two-factor/*': { window: 60, max: 20 },
        '/get-session': false as const,
      },
    },
    advanced: {
      cookiePrefix: 'evenkeel',
      useSecureCookies: mode === 'production',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' as const },
      database: { generateId: newId },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  }
}

function enterAsPersona(options: SignInOptions): SignIn['enterAs'] {
  const settings = settingsOf(options)
  const auth = betterAuth({ ...settings, plugins: [...settings.plugins, personaPlugin(options.mode)] })
  return async (userId) => {
    const { headers, response } = await auth.api.enterAsPersona({ body: { userId }, returnHeaders: true })
    return response.entered ? headers.getSetCookie() : null
  }
}

async function refuseToEnter(): Promise<never> {
  throw new Error('Signing in as a persona exists in the demonstration only')
}

function twoFactorsOf({ user, session }: { user: object; session: object }): TwoFactors {
  const way = 'signedInBy' in session ? session.signedInBy : null
  // A session that a password alone opened before the app was set up stays one of one factor.
  if (way === 'passkey' || (hasApp(user) && way !== 'password')) return 'on'
  return 'asPersona' in session && session.asPersona === true ? 'persona' : 'off'
}

function hasApp(user: object): boolean {
  return 'twoFactorEnabled' in user && user.twoFactorEnabled === true
}

function signedIn(user: { id: string; name: string; email: string }): SignedIn {
  return { userId: user.id, name: user.name, email: user.email }
}
