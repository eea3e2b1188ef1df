import type { ClaimStatus } from './claim-status.ts'

export type Resubmission =
  | { outcome: 'may_go'; frequency: '1'; originalReference: null }
  | { outcome: 'may_go'; frequency: '7'; originalReference: string }
  | { outcome: 'must_not'; because: ResubmissionRefusal; words: string }

export type ResubmissionRefusal = 'not_sent_yet' | 'payer_decides' | 'paid_as_agreed' | 'payer_number_missing'

/**
 * How a claim goes out again. One that was refused before anybody decided it (999, 277CA) was never accepted: it is an
 * original again. One that the payer has decided is replaced (CLM05-3 of 7) under the payer's own number of it (REF F8,
 * 005010X222A1 section 2300). Where the payer still decides, a second one would only be a duplicate.
 */
export function decideResubmission(status: ClaimStatus, payerNumber: string | null): Resubmission {
  switch (status) {
    case 'rejected':
    case 'file_rejected':
      return { outcome: 'may_go', frequency: '1', originalReference: null }
    case 'denied':
    case 'underpaid':
    case 'reversed':
    case 'absorbed':
      if (payerNumber === null || payerNumber === '') {
        const words =
          'A replacement names the payer’s own number of the claim, and no answer of theirs has told it. Enter it.'
        return { outcome: 'must_not', because: 'payer_number_missing', words }
      }
      return { outcome: 'may_go', frequency: '7', originalReference: payerNumber }
    case 'held':
    case 'ready':
      return {
        outcome: 'must_not',
        because: 'not_sent_yet',
        words: 'It has not gone out yet: there is nothing to send again.',
      }
    case 'sent':
    case 'received':
    case 'accepted':
      return {
        outcome: 'must_not',
        because: 'payer_decides',
        words:
          'The payer has it and has not decided: a second one would be refused as a duplicate. Ask the payer instead.',
      }
    case 'paid':
      return { outcome: 'must_not', because: 'paid_as_agreed', words: 'It was paid as the contract says.' }
  }
}
