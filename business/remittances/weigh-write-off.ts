import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'

export type WriteOffRefusal = { because: 'not_sent_yet' | 'payer_still_decides' | 'nothing_left'; words: string }

/**
 * Whether a person may take upon the operator, before its deadline, what a payer has not paid of a claim: once the payer
 * has decided, refused to look, or let the day pass on which its answer was due. Null: they may.
 */
export function weighWriteOff({
  status,
  answerDueOn,
  today,
}: {
  status: ClaimStatus
  answerDueOn: CalendarDate | null
  today: CalendarDate
}): WriteOffRefusal | null {
  switch (status) {
    case 'denied':
    case 'reversed':
    case 'underpaid':
    case 'rejected':
    case 'file_rejected':
      return null
    case 'sent':
    case 'received':
    case 'accepted':
      if (answerDueOn !== null && today > answerDueOn) return null
      return { because: 'payer_still_decides', words: 'The payer has it, and its time to answer is not over.' }
    case 'held':
    case 'ready':
      return { because: 'not_sent_yet', words: 'It has not gone out yet: there is nothing to give up.' }
    case 'paid':
    case 'absorbed':
      return { because: 'nothing_left', words: 'Nothing of it is open.' }
  }
}
