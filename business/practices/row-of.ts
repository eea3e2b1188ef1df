import type { Instant } from '../../libraries/calendar/index.ts'

/** Who did it and when, for every row of a team. */
export type Recorded = { practiceId: string; id: string; at: Instant; by: string }

/** The columns of it. */
export function rowOf({ practiceId, id, at, by }: Recorded) {
  return { practice_id: practiceId, id, recorded_at: at, recorded_by: by }
}
