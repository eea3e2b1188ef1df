import { Refusal } from '../business/routes.ts'
import type { SignedIn, TwoFactors } from './sign-in.ts'

export type Mode = 'demonstration' | 'production'

/** Whether a login may see other people's records: with two factors, or as a character where characters exist. */
export function hasTwoFactors(twoFactors: TwoFactors | undefined, mode: Mode): boolean {
  return twoFactors === 'on' || (twoFactors === 'persona' && mode === 'demonstration')
}

/** Practices and the operator let nobody see records who proved themselves by a password alone. */
export function refuseWithoutTwoFactors({ twoFactors }: SignedIn, mode: Mode): void {
  if (hasTwoFactors(twoFactors, mode)) return
  const detail =
    'Whoever sees other people’s records signs in with two factors. Set up an authenticator app first; it takes two minutes. Nothing was done.'
  throw new Refusal({ status: 403, code: 'two_factors_needed', detail })
}
