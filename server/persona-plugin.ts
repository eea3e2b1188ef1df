import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Lets the server open a session without a password, for the demonstration's characters. The endpoint has no path, so no
 * request reaches it; in production the plugin is not even made.
 */
export function personaPlugin(mode: 'demonstration' | 'production') {
  if (mode !== 'demonstration') throw new Error('Signing in as a persona exists in the demonstration only')
  return {
    id: 'evenkeel-persona',
    endpoints: {
      enterAsPersona: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.uuid() }) },
        async (context) => {
          const { internalAdapter } = context.context
          const user = await internalAdapter.findUserById(context.body.userId)
          if (user === null) return context.json({ entered: false })
          // Marked, so that nothing else is ever taken for it: two factors are not asked of a character.
          const session = await internalAdapter.createSession(user.id, false, { asPersona: true, signedInBy: 'card' })
          await setSessionCookie(context, { session, user })
          return context.json({ entered: true })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
