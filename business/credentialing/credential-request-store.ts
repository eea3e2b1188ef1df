import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

/** A clinician's wish to be credentialed with a network in a state. It is answered by a credential, or by the operator. */
export type CredentialRequest = {
  practiceId: string
  id: string
  memberId: string
  networkId: string
  state: string
  words: string | null
  askedAt: Instant
  askedBy: string
}

export async function recordCredentialRequest(db: Db, request: CredentialRequest): Promise<void> {
  await db
    .insertInto('credentialing.credential_request')
    .values({
      practice_id: request.practiceId,
      id: request.id,
      member_id: request.memberId,
      network_id: request.networkId,
      state: request.state,
      words: request.words,
      asked_at: request.askedAt,
      asked_by: request.askedBy,
    })
    .execute()
}

/** The requests of one practice, or of all where none is named (operations), the oldest first. */
export async function credentialRequests(db: Db, practiceId: string | null): Promise<CredentialRequest[]> {
  let query = db
    .selectFrom('credentialing.credential_request')
    .select(['practice_id as practiceId', 'id', 'member_id as memberId', 'network_id as networkId', 'state', 'words'])
    .select(['asked_at as askedAt', 'asked_by as askedBy'])
  if (practiceId !== null) query = query.where('practice_id', '=', practiceId)
  return query.orderBy('asked_at').orderBy('id').execute()
}
