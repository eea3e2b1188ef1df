import { type CalendarDate, calendarDate, type Instant, instant } from '../libraries/calendar/index.ts'
import { type Cents, cents, portion } from '../libraries/money/index.ts'
import { npiFrom } from '../libraries/npi/index.ts'
import type { SimulatedConfigs } from './simulated-outside.ts'
import {
  aprilStory,
  payer as cedar,
  plan as cedarPlan,
  entity,
  groupPractice,
  inForce,
  mayaId,
  network,
  operatorAccount,
  type StoryClient,
  soloPractice,
  storyRates,
  theoId,
  variantClients,
} from './story-network.ts'

/** Who bills in each further state. */
export const awayEntities = [
  { ...entityIn('NJ', 'NEW JERSEY', 'TRENTON', '086080040'), tin: '843210988', npi: npiFrom('184392028') },
  { ...entityIn('PA', 'PENNSYLVANIA', 'HARRISBURG', '171010040'), tin: '843210989', npi: npiFrom('184392039') },
  { ...entityIn('TX', 'TEXAS', 'AUSTIN', '787010040'), tin: '843210990', npi: npiFrom('184392040') },
]

function entityIn(state: string, name: string, city: string, zip: string) {
  const legalName = `EVENKEEL BEHAVIORAL HEALTH OF ${name} PC`
  return {
    id: `evenkeel-${state.toLowerCase()}`,
    state,
    legalName,
    taxonomy: entity.taxonomy,
    street: entity.street,
    city,
    zip,
  }
}

export type AwayPayer = {
  id: string
  name: string
  electronicId: string
  tin: string
  network: string
  plan: { id: string; name: string }
  bankAccount: string
}

/** Blue licensees: one whose virtual network serves Texas, one whose members travel, and those of the neighbourhood. */
export const awayPayers: readonly AwayPayer[] = [
  blue('bcbs-ma', 'Blue plan of Massachusetts', { letters: 'BLUEMA', tin: '418901237', at: '4400807' }),
  blue('bcbs-nc', 'Blue plan of North Carolina', { letters: 'BLUENC', tin: '419012348', at: '4400908' }),
  blue('anthem-ny', 'Blue plan of downstate New York', { letters: 'BLUENY', tin: '415678904', at: '4400504' }),
  blue('horizon-nj', 'Blue plan of New Jersey', { letters: 'BLUENJ', tin: '417890126', at: '4400706' }),
]

function blue(network: string, name: string, about: { letters: string; tin: string; at: string }): AwayPayer {
  const { letters, tin, at } = about
  const plan = { id: `blue-${network}-ppo`, name: `${name} PPO` }
  return { id: `blue-${network}`, name, electronicId: letters, tin, network, plan, bankAccount: at }
}

export type AwayContract = {
  id: string
  payerId: string
  networkId: string
  state: string
  billingEntityId: string
  /** In hundredths of a percent of the story payer's rates, and of what it pays practices. */
  basisPoints: { payer: number; provider: number }
}

export const awayContracts: readonly AwayContract[] = [
  contract(cedar.id, network, 'NJ', { payer: 10_400, provider: 10_300 }),
  contract(cedar.id, network, 'PA', { payer: 9600, provider: 9700 }),
  contract('blue-bcbs-ma', 'bcbs-ma', 'TX', { payer: 11_000, provider: 10_800 }),
  contract('blue-anthem-ny', 'anthem-ny', 'NY', { payer: 10_200, provider: 10_000 }),
  contract('blue-horizon-nj', 'horizon-nj', 'NY', { payer: 10_200, provider: 10_000 }),
]

function contract(payerId: string, networkId: string, state: string, basisPoints: AwayContract['basisPoints']) {
  const suffix = state.toLowerCase()
  return { id: `${payerId}-${suffix}`, payerId, networkId, state, billingEntityId: `evenkeel-${suffix}`, basisPoints }
}

/** The rates of a contract in whole dollars: one for each profession and code. */
export function ratesAway({ basisPoints }: Pick<AwayContract, 'basisPoints'>) {
  const all = storyRates(aprilStory)
  const last = all.filter(
    (rate, at) => all.findLastIndex(({ family, code }) => family === rate.family && code === rate.code) === at,
  )
  return last.map((rate) => ({
    ...rate,
    payer: wholeDollars(portion(rate.payer, basisPoints.payer)),
    provider: wholeDollars(portion(rate.provider, basisPoints.provider)),
  }))
}

function wholeDollars(amount: Cents): Cents {
  return cents(Math.round(amount / 100) * 100)
}

type Held = {
  practiceId: string
  memberId: string
  authorities: readonly { state: string; number: string; until?: CalendarDate }[]
  /** Applied for at a moment, or in force since long ago. */
  credentials: readonly { networkId: string; state: string; appliedAt?: Instant }[]
}

const inesId = groupPractice.members.find(({ role }) => role === 'owner')?.id ?? ''

/** What clinicians hold beyond New York: some of it ends soon, some waits for its payer longer than usual. */
export const heldAway: readonly Held[] = [
  {
    practiceId: soloPractice.id,
    memberId: mayaId,
    authorities: [
      { state: 'NJ', number: 'NJ-44SC0211', until: calendarDate('2026-07-01') },
      { state: 'PA', number: 'PA-CW021133' },
      { state: 'TX', number: 'TX-60211' },
    ],
    credentials: [
      { networkId: network, state: 'NJ' },
      { networkId: network, state: 'PA' },
      { networkId: 'anthem-ny', state: 'NY' },
      { networkId: 'ibx', state: 'PA', appliedAt: instant('2026-03-02T16:00:00Z') },
    ],
  },
  {
    practiceId: groupPractice.id,
    memberId: theoId,
    authorities: [{ state: 'PA', number: 'PA-PC010322', until: calendarDate('2026-05-16') }],
    credentials: [{ networkId: network, state: 'PA', appliedAt: instant('2025-12-15T16:00:00Z') }],
  },
  {
    practiceId: groupPractice.id,
    memberId: inesId,
    authorities: [{ state: 'NJ', number: 'NJ-26NJ0331', until: calendarDate('2026-04-21') }],
    credentials: [{ networkId: 'horizon-nj', state: 'NJ', appliedAt: instant('2026-02-17T16:00:00Z') }],
  },
]

type PlaceOf = { street: string; city: string; state: string; zip: string; countyFips: string | null }

export type AwayClient = {
  name: 'in_jersey' | 'away' | 'bluecard' | 'virtual' | 'neighbour' | 'on_the_road' | 'in_crisis'
  story: StoryClient
  planId: string
  copay: Cents
  /** Left out: a home in Queens. */
  home?: PlaceOf
  elsewhere?: PlaceOf & { label: string }
}

function client(number: number, name: string, memberId: string): StoryClient {
  const [givenName = '', familyName = ''] = name.split(' ')
  const id = `01960000-0000-7000-8000-0000000004${number}`
  const born = calendarDate(`19${50 + number}-0${(number % 9) + 1}-1${number % 9}`)
  const about = {
    dateOfBirth: born,
    sex: 'F' as const,
    street: `${400 + number} Example Street`,
    copay: 'none' as const,
  }
  return { ...variantClients.pays_in_june, ...about, id, givenName, familyName, memberId }
}

/** Clients of Maya Lindqvist whose place or plan is not the usual one. */
export const awayClients: readonly AwayClient[] = [
  {
    name: 'in_jersey',
    story: client(11, 'Lena Hart', 'PAYS100411'),
    planId: cedarPlan.id,
    copay: cents(2500),
    home: { street: '411 Example Street', city: 'Montclair', state: 'NJ', zip: '070420001', countyFips: '34013' },
  },
  {
    name: 'away',
    story: client(12, 'Lydia Marsh', 'PAYS100412'),
    planId: cedarPlan.id,
    copay: cents(2500),
    elsewhere: {
      label: 'At her sister’s',
      ...{ street: '12 Sample Avenue', city: 'Hoboken', state: 'NJ', zip: '070300001', countyFips: '34017' },
    },
  },
  {
    name: 'bluecard',
    story: client(13, 'Caleb Ashworth', 'YPPW100413'),
    planId: 'blue-bcbs-nc-ppo',
    copay: cents(2000),
  },
  {
    name: 'virtual',
    story: client(14, 'Marisol Vega', 'XXP100414'),
    planId: 'blue-bcbs-ma-ppo',
    copay: cents(1500),
    elsewhere: {
      label: 'Austin',
      ...{ street: '14 Sample Avenue', city: 'Austin', state: 'TX', zip: '787010001', countyFips: '48453' },
    },
  },
  {
    name: 'neighbour',
    story: client(15, 'Jonah Reed', 'YHZ100415'),
    planId: 'blue-horizon-nj-ppo',
    copay: cents(1500),
  },
  { name: 'on_the_road', story: client(16, 'Owen Tate', 'PAYS100416'), planId: cedarPlan.id, copay: cents(2500) },
  { name: 'in_crisis', story: client(17, 'Ruth Kimball', 'PAYS100417'), planId: cedarPlan.id, copay: cents(2500) },
]

/** Every second week with a client in New Jersey; the license there ends before the last of them. */
export const jerseySessions = ['04-14', '04-28', '05-12', '05-26', '06-09', '06-23', '07-07'].map(
  (day) => `2026-${day}`,
)

const Story = { state: 'NY', zip: '122070001' }

/** The simulated payers of a network with what they know of this one: the first is the story's. */
export function withAwayPayers(configs: SimulatedConfigs): SimulatedConfigs {
  const policies = awayClients.map(({ story, copay }) => ({ memberId: story.memberId, copayCents: copay }))
  const known = new Set(configs.payers.map((each) => idOf(each)))
  const payers = configs.payers.map((each) => ({
    ...each,
    contract: [...listIn(each, 'contract'), ...linesFor(idOf(each), known)],
    policies: [...listIn(each, 'policies'), ...policies],
  }))
  const further = awayPayers.filter(({ electronicId }) => !known.has(electronicId))
  return {
    ...configs,
    payers: [
      ...payers,
      ...further.map(({ name, electronicId, tin, bankAccount }) => ({
        payer: {
          name: name.toUpperCase(),
          id: electronicId,
          tin,
          address: { street: '1 PLAN WAY', city: 'ALBANY', ...Story },
          bankAccount: { routing: '091000019', account: bankAccount },
        },
        contract: linesFor(electronicId, new Set()),
        policies,
        operatorAccount: { routing: operatorAccount.routing, account: operatorAccount.account },
        pace: { pay: 24, deny: 28 },
        fileLetters: electronicId,
      })),
    ],
  }
}

const electronicIds = new Map([
  [cedar.id, cedar.electronicId],
  ...awayPayers.map(({ id, electronicId }) => [id, electronicId] as const),
])

/** The payer's own copy of its further contracts; a payer that was there before has those of New York already. */
function linesFor(electronicId: string, known: ReadonlySet<string>): object[] {
  return awayContracts
    .filter(
      ({ payerId, state }) =>
        electronicIds.get(payerId) === electronicId && !(state === 'NY' && known.has(electronicId)),
    )
    .flatMap((of) => {
      const billingTin = [entity, ...awayEntities].find(({ id }) => id === of.billingEntityId)?.tin
      return ratesAway(of).map(({ taxonomy, code, payer }) => ({
        billingTin,
        taxonomies: [taxonomy],
        code,
        modifiers: [],
        from: inForce.from,
        until: inForce.until,
        cents: payer,
      }))
    })
}

function idOf(config: object): string {
  return 'payer' in config && typeof config.payer === 'object' && config.payer !== null && 'id' in config.payer
    ? String(config.payer.id)
    : ''
}

function listIn(config: object, name: 'contract' | 'policies'): object[] {
  const list = (config as Record<string, unknown>)[name]
  return Array.isArray(list) ? list : []
}
