import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'

export type WaitingReset = {
  id: string
  name: string
  email: string
  askedByName: string
  reason: string
  expiresAt: string
  /** Somebody else than who asked, and than whose it is. */
  mayConfirm: boolean
}

/** Second factors of staff that wait for a colleague. */
export const waitingResetsQuery = queryOptions({
  queryKey: ['operations', 'two-factor-resets'],
  queryFn: async () =>
    (await answerOf<{ resets: WaitingReset[] }>(api.GET('/api/operations/two-factor-resets'))).resets,
})
