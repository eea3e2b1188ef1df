import type { Failure, Method, Missing, Reason, Remedy } from './answer.ts'

/**
 * What a compiled answer says, as one integer of 21 bits. Bits 0 to 3: the verdict. For a route, bits 4 and 5 are its method
 * and bits 6 to 17 the network that the claim goes to; for failures, bits 6 to 17 are their set. Bits 18 to 20: what the
 * record of a crisis lacks.
 */
export const verdicts = [
  'provider_excluded',
  'location_unknown',
  'outside_country',
  'address_missing',
  'coverage_inactive',
  'coverage_unverified',
  'billable',
  'billable_held',
  'county_unknown',
  'service_area_boundary',
  'fails',
  'crisis_code_required',
  'crisis_undocumented',
] as const

export type Verdict = (typeof verdicts)[number]

/** A number for each word, in the order of the list. */
function numbered<T extends string>(words: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(words.map((word, at) => [word, at])) as Record<T, number>
}

export const verdictNumber = numbered(verdicts)

export const methods: readonly Method[] = ['in_network', 'virtual_network', 'bluecard', 'crisis_exception']
export const methodNumber = numbered(methods)

// Sorted, so that the set of an answer comes out in the order in which an answer names its reasons.
export const failures: readonly Failure[] = [
  'bluecard_not_in_home_area',
  'credential_ended',
  'credential_not_yet_effective',
  'credential_pending',
  'license_not_in_force',
  'not_credentialed_in_state',
  'not_credentialed_with_local_blue',
  'not_credentialed_with_plan',
  'not_licensed_in_state',
  'outside_service_area_no_bluecard',
  'plan_not_accepted',
  'virtual_network_serves_own_members_only',
]
const failureNumber = numbered(failures)

/** The bit of a failure within the set of an answer. */
export function failureBit(failure: Failure): number {
  return 1 << failureNumber[failure]
}

export const crisisGaps: readonly Missing[] = ['crisis_narrative', 'crisis_resolution', 'exact_address']

export const widest = { networks: 1 << 12 }

export function routeAnswer(verdict: number, method: number, network: number): number {
  return verdict | (method << 4) | (network << 6)
}

export function failureAnswer(verdict: number, set: number, gaps: number): number {
  return verdict | (set << 6) | (gaps << 18)
}

export type ReadAnswer = {
  verdict: Verdict
  method: Method
  network: number
  failures: Failure[]
  gaps: Missing[]
}

/** Takes a compiled answer apart; method and network mean something for a route only, failures and gaps for a no. */
export function readAnswer(answer: number): ReadAnswer {
  const set = (answer >> 6) & 0xfff
  return {
    verdict: verdicts[answer & 0xf] as Verdict,
    method: methods[(answer >> 4) & 3] as Method,
    network: set,
    failures: failures.filter((_, bit) => (set & (1 << bit)) !== 0),
    gaps: crisisGaps.filter((_, bit) => (answer & (1 << (18 + bit))) !== 0),
  }
}

/** The one reason, what is missing and what helps, for the verdicts that are always answered alike. */
export const plainVerdicts: Partial<Record<Verdict, { reason: Reason; missing: Missing[]; remedies: Remedy[] }>> = {
  provider_excluded: { reason: 'provider_excluded', missing: [], remedies: [] },
  location_unknown: {
    reason: 'location_unknown',
    missing: ['client_location'],
    remedies: [{ kind: 'record_location' }],
  },
  outside_country: { reason: 'outside_country', missing: [], remedies: [] },
  address_missing: { reason: 'address_missing', missing: ['address'], remedies: [{ kind: 'record_location' }] },
  coverage_inactive: { reason: 'coverage_inactive', missing: [], remedies: [{ kind: 'update_coverage' }] },
  coverage_unverified: {
    reason: 'coverage_unverified',
    missing: ['verified_coverage'],
    remedies: [{ kind: 'verify_coverage' }],
  },
  county_unknown: { reason: 'county_unknown', missing: ['client_county'], remedies: [{ kind: 'record_county' }] },
  service_area_boundary: {
    reason: 'service_area_boundary',
    missing: ['exact_service_area'],
    remedies: [{ kind: 'confirm_service_area' }],
  },
}
