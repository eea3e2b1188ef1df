import type { Period } from '../../libraries/calendar/index.ts'
import families from './data/licence-families.json' with { type: 'json' }
import catalogue from './data/service-codes.json' with { type: 'json' }

/** How far a row of reference data may be relied on: what is to be verified may warn, never block. */
export type Certainty = 'certain' | 'likely' | 'to_verify'

/** One service code as it stands in a period; minutes are of one session, `who` says which clinicians may use it. */
export type ServiceCode = Period & {
  code: string
  label: string
  category: string
  minutesMin: number | null
  minutesMax: number | null
  minutesTypical: number | null
  who: readonly string[]
  /** The codes of which one must stand beside an add-on; null for a code that stands alone. */
  addonTo: readonly string[] | null
  maxPerDay: number | null
  certainty: Certainty
  source?: string
  /** What took the place of a code that has ended. */
  use?: string
}

/** The catalogue that comes with the product; the database holds the same rows, and those that came later. */
export const serviceCodes = catalogue.codes as unknown as readonly ServiceCode[]

/** What a licence family works as, in the words of the catalogue's `who`, and how certain that is; null if unknown. */
export function worksAs(family: string): { as: readonly string[]; certainty: Certainty } | null {
  const row = families.families.find((one) => one.family === family)
  return row === undefined ? null : { as: row.worksAs, certainty: row.certainty as Certainty }
}
