import { failureBit } from './compiled-answer.ts'
import { type CompiledTables, credentialWidth, worldWidth } from './compiled-tables.ts'

const pending = failureBit('credential_pending')
const notYet = failureBit('credential_not_yet_effective')
const ended = failureBit('credential_ended')
const notInState = failureBit('not_credentialed_in_state')
const notWithPlan = failureBit('not_credentialed_with_plan')
const notInHomeArea = failureBit('bluecard_not_in_home_area')
const noBlueCard = failureBit('outside_service_area_no_bluecard')
const ownMembersOnly = failureBit('virtual_network_serves_own_members_only')
const notWithLocalBlue = failureBit('not_credentialed_with_local_blue')

// What one pass found of the plan's own network in the state, and of licensees as sets; shared by the questions, which are
// asked one after the other.
let isPending = false
let isFuture = false
let isOver = false
let isElsewhere = false
const sets = new Int32Array(8)
const heldDirectly = 0
const heldVirtually = 2
const pendingDirectly = 4
const futureDirectly = 6

/** The failures of rules 6 and 7 over the worlds of a place where no route was found, as a set of bits. */
export function failuresAt(tables: CompiledTables, provider: number, plan: number, place: number, on: number): number {
  const { plans, places, worlds } = tables
  const flags = plans[plan + 1] as number
  look(tables, provider, plans[plan] as number, places[place] as number, on)
  if ((flags & 1) === 0) return failAtHome(false)
  const homeLow = plans[plan + 2] as number
  const homeHigh = plans[plan + 3] as number
  let found = 0
  const end = (places[place + 3] as number) * worldWidth
  for (let world = (places[place + 2] as number) * worldWidth; world < end; world += worldWidth) {
    const low = worlds[world] as number
    const high = worlds[world + 1] as number
    if (((low & homeLow) | (high & homeHigh)) === 0) found |= failAway(flags, low, high)
    else found |= failAtHome((flags & 2) !== 0 && holds(heldDirectly, low & ~homeLow, high & ~homeHigh))
  }
  return found
}

function look(
  { credentialFrom, credentials }: CompiledTables,
  provider: number,
  network: number,
  state: number,
  on: number,
): void {
  isPending = isFuture = isOver = isElsewhere = false
  sets.fill(0)
  const end = (credentialFrom[provider + 1] as number) * credentialWidth
  for (let row = (credentialFrom[provider] as number) * credentialWidth; row < end; row += credentialWidth) {
    const standing = credentials[row + 2] as number
    const begins = credentials[row + 3] as number
    const isInForce = standing <= 1 && begins <= on && on < (credentials[row + 4] as number)
    const isOwn = credentials[row] === network
    if (credentials[row + 1] !== state) {
      isElsewhere ||= isOwn && isInForce
      continue
    }
    const awaits = standing >> 1 === 1
    const comes = standing <= 1 && begins > on
    isPending ||= isOwn && awaits
    isFuture ||= isOwn && comes
    isOver ||= isOwn && !awaits && !comes
    const isVirtual = (standing & 1) === 1
    if (isInForce) add(isVirtual ? heldVirtually : heldDirectly, credentials, row)
    else if (awaits && !isVirtual) add(pendingDirectly, credentials, row)
    else if (comes && !isVirtual) add(futureDirectly, credentials, row)
  }
}

function add(set: number, credentials: Int32Array, row: number): void {
  sets[set] = (sets[set] as number) | (credentials[row + 6] as number)
  sets[set + 1] = (sets[set + 1] as number) | (credentials[row + 7] as number)
}

function holds(set: number, low: number, high: number): boolean {
  return (((sets[set] as number) & low) | ((sets[set + 1] as number) & high)) !== 0
}

function failAtHome(holdsAnotherLocalBlue: boolean): number {
  if (isPending) return pending
  if (isFuture) return notYet
  if (isOver) return ended
  if (holdsAnotherLocalBlue) return notInHomeArea
  return isElsewhere ? notInState : notWithPlan
}

function failAway(flags: number, low: number, high: number): number {
  if ((flags & 2) === 0) return noBlueCard
  if (holds(heldVirtually, low, high)) return ownMembersOnly
  if (holds(pendingDirectly, low, high)) return pending
  return holds(futureDirectly, low, high) ? notYet : notWithLocalBlue
}
