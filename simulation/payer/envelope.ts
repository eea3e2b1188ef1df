import type { EnvelopeInput } from '../../libraries/x12/index.ts'
import type { PayerConfig } from './payer-config.ts'
import type { PayerState } from './payer-state.ts'
import type { Submitter } from './received-claim.ts'

/** The number of the next X12 file: it rises with every file ever planned and so never repeats. */
export function nextInterchange(state: PayerState, ahead = 0): number {
  return state.planned.filter(({ to }) => to === 'clearinghouse').length + 1 + ahead
}

/** An envelope back to the submitter of a claim file. */
export function envelopeTo(
  config: PayerConfig,
  submitter: Submitter,
  { number, on, at }: { number: number; on: string; at: string },
): EnvelopeInput {
  return {
    senderQualifier: 'ZZ',
    senderId: config.payer.id,
    receiverQualifier: submitter.qualifier,
    receiverId: submitter.id,
    createdOn: on,
    createdAt: at,
    usage: submitter.usage,
    interchangeControlNumber: String(number).padStart(9, '0'),
    groupControlNumber: String(number),
  }
}

/** Names order by day, then by number: '835-2026-06-12-000007.edi', with the payer's letters where several share a desk. */
export function answerName(
  { fileLetters }: Pick<PayerConfig, 'fileLetters'>,
  kind: '999' | '277CA' | '835',
  on: string,
  number: number,
): string {
  return `${kind}-${on}-${fileLetters}${String(number).padStart(6, '0')}.edi`
}
