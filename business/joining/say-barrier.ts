import type { Barrier } from './decide-removal.ts'

/** Why a provider cannot be removed yet, in a sentence. */
export function sayBarrier({ reason, count }: Barrier): string {
  const one = count === 1
  switch (reason) {
    case 'sessions_planned':
      return `${one ? 'A session is' : `${count} sessions are`} still planned: cancel or hand over what will not take place.`
    case 'sessions_to_confirm':
      return `${one ? 'A session' : `${count} sessions`} can still be confirmed.`
    case 'pay_to_come':
      return `${one ? 'A line' : `${count} lines`} of pay ${one ? 'waits' : 'wait'} for the payday.`
    case 'payout_on_its_way':
      return `${one ? 'A line' : `${count} lines`} of pay ${one ? 'is' : 'are'} on the way to the bank.`
    case 'payout_can_return':
      return 'The last payout has arrived, and the bank could still send it back.'
    case 'payout_returned':
      return 'The bank sent a payout back, and it has not been paid again.'
    case 'case_open':
      return `${one ? 'A case' : `${count} cases`} of theirs ${one ? 'is' : 'are'} open: a claim is followed up, or a review waits.`
  }
}
