import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type CalendarDate, calendarDate, latest } from '../../libraries/calendar/index.ts'
import type { Answer, Outcome, Reason, Remedy } from './answer.ts'
import serviceAreas from './data/service-areas.json' with { type: 'json' }
import stateList from './data/states.json' with { type: 'json' }
import { decideBillingRoute } from './decide-billing-route.ts'
import { explainMissing, explainReason, explainRemedy } from './explain-reason.ts'
import type { ClientLocation, Credential, Facts } from './facts.ts'
import { readFacts } from './read-facts.ts'
import { holdersInPart, isCountyOf, localBluesAt } from './service-areas.ts'

// States where something can differ: one Blue, several, lists only, a divided county, a border county, none.
const states = ['NC', 'TX', 'NY', 'CA', 'MO', 'KS', 'PA', 'VA', 'WA', 'OH', 'GU', 'PR']
const networks = [
  'aetna',
  'bcbs-nc',
  'bcbs-tx',
  'anthem-ny',
  'excellus',
  'highmark-wny',
  'anthem-ca',
  'bsca',
  'blue-kc',
  'anthem-mo',
  'capital',
  'carefirst',
  'anthem-va',
  'anthem-oh',
  'highmark-wv',
  'premera-wa',
  'regence-wa',
  'triple-s',
]
const counties = [
  'NC/37183',
  'NY/36061',
  'NY/36019',
  'NY/36029',
  'MO/29095',
  'MO/29510',
  'KS/20091',
  'PA/42027',
  'VA/51059',
  'VA/51153',
  'VA/51760',
  'WA/53011',
  'OH/39167',
  'OH/39049',
]

const on = calendarDate('2026-04-08')
const dates = [-400, -30, -1, 0, 1, 30, 400].map((days) => addDays(on, days))
const date = fc.constantFrom(...dates)
const until = fc.option(date)
const state = fc.constantFrom(...states)
const network = fc.constantFrom(...networks)

const period = fc
  .record({ from: date, until })
  .map(({ from, until }) => ({ from, until: until !== null && until <= from ? null : until }))
const place = fc.oneof(state, fc.constantFrom(...counties)).chain((written) => {
  const [state = '', countyFips = null] = written.split('/')
  return fc.record({
    state: fc.constant(state),
    countyFips: fc.constant(countyFips),
    servedBy: fc.constantFrom(null, ...(countyFips === null ? [] : holdersInPart(countyFips))),
    address: fc.constantFrom(null, ' ', '100 Example Street', '100 Example Street'),
  })
})
const abroad = fc.constant<ClientLocation>({ state: 'outside_us', countyFips: null, servedBy: null, address: null })
const credential: fc.Arbitrary<Credential> = fc
  .record({
    network,
    state,
    via: fc.constantFrom('direct' as const, 'virtual_network' as const),
    status: fc.constantFrom(
      'active' as const,
      'active' as const,
      'active' as const,
      'pending' as const,
      'terminated' as const,
    ),
    period,
    payerReady: fc.option(date),
  })
  .map(({ period, ...rest }) => ({ ...rest, ...period, from: rest.status === 'pending' ? null : period.from }))
const authority = fc
  .record({
    state,
    kind: fc.constantFrom('license' as const, 'compact_privilege' as const, 'temporary_permit' as const),
    period,
  })
  .map(({ period, ...rest }) => ({ ...rest, ...period }))
const text = fc.constantFrom(null, '', 'Told')
const crisis = fc.record({
  codes: fc.subarray(['90837', '90839', '90840']),
  narrative: text,
  resolution: text,
})

const facts: fc.Arbitrary<Facts> = fc
  .record({
    id: fc.constant('any'),
    purpose: fc.constantFrom('guidance' as const, 'confirmation' as const),
    on: fc.constant(on),
    asOf: date,
    session: fc.record({
      modality: fc.constantFrom('telehealth' as const, 'in_person' as const),
      clientLocation: fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: abroad },
        { weight: 20, arbitrary: place },
      ),
      crisis: fc.option(crisis, { freq: 2 }),
    }),
    provider: fc.record({
      authorities: fc.array(authority, { maxLength: 4 }),
      credentials: fc.array(credential, { maxLength: 5 }),
      exclusions: fc.oneof(
        { weight: 9, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(period, { maxLength: 2 }) },
      ),
    }),
    plan: fc.record({
      network,
      blueCard: fc.boolean(),
      acceptedStates: fc.oneof(fc.constant('all' as const), fc.subarray(states)),
    }),
    coverage: fc.constantFrom(
      'active' as const,
      'active' as const,
      'active' as const,
      'active' as const,
      'inactive' as const,
      'unverified' as const,
    ),
    nearby: fc.boolean(),
    homely: fc.boolean(),
  })
  .map(({ nearby, homely, plan, ...rest }) => {
    const whole: Facts = { ...rest, plan: { ...plan, isBlue: plan.network !== 'aetna' } }
    return nearby ? broughtNear(whole, homely) : whole
  })

/** Random facts mostly fail at the first hurdle; here what the clinician holds is moved to where the client is. */
function broughtNear(facts: Facts, homely: boolean): Facts {
  const here = facts.session.clientLocation
  if (here === null || here.state === 'outside_us') return facts
  const { authorities, credentials, exclusions } = facts.provider
  const local = localBluesAt(here).flat()
  const network = homely ? (local.at(-1) ?? facts.plan.network) : facts.plan.network
  const known = [local[0], network, local.at(-1)]
  return {
    ...facts,
    plan: { ...facts.plan, network, isBlue: network !== 'aetna' },
    provider: {
      authorities: authorities.map((one, index) =>
        index === 0 ? { ...one, state: here.state, from: dates[0] ?? on, until: null } : one,
      ),
      credentials: credentials.map((one, index) =>
        index % 2 === 0 ? { ...one, state: here.state, network: known[index / 2] ?? one.network } : one,
      ),
      exclusions,
    },
  }
}

const rank: Record<Outcome, number> = { not_billable: 0, needs_information: 1, billable_held: 2, billable: 3 }
const runs = { numRuns: 3000 }

test('the same facts give the same answer, and nothing passed in is changed', () => {
  fc.assert(
    fc.property(facts, (facts) => {
      const before = structuredClone(facts)
      const answer = decideBillingRoute(deeplyFrozen(facts))
      expect(decideBillingRoute(structuredClone(facts))).toEqual(answer)
      expect(facts).toEqual(before)
    }),
    runs,
  )
})

test('facts that were read are decided, whatever they say, and the answer is whole', () => {
  fc.assert(
    fc.property(facts, (facts) => {
      expect(readFacts(JSON.parse(JSON.stringify(facts)))).toEqual({ refused: false, facts })
      const answer = decideBillingRoute(facts)
      const billable = answer.outcome === 'billable' || answer.outcome === 'billable_held'
      expect(answer.method !== null).toBe(billable)
      expect(answer.claimTo !== null).toBe(billable)
      expect(answer.missing.length > 0).toBe(answer.outcome === 'needs_information')
      expect(answer.because.length).toBeGreaterThan(0)
      expect(answer.review).toBe(answer.method === 'crisis_exception')
      expect(keysOf(answer.remedies)).toEqual([...new Set(keysOf(answer.remedies))].sort())
    }),
    runs,
  )
})

test('the order of lists never matters, not even to the trace', () => {
  fc.assert(
    fc.property(facts, (facts) => {
      const { authorities, credentials, exclusions } = facts.provider
      const { acceptedStates } = facts.plan
      const turned: Facts = {
        ...facts,
        provider: {
          authorities: [...authorities].reverse(),
          credentials: [...credentials].reverse(),
          exclusions: [...exclusions].reverse(),
        },
        plan: { ...facts.plan, acceptedStates: acceptedStates === 'all' ? 'all' : [...acceptedStates].reverse() },
      }
      expect(decideBillingRoute(turned)).toEqual(decideBillingRoute(facts))
      const withoutPlan = (answer: Answer) => answer.trace?.map(({ rule, found, source }) => ({ rule, found, source }))
      expect(withoutPlan(decideBillingRoute(turned, { trace: true }))).toEqual(
        withoutPlan(decideBillingRoute(facts, { trace: true })),
      )
    }),
    runs,
  )
})

test('neither the modality nor the name of the case changes an answer', () => {
  fc.assert(
    fc.property(facts, (facts) => {
      const other: Facts = { ...facts, session: { ...facts.session, modality: 'in_person' } }
      expect(decideBillingRoute(other)).toEqual(decideBillingRoute(facts))
      expect(decideBillingRoute({ ...facts, id: 'other' })).toEqual({ ...decideBillingRoute(facts), id: 'other' })
    }),
  )
})

test('one more authority or active credential never makes it worse, but a crisis exception may give way to a held routine route', () => {
  const more = fc.oneof(
    authority.map((one) => ({ authorities: [one], credentials: [] })),
    credential.filter(({ status }) => status === 'active').map((one) => ({ authorities: [], credentials: [one] })),
  )
  fc.assert(
    fc.property(facts, more, (facts, more) => {
      const before = decideBillingRoute(facts)
      const after = decideBillingRoute({
        ...facts,
        provider: {
          ...facts.provider,
          authorities: [...facts.provider.authorities, ...more.authorities],
          credentials: [...facts.provider.credentials, ...more.credentials],
        },
      })
      const gaveWay =
        before.method === 'crisis_exception' && after.outcome === 'billable_held' && after.method !== 'crisis_exception'
      expect(gaveWay || rank[after.outcome] >= rank[before.outcome]).toBe(true)
    }),
    runs,
  )
})

test('an exclusion never helps', () => {
  fc.assert(
    fc.property(facts, period, (facts, exclusion) => {
      const excluded = {
        ...facts,
        provider: { ...facts.provider, exclusions: [...facts.provider.exclusions, exclusion] },
      }
      expect(rank[decideBillingRoute(excluded).outcome]).toBeLessThanOrEqual(rank[decideBillingRoute(facts).outcome])
    }),
    runs,
  )
})

test('the day of asking only ever decides whether a claim is held', () => {
  fc.assert(
    fc.property(facts, date, (facts, asOf) => {
      const [one, other] = [decideBillingRoute(facts), decideBillingRoute({ ...facts, asOf })]
      const billable = ({ outcome }: Answer) => outcome === 'billable' || outcome === 'billable_held'
      if (billable(one)) expect(billable(other)).toBe(true)
      else expect(other).toEqual(one)
    }),
    runs,
  )
})

const everyReason: Record<Reason, true> = {
  plan_not_accepted: true,
  license_not_in_force: true,
  not_licensed_in_state: true,
  credential_pending: true,
  credential_not_yet_effective: true,
  credential_ended: true,
  not_credentialed_in_state: true,
  not_credentialed_with_plan: true,
  bluecard_not_in_home_area: true,
  outside_service_area_no_bluecard: true,
  virtual_network_serves_own_members_only: true,
  not_credentialed_with_local_blue: true,
  credentialed_in_state: true,
  virtual_network: true,
  bluecard_local_plan: true,
  crisis_exception: true,
  provider_excluded: true,
  location_unknown: true,
  outside_country: true,
  address_missing: true,
  coverage_inactive: true,
  coverage_unverified: true,
  service_area_boundary: true,
  county_unknown: true,
  crisis_code_required: true,
  crisis_undocumented: true,
  awaiting_payer_ready: true,
}

test('every reason is reached, and everything an answer says is explained in a plain sentence', () => {
  const reached = new Set<Reason>()
  for (const sample of fc.sample(facts, { numRuns: 30_000, seed: 20260408 })) {
    const { because, missing, remedies } = decideBillingRoute(sample)
    for (const reason of because) reached.add(reason)
    for (const remedy of remedies) expect(explainRemedy(remedy)).toMatch(/^[A-Z][^_]+\.$/)
    for (const what of missing) expect(explainMissing(what)).toMatch(/^[a-z][^_.]+$/)
  }
  expect([...reached].sort()).toEqual(Object.keys(everyReason).sort())
  for (const reason of reached) expect(explainReason(reason)).toMatch(/^[A-Z][^_]+\.$/)
})

test('following the remedies ends in billable within five rounds, unless nothing can help', () => {
  const choices = fc.infiniteStream(fc.nat({ max: 1_000_000 }))
  fc.assert(
    fc.property(facts.filter(runsOutOfNothing), choices, (facts, choices) => {
      let current = facts
      for (let round = 0; round <= 5; round += 1) {
        const answer = decideBillingRoute(current)
        if (answer.outcome === 'billable' || answer.outcome === 'billable_held' || isBeyondHelp(answer)) return
        current = answer.remedies.reduce((now, remedy) => follow(now, remedy, () => choices.next().value ?? 0), current)
      }
      expect.unreachable(`after five rounds still ${decideBillingRoute(current).because.join(' ')}`)
    }),
    runs,
  )
})

function runsOutOfNothing({ provider }: Facts): boolean {
  return [...provider.authorities, ...provider.credentials].every(({ until }) => until === null || until <= on)
}

function isBeyondHelp({ because }: Answer): boolean {
  return ['provider_excluded', 'coverage_inactive', 'plan_not_accepted', 'outside_country'].some((reason) =>
    because.includes(reason as Reason),
  )
}

/** What people do about a remedy; where it brings a fact to light, the fact may turn out to be anything. */
function follow(facts: Facts, remedy: Remedy, choose: () => number): Facts {
  const { session, provider } = facts
  const pick = <T>(list: readonly [T, ...T[]]): T => list[choose() % list.length] ?? list[0]
  const located = (change: Partial<ClientLocation>): Facts => ({
    ...facts,
    session: {
      ...session,
      clientLocation: {
        ...(session.clientLocation ?? { state: 'NC', countyFips: null, servedBy: null, address: null }),
        ...change,
      },
    },
  })
  const here = session.clientLocation
  switch (remedy.kind) {
    case 'record_location':
      if (here !== null) return located({ address: '100 Example Street' })
      return located({ state: pick(['NY', 'VA', 'TX', 'GU', 'outside_us']), address: '100 Example Street' })
    case 'record_county':
      return located({ countyFips: pick(countiesOf(here?.state ?? '')), servedBy: null })
    case 'confirm_service_area': {
      const [first = '', ...others] = holdersInPart(here?.countyFips ?? '')
      return located({ servedBy: pick([first, ...others]) })
    }
    case 'verify_coverage':
      return { ...facts, coverage: pick(['active', 'active', 'inactive']) }
    case 'update_coverage':
      return { ...facts, coverage: 'active' }
    case 'use_crisis_code':
      return { ...facts, session: { ...session, crisis: withCrisis(session.crisis, { codes: ['90839'] }) } }
    case 'document_crisis': {
      const told = withCrisis(session.crisis, { narrative: 'Told', resolution: 'Told' })
      return {
        ...located({ address: '100 Example Street' }),
        session: { ...located({ address: '100 Example Street' }).session, crisis: told },
      }
    }
    case 'obtain_license':
      return withProvider(facts, {
        authorities: [...provider.authorities, { state: remedy.state, kind: 'license', from: facts.on, until: null }],
      })
    case 'obtain_credential':
    case 'await_credential':
      return withProvider(facts, {
        credentials: [...settled(provider.credentials, remedy), obtained(remedy, 'direct', facts.on)],
      })
    case 'opt_in_virtual_network':
      return withProvider(facts, {
        credentials: [...provider.credentials, obtained(remedy, 'virtual_network', facts.on)],
      })
    case 'wait_until': {
      const later = latest(facts.on, remedy.on)
      return { ...facts, on: later, asOf: latest(facts.asOf, later) }
    }
    case 'check_temporary_practice':
    case 'refer_to_provider':
      return facts
  }
}

function withCrisis(crisis: Facts['session']['crisis'], change: Partial<NonNullable<Facts['session']['crisis']>>) {
  return { ...(crisis ?? { codes: [], narrative: null, resolution: null }), ...change }
}

function withProvider(facts: Facts, change: Partial<Facts['provider']>): Facts {
  return { ...facts, provider: { ...facts.provider, ...change } }
}

function settled(
  credentials: readonly Credential[],
  { network, state }: { network: string; state: string },
): Credential[] {
  return credentials.filter((one) => !(one.status === 'pending' && one.network === network && one.state === state))
}

function obtained(
  { network, state }: { network: string; state: string },
  via: Credential['via'],
  from: CalendarDate,
): Credential {
  return { network, state, via, status: 'active', from, until: null, payerReady: from }
}

function countiesOf(state: string): [string, ...string[]] {
  const fips = stateList.states.find(({ code }) => code === state)?.fips ?? '00'
  const named = Object.keys(serviceAreas.countyNames).filter((county) => county.startsWith(fips))
  const unnamed = `${fips}999`
  const [first = unnamed, ...others] = isCountyOf(state, unnamed) ? [unnamed, ...named] : named
  return [first, ...others]
}

function keysOf(remedies: readonly Remedy[]): string[] {
  return remedies.map((remedy) =>
    [
      remedy.kind,
      'network' in remedy ? remedy.network : '',
      'state' in remedy ? remedy.state : '',
      'on' in remedy ? remedy.on : '',
    ].join('\u0001'),
  )
}

function deeplyFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deeplyFrozen(part)
    Object.freeze(value)
  }
  return value
}
