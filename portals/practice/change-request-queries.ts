import { queryOptions } from '@tanstack/react-query'
import type { RequestStanding } from '../../business/sessions/change-request-standing.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'

/** What a client asks of a session to come, and what became of it. */
export type ChangeRequestSeen = {
  id: string
  kind: 'cancel' | 'move'
  reason: string
  message: string | null
  proposed: Instant[]
  askedAt: Instant
  feeCents: Cents
  standing: RequestStanding
  became: string | null
}

/** The requests about one session, the latest first. */
export const changeRequestsQuery = (practiceId: string, sessionId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'change-requests', sessionId],
    queryFn: () =>
      answerOf<ChangeRequestSeen[]>(
        api.GET('/api/practices/{practiceId}/sessions/{sessionId}/change-requests', {
          params: { path: { practiceId, sessionId } },
        }),
      ),
  })
