import type { paths } from './api-schema.ts'

/** What a deletion would do, by the person whom it is about; the same of a client and of a colleague's own profile. */
export type OwnDeletion =
  paths['/api/clients/{personId}/deletion']['get']['responses'][200]['content']['application/json']
export type DeletionLine = OwnDeletion['lines'][number]
export type DeletionBarrier = OwnDeletion['barriers'][number]

type DeletionPath = '/api/operations/deletion-requests/{requestId}'
export type DeletionCase = paths[DeletionPath]['get']['responses'][200]['content']['application/json']
export type DeletionListed =
  paths['/api/operations/deletion-requests']['get']['responses'][200]['content']['application/json'][number]
