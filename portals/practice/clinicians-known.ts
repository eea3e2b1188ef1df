import type { SessionRow } from '../contract.ts'
import type { Place } from './practice-place.ts'

/**
 * The clinicians that the person who looks may choose: themselves if they see clients, and for owners and administrators
 * those of the practice's sessions.
 */
export function cliniciansKnown(
  place: Pick<Place, 'membership' | 'me'>,
  sessions: readonly SessionRow[],
): { value: string; label: string }[] {
  const known = new Map<string, string>()
  if (place.membership.clinician) known.set(place.membership.memberId, place.me.user.name)
  if (place.membership.role !== 'clinician') {
    for (const session of sessions) known.set(session.memberId, session.clinicianName)
  }
  return [...known].map(([value, label]) => ({ value, label }))
}
