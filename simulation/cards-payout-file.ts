import { writeAchFile } from '../libraries/ach/index.ts'
import type { CardsConfig } from './cards-config.ts'
import type { Payout } from './cards-state.ts'

/** A payout as the bank takes it: captures credit the operator's account, refunds debit it. The id is its reference. */
export function payoutFile(config: CardsConfig, { id, number, on, cents }: Payout): string {
  const collects = id.startsWith('RF')
  const odfi = config.processorRouting.slice(0, 8)
  return writeAchFile({
    immediateDestination: config.processorRouting,
    immediateDestinationName: 'PROCESSOR BANK',
    immediateOrigin: config.processorRouting,
    immediateOriginName: config.processorName,
    createdOn: on,
    createdAt: '2200',
    fileIdModifier: collects ? 'B' : 'A',
    batches: [
      {
        companyName: config.processorName,
        companyId: `9${config.processorRouting}`,
        sec: 'CCD',
        entryDescription: collects ? 'REFUNDS' : 'CARDPAYOUT',
        effectiveOn: on,
        odfi,
        batchNumber: 1,
        entries: [
          {
            transactionCode: collects ? 27 : 22,
            receivingRouting: config.operatorRouting,
            account: config.operatorAccount,
            cents,
            individualId: id,
            name: 'MERCHANT',
            traceNumber: `${odfi}${String(number % 10_000_000).padStart(7, '0')}`,
            addenda: null,
          },
        ],
      },
    ],
  })
}
