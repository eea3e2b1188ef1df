import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { membersOf } from '../practices/index.ts'
import type { Db, Who, World } from '../world.ts'
import type { WorkDeed } from './work-standing.ts'
import { recordWork } from './work-store.ts'

export type WorkAsked = {
  items: readonly string[]
  deed: WorkDeed
  words: string | null
  until: CalendarDate | null
  /** Who has it from now on; whoever asks, unless another one is named. */
  ownerId: string | null
}

export type WorkRefusal =
  | 'review_needs_finding'
  | 'owner_not_found'
  | 'words_missing'
  | 'day_missing'
  | 'day_has_passed'

const needWords: readonly WorkDeed[] = ['noted', 'waits', 'appealed', 'resolved']
const needDay: readonly WorkDeed[] = ['waits', 'appealed']

/** Records one deed on each of these; nothing is changed or removed, and nothing leaves a queue without a reason. */
export async function doWork(
  db: Db,
  world: World,
  who: Who,
  { items, deed, words, until, ownerId }: WorkAsked,
): Promise<{ outcome: 'recorded'; count: number } | { outcome: 'refused'; because: WorkRefusal; words: string }> {
  const now = world.clock.now()
  const said = words?.trim() ?? ''
  if (needWords.includes(deed) && said === '') return refused('words_missing', 'Say why, in a few words.')
  if (deed === 'resolved' && items.some((item) => item.startsWith('review '))) {
    return refused('review_needs_finding', 'A crisis record is read and found in order, or not; open the review.')
  }
  if (needDay.includes(deed)) {
    if (until === null) return refused('day_missing', 'Say until which day.')
    if (until < dateIn(now, world.zone)) return refused('day_has_passed', 'That day has passed; name a later one.')
  }
  const owner = deed === 'taken' ? (ownerId ?? who.memberId) : null
  if (owner !== null) {
    const members = await membersOf(db, world.operator)
    if (!members.some(({ id }) => id === owner)) return refused('owner_not_found', 'Nobody of the operator is that.')
  }
  const unique = [...new Set(items)]
  for (const item of unique) {
    await recordWork(db, {
      practiceId: world.operator,
      id: world.ids.next(),
      item,
      deed,
      words: said === '' ? null : said,
      until: needDay.includes(deed) ? until : null,
      ownerId: owner,
      at: now,
      by: who.userId,
    })
  }
  return { outcome: 'recorded', count: unique.length }
}

function refused(because: WorkRefusal, words: string) {
  return { outcome: 'refused' as const, because, words: `${words} Nothing was recorded.` }
}
