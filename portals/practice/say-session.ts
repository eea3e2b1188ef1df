import { settlesOn } from '../../business/payouts/settles-on.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Modality, SessionPage, SessionRow } from '../contract.ts'
import { sayDayFrom } from '../design/say-day.ts'

/** What a payer did that leaves money missing, as the end of "Cedar Mutual …"; null when it did none of it. */
export function sayMissedPay({ claimStatus }: Pick<SessionPage, 'claimStatus'>): string | null {
  switch (claimStatus) {
    case 'denied':
      return 'denied the claim'
    case 'reversed':
      return 'took its money back'
    case 'underpaid':
      return 'paid less than agreed'
    default:
      return null
  }
}

export function sayPlaceOf(modality: Modality): string {
  return modality === 'telehealth' ? 'Virtual' : 'In person'
}

/** What happens next with a session, in words. */
export function saySessionState(session: SessionRow, today: CalendarDate): string {
  const arrives = session.payOn ? settlesOn(session.payOn) : null
  switch (session.state) {
    case 'upcoming':
      return 'Planned. You confirm it once it has taken place.'
    case 'to_confirm':
      return 'Waits for you to confirm it.'
    case 'confirmed':
    case 'locked':
      if (arrives === null) return 'Confirmed.'
      return arrives > today
        ? `You will be paid on ${sayDayFrom(today, arrives)}.`
        : `Paid on ${sayDayFrom(today, arrives)}.`
    case 'lapsed':
      return 'Not confirmed within its 30 days, so it cannot be billed any more.'
    case 'cancelled':
      return session.cancellation?.initiator === 'client' ? 'Cancelled by the client.' : 'Cancelled by your practice.'
    case 'no_show':
      return 'The client did not come.'
    case 'voided':
      return 'Voided: it did not take place, and nothing is billed or paid.'
  }
}
