import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'
import type { DeletionCase, DeletionListed } from '../deletion-contract.ts'

export const deletionsQuery = queryOptions({
  queryKey: ['operations', 'deletions'],
  queryFn: () => answerOf<DeletionListed[]>(api.GET('/api/operations/deletion-requests')),
})

export const deletionQuery = (requestId: string) =>
  queryOptions({
    queryKey: ['operations', 'deletion', requestId],
    queryFn: () =>
      answerOf<DeletionCase>(
        api.GET('/api/operations/deletion-requests/{requestId}', { params: { path: { requestId } } }),
      ),
  })

export const deletionStates: Record<DeletionListed['state'], string> = {
  asked: 'Waits for an answer',
  approved: 'Waits for the second person',
  withdrawn: 'Taken back',
  declined: 'Declined',
  carried_out: 'Carried out',
  final_proposed: 'The rest may go: waits for an answer',
  final_approved: 'The rest waits for the second person',
  final_carried_out: 'All of it is deleted',
}
