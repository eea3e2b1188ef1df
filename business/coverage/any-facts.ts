import fc from 'fast-check'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import type { ClientLocation, Credential, Facts } from './facts.ts'
import { builtInAreas } from './service-areas.ts'

// Made-up facts for the properties of the decision and of its compiled form.

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

/** The day of service of all of them. */
export const onTheDay = calendarDate('2026-04-08')
const dates = [-400, -30, -1, 0, 1, 30, 400].map((days) => addDays(onTheDay, days))
export const anyDate = fc.constantFrom(...dates)
const until = fc.option(anyDate)
const state = fc.constantFrom(...states)
const network = fc.constantFrom(...networks)

export const anyPeriod = fc
  .record({ from: anyDate, until })
  .map(({ from, until }) => ({ from, until: until !== null && until <= from ? null : until }))
const place = fc.oneof(state, fc.constantFrom(...counties)).chain((written) => {
  const [state = '', countyFips = null] = written.split('/')
  return fc.record({
    state: fc.constant(state),
    countyFips: fc.constant(countyFips),
    servedBy: fc.constantFrom(null, ...(countyFips === null ? [] : builtInAreas.holdersInPart(countyFips))),
    address: fc.constantFrom(null, ' ', '100 Example Street', '100 Example Street'),
  })
})
const abroad = fc.constant<ClientLocation>({ state: 'outside_us', countyFips: null, servedBy: null, address: null })
export const anyCredential: fc.Arbitrary<Credential> = fc
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
    period: anyPeriod,
    payerReady: fc.option(anyDate),
  })
  .map(({ period, ...rest }) => ({ ...rest, ...period, from: rest.status === 'pending' ? null : period.from }))
export const anyAuthority = fc
  .record({
    state,
    kind: fc.constantFrom('license' as const, 'compact_privilege' as const, 'temporary_permit' as const),
    period: anyPeriod,
  })
  .map(({ period, ...rest }) => ({ ...rest, ...period }))
const text = fc.constantFrom(null, '', 'Told')
const crisis = fc.record({
  codes: fc.subarray(['90837', '90839', '90840']),
  narrative: text,
  resolution: text,
})

/** Facts of every kind, about a third of them near what the clinician holds. */
export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    id: fc.constant('any'),
    purpose: fc.constantFrom('guidance' as const, 'confirmation' as const),
    on: fc.constant(onTheDay),
    asOf: anyDate,
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
      authorities: fc.array(anyAuthority, { maxLength: 4 }),
      credentials: fc.array(anyCredential, { maxLength: 5 }),
      exclusions: fc.oneof(
        { weight: 9, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(anyPeriod, { maxLength: 2 }) },
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
  const local = builtInAreas.localBluesAt(here).flat()
  const network = homely ? (local.at(-1) ?? facts.plan.network) : facts.plan.network
  const known = [local[0], network, local.at(-1)]
  return {
    ...facts,
    plan: { ...facts.plan, network, isBlue: network !== 'aetna' },
    provider: {
      authorities: authorities.map((one, index) =>
        index === 0 ? { ...one, state: here.state, from: dates[0] ?? onTheDay, until: null } : one,
      ),
      credentials: credentials.map((one, index) =>
        index % 2 === 0 ? { ...one, state: here.state, network: known[index / 2] ?? one.network } : one,
      ),
      exclusions,
    },
  }
}
