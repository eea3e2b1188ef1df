import { type CalendarDate, calendarDate } from '../../../libraries/calendar/index.ts'
import type { Authority, ClientLocation, Credential, Crisis, Exclusion, Facts, Plan } from '../facts.ts'

/** A part of the small world: all facts that can be put together from these lists. */
export type Part = {
  name: string
  places: readonly (ClientLocation | null)[]
  plans: readonly Plan[]
  /** How many credentials a clinician may hold at most. */
  most: 0 | 1 | 2
  authorities: readonly (readonly Held[])[]
  crises: readonly (Crisis | null)[]
  exclusions: readonly (readonly Exclusion[])[]
  coverages: readonly Facts['coverage'][]
  purposes: readonly Facts['purpose'][]
}

/** An authority for the state where the client is, or for another one. */
type Held = Omit<Authority, 'state'> & { where: 'here' | 'elsewhere' }

const day = (text: string) => calendarDate(text)
const on = day('2026-04-08')
const [longAgo, before, after] = [day('2020-01-01'), day('2026-04-01'), day('2026-05-01')]
const elsewhere = 'TX'

const at = (state: string, countyFips: string | null = null, servedBy: string | null = null): ClientLocation => {
  return { state, countyFips, servedBy, address: '100 Example Street' }
}
// A county that a road divides, each side of it, each side's own counties, and the state whose county is not known.
const virginia = [
  at('VA'),
  at('VA', '51059'),
  at('VA', '51059', 'carefirst'),
  at('VA', '51059', 'anthem-va'),
  at('VA', '51013'),
]
// Several Blues in one county, several in one state, one that holds a single county, one alone, none.
const others = [at('NY'), at('NY', '36019'), at('CA'), at('OH'), at('NC'), at('GU')]

const planOf = (
  network: string,
  isBlue: boolean,
  blueCard: boolean,
  acceptedStates: Plan['acceptedStates'] = 'all',
) => {
  return { network, isBlue, blueCard, acceptedStates }
}
const blues = ['carefirst', 'anthem-va', 'bcbs-nc', 'anthem-ny', 'bsca', 'anthem-oh']
const plans = [
  planOf('aetna', false, false),
  ...blues.flatMap((home) => [planOf(home, true, true), planOf(home, true, false)]),
]
const blueCards = [planOf('aetna', false, false), ...blues.slice(1).map((home) => planOf(home, true, true))]
const someBlues = [
  planOf('carefirst', true, true),
  planOf('carefirst', true, false),
  planOf('bcbs-nc', true, true),
  planOf('anthem-ny', true, true),
]

const licensed: Held = { where: 'here', kind: 'license', from: longAgo, until: null }
const standings: Held[][] = [
  [],
  [licensed],
  [{ ...licensed, kind: 'compact_privilege', until: on }],
  [{ ...licensed, kind: 'temporary_permit', from: after }],
  [{ ...licensed, where: 'elsewhere' }],
  [
    { ...licensed, until: before },
    { ...licensed, from: on },
  ],
]

const told: Crisis = { codes: ['90839', '90840'], narrative: 'What happened', resolution: 'How it ended' }
const crises = [
  null,
  told,
  { ...told, codes: ['90840'] },
  { ...told, narrative: ' ' },
  { ...told, narrative: null, resolution: '' },
]
const unwritten = (place: ClientLocation): ClientLocation => ({ ...place, address: ' ' })

/** The walk that the suite takes: everything in pairs of what matters together, every rule and every reason in it. */
export const everyDay: readonly Part[] = [
  {
    name: 'two credentials, in every place, with and without a crisis',
    places: [...virginia.slice(0, 2), ...others.slice(0, 2), at('CA')],
    plans: [planOf('aetna', false, false), ...someBlues],
    most: 2,
    authorities: [[licensed]],
    crises: [null, told],
    exclusions: [[]],
    coverages: ['active'],
    purposes: ['guidance'],
  },
  {
    name: 'one credential, in every place, with every authority',
    places: [...virginia, ...others],
    plans: [
      ...blueCards,
      ...someBlues,
      planOf('aetna', false, false, [elsewhere]),
      planOf('carefirst', true, true, []),
    ],
    most: 1,
    authorities: standings,
    crises: crises.slice(0, 3),
    exclusions: [[]],
    coverages: ['active'],
    purposes: ['guidance'],
  },
  {
    name: 'what is asked before the place: exclusions, the location, its address, the coverage',
    places: [null, { ...at('NC'), state: 'outside_us' }, at('NC'), unwritten(at('NC')), { ...at('NC'), address: null }],
    plans: [planOf('aetna', false, false), planOf('bcbs-nc', true, true)],
    most: 1,
    authorities: standings.slice(0, 2),
    crises,
    exclusions: [
      [],
      [{ from: longAgo, until: null }],
      [{ from: longAgo, until: on }],
      [
        { from: after, until: null },
        { from: on, until: after },
      ],
    ],
    coverages: ['active', 'inactive', 'unverified'],
    purposes: ['guidance', 'confirmation'],
  },
]

/** What the long walk takes besides: two credentials with every authority, place, plan and crisis. */
export const longWalk: readonly Part[] = [
  {
    name: 'two credentials, in every place, with every authority and every crisis',
    places: [...virginia, ...others],
    plans,
    most: 2,
    authorities: standings,
    crises,
    exclusions: [[]],
    coverages: ['active'],
    purposes: ['guidance'],
  },
]

/** Every fact of a part, one place after the other. */
export function* factsIn(part: Part): Generator<Facts> {
  for (const place of part.places) {
    for (const plan of part.plans) {
      const here = place === null || place.state === 'outside_us' ? 'NC' : place.state
      for (const credentials of atMost(part.most, credentialsNear(here, plan)))
        for (const held of part.authorities) yield* factsOf(part, { place, plan, here, credentials, held })
    }
  }
}

type Chosen = {
  place: ClientLocation | null
  plan: Plan
  here: string
  credentials: readonly Credential[]
  held: readonly Held[]
}

function* factsOf(part: Part, { place, plan, here, credentials, held }: Chosen): Generator<Facts> {
  const authorities = held.map(({ where, ...rest }) => ({ ...rest, state: where === 'here' ? here : elsewhere }))
  for (const exclusions of part.exclusions) {
    // One object for all that one clinician is asked, so that the compiled form meets it once.
    const provider = { authorities, credentials, exclusions }
    for (const crisis of part.crises) {
      const session: Facts['session'] = { modality: 'telehealth', clientLocation: place, crisis }
      for (const coverage of part.coverages)
        for (const purpose of part.purposes)
          yield { id: 'small', purpose, on, asOf: on, session, provider, plan, coverage }
    }
  }
}

/** None, one, or two of a list, the same one twice included. */
function* atMost<T>(most: 0 | 1 | 2, list: readonly T[]): Generator<readonly T[]> {
  yield []
  if (most >= 1) for (const one of list) yield [one]
  if (most === 2) for (const [index, one] of list.entries()) for (const other of list.slice(index)) yield [one, other]
}

const localTo: Readonly<Record<string, readonly string[]>> = {
  VA: ['carefirst', 'anthem-va'],
  NY: ['anthem-ny', 'excellus'],
  CA: ['anthem-ca', 'bsca'],
  OH: ['anthem-oh', 'highmark-wv'],
  NC: ['bcbs-nc'],
  GU: ['bcbs-tx'],
}

/** Credentials of every kind with the plan's network and with two local Blues, here and elsewhere. */
function credentialsNear(here: string, plan: Plan): Credential[] {
  const networks = new Set([plan.network, ...(localTo[here] ?? [])])
  return [...networks].flatMap((network) =>
    [here, elsewhere].flatMap((state) =>
      (['direct', 'virtual_network'] as const).flatMap((via) =>
        forms.map((form) => ({ network, state, via, ...form })),
      ),
    ),
  )
}

type Form = Pick<Credential, 'status' | 'from' | 'until' | 'payerReady'>
const active = (from: CalendarDate, until: CalendarDate | null, payerReady: CalendarDate | null): Form => {
  return { status: 'active', from, until, payerReady }
}
const forms: Form[] = [
  active(longAgo, null, before),
  active(on, null, null),
  active(after, null, null),
  active(longAgo, on, before),
  { status: 'pending', from: null, until: null, payerReady: null },
  { status: 'terminated', from: longAgo, until: null, payerReady: on },
]
