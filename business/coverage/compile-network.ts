import type { Answer } from './answer.ts'
import { type methods, plainVerdicts, readAnswer, widest } from './compiled-answer.ts'
import {
  type CompiledTables,
  dayNumber,
  dayOfQuestion,
  highBit,
  lowBit,
  never,
  placeFlag,
  questionWidth,
  setSize,
  situation,
} from './compiled-tables.ts'
import stateList from './data/states.json' with { type: 'json' }
import { decideBillingRoute } from './decide-billing-route.ts'
import { decideCompiled } from './decide-compiled.ts'
import type { ClientLocation, Credential, Facts, Plan } from './facts.ts'
import { isBlank } from './is-blank.ts'
import { builtInAreas, type ServiceAreas } from './service-areas.ts'

/** What of a question is not interned: its day, the day of asking, and the session. */
export type Asked = Pick<Facts, 'purpose' | 'on' | 'asOf' | 'coverage'> & { crisis: Facts['session']['crisis'] }

export type BriefAnswer = Pick<Answer, 'outcome' | 'method' | 'claimTo'>

/**
 * Providers, plans and places of a whole network, interned once, so that millions of sessions can be decided again after a
 * change. `add…` answers the number by which a question names it; what is added after `tables` was taken needs it again.
 */
export type CompiledNetwork = {
  addProvider(provider: Facts['provider']): number
  addPlan(plan: Plan): number
  addPlace(location: ClientLocation | null): number
  tables(): CompiledTables
  /** The route that an integer stands for, without its reasons; one object for each integer. */
  brief(answer: number): BriefAnswer
  /** The full answer that an integer stands for, remedies included. */
  explain(id: string, question: ArrayLike<number>, answer: number, asked: Asked): Answer
}

const states = stateList.states.map(({ code }) => code).sort()
const stateNumber = new Map(states.map((code, at) => [code, at]))
if (states.length > setSize) throw new Error('the sets of compiled tables are too small')

/** `areas` are those of one edition: sessions before and after a change of areas go into networks of their own. */
export function compileNetwork(areas: ServiceAreas = builtInAreas): CompiledNetwork {
  // Licensees come first, so that a licensee's number is its bit; other networks follow as they are met.
  const networks = [...areas.licenseeIds]
  const licenseeNumber = new Map(networks.map((id, at) => [id, at]))
  if (licenseeNumber.size > setSize) throw new Error('the sets of compiled tables are too small')
  const networkNumber = new Map(licenseeNumber)
  const providers: Facts['provider'][] = []
  const plans: Plan[] = []
  const places: (ClientLocation | null)[] = []
  const planNumber = new Map<string, number>()
  const placeNumber = new Map<string, number>()

  const networkOf = (network: string): number => {
    const known = networkNumber.get(network)
    if (known !== undefined) return known
    if (networks.length === widest.networks) throw new RangeError(`more than ${widest.networks} networks`)
    networkNumber.set(network, networks.push(network) - 1)
    return networks.length - 1
  }
  const numbers = { network: networkOf, licensee: (id: string) => licenseeNumber.get(id) ?? -1 }
  const briefs = new Map<number, BriefAnswer>()
  return {
    addProvider: (provider) => providers.push(provider) - 1,
    addPlan: (plan) => interned(planNumber, plans, plan),
    addPlace: (location) => interned(placeNumber, places, location),
    tables: () => ({
      ...tablesOfProviders(providers, numbers),
      ...tablesOfPlaces(places, areas, numbers),
      plans: rowsOfPlans(plans, numbers),
    }),
    brief(answer) {
      const known = briefs.get(answer) ?? briefOf(networks, answer)
      briefs.set(answer, known)
      return known
    },
    explain(id, question, answer, { purpose, on, asOf, coverage, crisis }) {
      const provider = providers[question[0] as number] as Facts['provider']
      const plan = plans[question[1] as number] as Plan
      const clientLocation = places[question[2] as number] ?? null
      const session: Facts['session'] = { modality: 'telehealth', clientLocation, crisis }
      const facts = { id, purpose, on, asOf, session, provider, plan, coverage }
      return expand(networks, answer, facts, areas)
    },
  }
}

/** The six integers of a question: provider, plan, place, day, day of asking, session. */
export function writeQuestion(
  into: Int32Array,
  row: number,
  named: { provider: number; plan: number; place: number },
  asked: Asked,
): void {
  const { purpose, on, asOf, coverage, crisis } = asked
  const at = row * questionWidth
  into[at] = named.provider
  into[at + 1] = named.plan
  into[at + 2] = named.place
  into[at + dayOfQuestion] = dayNumber(on)
  into[at + 4] = dayNumber(asOf)
  into[at + 5] =
    (purpose === 'confirmation' ? situation.confirmation : 0) |
    (coverage === 'inactive' ? situation.coverageInactive : 0) |
    (coverage === 'unverified' ? situation.coverageUnverified : 0) |
    (crisis === null ? 0 : situationOf(crisis))
}

function situationOf({ codes, narrative, resolution }: NonNullable<Asked['crisis']>): number {
  return (
    situation.crisis |
    (codes.includes('90839') ? 0 : situation.noCrisisCode) |
    (isBlank(narrative) ? situation.noNarrative : 0) |
    (isBlank(resolution) ? situation.noResolution : 0)
  )
}

/** Decides every question of the list again; one integer each. */
export function decideAgain(network: CompiledNetwork, questions: Int32Array): Int32Array {
  const answers = new Int32Array(questions.length / questionWidth)
  decideCompiled(network.tables(), questions, answers)
  return answers
}

function interned<T>(numbers: Map<string, number>, list: T[], value: T): number {
  const key = JSON.stringify(value)
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, list.push(value) - 1)
  return list.length - 1
}

type Numbers = { network: (id: string) => number; licensee: (id: string) => number }

const stateOf = (code: string) => stateNumber.get(code) as number

function tablesOfProviders(providers: readonly Facts['provider'][], numbers: Numbers) {
  const authorities: number[] = []
  const credentials: number[] = []
  const exclusions: number[] = []
  const from = { authorityFrom: [0], credentialFrom: [0], exclusionFrom: [0] }
  for (const provider of providers) {
    for (const held of provider.authorities)
      authorities.push(stateOf(held.state), dayNumber(held.from), end(held.until))
    for (const held of provider.credentials) credentials.push(...rowOfCredential(held, numbers))
    for (const held of provider.exclusions) exclusions.push(dayNumber(held.from), end(held.until))
    from.authorityFrom.push((from.authorityFrom.at(-1) ?? 0) + provider.authorities.length)
    from.credentialFrom.push((from.credentialFrom.at(-1) ?? 0) + provider.credentials.length)
    from.exclusionFrom.push((from.exclusionFrom.at(-1) ?? 0) + provider.exclusions.length)
  }
  return {
    authorityFrom: Int32Array.from(from.authorityFrom),
    credentialFrom: Int32Array.from(from.credentialFrom),
    exclusionFrom: Int32Array.from(from.exclusionFrom),
    authorities: Int32Array.from(authorities),
    credentials: Int32Array.from(credentials),
    exclusions: Int32Array.from(exclusions),
  }
}

const standings: Record<Credential['status'], number> = { active: 0, pending: 2, terminated: 4 }

function rowOfCredential(held: Credential, numbers: Numbers): number[] {
  const { via, status, from, until, payerReady } = held
  const licensee = numbers.licensee(held.network)
  return [
    numbers.network(held.network),
    stateOf(held.state),
    standings[status] | (via === 'virtual_network' ? 1 : 0),
    end(from),
    end(until),
    end(payerReady),
    lowBit(licensee),
    highBit(licensee),
  ]
}

function end(date: string | null): number {
  return date === null ? never : dayNumber(date)
}

function rowsOfPlans(plans: readonly Plan[], numbers: Numbers): Int32Array {
  return Int32Array.from(
    plans.flatMap(({ network, isBlue, blueCard, acceptedStates }) => {
      const home = numbers.licensee(network)
      const accepted = setOf(acceptedStates === 'all' ? states : acceptedStates, stateOf)
      return [numbers.network(network), (isBlue ? 1 : 0) | (blueCard ? 2 : 0), lowBit(home), highBit(home), ...accepted]
    }),
  )
}

function setOf(members: readonly string[], numberOf: (member: string) => number): [number, number] {
  let low = 0
  let high = 0
  for (const member of members) {
    low |= lowBit(numberOf(member))
    high |= highBit(numberOf(member))
  }
  return [low, high]
}

function tablesOfPlaces(places: readonly (ClientLocation | null)[], areas: ServiceAreas, numbers: Numbers) {
  const rows: number[] = []
  const worlds: number[] = []
  for (const place of places) {
    const first = worlds.length / 2
    if (place !== null && place.state !== 'outside_us') {
      for (const blues of areas.localBluesAt(place)) worlds.push(...setOf(blues, numbers.licensee))
    }
    rows.push(stateNumber.get(place?.state ?? '') ?? 0, flagsOf(place), first, worlds.length / 2)
  }
  return { places: Int32Array.from(rows), worlds: Int32Array.from(worlds) }
}

function flagsOf(place: ClientLocation | null): number {
  if (place === null) return placeFlag.unknown | placeFlag.noAddress
  return (
    (place.state === 'outside_us' ? placeFlag.abroad : 0) |
    (isBlank(place.address) ? placeFlag.noAddress : 0) |
    (place.countyFips === null ? 0 : placeFlag.countyKnown)
  )
}

function briefOf(networks: readonly string[], answer: number): BriefAnswer {
  const { verdict, method, network } = readAnswer(answer)
  if (verdict === 'billable' || verdict === 'billable_held') {
    return { outcome: verdict, method, claimTo: networks[network] ?? null }
  }
  const asks = verdict === 'crisis_undocumented' || (plainVerdicts[verdict]?.missing.length ?? 0) > 0
  return { outcome: asks ? 'needs_information' : 'not_billable', method: null, claimTo: null }
}

function expand(networks: readonly string[], answer: number, facts: Facts, areas: ServiceAreas): Answer {
  const read = readAnswer(answer)
  const { verdict } = read
  const none = { id: facts.id, method: null, claimTo: null, missing: [], remedies: [], review: false }
  if (verdict === 'billable' || verdict === 'billable_held') {
    const because = [...(verdict === 'billable' ? [] : (['awaiting_payer_ready'] as const)), reasonOf[read.method]]
    const review = read.method === 'crisis_exception'
    return { ...none, outcome: verdict, method: read.method, claimTo: networks[read.network] ?? null, because, review }
  }
  const plain = plainVerdicts[verdict]
  if (plain !== undefined) {
    const { reason, missing, remedies } = plain
    return {
      ...none,
      outcome: missing.length > 0 ? 'needs_information' : 'not_billable',
      because: [reason],
      missing,
      remedies,
    }
  }
  const first = verdict === 'crisis_code_required' || verdict === 'crisis_undocumented' ? [verdict] : []
  const outcome = verdict === 'crisis_undocumented' ? 'needs_information' : 'not_billable'
  // What helps is asked for one answer at a time, so it is not kept in the integer: the rule names it from the facts.
  const { remedies } = decideBillingRoute(facts, { areas })
  return { ...none, outcome, because: [...first, ...read.failures], missing: read.gaps, remedies }
}

const reasonOf = {
  in_network: 'credentialed_in_state',
  virtual_network: 'virtual_network',
  bluecard: 'bluecard_local_plan',
  crisis_exception: 'crisis_exception',
} as const satisfies Record<(typeof methods)[number], Answer['because'][number]>
