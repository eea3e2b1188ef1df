import { addDays, type CalendarDate, dateIn, dateInWords, holds, type Period } from '../../libraries/calendar/index.ts'
import { type CredentialStanding, credentialStanding } from '../credentialing/credential-standing.ts'
import {
  type Authority,
  authoritiesOf,
  credentialsOf,
  type OptIn,
  optInsOf,
  recordOptIn,
  recordOptOut,
  virtualNetworksOn,
} from '../credentialing/index.ts'
import { restPrivileges } from '../credentialing/rest-privileges.ts'
import { holdSubject } from '../ledger/index.ts'
import { clinicianById, membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { compactStatesOn, licenceFamiliesOn, licenceTitlesOn } from './licence-reference-store.ts'
import { networkName, stateName } from './service-areas.ts'

export type AuthorityCard = {
  id: string
  state: string
  stateName: string
  kind: Authority['kind']
  /** What the licence is called there, such as LCSW; null where it is not known. */
  title: string | null
  from: CalendarDate
  until: CalendarDate | null
  standing: 'in_force' | 'to_come' | 'ended'
}

export type NetworkCard = {
  id: string
  networkId: string
  networkName: string
  state: string
  stateName: string
  via: 'direct' | 'virtual_network'
  from: CalendarDate | null
  until: CalendarDate | null
  payerReady: CalendarDate | null
  standing: CredentialStanding
  words: string
}

export type VirtualCard = {
  networkId: string
  networkName: string
  state: string
  stateName: string
  opens: string
  doesNotOpen: string
  leadDays: number
  /** `opted_in` from or since a day; `may_opt_in`; `no_authority`: a licence of the state must be in force first. */
  standing: 'opted_in' | 'may_opt_in' | 'no_authority'
  optInId: string | null
  from: CalendarDate | null
}

export type CompactCard = { compactId: string; name: string; privilege: string; states: string[]; source: string }

export type InsuranceStatus = {
  member: { memberId: string; name: string; family: string; familyLabel: string }
  members: { memberId: string; name: string }[]
  /** Whether whoever asks may opt in: clinicians do so themselves. */
  isOwn: boolean
  authorities: AuthorityCard[]
  networks: NetworkCard[]
  virtual: VirtualCard[]
  compacts: CompactCard[]
  board: { name: string; url: string } | null
}

/** Where a clinician may practise and bill on the day of asking, what is under way, and what they may open themselves. */
export async function insuranceStatus(
  db: Db,
  world: World,
  who: Who,
  wanted: string | undefined,
): Promise<InsuranceStatus> {
  const on = dateIn(world.clock.now(), world.zone)
  const { clinician, members } = await clinicianFor(db, who, wanted)
  const { practiceId } = who
  const authorities = await authoritiesOf(db, practiceId, clinician.id)
  const credentials = await credentialsOf(db, practiceId, clinician.id)
  const family = clinician.licenceFamily
  const families = await licenceFamiliesOn(db, on)
  const known = families.find(({ id }) => id === family)
  const titles = await licenceTitlesOn(db, on)
  const compacts = await compactStatesOn(db, on)
  const counted = countedOf(authorities, family, compacts)
  return {
    member: { memberId: clinician.id, name: clinician.name, family, familyLabel: known?.label ?? family },
    members,
    isOwn: clinician.id === who.memberId,
    authorities: authorities.map(({ id, state, kind, during }) => ({
      id,
      state,
      stateName: stateName(state),
      kind,
      title: titles.find((each) => each.family === family && each.state === state)?.title ?? null,
      ...during,
      standing: standingOf(during, counted, { id, on }),
    })),
    networks: credentials.map((credential) => ({
      id: credential.id,
      networkId: credential.networkId,
      networkName: networkName(credential.networkId),
      state: credential.state,
      stateName: stateName(credential.state),
      via: credential.via,
      from: credential.during?.from ?? null,
      until: credential.during?.until ?? null,
      payerReady: credential.payerReady,
      ...credentialStanding(credential, counted, on),
    })),
    virtual: await virtualCards(db, { practiceId, memberId: clinician.id, on }, counted),
    compacts: compactCards(compacts, family),
    board: known?.board == null || known.url === null ? null : { name: known.board, url: known.url },
  }
}

/** What lets a clinician practise: a compact privilege only while it rests on a home license, where its compact is in force. */
function countedOf(
  authorities: readonly Authority[],
  family: string,
  states: Awaited<ReturnType<typeof compactStatesOn>>,
): Authority[] {
  const compacts = states.filter(({ standing }) => standing === 'in_force')
  const standing = { authorities: [...authorities], credentials: [], exclusions: [] }
  return restPrivileges(standing, { family, compacts }).authorities
}

function standingOf(
  during: Period,
  counted: readonly Authority[],
  { id, on }: { id: string; on: CalendarDate },
): AuthorityCard['standing'] {
  if (during.from > on) return 'to_come'
  return counted.some((one) => one.id === id && holds(one.during, on)) ? 'in_force' : 'ended'
}

function compactCards(states: Awaited<ReturnType<typeof compactStatesOn>>, family: string): CompactCard[] {
  const own = states.filter(({ families }) => families.includes(family))
  return [...new Set(own.map(({ compactId }) => compactId))].flatMap((compactId) => {
    const of = own.filter((each) => each.compactId === compactId)
    const [first] = of
    if (first === undefined) return []
    const inForce = of.filter(({ standing }) => standing === 'in_force').map(({ state }) => state)
    return [{ compactId, name: first.name, privilege: first.privilege, states: inForce, source: first.source }]
  })
}

type OfMember = { practiceId: string; memberId: string; on: CalendarDate }

async function virtualCards(db: Db, { practiceId, memberId, on }: OfMember, authorities: readonly Authority[]) {
  const optIns = await optInsOf(db, practiceId, memberId)
  const offered = await virtualNetworksOn(db, on)
  return offered.map((network): VirtualCard => {
    const optIn = optIns.find((each) => isOpen(each, network, on)) ?? null
    const licensed = authorities.some((one) => one.state === network.state && holds(one.during, on))
    return {
      ...network,
      networkName: networkName(network.networkId),
      stateName: stateName(network.state),
      standing: optIn !== null ? 'opted_in' : licensed ? 'may_opt_in' : 'no_authority',
      optInId: optIn?.id ?? null,
      from: optIn?.from ?? null,
    }
  })
}

function isOpen(optIn: OptIn, network: { networkId: string; state: string }, on: CalendarDate): boolean {
  const same = optIn.networkId === network.networkId && optIn.state === network.state
  return same && (optIn.until === null || optIn.until > on)
}

async function clinicianFor(db: Db, who: Who, wanted: string | undefined) {
  const all = (await membersOf(db, who.practiceId)).filter(({ clinician }) => clinician)
  const visible = who.may.status === 'all' ? all : all.filter(({ id }) => id === who.memberId)
  const members = visible.map(({ id: memberId, name }) => ({ memberId, name }))
  const chosen =
    members.find(({ memberId }) => memberId === (wanted ?? who.memberId)) ??
    (wanted === undefined ? members[0] : undefined)
  const clinician = chosen === undefined ? null : await clinicianById(db, who.practiceId, chosen.memberId)
  if (clinician === null) {
    const detail = 'There is no such clinician in this practice whose insurance status you may see.'
    throw new Refusal({ status: 404, code: 'clinician_not_found', detail })
  }
  return { clinician, members }
}

/** A clinician opts in to a virtual network from a day on. Opting in again where one is in already changes nothing. */
export async function optIn(
  db: Db,
  world: World,
  who: Who,
  { networkId, state, from }: { networkId: string; state: string; from: CalendarDate },
): Promise<OptIn> {
  const { practiceId, memberId } = who
  const today = dateIn(world.clock.now(), world.zone)
  if (!who.clinician) {
    throw new Refusal({
      status: 403,
      code: 'not_a_clinician',
      detail: 'Clinicians opt in themselves; you treat no clients here.',
    })
  }
  if (from < today) {
    const detail = `A virtual network opens from today on (${dateInWords(today)}), not for days that have passed.`
    throw new Refusal({ status: 422, code: 'date_has_passed', detail })
  }
  await holdSubject(db, `credentialing ${memberId}`)
  const there = (await optInsOf(db, practiceId, memberId)).find((each) => isOpen(each, { networkId, state }, from))
  if (there !== undefined) return there
  const offered = (await virtualNetworksOn(db, from)).find(
    (each) => each.networkId === networkId && each.state === state,
  )
  if (offered === undefined) {
    const detail = `${networkName(networkId)} offers no virtual network in ${stateName(state)} on ${dateInWords(from)}.`
    throw new Refusal({ status: 409, code: 'virtual_network_not_offered', detail })
  }
  const family = (await clinicianById(db, practiceId, memberId))?.licenceFamily ?? ''
  const held = await authoritiesOf(db, practiceId, memberId)
  const authorities = countedOf(held, family, await compactStatesOn(db, from))
  if (!authorities.some((one) => one.state === state && holds(one.during, from))) {
    const detail = `A virtual network rests on a license: none of yours is in force in ${stateName(state)} on ${dateInWords(from)}. Send us the license first.`
    throw new Refusal({ status: 409, code: 'no_authority_in_state', detail })
  }
  const optedIn = {
    practiceId,
    id: world.ids.next(),
    memberId,
    networkId,
    state,
    from,
    payerReady: addDays(from, offered.leadDays),
  }
  await recordOptIn(db, { ...optedIn, at: world.clock.now(), by: who.userId })
  return { ...optedIn, until: null }
}

/** A clinician leaves a virtual network: `until` is the first day on which it opens nothing any more. */
export async function optOut(
  db: Db,
  world: World,
  who: Who,
  { optInId, until }: { optInId: string; until: CalendarDate },
): Promise<OptIn> {
  const { practiceId } = who
  const known = (await optInsOf(db, practiceId, who.memberId)).find(({ id }) => id === optInId)
  if (known === undefined) {
    throw new Refusal({
      status: 404,
      code: 'opt_in_not_found',
      detail: 'You have not opted in to this virtual network.',
    })
  }
  if (until < dateIn(world.clock.now(), world.zone)) {
    throw new Refusal({
      status: 422,
      code: 'date_has_passed',
      detail: 'You can leave from today on; what was open before stays as it was.',
    })
  }
  await recordOptOut(db, { practiceId, optInId, until, at: world.clock.now(), by: who.userId })
  const [after = known] = (await optInsOf(db, practiceId, who.memberId)).filter(({ id }) => id === optInId)
  return after
}
