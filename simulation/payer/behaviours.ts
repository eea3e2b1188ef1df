import type { CalendarDate } from '../../libraries/calendar/index.ts'

/** What a payer may do with a claim. The member id's first letters choose it, so that a whole story is told by its input. */
export const behaviours = [
  'pays',
  'pays_late',
  'pays_less',
  'denies',
  'never_answers',
  'takes_back',
  'sends_twice',
  'pays_held',
  'rejects',
] as const

export type Behaviour = (typeof behaviours)[number]

/** What the payer does on one day of a claim. `lessCents` is what it allows less than its contract. */
export type Deed = { deed: 'pay'; lessCents: number; sendTwice: boolean } | { deed: 'deny' } | { deed: 'take_back' }

/** Days count from the date on which the payer received the claim; each moves on to a banking day. */
export type Step = { day: number; act: Deed }

const pay: Deed = { deed: 'pay', lessCents: 0, sendTwice: false }

/** From this day after the claim's receipt the payer keeps what it took back out of other claims' money. */
export const recoveryDay = 174

/** The days are those of the April story: 10 April + 63 = 12 June, + 224 = 20 November, + 158 = 15 September, + 174 = 1 October. */
export const stepsOf: Record<Behaviour, readonly Step[]> = {
  pays: [{ day: 63, act: pay }],
  pays_late: [{ day: 224, act: pay }],
  pays_less: [{ day: 63, act: { deed: 'pay', lessCents: 2000, sendTwice: false } }],
  denies: [{ day: 40, act: { deed: 'deny' } }],
  never_answers: [],
  takes_back: [
    { day: 63, act: pay },
    { day: 158, act: { deed: 'take_back' } },
  ],
  sends_twice: [{ day: 63, act: { deed: 'pay', lessCents: 0, sendTwice: true } }],
  pays_held: [{ day: recoveryDay, act: pay }],
  rejects: [],
}

const sentinels: readonly (readonly [prefix: string, behaviour: Behaviour])[] = [
  ['PAYS', 'pays'],
  ['LATE', 'pays_late'],
  ['LESS', 'pays_less'],
  ['DENY', 'denies'],
  ['SILENT', 'never_answers'],
  ['TAKES', 'takes_back'],
  ['TWICE', 'sends_twice'],
  ['HELD', 'pays_held'],
  ['REJECT', 'rejects'],
]

/** By claim control number or member id: which behaviour was ordered, and since when. */
export type Orders = Map<string, { behaviour: Behaviour; on: CalendarDate }>

/** An order for the claim goes before one for the member, and both before the member id's first letters. */
export function behaviourOf(
  orders: Orders,
  claim: { claimControlNumber: string; memberId: string },
): { behaviour: Behaviour; since: CalendarDate | null } {
  const order = orders.get(claim.claimControlNumber) ?? orders.get(claim.memberId)
  return order
    ? { behaviour: order.behaviour, since: order.on }
    : { behaviour: behaviourOfMember(claim.memberId), since: null }
}

/** Every other member id is paid like PAYS. */
export function behaviourOfMember(memberId: string): Behaviour {
  const upper = memberId.toUpperCase()
  return sentinels.find(([prefix]) => upper.startsWith(prefix))?.[1] ?? 'pays'
}
