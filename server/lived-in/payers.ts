import { calendarDate, type Period } from '../../libraries/calendar/index.ts'
import { type Cents, cents, portion } from '../../libraries/money/index.ts'
import { aprilStory, plan as cedarPlan, inForce, storyRates } from '../story-network.ts'

/** A payer of the lived-in network beside the story's: what it agreed to, and how it behaves. */
export type LivedInPayer = {
  id: string
  name: string
  electronicId: string
  tin: string
  filingCode: 'CI' | 'BL'
  /** Its id as a network; a Blue plan's network is its licensee (business/coverage/data/service-areas.json). */
  network: string
  plan: { id: string; name: string; isBlue: boolean; blueCard: boolean }
  /** Its rates, in hundredths of a percent of the story payer's. */
  basisPoints: number
  /** After how many days it pays and denies. */
  pace: { pay: number; deny: number }
  fileLetters: string
  bankAccount: { routing: string; account: string }
}

const payerBank = '091000019'

/** A quick one, one that pays less than the practices are paid, one that takes its time, and three Blue licensees. */
export const livedInPayers: readonly LivedInPayer[] = [
  {
    id: 'larkspur-health',
    name: 'Larkspur Health',
    electronicId: 'LARKSP',
    tin: '412345671',
    filingCode: 'CI',
    network: 'larkspur-health',
    plan: { id: 'larkspur-choice', name: 'Larkspur Choice', isBlue: false, blueCard: false },
    basisPoints: 10_600,
    pace: { pay: 16, deny: 21 },
    fileLetters: 'LARKSP',
    bankAccount: { routing: payerBank, account: '4400201' },
  },
  {
    id: 'tamarack-community',
    name: 'Tamarack Community Plan',
    electronicId: 'TAMARK',
    tin: '413456782',
    filingCode: 'CI',
    network: 'tamarack-community',
    plan: { id: 'tamarack-essential', name: 'Tamarack Essential', isBlue: false, blueCard: false },
    basisPoints: 7200,
    pace: { pay: 30, deny: 35 },
    fileLetters: 'TAMARK',
    bankAccount: { routing: payerBank, account: '4400302' },
  },
  {
    id: 'quarry-valley',
    name: 'Quarry Valley Health',
    electronicId: 'QUARRY',
    tin: '414567893',
    filingCode: 'CI',
    network: 'quarry-valley',
    plan: { id: 'quarry-valley-open', name: 'Quarry Valley Open Access', isBlue: false, blueCard: false },
    basisPoints: 9800,
    pace: { pay: 96, deny: 60 },
    fileLetters: 'QUARRY',
    bankAccount: { routing: payerBank, account: '4400403' },
  },
  blue('anthem-ny', 'Blue plan of downstate New York', { letters: 'BLUENY', tin: '415678904', at: '4400504' }),
  blue('excellus', 'Blue plan of upstate New York', { letters: 'BLUEUP', tin: '416789015', at: '4400605' }),
  blue('horizon-nj', 'Blue plan of New Jersey', { letters: 'BLUENJ', tin: '417890126', at: '4400706' }),
]

function blue(
  licensee: string,
  name: string,
  { letters, tin, at }: { letters: string; tin: string; at: string },
): LivedInPayer {
  return {
    id: `blue-${licensee}`,
    name,
    electronicId: letters,
    tin,
    filingCode: 'BL',
    network: licensee,
    plan: { id: `blue-${licensee}-ppo`, name: `${name} PPO`, isBlue: true, blueCard: true },
    basisPoints: 10_200,
    pace: { pay: 24, deny: 28 },
    fileLetters: letters,
    bankAccount: { routing: payerBank, account: at },
  }
}

/** What a payer has agreed to for one code, and what the practices are paid for it: the same whoever pays. */
export function ratesOf({ basisPoints }: Pick<LivedInPayer, 'basisPoints'>) {
  const all = [...storyRates(aprilStory), ...counselorsHour]
  return all.filter(onePerCode).map((rate) => ({ ...rate, payer: wholeDollars(portion(rate.payer, basisPoints)) }))
}

// In the story a counselor's hour is worth the same to payer and counselor; here the other payers pay more for it.
const counselorsHour = storyRates(aprilStory)
  .filter(({ family, code }) => family === 'counselor' && code === '90837')
  .map((rate) => ({ ...rate, payer: cents(14_500), provider: cents(11_500) }))

function onePerCode<Rate extends { family: string; code: string }>(rate: Rate, at: number, all: Rate[]): boolean {
  return all.findLastIndex(({ family, code }) => family === rate.family && code === rate.code) === at
}

function wholeDollars(amount: Cents): Cents {
  return cents(Math.round(amount / 100) * 100)
}

/** By the day of the denial, underpayment or sending: until the spring the operator gave payers less time. */
export const firstDeadlines: readonly (Period & { kind: 'underpaid' | 'denied' | 'silent'; days: number })[] = (
  [
    ['denied', 60],
    ['underpaid', 60],
    ['silent', 120],
  ] as const
).map(([kind, days]) => ({ kind, days, from: inForce.from, until: calendarDate('2026-02-01') }))

/** From these days on the deadlines are those that come with the product. */
export const laterDeadlines: typeof firstDeadlines = (
  [
    ['denied', 180],
    ['underpaid', 180],
    ['silent', 365],
  ] as const
).map(([kind, days]) => ({ kind, days, from: calendarDate('2026-02-01'), until: null }))

export const planIds = {
  cedar: cedarPlan.id,
  larkspur: 'larkspur-choice',
  tamarack: 'tamarack-essential',
  quarry: 'quarry-valley-open',
  blue: 'blue-anthem-ny-ppo',
  blueAway: 'blue-horizon-nj-ppo',
}
