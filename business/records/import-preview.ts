import type { Instant } from '../../libraries/calendar/index.ts'
import type { ColumnMatch } from './match-columns.ts'
import type { ImportError } from './read-import-row.ts'

/** What an import would do with a line. */
export type RowStanding = {
  line: number
  name: string
  client: 'new' | 'known' | 'twice_in_file'
  plan: 'listed' | 'not_listed' | null
  appointment: { on: string; at: string; isPast: boolean } | null
}
export type Preview = {
  columns: ColumnMatch[]
  rows: RowStanding[]
  errors: ImportError[]
  counts: {
    lines: number
    newClients: number
    knownClients: number
    plans: number
    appointments: number
    pastAppointments: number
  }
}

/** A file that a practice brought, and what became of it. */
export type ImportStanding = {
  id: string
  name: string
  uploadedAt: Instant
  importedAt: Instant | null
  undoneAt: Instant | null
}
