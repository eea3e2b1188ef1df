import { createHash } from 'node:crypto'

// Letters that a bank's statement and a person's eye do not confuse.
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ'

/** Three letters and a few cents that nobody can guess from the account, drawn from a fresh id's random bits. */
export function makeTestCode(freshId: string): { code: string; cents: number } {
  const bytes = createHash('sha256').update(freshId).digest()
  const code = [0, 1, 2].map((at) => letters[(bytes[at] ?? 0) % letters.length]).join('')
  return { code, cents: 1 + ((bytes[3] ?? 0) % 99) }
}
