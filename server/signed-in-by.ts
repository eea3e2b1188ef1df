export const waysIn = ['password', 'password_and_code', 'password_and_paper_code', 'passkey', 'card'] as const

/** How a session came to be; a passkey counts only where its authenticator verified the person, so it is two factors. */
export type WayIn = (typeof waysIn)[number]

const byPath: Readonly<Record<string, WayIn>> = {
  '/sign-in/email': 'password',
  '/two-factor/verify-totp': 'password_and_code',
  '/two-factor/verify-backup-code': 'password_and_paper_code',
}

type Marks = { signedInBy?: unknown; passkeyId?: unknown }

/**
 * What a new session is marked with: what it was made with, what the path of the sign-in library proves, or what the
 * session that it replaces was marked with (as when a password is changed). A passkey is never less than a code.
 */
export function marksOfSession(
  made: Marks,
  { path, replaced }: { path: string | undefined; replaced: Marks | null },
): { signedInBy: WayIn | null; passkeyId: string | null } {
  const proved = path === undefined ? undefined : byPath[path]
  const former = isWayIn(made.signedInBy) ? made : proved === undefined && replaced !== null ? replaced : {}
  if (proved !== undefined && former.signedInBy !== 'passkey') return { signedInBy: proved, passkeyId: null }
  return {
    signedInBy: isWayIn(former.signedInBy) ? former.signedInBy : null,
    passkeyId: typeof former.passkeyId === 'string' ? former.passkeyId : null,
  }
}

export function isWayIn(value: unknown): value is WayIn {
  return waysIn.some((way) => way === value)
}
