import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarDate, latest } from '../../libraries/calendar/index.ts'
import type { Answer, Outcome, Reason, Remedy } from './answer.ts'
import { anyAuthority, anyCredential, anyDate, anyFacts, anyPeriod, onTheDay } from './any-facts.ts'
import serviceAreas from './data/service-areas.json' with { type: 'json' }
import stateList from './data/states.json' with { type: 'json' }
import { decideBillingRoute } from './decide-billing-route.ts'
import { explainMissing, explainReason, explainRemedy } from './explain-reason.ts'
import type { ClientLocation, Credential, Facts } from './facts.ts'
import { readFacts } from './read-facts.ts'
import { builtInAreas } from './service-areas.ts'

const rank: Record<Outcome, number> = { not_billable: 0, needs_information: 1, billable_held: 2, billable: 3 }
const runs = { numRuns: 3000 }

test('the same facts give the same answer, and nothing passed in is changed', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
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
    fc.property(anyFacts, (facts) => {
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
    fc.property(anyFacts, (facts) => {
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
    fc.property(anyFacts, (facts) => {
      const other: Facts = { ...facts, session: { ...facts.session, modality: 'in_person' } }
      expect(decideBillingRoute(other)).toEqual(decideBillingRoute(facts))
      expect(decideBillingRoute({ ...facts, id: 'other' })).toEqual({ ...decideBillingRoute(facts), id: 'other' })
    }),
  )
})

test('one more authority or active credential never makes it worse, but a crisis exception may give way to a held routine route', () => {
  const more = fc.oneof(
    anyAuthority.map((one) => ({ authorities: [one], credentials: [] })),
    anyCredential.filter(({ status }) => status === 'active').map((one) => ({ authorities: [], credentials: [one] })),
  )
  fc.assert(
    fc.property(anyFacts, more, (facts, more) => {
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
    fc.property(anyFacts, anyPeriod, (facts, exclusion) => {
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
    fc.property(anyFacts, anyDate, (facts, asOf) => {
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
  for (const sample of fc.sample(anyFacts, { numRuns: 30_000, seed: 20260408 })) {
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
    fc.property(anyFacts.filter(runsOutOfNothing), choices, (facts, choices) => {
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
  return [...provider.authorities, ...provider.credentials].every(({ until }) => until === null || until <= onTheDay)
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
      const [first = '', ...others] = builtInAreas.holdersInPart(here?.countyFips ?? '')
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
  const [first = unnamed, ...others] = builtInAreas.isCountyOf(state, unnamed) ? [unnamed, ...named] : named
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
