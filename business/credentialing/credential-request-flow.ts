import { dateIn, holds } from '../../libraries/calendar/index.ts'
import { isState, networkName, stateName } from '../coverage/service-areas.ts'
import { membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { type CredentialRequest, credentialRequests, recordCredentialRequest } from './credential-request-store.ts'
import { type Credential, credentialsOf } from './credential-store.ts'

type Asked = { memberId: string; networkId: string; state: string; words: string | null }

/** Asks the operator to apply for a credential. Asking twice is one request; what is under way is not asked for again. */
export async function askForCredential(db: Db, world: World, who: Who, asked: Asked): Promise<CredentialRequest> {
  const { practiceId, userId, may } = who
  const members = await membersOf(db, practiceId)
  const isOurs = members.some(({ id, clinician }) => id === asked.memberId && clinician)
  if (!isOurs || (may.status !== 'all' && asked.memberId !== who.memberId)) throw noSuchClinician()
  if (!isState(asked.state)) throw noSuchState(asked.state)
  const at = world.clock.now()
  const credentials = await credentialsOf(db, practiceId, asked.memberId)
  const there = credentials.find((each) => meets(each, asked) && isHeld(each, world))
  if (there !== undefined) throw underWay(there)
  const [open] = await openRequests(db, practiceId, asked)
  if (open !== undefined) return open
  const request = { ...asked, practiceId, id: world.ids.next(), askedAt: at, askedBy: userId }
  await recordCredentialRequest(db, request)
  return request
}

async function openRequests(db: Db, practiceId: string, asked: Pick<Asked, 'memberId' | 'networkId' | 'state'>) {
  const requests = await credentialRequests(db, practiceId)
  return requests.filter((each) => each.memberId === asked.memberId && meets(each, asked))
}

/** Requests that no credential has answered: of one practice, or of all where none is named. */
export async function unansweredRequests(db: Db, practiceId: string | null): Promise<CredentialRequest[]> {
  const open: CredentialRequest[] = []
  for (const request of await credentialRequests(db, practiceId)) {
    const held = await credentialsOf(db, request.practiceId, request.memberId)
    if (!held.some((each) => meets(each, request) && each.status !== 'terminated')) open.push(request)
  }
  return open
}

function meets(one: { networkId: string; state: string }, other: { networkId: string; state: string }): boolean {
  return one.networkId === other.networkId && one.state === other.state
}

function isHeld({ status, during, via }: Credential, world: World): boolean {
  if (via !== 'direct') return false
  const today = dateIn(world.clock.now(), world.zone)
  return (
    status === 'pending' || (status === 'active' && during !== null && (during.from > today || holds(during, today)))
  )
}

function underWay({ networkId, state, status }: Credential): Refusal {
  const where = `${networkName(networkId)} in ${stateName(state)}`
  const words = status === 'pending' ? `We have applied for ${where} already.` : `You are credentialed with ${where}.`
  const detail = `${words} Insurance status says from which day it counts; nothing was asked for.`
  return new Refusal({ status: 409, code: 'credential_under_way', detail })
}

function noSuchClinician(): Refusal {
  const detail = 'Clinicians ask for themselves; an owner or administrator asks for each clinician of the practice.'
  return new Refusal({ status: 404, code: 'clinician_not_found', detail })
}

function noSuchState(state: string): Refusal {
  const detail = `${state} is no state, district or territory of the US. Nothing was asked for.`
  return new Refusal({ status: 422, code: 'state_unknown', detail })
}
