import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A clinician's room for virtual sessions; `url` null takes the link away. */
export async function recordTelehealthLink(
  db: Db,
  link: { practiceId: string; id: string; memberId: string; url: string | null; at: Instant; by: string },
): Promise<void> {
  await db
    .insertInto('practices.telehealth_link')
    .values({
      practice_id: link.practiceId,
      id: link.id,
      member_id: link.memberId,
      url: link.url,
      recorded_at: link.at,
      recorded_by: link.by,
    })
    .execute()
}

/** The link in force of each member who has one. */
export async function telehealthLinksOf(db: Db, practiceId: string): Promise<{ memberId: string; url: string }[]> {
  const rows = await db
    .selectFrom('practices.telehealth_link')
    .distinctOn('member_id')
    .select(['member_id as memberId', 'url'])
    .where('practice_id', '=', practiceId)
    .orderBy('member_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap(({ memberId, url }) => (url === null ? [] : [{ memberId, url }]))
}
