import {
  addDays,
  bankingDayOnOrAfter,
  type CalendarDate,
  type Instant,
  instantAt,
  latest,
} from '../../libraries/calendar/index.ts'
import { behaviourOf, type Deed, dayAtPace, type Orders, type Pace, stepsOf, storyPace } from './behaviours.ts'
import type { ClaimRecord, PayerState } from './payer-state.ts'

/** `soon`: ordered to come at once, so that what is taken back is also asked for at once. */
export type DueStep = { payerClaimNumber: string; on: CalendarDate; act: Deed; soon: boolean }

const zone = 'America/New_York'
/** The payer's remittance run begins at this time of its day. */
const runsAt = '06:00'

/** What the payer will do next about one claim, and on which banking day; null when nothing is left to do. */
export function nextStep(record: ClaimRecord, orders: Orders, pace: Pace = storyPace): DueStep | null {
  const { claim } = record
  const { behaviour, since, soon } = behaviourOf(orders, claim)
  const step = stepsOf[behaviour].find(({ act }) => isOpen(record, act))
  if (!step) return null
  const last = record.answeredOn ?? claim.receivedOn
  const planned = soon ? addDays(last, 1) : addDays(claim.receivedOn, dayAtPace(step, pace))
  // An order is given while a day is under way: its run is over, the next one is the first that can follow it.
  const on = bankingDayOnOrAfter(since === null ? planned : latest(planned, addDays(since, 1)))
  return { payerClaimNumber: claim.payerClaimNumber, on, act: step.act, soon }
}

/** All steps due on the earliest day on which anything is due. */
export function earliestSteps(
  state: PayerState,
  pace: Pace = storyPace,
): { on: CalendarDate; at: Instant; steps: DueStep[] } | null {
  const steps = [...state.claims.values()]
    .map((record) => nextStep(record, state.orders, pace))
    .filter((step) => step !== null)
  const [first, ...others] = steps.map(({ on }) => on)
  if (!first) return null
  const on = others.reduce((earliest, other) => (other < earliest ? other : earliest), first)
  return { on, at: instantAt(on, runsAt, zone), steps: steps.filter((step) => step.on === on) }
}

function isOpen(record: ClaimRecord, act: Deed): boolean {
  if (act.deed !== 'take_back') return !record.answered
  return !record.takenBack && record.paid !== null && record.paid.paid > 0
}
