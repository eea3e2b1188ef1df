import { decideRemoval, type Removal, type RemovalReason } from '../../../business/joining/decide-removal.ts'
import { payDate } from '../../../business/payouts/pay-date.ts'
import { paySchedules } from '../../../business/payouts/payment-window.ts'
import { scheduleOn } from '../../../business/payouts/schedule-on.ts'
import { settlesOn } from '../../../business/payouts/settles-on.ts'
import type { CalendarDate } from '../../../libraries/calendar/index.ts'

export type Leaving = { confirmedOn: CalendarDate; plans: boolean; hasCase: boolean }

// As the article says; a real removal takes the window of its day.
const returnBankingDays = 5

/** What stands in the way of removing somebody whose last session is confirmed on a day; null before any payday was set. */
export function leavingOf({ confirmedOn, plans, hasCase }: Leaving): (Removal & { paidOn: CalendarDate }) | null {
  const dated = scheduleOn(paySchedules, confirmedOn)
  if (dated === null) return null
  const paidOn = settlesOn(payDate(confirmedOn, dated.schedule))
  const removal = decideRemoval({
    on: confirmedOn,
    planned: plans ? [{ confirmBy: null }] : [],
    toConfirm: [],
    pay: [{ state: 'to_come', settlesOn: paidOn }],
    openCases: hasCase ? 1 : 0,
    returnBankingDays,
  })
  return { ...removal, paidOn }
}

/** Why not yet, of the reasons that the example can show. */
export const leavingWords: Partial<Record<RemovalReason, string>> = {
  sessions_planned: 'A session is still planned: it takes place, or is given to a colleague or cancelled.',
  pay_to_come: 'Their last pay is to come, and could still be sent back for five banking days after it arrives.',
  case_open: 'A claim of theirs is still being followed up.',
}
