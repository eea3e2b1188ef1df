import { type CalendarDate, dateInWords, holds, type Period } from '../../libraries/calendar/index.ts'
import { isState, networkName, stateName } from '../coverage/service-areas.ts'
import type { CredentialingChange, Standing } from './apply-change.ts'
import type { Authority } from './authority-store.ts'

export type StaffEntry = Exclude<CredentialingChange, { kind: 'opt_in' | 'opt_out' }>

export type ChangeReason =
  | 'standing_not_found'
  | 'state_unknown'
  | 'network_unknown'
  | 'period_missing'
  | 'period_backwards'
  | 'period_overlaps'
  | 'application_waits_already'
  | 'payer_ready_too_early'
  | 'compact_not_in_force'
  | 'home_license_missing'
  | 'nothing_changes'

export type ChangeRefusal = { code: ChangeReason; field: string; words: string }

/** What else must be known: the networks there are, the clinician's licence family, and where its compacts are in force. */
export type KnownAround = {
  networks: ReadonlySet<string>
  family: string
  compacts: readonly { name: string; families: readonly string[]; state: string; since: CalendarDate | null }[]
}

/** Why a change of a clinician's standing may not be saved, in words; null where it may. */
export function refuseChange(standing: Standing, change: StaffEntry, known: KnownAround): ChangeRefusal | null {
  return refuseWhatIsNotThere(standing, change) ?? refuseDates(change) ?? refuseContent(standing, change, known) ?? null
}

function refuse(code: ChangeReason, field: string, words: string): ChangeRefusal {
  return { code, field, words }
}

function refuseWhatIsNotThere({ authorities, credentials, exclusions }: Standing, change: StaffEntry) {
  const isThere = (of: readonly { id: string }[], wanted: string) => of.some(({ id }) => id === wanted)
  const found =
    'authorityId' in change
      ? isThere(authorities, change.authorityId)
      : 'credentialId' in change
        ? isThere(credentials, change.credentialId)
        : 'exclusionId' in change
          ? isThere(exclusions, change.exclusionId)
          : true
  if (found) return null
  return refuse('standing_not_found', 'id', 'This clinician has no such license, credential or exclusion any more.')
}

function refuseDates(change: StaffEntry): ChangeRefusal | null {
  if (!('during' in change)) return null
  const { during } = change
  if (during === null) {
    if ('status' in change && change.status === 'pending') return null
    return refuse('period_missing', 'from', 'Say from which day it counts: only what is applied for has no day yet.')
  }
  if (during.until !== null && during.until <= during.from) {
    const words = `It would end on ${dateInWords(during.until)}, not after it begins on ${dateInWords(during.from)}. The end is the first day on which it counts no more.`
    return refuse('period_backwards', 'until', words)
  }
  if ('payerReady' in change && change.payerReady !== null && change.payerReady < during.from) {
    const words = `The payer cannot take claims from ${dateInWords(change.payerReady)}, before the credential begins on ${dateInWords(during.from)}.`
    return refuse('payer_ready_too_early', 'payerReady', words)
  }
  return null
}

function refuseContent(standing: Standing, change: StaffEntry, known: KnownAround): ChangeRefusal | null {
  if ('state' in change && !isState(change.state)) {
    return refuse('state_unknown', 'state', `${change.state} is no state, district or territory of the US.`)
  }
  const { authorities, credentials, exclusions } = standing
  switch (change.kind) {
    case 'add_authority': {
      const same = authorities.filter((one) => one.state === change.state && one.kind === change.authority)
      return (
        refuseOverlap(same, change.during, authorityWords[change.authority]) ?? refusePrivilege(standing, change, known)
      )
    }
    case 'change_authority': {
      const held = authorities.find(({ id }) => id === change.authorityId)
      if (held === undefined) return null
      if (sameRange(held.during, change.during)) return nothingChanges()
      const same = authorities.filter((one) => one !== held && one.state === held.state && one.kind === held.kind)
      return refuseOverlap(same, change.during, authorityWords[held.kind])
    }
    case 'add_credential':
      return refuseCredential(standing, change, known)
    case 'change_credential': {
      const held = credentials.find(({ id }) => id === change.credentialId)
      if (held === undefined) return null
      const isSame = held.status === change.status && held.payerReady === change.payerReady
      if (isSame && sameRange(held.during, change.during)) return nothingChanges()
      const others = { ...standing, credentials: credentials.filter((one) => one !== held) }
      return refuseCredential(others, { ...held, ...change }, { ...known, networks: new Set([held.networkId]) })
    }
    case 'add_exclusion':
      return refuseOverlap(exclusionPeriods(exclusions), change.during, 'exclusion')
    case 'change_exclusion': {
      const held = exclusions.find(({ id }) => id === change.exclusionId)
      if (held !== undefined && sameRange(held, change.during)) return nothingChanges()
      const others = exclusions.filter(({ id }) => id !== change.exclusionId)
      return refuseOverlap(exclusionPeriods(others), change.during, 'exclusion')
    }
    case 'withdraw_authority':
    case 'withdraw_exclusion':
      return null
  }
}

const authorityWords: Record<Authority['kind'], string> = {
  license: 'license',
  compact_privilege: 'compact privilege',
  temporary_permit: 'temporary permit',
}

function exclusionPeriods(exclusions: Standing['exclusions']) {
  return exclusions.map(({ from, until }) => ({ during: { from, until } }))
}

type Asked = { networkId: string; state: string; via: string; status: string; during: Period | null }

function refuseCredential(
  { credentials }: Standing,
  { networkId, state, via, status, during }: Asked,
  { networks }: KnownAround,
): ChangeRefusal | null {
  if (!networks.has(networkId)) {
    const words = `There is no network ${networkId}: no plan, contract or Blue licensee has it.`
    return refuse('network_unknown', 'networkId', words)
  }
  if (status === 'terminated') return null
  const same = credentials.filter(
    (one) => one.networkId === networkId && one.state === state && one.via === via && one.status === status,
  )
  const place = `${networkName(networkId)} in ${stateName(state)}`
  if (status === 'pending') {
    if (same.length === 0) return null
    return refuse(
      'application_waits_already',
      'networkId',
      `An application to ${place} waits already. Change that one.`,
    )
  }
  return during === null ? null : refuseOverlap(same, during, `credential with ${place}`)
}

/** A privilege rests on a compact that is in force in the state, for this family, and on a licence of another state of it. */
function refusePrivilege(
  { authorities }: Standing,
  { state, authority, during }: Extract<StaffEntry, { kind: 'add_authority' }>,
  { compacts, family }: KnownAround,
): ChangeRefusal | null {
  if (authority !== 'compact_privilege') return null
  const own = compacts.filter(
    ({ families, since }) => families.includes(family) && (since ?? during.from) <= during.from,
  )
  const there = own.find((each) => each.state === state)
  if (there === undefined) {
    const words = `No compact for this clinician’s profession is in force in ${stateName(state)} on ${dateInWords(during.from)}: only a license or a permit opens it.`
    return refuse('compact_not_in_force', 'state', words)
  }
  const members = new Set(own.filter(({ name }) => name === there.name).map((each) => each.state))
  const isLicensed = authorities.some(
    (one) => one.kind === 'license' && one.state !== state && members.has(one.state) && holds(one.during, during.from),
  )
  if (isLicensed) return null
  const words = `${there.name}: a privilege rests on a license in another state of the compact, and none is in force on ${dateInWords(during.from)}. Enter that license first.`
  return refuse('home_license_missing', 'state', words)
}

function refuseOverlap(same: readonly { during: Period | null }[], during: Period, what: string): ChangeRefusal | null {
  const other = same.find((one) => one.during !== null && overlap(one.during, during))
  if (other?.during == null) return null
  const until = other.during.until === null ? 'without an end' : `until ${dateInWords(other.during.until)}`
  const words = `Another ${what} is in force from ${dateInWords(other.during.from)}, ${until}. Change that one, or begin where it ends.`
  return refuse('period_overlaps', 'from', words)
}

function overlap(one: Period, other: Period): boolean {
  return (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until)
}

function sameRange(one: Period | null, other: Period | null): boolean {
  return one?.from === other?.from && one?.until === other?.until
}

function nothingChanges(): ChangeRefusal {
  return refuse('nothing_changes', 'from', 'It stands so already: nothing would change.')
}
