import { type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import data from './data/place-of-service.json' with { type: 'json' }

/** Where the session was: in person at the office; by telehealth with the client at home or elsewhere. */
export type SessionPlace =
  | { modality: 'in_person'; where: 'office' }
  | { modality: 'telehealth'; where: 'home' | 'elsewhere' }

export type PlaceRow = Period & { modality: string; where: string; code: string; label: string }

/** Which modifier says telehealth to a network; a row without network is the default. */
export type TelehealthModifierRow = Period & { network: string | null; medium: string; modifier: string }

export const placesOfService = data.places as unknown as readonly PlaceRow[]
export const telehealthModifierRows = data.telehealthModifiers as unknown as readonly TelehealthModifierRow[]

/** The two-digit place of service of a session (CMS code set), or null where no row is in force on the date. */
export function placeOfService(place: SessionPlace, on: CalendarDate, rows: readonly PlaceRow[]): string | null {
  const row = rows.find((one) => one.modality === place.modality && one.where === place.where && holds(one, on))
  return row?.code ?? null
}

/** The modifiers by which a network wants telehealth to be said: its own rule, else the default; none in person. */
export function telehealthModifiers(
  session: { modality: 'telehealth' | 'in_person'; medium: 'video' | 'audio'; network: string },
  on: CalendarDate,
  rows: readonly TelehealthModifierRow[],
): string[] {
  if (session.modality === 'in_person') return []
  const inForce = rows.filter((row) => row.medium === session.medium && holds(row, on))
  const own = inForce.filter((row) => row.network === session.network)
  const applying = own.length > 0 ? own : inForce.filter((row) => row.network === null)
  return applying.map((row) => row.modifier)
}
