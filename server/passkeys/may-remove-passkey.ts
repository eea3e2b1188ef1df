/** What else opens a login, once a passkey is gone. */
export type OtherWays = {
  /** Other passkeys that are not stopped. */
  passkeys: number
  hasPassword: boolean
  hasApp: boolean
  /** A character of the demonstration, who needs neither password nor second factor. */
  entersByCard: boolean
  /** Whoever works somewhere signs in with two factors. */
  needsTwoFactors: boolean
}

/**
 * Whether a passkey may be removed: never the last way in, and of whoever needs two factors never the last second one,
 * since a password alone would then set up the next.
 */
export function mayRemovePasskey(others: OtherWays): 'yes' | 'last_way_in' | 'last_second_factor' {
  const { passkeys, hasPassword, hasApp, entersByCard, needsTwoFactors } = others
  if (passkeys > 0 || entersByCard) return 'yes'
  if (!hasPassword) return 'last_way_in'
  return needsTwoFactors && !hasApp ? 'last_second_factor' : 'yes'
}
