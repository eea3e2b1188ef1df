import { createHash } from 'node:crypto'

/** What is kept of a private address: 256 bits that nobody can guess need no salt. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
