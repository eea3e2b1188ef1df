import {
  addDays,
  bankingDayOnOrAfter,
  type CalendarDate,
  type Instant,
  instantAt,
  latest,
} from '../../libraries/calendar/index.ts'
import { behaviourOf, type Deed, type Orders, stepsOf } from './behaviours.ts'
import type { ClaimRecord, PayerState } from './payer-state.ts'

export type DueStep = { payerClaimNumber: string; on: CalendarDate; act: Deed }

const zone = 'America/New_York'
/** The payer's remittance run begins at this time of its day. */
const runsAt = '06:00'

/** What the payer will do next about one claim, and on which banking day; null when nothing is left to do. */
export function nextStep(record: ClaimRecord, orders: Orders): DueStep | null {
  const { claim } = record
  const { behaviour, since } = behaviourOf(orders, claim)
  const step = stepsOf[behaviour].find(({ act }) => isOpen(record, act))
  if (!step) return null
  const planned = addDays(claim.receivedOn, step.day)
  // An order is given while a day is under way: its run is over, the next one is the first that can follow it.
  const on = bankingDayOnOrAfter(since === null ? planned : latest(planned, addDays(since, 1)))
  return { payerClaimNumber: claim.payerClaimNumber, on, act: step.act }
}

/** All steps due on the earliest day on which anything is due. */
export function earliestSteps(state: PayerState): { on: CalendarDate; at: Instant; steps: DueStep[] } | null {
  const steps = [...state.claims.values()]
    .map((record) => nextStep(record, state.orders))
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
