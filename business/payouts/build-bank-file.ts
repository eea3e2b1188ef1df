import type { AchBatch, AchFile, TransactionCode } from '../../libraries/ach/index.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, sum } from '../../libraries/money/index.ts'
import type { OperatorAccount } from './bank-account-store.ts'
import type { BankBatch } from './bank-file-store.ts'
import type { BankAccount } from './payout-hold.ts'

/** One payout as an entry of the bank file. */
export type Payee = {
  payoutId: string
  account: BankAccount
  cents: Cents
  settlesOn: CalendarDate
  /** The last seven digits of the trace number. */
  sequence: number
}

const modifiers = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** The modifier that tells the files of one day apart; the bank takes at most 36 a day. */
export function fileModifier(number: number): string {
  const modifier = modifiers[number - 1]
  if (modifier === undefined) throw new RangeError(`the bank takes at most ${modifiers.length} files a day`)
  return modifier
}

/** The day's file and its batches: businesses as CCD, persons as PPD, one batch for each settlement day. */
export function buildBankFile(
  payees: readonly Payee[],
  operator: OperatorAccount,
  made: { on: CalendarDate; at: string; modifier: string },
): { file: AchFile; batches: (BankBatch & { payoutIds: string[] })[] } {
  const groups = Map.groupBy(payees, ({ account, settlesOn }) => `${account.holder} ${settlesOn}`)
  const built = [...groups.values()].map((group, index) => buildBatch(group, operator, index + 1))
  const file: AchFile = {
    immediateDestination: operator.routing,
    immediateDestinationName: operator.bankName,
    immediateOrigin: operator.companyId,
    immediateOriginName: operator.companyName,
    createdOn: made.on,
    createdAt: made.at.replace(':', ''),
    fileIdModifier: made.modifier,
    batches: built,
  }
  const batches = [...groups.values()].map((group, index) => ({
    reference: batchReference(made, index + 1),
    entryCount: group.length,
    total: sum(group.map(({ cents }) => cents)),
    payoutIds: group.map(({ payoutId }) => payoutId),
  }))
  return { file, batches }
}

/** How the bank names a batch on its statement: day, file modifier, batch number. */
export function batchReference({ on, modifier }: { on: CalendarDate; modifier: string }, batchNumber: number): string {
  return `${on.slice(2).replaceAll('-', '')}${modifier}-${String(batchNumber).padStart(7, '0')}`
}

export function traceNumber(operator: OperatorAccount, sequence: number): string {
  return `${operator.odfi}${String(sequence).padStart(7, '0')}`
}

function buildBatch(group: readonly Payee[], operator: OperatorAccount, batchNumber: number): AchBatch {
  const [first] = group
  if (first === undefined) throw new RangeError('a batch without an entry')
  return {
    companyName: operator.companyName,
    companyId: operator.companyId,
    sec: first.account.holder === 'business' ? 'CCD' : 'PPD',
    entryDescription: 'PAYOUT',
    effectiveOn: first.settlesOn,
    odfi: operator.odfi,
    batchNumber,
    entries: group.map(({ payoutId, account, cents, sequence }) => ({
      transactionCode: codeOf(account),
      receivingRouting: account.routing,
      account: account.account,
      cents,
      individualId: payoutId.replaceAll('-', '').slice(-15).toUpperCase(),
      name: account.holderName,
      traceNumber: traceNumber(operator, sequence),
      addenda: null,
    })),
  }
}

// 22 credits a checking account, 32 a savings account.
function codeOf({ kind }: BankAccount): TransactionCode {
  return kind === 'checking' ? 22 : 32
}
