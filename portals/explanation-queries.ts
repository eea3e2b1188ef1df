import { queryOptions } from '@tanstack/react-query'
import type { Explanation } from '../business/payouts/explain-session.ts'
import { answerOf, api } from './api.ts'

/** Everything that explains a session. The operator's staff give their reason; a practice needs none. */
export const explanationQuery = (sessionId: string, reason?: string) =>
  queryOptions({
    queryKey: ['explanation', sessionId, reason ?? null],
    queryFn: () =>
      answerOf<Explanation>(
        api.GET('/api/sessions/{sessionId}/explanation', {
          params: { path: { sessionId }, query: reason === undefined ? {} : { reason } },
        }),
      ),
  })

/** Where the same stands as a document. */
export function explanationPdf(sessionId: string, reason?: string): string {
  const asked = reason === undefined ? '' : `?reason=${encodeURIComponent(reason)}`
  return `/api/sessions/${sessionId}/explanation.pdf${asked}`
}
