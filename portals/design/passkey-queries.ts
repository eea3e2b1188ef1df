import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'

export type Passkey = {
  id: string
  name: string
  createdAt: string
  lastUsedAt: string | null
  kept: 'on_one_device' | 'may_be_synced' | 'synced'
  isStopped: boolean
  removal: 'yes' | 'last_way_in' | 'last_second_factor'
}

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: async () => (await answerOf<{ passkeys: Passkey[] }>(api.GET('/api/me/passkeys'))).passkeys,
})
