import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Credential } from './facts.ts'

/** A credential is in force when it is active and the date lies in its period (coverage rule 5). */
export function isCredentialInForce(credential: Credential, on: CalendarDate): boolean {
  return (
    credential.status === 'active' &&
    credential.from !== null &&
    credential.from <= on &&
    (credential.until === null || on < credential.until)
  )
}
