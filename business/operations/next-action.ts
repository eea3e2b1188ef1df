import type { ClaimStatus } from '../claims/claim-status.ts'

const byDenial: readonly (readonly [codes: readonly string[], action: string])[] = [
  [['29'], 'Send proof of filing'],
  [['16', '31', '4', '5', '11'], 'Correct and resend'],
  [['26', '27', '200'], 'Dispute with our check'],
  [['22', '23'], 'Ask who pays first'],
  [['18'], 'Compare both'],
  [['15', '197', '198'], 'Ask for the authorization'],
  [['B7', '185', '170', '208', '299'], 'Ask for the earlier date'],
  [['226', '252'], 'Send what they ask for'],
  [['24', '109', '300', '301'], 'Send to the right payer'],
]

/** What somebody does next about a claim, from how it stands and why (CARC); null where only time helps. */
export function nextAction(status: ClaimStatus, codes: readonly string[]): string | null {
  switch (status) {
    case 'rejected':
    case 'file_rejected':
      return 'Correct and resend'
    case 'denied': {
      const reasons = codes.map((code) => code.split(' ')[1] ?? code)
      return byDenial.find(([some]) => some.some((code) => reasons.includes(code)))?.[1] ?? 'Start an appeal'
    }
    case 'reversed':
      return 'Ask why it was taken back'
    case 'underpaid':
      return 'Dispute the amount'
    case 'sent':
    case 'received':
    case 'accepted':
      return 'Ask the payer'
    case 'held':
    case 'ready':
    case 'paid':
    case 'absorbed':
      return null
  }
}
