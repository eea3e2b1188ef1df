import type { SessionState } from '../sessions/session-state.ts'

const standings: Record<SessionState, string> = {
  upcoming: 'still to come',
  to_confirm: 'held, and not confirmed yet',
  confirmed: 'confirmed; its clinician may still correct it',
  locked: 'confirmed, and closed for corrections',
  lapsed: 'not confirmed in time, so it cannot be billed any more',
  voided: 'taken back: it did not take place',
  cancelled: 'called off',
  no_show: 'the client did not come',
}

/** How a session stands, in words that stand after a colon. */
export function explainStanding(state: SessionState): string {
  return standings[state]
}
