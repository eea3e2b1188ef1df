import { crisisGaps, failureAnswer, failureBit, methodNumber, routeAnswer, verdictNumber } from './compiled-answer.ts'
import {
  authorityWidth,
  bitsInWord,
  type CompiledTables,
  credentialWidth,
  exclusionWidth,
  placeFlag,
  placeWidth,
  planWidth,
  questionWidth,
  situation,
  worldWidth,
} from './compiled-tables.ts'
import { failuresAt } from './failures-at.ts'

const verdict = verdictNumber
const inNetwork = methodNumber.in_network
const virtualNetwork = methodNumber.virtual_network
const blueCardMethod = methodNumber.bluecard
const crisisException = methodNumber.crisis_exception
const noNarrativeGap = 1 << crisisGaps.indexOf('crisis_narrative')
const noResolutionGap = 1 << crisisGaps.indexOf('crisis_resolution')
const noAddressGap = 1 << crisisGaps.indexOf('exact_address')
const planNotAccepted = failureBit('plan_not_accepted')
const licenseNotInForce = failureBit('license_not_in_force')
const notLicensed = failureBit('not_licensed_in_state')

/**
 * Decides many questions: six integers each in, one integer each out (compiled-answer.ts says what it says). The rules are
 * those of decide-billing-route.ts, read from tables; both agree on every fact.
 */
export function decideCompiled(tables: CompiledTables, questions: Int32Array, answers: Int32Array): void {
  for (let at = 0, answer = 0; answer < answers.length; at += questionWidth, answer += 1) {
    answers[answer] = decideOne(tables, questions, at)
  }
}

function decideOne(tables: CompiledTables, questions: Int32Array, at: number): number {
  const provider = questions[at] as number
  const place = (questions[at + 2] as number) * placeWidth
  const on = questions[at + 3] as number
  const session = questions[at + 5] as number
  if (isExcluded(tables, provider, on)) return verdict.provider_excluded
  const flags = tables.places[place + 1] as number
  if ((flags & placeFlag.unknown) !== 0) return verdict.location_unknown
  if ((flags & placeFlag.abroad) !== 0) return verdict.outside_country
  if ((flags & placeFlag.noAddress) !== 0 && (session & situation.confirmation) !== 0) return verdict.address_missing
  if ((session & situation.coverageInactive) !== 0) return verdict.coverage_inactive
  if ((session & situation.coverageUnverified) !== 0) return verdict.coverage_unverified
  return decideAtPlace(tables, questions, at)
}

function isExcluded({ exclusionFrom, exclusions }: CompiledTables, provider: number, on: number): boolean {
  const end = (exclusionFrom[provider + 1] as number) * exclusionWidth
  for (let row = (exclusionFrom[provider] as number) * exclusionWidth; row < end; row += exclusionWidth) {
    if ((exclusions[row] as number) <= on && on < (exclusions[row + 1] as number)) return true
  }
  return false
}

/** The barrier of rule 5 as the bit of its failure; 0 where there is none. */
function barrierOf(tables: CompiledTables, provider: number, plan: number, state: number, on: number): number {
  const { plans, authorityFrom, authorities } = tables
  const word = state < bitsInWord ? plans[plan + 4] : plans[plan + 5]
  if (((word as number) & (1 << (state & (bitsInWord - 1)))) === 0) return planNotAccepted
  let barrier = notLicensed
  const end = (authorityFrom[provider + 1] as number) * authorityWidth
  for (let row = (authorityFrom[provider] as number) * authorityWidth; row < end; row += authorityWidth) {
    if (authorities[row] !== state) continue
    if ((authorities[row + 1] as number) <= on && on < (authorities[row + 2] as number)) return 0
    barrier = licenseNotInForce
  }
  return barrier
}

// What one pass over a provider's credentials found. Questions are asked one after the other, so they share it: an object
// for each would cost more than the decision.
let own = 0
let directLow = 0
let directHigh = 0
let readyLow = 0
let readyHigh = 0
const inForce = 1
const ready = 2
const inForceVirtually = 4
const readyVirtually = 8

/** What is held in the state and in force: of the plan's network as bits of `own`, directly with licensees as sets. */
function findHeld(
  { credentialFrom, credentials }: CompiledTables,
  provider: number,
  network: number,
  state: number,
  on: number,
  asOf: number,
): void {
  own = directLow = directHigh = readyLow = readyHigh = 0
  const end = (credentialFrom[provider + 1] as number) * credentialWidth
  for (let row = (credentialFrom[provider] as number) * credentialWidth; row < end; row += credentialWidth) {
    if (credentials[row + 1] !== state) continue
    const standing = credentials[row + 2] as number
    if (standing > 1 || (credentials[row + 3] as number) > on || on >= (credentials[row + 4] as number)) continue
    const isReady = (credentials[row + 5] as number) <= asOf
    if (credentials[row] === network) own |= standing === 1 ? inForce | inForceVirtually : inForce
    if (isReady && credentials[row] === network) own |= standing === 1 ? ready | readyVirtually : ready
    if (standing !== 0) continue
    directLow |= credentials[row + 6] as number
    directHigh |= credentials[row + 7] as number
    if (!isReady) continue
    readyLow |= credentials[row + 6] as number
    readyHigh |= credentials[row + 7] as number
  }
}

/** Rules 4 to 11. */
function decideAtPlace(tables: CompiledTables, questions: Int32Array, at: number): number {
  const provider = questions[at] as number
  const plan = (questions[at + 1] as number) * planWidth
  const place = (questions[at + 2] as number) * placeWidth
  const on = questions[at + 3] as number
  const asOf = questions[at + 4] as number
  const session = questions[at + 5] as number
  const network = tables.plans[plan] as number
  const state = tables.places[place] as number
  const isBlue = ((tables.plans[plan + 1] as number) & 1) !== 0
  const barrier = barrierOf(tables, provider, plan, state, on)
  let openSomewhere = false
  if (barrier === 0) {
    findHeld(tables, provider, network, state, on, asOf)
    const routine = isBlue ? routeOfBlue(tables, plan, place) : atHome(network)
    if (routine > 0) return routine
    openSomewhere = routine < 0
  }
  const gaps = crisisGapsOf(session, tables.places[place + 1] as number)
  if (gaps === 0) {
    const exception = crisisRoute(tables, provider, plan, on, asOf)
    if (exception !== 0) return exception
  }
  if (openSomewhere) {
    const known = ((tables.places[place + 1] as number) & placeFlag.countyKnown) !== 0
    return known ? verdict.service_area_boundary : verdict.county_unknown
  }
  const failed = barrier === 0 ? failuresAt(tables, provider, plan, place, on) : barrier
  if (gaps <= 0) return failureAnswer(verdict.fails, failed, 0)
  if ((session & situation.noCrisisCode) !== 0) return failureAnswer(verdict.crisis_code_required, failed, 0)
  return failureAnswer(verdict.crisis_undocumented, failed, gaps & 7)
}

// -1: no crisis; 0: a documented one; else what its record lacks, with a bit of its own for the code.
function crisisGapsOf(session: number, place: number): number {
  if ((session & situation.crisis) === 0) return -1
  return (
    ((session & situation.noCrisisCode) !== 0 ? 8 : 0) |
    ((session & situation.noNarrative) !== 0 ? noNarrativeGap : 0) |
    ((session & situation.noResolution) !== 0 ? noResolutionGap : 0) |
    ((place & placeFlag.noAddress) !== 0 ? noAddressGap : 0)
  )
}

function route(isReady: boolean, method: number, network: number): number {
  return routeAnswer(isReady ? verdict.billable : verdict.billable_held, method, network)
}

function atHome(network: number): number {
  return (own & inForce) === 0 ? 0 : route((own & ready) !== 0, inNetwork, network)
}

/** The route of a Blue plan that every world has; -1 when only some world has one, 0 when none has. */
function routeOfBlue({ plans, places, worlds }: CompiledTables, plan: number, place: number): number {
  const network = plans[plan] as number
  const homeLow = plans[plan + 2] as number
  const homeHigh = plans[plan + 3] as number
  const hasBlueCard = ((plans[plan + 1] as number) & 2) !== 0
  let sharedLow = hasBlueCard ? directLow : 0
  let sharedHigh = hasBlueCard ? directHigh : 0
  let homes = 0
  let open = false
  const first = (places[place + 2] as number) * worldWidth
  const end = (places[place + 3] as number) * worldWidth
  for (let world = first; world < end; world += worldWidth) {
    const low = worlds[world] as number
    const high = worlds[world + 1] as number
    if (((low & homeLow) | (high & homeHigh)) !== 0) {
      homes += 1
      open ||= (own & inForce) !== 0
      continue
    }
    open ||= (own & inForceVirtually) !== 0 || (hasBlueCard && ((low & directLow) | (high & directHigh)) !== 0)
    sharedLow &= low
    sharedHigh &= high
  }
  if (homes * worldWidth === end - first) return atHome(network)
  if (homes > 0) return open ? -1 : 0
  const best = awayFromHome(network, sharedLow, sharedHigh)
  return best === 0 && open ? -1 : best
}

/** Rule 9 away from home: payer-ready first, then the virtual network, then the first local Blue by its id. */
function awayFromHome(network: number, low: number, high: number): number {
  if ((own & readyVirtually) !== 0) return route(true, virtualNetwork, network)
  if (((low & readyLow) | (high & readyHigh)) !== 0) {
    return route(true, blueCardMethod, firstOf(low & readyLow, high & readyHigh))
  }
  if ((own & inForceVirtually) !== 0) return route(false, virtualNetwork, network)
  return (low | high) === 0 ? 0 : route(false, blueCardMethod, firstOf(low, high))
}

/** The first member of a set that is not empty. */
function firstOf(low: number, high: number): number {
  return low === 0 ? 63 - Math.clz32(high & -high) : 31 - Math.clz32(low & -low)
}

/** Rule 8: what is held in any state, with the plan's network and, for BlueCard, directly with any licensee. */
function crisisRoute(
  { credentialFrom, credentials, plans }: CompiledTables,
  provider: number,
  plan: number,
  on: number,
  asOf: number,
): number {
  const network = plans[plan] as number
  const anyBlue = (plans[plan + 1] as number) === 3
  let low = 0
  let high = 0
  let lowReady = 0
  let highReady = 0
  let ownHeld = 0
  const end = (credentialFrom[provider + 1] as number) * credentialWidth
  for (let row = (credentialFrom[provider] as number) * credentialWidth; row < end; row += credentialWidth) {
    const standing = credentials[row + 2] as number
    if (standing > 1 || (credentials[row + 3] as number) > on || on >= (credentials[row + 4] as number)) continue
    const isReady = (credentials[row + 5] as number) <= asOf
    if (credentials[row] === network) ownHeld |= isReady ? inForce | ready : inForce
    else if (anyBlue && standing === 0) {
      low |= credentials[row + 6] as number
      high |= credentials[row + 7] as number
      lowReady |= isReady ? (credentials[row + 6] as number) : 0
      highReady |= isReady ? (credentials[row + 7] as number) : 0
    }
  }
  if ((ownHeld & ready) !== 0) return route(true, crisisException, network)
  if ((lowReady | highReady) !== 0) return route(true, crisisException, firstOf(lowReady, highReady))
  if (ownHeld !== 0) return route(false, crisisException, network)
  return (low | high) === 0 ? 0 : route(false, crisisException, firstOf(low, high))
}
