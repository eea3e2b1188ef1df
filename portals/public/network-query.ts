import { queryOptions } from '@tanstack/react-query'
import type { NetworkFigures } from '../../business/payouts/network-figures.ts'
import { answerOf, api } from '../api.ts'

/** Where the money of the whole network came from and went; for anyone. */
export const networkQuery = queryOptions({
  queryKey: ['network', 'figures'],
  queryFn: () => answerOf<NetworkFigures>(api.GET('/api/network/figures')),
  staleTime: 60_000,
})
