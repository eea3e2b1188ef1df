export type AttemptLimit = {
  /** Whether there were as many as are allowed, for this key, within the window. */
  isReached(key: string): boolean
  count(key: string): void
  forget(key: string): void
}

const mostKeys = 10_000

/**
 * Counts attempts by a key, such as an address of a computer or an e-mail, whether or not there is an account for it: who
 * guesses learns nothing from where it stops. In memory, on the machine's time.
 */
export function attemptLimit(limit: { most: number; minutes: number; now?: () => number }): AttemptLimit {
  const { most, minutes, now = Date.now } = limit
  const moments = new Map<string, number[]>()
  const recent = (key: string) => (moments.get(key) ?? []).filter((at) => at > now() - minutes * 60_000)
  return {
    isReached: (key) => recent(key).length >= most,
    count(key) {
      const kept = [...recent(key), now()].slice(-most)
      moments.delete(key)
      moments.set(key, kept)
      for (const oldest of moments.keys()) {
        if (moments.size <= mostKeys) break
        moments.delete(oldest)
      }
    },
    forget(key) {
      moments.delete(key)
    },
  }
}
