import { recordWorkingWeek } from '../business/scheduling/working-week-store.ts'
import type { Db, World } from '../business/world.ts'
import { instant } from '../libraries/calendar/index.ts'
import { inForce, type StoryPractice } from './story-network.ts'

const longAgo = instant('2025-01-02T15:00:00Z')
const by = 'story'
const workingDay = { starts: '09:00', stops: '18:00', place: 'either' as const }

/** Weekdays from nine to six, for everybody who treats clients. */
export async function seedWorkingHours(
  db: Db,
  world: World,
  { id: practiceId, members }: StoryPractice,
): Promise<void> {
  const blocks = [1, 2, 3, 4, 5].map((day) => ({ weekday: day, ...workingDay }))
  for (const { id: memberId, clinician } of members) {
    if (clinician === null) continue
    const week = { practiceId, memberId, id: world.ids.next(), startsOn: inForce.from, blocks, at: longAgo, by }
    await recordWorkingWeek(db, week)
  }
}
