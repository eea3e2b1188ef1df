import { addDays, type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { type AnswerLimit, limitDays, limitOf } from './limit-of.ts'

export type FilingStanding = {
  /** The last day on which the payer takes the claim. */
  limitOn: CalendarDate
  /** From this day on somebody of the operator is told; where the wait is known to be too long, at once. */
  alarmOn: CalendarDate
  state: 'quiet' | 'near' | 'too_late_as_it_waits' | 'passed'
  words: string
}

type Held = {
  payerId: string
  serviceOn: CalendarDate
  /** The payer-ready date that it waits for; null while none is known. */
  heldUntil: CalendarDate | null
}

/** How a held claim stands to its payer's filing limit on a day; null where no limit is known for its day of service. */
export function filingStanding(held: Held, limits: readonly AnswerLimit[], today: CalendarDate): FilingStanding | null {
  const { payerId, serviceOn, heldUntil } = held
  const limitOn = limitOf(limits, { name: 'filing', payerId, from: serviceOn })
  if (limitOn === null) return null
  const ahead = limitDays(limits, { name: 'filing_alarm', payerId, from: serviceOn }) ?? 0
  const alarmOn = addDays(limitOn, -ahead)
  const state = stateOf({ heldUntil, limitOn, alarmOn }, today)
  return { limitOn, alarmOn, state, words: wordsFor(state, { heldUntil, limitOn }) }
}

function stateOf(
  { heldUntil, limitOn, alarmOn }: { heldUntil: CalendarDate | null; limitOn: CalendarDate; alarmOn: CalendarDate },
  today: CalendarDate,
): FilingStanding['state'] {
  if (today > limitOn) return 'passed'
  if (heldUntil !== null && heldUntil > limitOn) return 'too_late_as_it_waits'
  return today >= alarmOn ? 'near' : 'quiet'
}

function wordsFor(
  state: FilingStanding['state'],
  { heldUntil, limitOn }: { heldUntil: CalendarDate | null; limitOn: CalendarDate },
): string {
  const limit = dateInWords(limitOn)
  const wait = heldUntil === null ? 'for a day that is not known yet' : `until ${dateInWords(heldUntil)}`
  switch (state) {
    case 'quiet':
      return `The claim waits ${wait}, and the payer takes it until ${limit}.`
    case 'near':
      return `The claim waits ${wait}, and the payer takes it until ${limit} only. After that day it may refuse it as too late, and that is our loss; the practice keeps its pay.`
    case 'too_late_as_it_waits':
      return `The claim waits ${wait}, after ${limit}, the last day on which the payer takes it. If the payer names no earlier day it will refuse the claim as too late, and that is our loss; the practice keeps its pay.`
    case 'passed':
      return `The last day on which the payer takes the claim was ${limit}. It is filed when the payer is ready, with proof of why it waited; if the payer refuses it as too late, that is our loss, and the practice keeps its pay.`
  }
}
