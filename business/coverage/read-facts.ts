import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Problem } from './answer.ts'
import type { Authority, ClientLocation, Credential, Crisis, Exclusion, Facts, Plan, State } from './facts.ts'
import {
  Malformed,
  readBoolean,
  readDate,
  readDateOrNull,
  readList,
  readName,
  readObject,
  readOneOf,
  readText,
  readTextOrNull,
  refuse,
} from './read-field.ts'
import { builtInAreas, isState, type ServiceAreas } from './service-areas.ts'

export type FactsRead = { refused: false; facts: Facts } | { refused: true; problem: Problem }

/**
 * Reads a JSON document of facts. The first thing wrong, in the order of the document, is named by its path and by
 * what was expected there; nothing is guessed or repaired, and fields that no rule knows are left out. Counties and
 * licensees are those of the edition of areas.
 */
export function readFacts(document: unknown, areas: ServiceAreas = builtInAreas): FactsRead {
  try {
    return { refused: false, facts: readDocument(document, areas) }
  } catch (error) {
    if (error instanceof Malformed) return { refused: true, problem: error.problem }
    throw error
  }
}

function readDocument(value: unknown, areas: ServiceAreas): Facts {
  const document = readObject(value, '')
  return {
    id: readName(document.id, 'id'),
    purpose: readOneOf(document.purpose, 'purpose', ['guidance', 'confirmation']),
    on: readDate(document.on, 'on'),
    asOf: readDate(document.asOf, 'asOf'),
    session: readSession(readObject(document.session, 'session'), areas),
    provider: readProvider(readObject(document.provider, 'provider')),
    plan: readPlan(readObject(document.plan, 'plan'), areas),
    coverage: readOneOf(document.coverage, 'coverage', ['active', 'inactive', 'unverified']),
  }
}

function readSession(session: Record<string, unknown>, areas: ServiceAreas): Facts['session'] {
  const { modality, clientLocation, crisis } = session
  return {
    modality: readOneOf(modality, 'session.modality', ['telehealth', 'in_person']),
    clientLocation: clientLocation === null ? null : readLocation(clientLocation, 'session.clientLocation', areas),
    crisis: crisis === null ? null : readCrisis(crisis, 'session.crisis'),
  }
}

function readLocation(value: unknown, field: string, areas: ServiceAreas): ClientLocation {
  const location = readObject(value, field, 'an object or null')
  const state = location.state === 'outside_us' ? location.state : readState(location.state, `${field}.state`)
  const countyFips = readTextOrNull(location.countyFips, `${field}.countyFips`)
  if (countyFips !== null && !areas.isCountyOf(state, countyFips)) {
    refuse(`${field}.countyFips`, `the five-digit code of a county in ${state}, or null`)
  }
  const servedBy = readTextOrNull(location.servedBy, `${field}.servedBy`)
  if (servedBy !== null && !(countyFips !== null && areas.holdersInPart(countyFips).includes(servedBy))) {
    refuse(`${field}.servedBy`, 'a licensee that holds this county in part, or null')
  }
  return { state, countyFips, servedBy, address: readTextOrNull(location.address, `${field}.address`) }
}

function readCrisis(value: unknown, field: string): Crisis {
  const crisis = readObject(value, field, 'an object or null')
  return {
    codes: readList(crisis.codes, `${field}.codes`, readText),
    narrative: readTextOrNull(crisis.narrative, `${field}.narrative`),
    resolution: readTextOrNull(crisis.resolution, `${field}.resolution`),
  }
}

function readProvider(provider: Record<string, unknown>): Facts['provider'] {
  return {
    authorities: readList(provider.authorities, 'provider.authorities', readAuthority),
    credentials: readList(provider.credentials, 'provider.credentials', readCredential),
    exclusions: readList(provider.exclusions, 'provider.exclusions', readExclusion),
  }
}

function readAuthority(value: unknown, field: string): Authority {
  const authority = readObject(value, field)
  return {
    state: readState(authority.state, `${field}.state`),
    kind: readOneOf(authority.kind, `${field}.kind`, ['license', 'compact_privilege', 'temporary_permit']),
    ...readPeriod(authority, field),
  }
}

function readCredential(value: unknown, field: string): Credential {
  const credential = readObject(value, field)
  const network = readName(credential.network, `${field}.network`)
  const state = readState(credential.state, `${field}.state`)
  const via = readOneOf(credential.via, `${field}.via`, ['direct', 'virtual_network'])
  const status = readOneOf(credential.status, `${field}.status`, ['active', 'pending', 'terminated'])
  const period =
    status === 'pending' && credential.from === null
      ? { from: null, until: readDateOrNull(credential.until, `${field}.until`) }
      : readPeriod(credential, field)
  return {
    network,
    state,
    via,
    status,
    ...period,
    payerReady: readDateOrNull(credential.payerReady, `${field}.payerReady`),
  }
}

function readExclusion(value: unknown, field: string): Exclusion {
  return readPeriod(readObject(value, field), field)
}

function readPlan(plan: Record<string, unknown>, areas: ServiceAreas): Plan {
  const { acceptedStates } = plan
  const network = readName(plan.network, 'plan.network')
  const isBlue = readBoolean(plan.isBlue, 'plan.isBlue')
  if (isBlue && !areas.isLicensee(network)) refuse('plan.network', "the id of a Blue plan's home licensee")
  return {
    network,
    isBlue,
    blueCard: readBoolean(plan.blueCard, 'plan.blueCard'),
    acceptedStates: acceptedStates === 'all' ? 'all' : readList(acceptedStates, 'plan.acceptedStates', readState),
  }
}

function readState(value: unknown, field: string): State {
  if (typeof value !== 'string' || !isState(value))
    refuse(field, 'a US state, district or territory by its two letters')
  return value
}

function readPeriod(value: Record<string, unknown>, field: string): { from: CalendarDate; until: CalendarDate | null } {
  const from = readDate(value.from, `${field}.from`)
  const until = readDateOrNull(value.until, `${field}.until`)
  if (until !== null && until <= from) refuse(`${field}.until`, `a day after ${from}, or null`)
  return { from, until }
}
