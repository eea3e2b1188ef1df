import { dateIn } from '../../libraries/calendar/index.ts'
import { type CaseListed, deletionCases } from '../deletions/index.ts'
import type { Db, World } from '../world.ts'
import type { Waiting } from './queue-names.ts'

const waitsFor: Partial<Record<CaseListed['state'], { reason: string; next: string }>> = {
  asked: { reason: 'Yes or no', next: 'Answer' },
  approved: { reason: 'A second person', next: 'Carry out' },
  final_proposed: { reason: 'No law keeps it any more', next: 'Answer' },
  final_approved: { reason: 'A second person', next: 'Carry out' },
}

/** Requests for deletion that wait for one of the operator's people, each by the day on which it must be answered. */
export async function deletionQueue(db: Db, world: World): Promise<Waiting[]> {
  return (await deletionCases(db, world)).flatMap(
    ({ id, subject, name, practiceName, state, askedAt, answerBy, movedAt }) => {
      const waits = waitsFor[state]
      if (waits === undefined) return []
      const isFirst = state === 'asked' || state === 'approved'
      return {
        ...waits,
        item: `deletion ${id}`,
        code: null,
        payer: null,
        cents: null,
        name,
        detail: subject === 'client' ? 'Client' : `Works at ${practiceName ?? 'a practice'}`,
        since: dateIn(isFirst ? askedAt : movedAt, world.zone),
        movedAt,
        deadline: isFirst ? answerBy : null,
        deadlineKind: isFirst ? 'Answer' : null,
        page: { kind: 'deletion' as const, practiceId: null, id },
      }
    },
  )
}
