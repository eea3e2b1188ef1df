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

/** How many days a payer takes to pay, and to deny: those of the April story where nothing else is said. */
export type Pace = { pay: number; deny: number }

export const storyPace: Pace = { pay: 63, deny: 40 }

/** The day of a step at a payer's own pace; days that no pace is about stay where they are. */
export function dayAtPace(step: Step, pace: Pace): number {
  if (step.act.deed === 'deny') return pace.deny
  return step.act.deed === 'pay' && step.day === storyPace.pay ? pace.pay : step.day
}

/**
 * By claim control number, by member and date of service ("PAYS100001 2026-04-08"), or by member: which behaviour was
 * ordered, and since when. With `soon` each of its steps comes on the next banking day that it can.
 */
export type Orders = Map<string, { behaviour: Behaviour; on: CalendarDate; soon?: boolean | undefined }>

/** An order for the claim goes before one for the session, that before one for the member, and all before the letters. */
export function behaviourOf(
  orders: Orders,
  claim: { claimControlNumber: string; memberId: string; lines?: readonly { servedOn: CalendarDate }[] },
): { behaviour: Behaviour; since: CalendarDate | null; soon: boolean } {
  const days = (claim.lines ?? []).map(({ servedOn }) => `${claim.memberId} ${servedOn}`)
  const order = [claim.claimControlNumber, ...days, claim.memberId]
    .map((about) => orders.get(about))
    .find((known) => known !== undefined)
  return order
    ? { behaviour: order.behaviour, since: order.on, soon: order.soon ?? false }
    : { behaviour: behaviourOfMember(claim.memberId), since: null, soon: false }
}

/** Every other member id is paid like PAYS. */
export function behaviourOfMember(memberId: string): Behaviour {
  const upper = memberId.toUpperCase()
  return sentinels.find(([prefix]) => upper.startsWith(prefix))?.[1] ?? 'pays'
}
