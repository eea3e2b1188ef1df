import { Refusal } from '../business/routes.ts'
import type { SignedIn } from './sign-in.ts'

// Whoever finds an open window may look, but not lead the money elsewhere.
const provenForMs = 15 * 60 * 1000

/** Refuses a login that was proved longer ago than a quarter of an hour, on the machine's time as all of sign-in. */
export function refuseUnlessJustSignedIn(user: SignedIn | null): void {
  if (Date.now() - (user?.signedInAt ?? 0) <= provenForMs) return
  const detail = 'Sign in once more to change this: it must be you. What you entered is kept, and nothing was changed.'
  throw new Refusal({ status: 403, code: 'sign_in_again', detail })
}
