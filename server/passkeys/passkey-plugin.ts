import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Lets our own code open a session for whoever proved a passkey. The endpoint has no path, so no request reaches it: what
 * a passkey proves is checked in passkey-routes.ts.
 */
export function passkeyPlugin() {
  return {
    id: 'evenkeel-passkey',
    endpoints: {
      enterByPasskey: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.uuid(), passkeyId: z.uuid() }) },
        async (context) => {
          const { internalAdapter } = context.context
          const { userId, passkeyId } = context.body
          const user = await internalAdapter.findUserById(userId)
          if (user === null) return context.json({ entered: false })
          const session = await internalAdapter.createSession(user.id, false, { signedInBy: 'passkey', passkeyId })
          await setSessionCookie(context, { session, user })
          return context.json({ entered: true })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
