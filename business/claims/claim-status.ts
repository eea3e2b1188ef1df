/** What happened to a claim, in the order in which we learned it. */
export type ClaimEventKind =
  | 'sent'
  | 'file_accepted'
  | 'file_rejected'
  | 'received'
  | 'accepted'
  | 'rejected'
  | 'paid'
  | 'underpaid'
  | 'denied'
  | 'reversed'
  | 'forwarded'
  | 'absorbed'
  | 'corrected'

export const claimStatuses = [
  'held',
  'ready',
  'sent',
  'file_rejected',
  'received',
  'accepted',
  'rejected',
  'paid',
  'underpaid',
  'denied',
  'reversed',
  'absorbed',
] as const

export type ClaimStatus = (typeof claimStatuses)[number]

// Later answers decide; among acknowledgements the one furthest on the way does, whatever the order of arrival.
const furtherOn: readonly ClaimEventKind[] = ['sent', 'file_accepted', 'received', 'accepted', 'forwarded']

/** The status of a claim, derived from what happened to it; nothing stores it. A corrected one begins anew. */
export function claimStatus(
  claim: { held: boolean; released: boolean },
  everything: readonly { kind: ClaimEventKind }[],
): ClaimStatus {
  const corrected = everything.findLastIndex(({ kind }) => kind === 'corrected')
  if (corrected >= 0) return statusOf({ held: false, released: true }, everything.slice(corrected + 1))
  return statusOf(claim, everything)
}

function statusOf(
  claim: { held: boolean; released: boolean },
  events: readonly { kind: ClaimEventKind }[],
): ClaimStatus {
  const answers = events.filter(({ kind }) => !furtherOn.includes(kind))
  const last = answers.at(-1)?.kind
  switch (last) {
    case 'paid':
    case 'underpaid':
    case 'denied':
    case 'reversed':
    case 'absorbed':
    case 'rejected':
    case 'file_rejected':
      return last
    default:
      return beforeAnswer(claim, events)
  }
}

function beforeAnswer(
  claim: { held: boolean; released: boolean },
  events: readonly { kind: ClaimEventKind }[],
): ClaimStatus {
  const has = (kind: ClaimEventKind) => events.some((event) => event.kind === kind)
  if (has('accepted') || has('forwarded')) return 'accepted'
  if (has('received')) return 'received'
  if (has('sent') || has('file_accepted')) return 'sent'
  return claim.held && !claim.released ? 'held' : 'ready'
}
