import { addDays, calendarDate } from '../libraries/calendar/index.ts'

const networks = [
  'aetna',
  'cigna',
  'oscar',
  'optum',
  'bcbs-nc',
  'bcbs-tx',
  'bcbs-ma',
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
  'premera-wa',
  'regence-wa',
  'horizon-nj',
  'florida-blue',
]
const states = ['NC', 'TX', 'MA', 'NY', 'CA', 'MO', 'PA', 'VA', 'WA', 'OH', 'NJ', 'FL', 'GU', 'CO', 'GA']
const counties: Record<string, readonly string[]> = {
  NY: ['36061', '36019', '36029', '36001'],
  MO: ['29095', '29510'],
  PA: ['42027', '42101', '42001'],
  VA: ['51059', '51153', '51760'],
  WA: ['53033', '53011'],
  OH: ['39167', '39049'],
}
const today = calendarDate('2026-04-08')

/** Documents of facts, distinct by their content, the same for the same seed; about half of them can be billed. */
export function* seededFacts(seed: number, count: number): Generator<Record<string, unknown>> {
  const draw = drawFrom(seed)
  for (let index = 0; index < count; index += 1) yield documentOf(`facts-${seed}-${index}`, draw)
}

type Draw = {
  chance: (probability: number) => boolean
  oneOf: <T>(list: readonly T[]) => T
  day: (around: number) => string
}

function documentOf(id: string, { chance, oneOf, day }: Draw): Record<string, unknown> {
  const state = oneOf(states)
  const network = oneOf(networks)
  const elsewhere = oneOf(states)
  const credentials = [
    { network, state: chance(0.7) ? state : elsewhere },
    { network: oneOf(networks), state },
    ...(chance(0.5) ? [{ network: oneOf(networks), state: oneOf(states) }] : []),
    ...(chance(0.2) ? [{ network, state }] : []),
  ].map((held) => {
    const status = oneOf(['active', 'active', 'active', 'active', 'active', 'pending', 'terminated'])
    return {
      ...held,
      via: chance(0.15) ? 'virtual_network' : 'direct',
      status,
      from: status === 'pending' ? null : day(-900),
      until: chance(0.1) ? day(700) : null,
      payerReady: chance(0.8) ? day(-600) : null,
    }
  })
  const isBlue =
    network.includes('-') ||
    network === 'bsca' ||
    network === 'excellus' ||
    network === 'capital' ||
    network === 'carefirst'
  return {
    id,
    purpose: chance(0.7) ? 'confirmation' : 'guidance',
    on: day(0),
    asOf: day(10),
    session: {
      modality: chance(0.8) ? 'telehealth' : 'in_person',
      clientLocation: chance(0.02)
        ? null
        : {
            state,
            countyFips: chance(0.8) ? oneOf(counties[state] ?? [null]) : null,
            servedBy: null,
            address: chance(0.97) ? '100 Example Street' : null,
          },
      crisis: chance(0.05)
        ? { codes: [oneOf(['90839', '90837'])], narrative: 'Told', resolution: chance(0.7) ? 'Told' : null }
        : null,
    },
    provider: {
      authorities: [
        {
          state: chance(0.85) ? state : elsewhere,
          kind: 'license',
          from: day(-900),
          until: chance(0.1) ? day(500) : null,
        },
        ...(chance(0.4) ? [{ state: elsewhere, kind: 'compact_privilege', from: day(-900), until: null }] : []),
      ],
      credentials,
      exclusions: chance(0.01) ? [{ from: day(-900), until: null }] : [],
    },
    plan: {
      network,
      isBlue,
      blueCard: isBlue && chance(0.7),
      acceptedStates: chance(0.9) ? 'all' : [state, elsewhere],
    },
    coverage: chance(0.94) ? 'active' : oneOf(['inactive', 'unverified']),
  }
}

/** Mulberry32, by Tommy Ettinger (public domain): small, fast, the same everywhere. */
function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    chance: (probability) => next() < probability,
    oneOf: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    day: (around) => addDays(today, around + Math.floor(next() * 90) - 45),
  }
}
