/** What a line of pay is for, by the kind of the posting that made it. */
export function describePayoutLine(postingKind: string): string {
  switch (postingKind) {
    case 'confirmed':
      return 'Session'
    case 'corrected':
      return 'Correction of the session'
    case 'voided':
      return 'The session did not take place'
    case 'client_paid':
      return 'Cancellation fee, paid by the client'
    case 'fee_charged_back':
      return 'Cancellation fee, taken back by the client’s bank'
    case 'fee_forgiven':
      return 'Cancellation fee, forgiven after it was paid'
    case 'payout_returned':
    case 'payout_refused':
      return 'A payout that came back, paid again'
    default:
      return 'Other'
  }
}
