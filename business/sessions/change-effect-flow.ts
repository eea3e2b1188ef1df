import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { applyChange, type CredentialingChange } from '../credentialing/index.ts'
import type { Db, World } from '../world.ts'
import { openQuestions } from './open-questions-flow.ts'
import { type TurnedSession, turnedSessions } from './turned-sessions.ts'

export type ChangeEffect = { looked: number; turned: TurnedSession[] }

/**
 * What a change of a clinician's standing would do, before it is saved: every session of theirs that is planned, may still
 * be confirmed, or is not yet billed (`unbilled`: locked ones whose claims wait), decided with and without it. Nothing is
 * recorded.
 */
export async function changeEffect(
  db: Db,
  world: World,
  of: { practiceId: string; memberId: string },
  change: CredentialingChange,
  unbilled?: ReadonlyMap<string, CalendarDate>,
): Promise<ChangeEffect> {
  const { looked, questions } = await openQuestions(db, world, of, unbilled)
  const turned = turnedSessions(questions, (question) => {
    return { ...question, standing: applyChange(question.standing, change, of) }
  })
  return { looked, turned }
}
