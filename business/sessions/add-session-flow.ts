import type { Instant } from '../../libraries/calendar/index.ts'
import { personById } from '../clients/index.ts'
import { clinicianById, practiceById } from '../practices/index.ts'
import type { Db, Who, World } from '../world.ts'
import { timeLimits } from './catalogue-store.ts'
import { checkPlannedTimes } from './check-planned-times.ts'
import type { Modality } from './session-store.ts'
import type { Refused } from './weighed.ts'

export type NewSession = { personId: string; memberId: string; startsAt: string; endsAt: string; modality: Modality }

export type WeighedSession =
  | { kind: 'may'; startsAt: Instant; endsAt: Instant }
  | { kind: 'refused'; refusals: Refused[] }

/** Whether somebody may add this session: of a client on this practice's list, with a clinician of this practice. */
export async function weighNewSession(
  db: Db,
  world: World,
  who: Pick<Who, 'practiceId' | 'memberId' | 'may'>,
  asked: NewSession,
): Promise<WeighedSession> {
  const practice = await practiceById(db, who.practiceId)
  const times = checkPlannedTimes({
    startsAt: asked.startsAt,
    endsAt: asked.endsAt,
    now: world.clock.now(),
    zone: world.zone,
    practiceZone: practice?.timeZone ?? world.zone,
    limits: (await timeLimits(db)).filter(({ name }) => name === 'confirm_within'),
  })
  const refusals = [...(await refuseParties(db, who, asked)), ...times.refusals]
  if (refusals.length > 0 || !('startsAt' in times)) return { kind: 'refused', refusals }
  return { kind: 'may', startsAt: times.startsAt, endsAt: times.endsAt }
}

async function refuseParties(
  db: Db,
  who: Pick<Who, 'practiceId' | 'memberId' | 'may'>,
  { memberId, personId }: NewSession,
): Promise<Refused[]> {
  const refusals: Refused[] = []
  if ((await clinicianById(db, who.practiceId, memberId)) === null) {
    const words = 'This is no clinician of this practice. Choose one of those who treat clients here.'
    refusals.push({ code: 'not_a_clinician', field: 'memberId', words })
  } else if (who.may.planning !== 'all' && memberId !== who.memberId) {
    const words = 'You can add your own sessions. An owner or administrator adds those of colleagues.'
    refusals.push({ code: 'not_your_session', field: 'memberId', words })
  }
  if ((await personById(db, personId)) === null) {
    const words = 'This client is not on a list of this practice.'
    refusals.push({ code: 'client_not_visible', field: 'personId', words })
  }
  return refusals
}
