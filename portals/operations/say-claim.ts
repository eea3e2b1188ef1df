import type { ClaimStatus } from '../../business/claims/claim-status.ts'
import type { WorkDone } from '../../business/operations/claim-page.ts'

/** How a claim stands, in a word, and whether that is money that has come. */
export const claimStatusWords: Record<ClaimStatus, { name: string; isPaid: boolean }> = {
  held: { name: 'Held', isPaid: false },
  ready: { name: 'Goes out next', isPaid: false },
  sent: { name: 'Sent', isPaid: false },
  file_rejected: { name: 'File not readable', isPaid: false },
  received: { name: 'Received', isPaid: false },
  accepted: { name: 'Accepted', isPaid: false },
  rejected: { name: 'Rejected', isPaid: false },
  paid: { name: 'Paid', isPaid: true },
  underpaid: { name: 'Underpaid', isPaid: false },
  denied: { name: 'Denied', isPaid: false },
  reversed: { name: 'Taken back', isPaid: false },
  absorbed: { name: 'Our loss', isPaid: false },
}

const eventNames: Record<string, string> = {
  sent: 'Sent',
  file_accepted: 'File read',
  file_rejected: 'File not read',
  received: 'Received',
  accepted: 'Accepted',
  rejected: 'Rejected',
  paid: 'Paid',
  underpaid: 'Paid less than agreed',
  denied: 'Denied',
  reversed: 'Taken back',
  forwarded: 'Handed on',
  absorbed: 'Our loss',
  corrected: 'Sent again',
}

export function sayEvent(kind: string): string {
  return eventNames[kind] ?? kind
}

export function sayWork({ deed, owner }: WorkDone): string {
  switch (deed) {
    case 'taken':
      return owner === null ? 'Taken' : `${owner} has it`
    case 'handed_back':
      return 'Handed back'
    case 'noted':
      return 'Noted'
    case 'waits':
      return 'Waits'
    case 'appealed':
      return 'Appealed'
    case 'resolved':
      return 'Resolved'
  }
}
