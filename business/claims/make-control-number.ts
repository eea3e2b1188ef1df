import { createHash } from 'node:crypto'

// Crockford's letters: none that is read as another.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A claim control number (CLM01, comes back as CLP01): 16 upper-case letters and digits that nobody can guess from
 * another one. Payers keep at most 20 characters.
 */
export function makeControlNumber(id: string): string {
  const bytes = createHash('sha256').update(id).digest()
  return [...bytes.subarray(0, 16)].map((byte) => letters[byte % 32]).join('')
}
