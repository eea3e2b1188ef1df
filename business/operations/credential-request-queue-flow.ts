import { dateIn } from '../../libraries/calendar/index.ts'
import { networkName, stateName } from '../coverage/service-areas.ts'
import { unansweredRequests } from '../credentialing/index.ts'
import { membersOf, practicesAll } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import type { Waiting } from './queue-names.ts'

/** Credentials that clinicians asked for and that nobody has applied for yet. */
export async function credentialRequestQueue(db: Db, world: World): Promise<Waiting[]> {
  const practices = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  const waiting: Waiting[] = []
  for (const { id, practiceId, memberId, networkId, state, words, askedAt } of await unansweredRequests(db, null)) {
    const clinician = (await membersOf(db, practiceId)).find((each) => each.id === memberId)
    waiting.push({
      item: `credential_request ${id}`,
      reason: `${networkName(networkId)} in ${stateName(state)}`,
      code: null,
      name: clinician?.name ?? 'A clinician',
      detail: [practices.get(practiceId) ?? '', words].filter((part) => part !== null && part !== '').join(': '),
      payer: null,
      cents: null,
      since: dateIn(askedAt, world.zone),
      movedAt: askedAt,
      deadline: null,
      deadlineKind: null,
      next: 'Apply for it, or say why not',
      page: { kind: 'clinician', practiceId, id: memberId },
    })
  }
  return waiting
}
