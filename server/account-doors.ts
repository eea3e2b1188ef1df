import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Db, World } from '../business/world.ts'
import type { AccountLetter } from './account-letters.ts'
import type { SignIn } from './sign-in.ts'

export type AccountDoors = {
  /** The sign-in library's tables. */
  signInTables: Kysely<unknown>
  operations: Db
  signIn: SignIn
  world: World
  /** The address that people type, without a slash at its end. */
  url: () => string
}

export type PostLetter = (to: string, letter: AccountLetter) => Promise<void>

/** How long the link of a letter that proves an address can be used. */
export const linkHours = 24

/** 256 random bits: what a link carries. Only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
