import { queryOptions } from '@tanstack/react-query'
import type { NetworkYear } from '../../business/operations/contract-year-page.ts'
import type { NetworkFigures } from '../../business/payouts/network-figures.ts'
import { answerOf, api } from '../api.ts'

/** Where the money of the whole network came from and went; for anyone. */
export const networkQuery = queryOptions({
  queryKey: ['network', 'figures'],
  queryFn: () => answerOf<NetworkFigures>(api.GET('/api/network/figures')),
  staleTime: 60_000,
})

/** What the network shows plans, by calendar year; for anyone. */
export const networkYearsQuery = queryOptions({
  queryKey: ['network', 'years'],
  queryFn: () => answerOf<NetworkYear[]>(api.GET('/api/network/years')),
  staleTime: 60_000,
})
