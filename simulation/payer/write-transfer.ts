import { writeAchFile } from '../../libraries/ach/index.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { PayerConfig } from './payer-config.ts'
import type { Payee } from './received-claim.ts'
import { accountOf, originatorOf } from './write-remittance.ts'

/** 36 marks tell the files of one day apart; a payer that makes more begins again. */
const modifiers = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/**
 * Writes the transfer of one payment: CCD with one addendum that repeats the 835's TRN segment, so that money and
 * advice find each other (CAQH CORE 370, section 3.1; NACHA healthcare EFT standard, entry description HCCLAIMPMT).
 */
export function writeTransfer(
  config: PayerConfig,
  transfer: { payee: Payee; on: CalendarDate; payment: Cents; trace: string; number: number },
): string {
  const { payer } = config
  const odfi = payer.bankAccount.routing.slice(0, 8)
  const { routing, account } = accountOf(config, transfer.payee.taxId)
  return writeAchFile({
    immediateDestination: payer.bankAccount.routing,
    immediateDestinationName: 'PAYER BANK',
    immediateOrigin: originatorOf(config),
    immediateOriginName: payer.name,
    createdOn: transfer.on,
    createdAt: '0600',
    fileIdModifier: modifiers.charAt((transfer.number - 1) % modifiers.length),
    batches: [
      {
        companyName: payer.name,
        companyId: originatorOf(config),
        sec: 'CCD',
        entryDescription: 'HCCLAIMPMT',
        effectiveOn: transfer.on,
        odfi,
        batchNumber: 1,
        entries: [
          {
            transactionCode: 22,
            receivingRouting: routing,
            account,
            cents: transfer.payment,
            individualId: transfer.payee.npi,
            name: transfer.payee.name,
            traceNumber: `${odfi}${String(transfer.number).padStart(7, '0')}`,
            addenda: { kind: 'payment', text: reassociation(config, transfer.trace) },
          },
        ],
      },
    ],
  })
}

/** The TRN segment as it stands in the 835, with its own separators. */
function reassociation(config: PayerConfig, trace: string): string {
  return `TRN*1*${trace}*${originatorOf(config)}~`
}
