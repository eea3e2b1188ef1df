import { membersOf, recordTelehealthLink } from '../business/practices/index.ts'
import type { Db, World } from '../business/world.ts'
import { instant } from '../libraries/calendar/index.ts'
import { practices } from './story-network.ts'

const longAgo = instant('2025-01-02T15:00:00Z')

/** Where the story's clinicians see clients by video: rooms of an invented service, one for each who treats somebody. */
export async function seedVideoRooms(db: Db, world: World): Promise<void> {
  for (const { id: practiceId, members } of practices) {
    const by = members[0]?.userId ?? ''
    for (const { id: memberId, name, clinician } of await membersOf(db, practiceId)) {
      if (!clinician) continue
      const url = `https://video.example/${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`
      await recordTelehealthLink(db, { practiceId, id: world.ids.next(), memberId, url, at: longAgo, by })
    }
  }
}
