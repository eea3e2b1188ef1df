import { personById } from '../clients/index.ts'
import { clinicianById, practiceById } from '../practices/index.ts'
import type { Db, Who, World } from '../world.ts'
import { timeLimits } from './catalogue-store.ts'
import { checkPlannedTimes } from './check-planned-times.ts'
import { type Modality, recordSession } from './session-store.ts'
import type { Refused } from './weigh-confirmation-flow.ts'

export type NewSession = { personId: string; memberId: string; startsAt: string; endsAt: string; modality: Modality }

export type Added = { kind: 'added'; id: string } | { kind: 'refused'; refusals: Refused[] }

/** Adds a session that took place or will: of a client on this practice's list, with a clinician of this practice. */
export async function addSession(
  db: Db,
  world: World,
  who: Pick<Who, 'userId' | 'practiceId' | 'memberId' | 'role'>,
  asked: NewSession,
): Promise<Added> {
  const { practiceId } = who
  const now = world.clock.now()
  const practice = await practiceById(db, practiceId)
  const times = checkPlannedTimes({
    startsAt: asked.startsAt,
    endsAt: asked.endsAt,
    now,
    zone: world.zone,
    practiceZone: practice?.timeZone ?? world.zone,
    limits: (await timeLimits(db)).filter(({ name }) => name === 'confirm_within'),
  })
  const refusals = [...(await refuseParties(db, who, asked)), ...times.refusals]
  if (refusals.length > 0 || !('startsAt' in times)) return { kind: 'refused', refusals }
  const id = world.ids.next()
  const { personId, memberId, modality } = asked
  const { startsAt, endsAt } = times
  await recordSession(db, { practiceId, id, memberId, personId, startsAt, endsAt, modality, at: now, by: who.userId })
  return { kind: 'added', id }
}

async function refuseParties(
  db: Db,
  who: Pick<Who, 'practiceId' | 'memberId' | 'role'>,
  { memberId, personId }: NewSession,
): Promise<Refused[]> {
  const refusals: Refused[] = []
  if ((await clinicianById(db, who.practiceId, memberId)) === null) {
    const words = 'This is no clinician of this practice. Choose one of those who treat clients here.'
    refusals.push({ code: 'not_a_clinician', field: 'memberId', words })
  } else if (who.role === 'clinician' && memberId !== who.memberId) {
    const words = 'You can add your own sessions. An owner or administrator adds those of colleagues.'
    refusals.push({ code: 'not_your_session', field: 'memberId', words })
  }
  if ((await personById(db, personId)) === null) {
    const words = 'This client is not on a list of this practice.'
    refusals.push({ code: 'client_not_visible', field: 'personId', words })
  }
  return refusals
}
