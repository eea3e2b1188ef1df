import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAchFile } from '../../libraries/ach/index.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { a835, originator } from '../made-up-files.ts'
import { openSftpPartner } from '../outside/sftp-partner.ts'
import type { SftpSettings } from '../settings.ts'
import { entity, operatorAccount, payer } from '../story-network.ts'

type Stray = { to: 'elsewhere' | 'nobody'; on: CalendarDate }

const payerBank = '091000019'
const traces = { elsewhere: 'CM26040601', nobody: 'CM26040602' } as const
const paidCents = 8500

/**
 * A payer's mistake, in the files that it sends as any payer does: it pays somebody who is none of ours, whose money we
 * never see, or us for a claim under a number that nobody knows, with its transfer.
 */
export async function sendStrayPayment(outsideFolder: string, { to, on }: Stray): Promise<void> {
  const { clearinghouse, bank } = doorsOf(outsideFolder)
  const trace = traces[to]
  const answers = [{ number: 'CM-4471-LEGACY', charge: paidCents, paid: paidCents }]
  const payee = to === 'elsewhere' ? { payee: { qualifier: 'XX', id: '1234567893' } } : {}
  const interchange = to === 'elsewhere' ? 990_001 : 990_002
  const advice = a835({ trace, on, answers, interchange, ...payee })
  await bring(clearinghouse, `CEDARM-835-${trace}.edi`, advice)
  if (to === 'nobody') await bring(bank, `CEDARM-ACH-${trace}.ach`, transferOf(trace, on))
}

async function bring(door: SftpSettings, name: string, text: string): Promise<void> {
  const partner = openSftpPartner({ ...door, partner: 'payer' })
  try {
    await partner.put('in', name, new TextEncoder().encode(text))
  } finally {
    await partner.close()
  }
}

/** The doors at which the simulated payers bring their files. */
function doorsOf(outsideFolder: string): { clearinghouse: SftpSettings; bank: SftpSettings } {
  return JSON.parse(readFileSync(join(outsideFolder, 'payer.json'), 'utf8')).payers[0]
}

function transferOf(trace: string, on: CalendarDate): string {
  const odfi = payerBank.slice(0, 8)
  return writeAchFile({
    immediateDestination: payerBank,
    immediateDestinationName: 'PAYER BANK',
    immediateOrigin: originator,
    immediateOriginName: payer.name.toUpperCase(),
    createdOn: on,
    createdAt: '0600',
    fileIdModifier: 'Z',
    batches: [
      {
        companyName: payer.name.toUpperCase(),
        companyId: originator,
        sec: 'CCD',
        entryDescription: 'HCCLAIMPMT',
        effectiveOn: on,
        odfi,
        batchNumber: 1,
        entries: [
          {
            transactionCode: 22,
            receivingRouting: operatorAccount.routing,
            account: operatorAccount.account,
            cents: cents(paidCents),
            individualId: entity.npi,
            name: entity.legalName,
            traceNumber: `${odfi}9900001`,
            addenda: { kind: 'payment', text: `TRN*1*${trace}*${originator}~` },
          },
        ],
      },
    ],
  })
}
