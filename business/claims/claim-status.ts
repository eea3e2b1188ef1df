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

/**
 * The status of a claim, derived from what happened to it; nothing stores it. A corrected one begins anew. A payer takes
 * money back by a reversal and, beside it, the claim decided anew for nothing (005010X221A1 section 1.10.2.8): that is
 * one deed, and it is called by what it did to the money.
 */
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
  const last = isTakenBack(answers) ? 'reversed' : answers.at(-1)?.kind
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

/** Whether the last of these answers is only the other half of a reversal. */
export function isTakenBack(answers: readonly { kind: ClaimEventKind }[]): boolean {
  return answers.at(-1)?.kind === 'denied' && answers.at(-2)?.kind === 'reversed'
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
