import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'

/** What a client is asked for one session, as it stands. */
export type Owed =
  | { kind: 'share'; owed: Cents; isLocked: boolean; isOnItsWay: boolean }
  | { kind: 'fee'; owed: Cents; paid: Cents; ended: 'forgiven' | 'given_up' | null; isOnItsWay: boolean }
  | { kind: 'nothing' }

export type ForgivenessRefusal = { code: (typeof forgivenessRefusals)[number]; words: string }

export const forgivenessRefusals = [
  'nothing_owed',
  'share_not_final',
  'card_is_being_asked',
  'fee_is_paid',
  'fee_ended',
] as const

/** Whether the operator's staff may forgive what is owed, and why not; null: they may. */
export function weighForgiveness(stands: Owed): ForgivenessRefusal | null {
  if (stands.kind === 'nothing') return refuse('nothing_owed', 'Nothing was asked of the client for this session.')
  if (stands.isOnItsWay) {
    return refuse('card_is_being_asked', 'The card is being asked right now. Look again once it has answered.')
  }
  if (stands.kind === 'fee') return weighFee(stands)
  if (!stands.isLocked) {
    const words =
      'The practice may still correct the session, and its price with it. Forgive what is left once it is locked.'
    return refuse('share_not_final', words)
  }
  return stands.owed > zero ? null : refuse('nothing_owed', 'The client owes nothing for this session.')
}

function weighFee({ owed, paid, ended }: Extract<Owed, { kind: 'fee' }>): ForgivenessRefusal | null {
  if (ended === 'forgiven') return refuse('fee_ended', 'The fee is forgiven already.')
  if (ended === 'given_up') return refuse('fee_ended', 'The fee was given up: nobody paid it.')
  if (owed > zero) return null
  if (paid <= zero) return refuse('nothing_owed', 'Nothing of the fee is owed any more.')
  const words = `The ${formatCents(paid)} were paid and are the practice’s. Only the practice can give them back, on the session’s page.`
  return refuse('fee_is_paid', words)
}

function refuse(code: ForgivenessRefusal['code'], words: string): ForgivenessRefusal {
  return { code, words }
}
