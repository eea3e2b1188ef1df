import type { Instant } from '../../libraries/calendar/index.ts'

/** How a client's request stands. The last three closed by themselves, and nobody answers them any more. */
export type RequestStanding = 'open' | 'accepted' | 'declined' | 'taken_back' | 'started' | 'moved' | 'over'

type Asked = {
  version: number
  answer: { answer: 'accepted' | 'declined' | 'taken_back' } | null
}
type Plan = { startsAt: Instant; version: number; isCalledOff: boolean }

/** Derived from what happened; nothing stores it. `plan` is the session as it stands now. */
export function changeRequestStanding({ version, answer }: Asked, plan: Plan, now: Instant): RequestStanding {
  if (answer !== null) return answer.answer
  if (plan.isCalledOff) return 'over'
  if (plan.version !== version) return 'moved'
  return plan.startsAt <= now ? 'started' : 'open'
}
