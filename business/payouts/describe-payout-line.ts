/** What a line of pay is for, by the kind of the posting that made it. */
export function describePayoutLine(postingKind: string): string {
  switch (postingKind) {
    case 'confirmed':
      return 'Session'
    case 'corrected':
      return 'Correction of the session'
    case 'voided':
      return 'The session did not take place'
    case 'payout_returned':
    case 'payout_refused':
      return 'A payout that came back, paid again'
    default:
      return 'Other'
  }
}
