import { type AchBatch, type AchFile, returnedAs, routingCheckDigit, writeAchFile } from '../libraries/ach/index.ts'
import { type BankStatement, directionOf, type StatementLine, writeBai2 } from '../libraries/bai2/index.ts'
import type { CalendarDate } from '../libraries/calendar/index.ts'
import { type Cents, minus, plus, zero } from '../libraries/money/index.ts'
import type { ComingBack, Movement } from './bank-movements.ts'
import type { BankState } from './bank-state.ts'

export type DayFile = { name: string; text: string }

/** The files of one day: its statement, and a return file when entries came back. The same state gives the same bytes. */
export function filesOfDay(state: BankState, on: CalendarDate): DayFile[] {
  const statement = { name: `STMT-${on}.bai`, text: writeBai2(statementOf(state, on)) }
  const returns = returnFileOf(state, on)
  return returns === null ? [statement] : [statement, { name: `RET-${on}.ach`, text: writeAchFile(returns) }]
}

/** The days from one to the other on which something stands on the statement or comes back. */
export function activeDays(state: BankState, from: CalendarDate): CalendarDate[] {
  const days = [...state.movements, ...state.comingBack].map(({ on }) => on).filter((on) => on >= from)
  return [...new Set(days)].toSorted()
}

function statementOf(state: BankState, on: CalendarDate): BankStatement {
  const opening = state.movements.filter((movement) => movement.on < on).reduce(moved, zero)
  const today = state.movements.filter((movement) => movement.on === on)
  const number = on.slice(2).replaceAll('-', '')
  const lines = today.map(
    ({ typeCode, cents, customerReference, text }, index): StatementLine => ({
      typeCode,
      cents,
      bankReference: `${number}${String(index + 1).padStart(4, '0')}`,
      customerReference,
      text,
    }),
  )
  return {
    sender: state.routing,
    receiver: state.account,
    fileId: number,
    createdOn: on,
    createdAt: '2330',
    asOf: on,
    accounts: [
      {
        account: state.account,
        currency: 'USD',
        openingLedger: opening,
        closingLedger: today.reduce(moved, opening),
        lines,
      },
    ],
  }
}

function moved(balance: Cents, { typeCode, cents }: Movement): Cents {
  return directionOf(typeCode) === 'debit' ? minus(balance, cents) : plus(balance, cents)
}

/** What came back on the day, one batch for each of the operator's batches and bank that answers. */
function returnFileOf(state: BankState, on: CalendarDate): AchFile | null {
  const groups = new Map<string, ComingBack[]>()
  const before = state.comingBack.filter((back) => back.on < on).length
  for (const back of state.comingBack.filter((one) => one.on === on)) {
    const key = [
      back.addenda.kind,
      back.entry.receivingRouting,
      back.batch.odfi,
      back.batch.batchNumber,
      back.batch.companyId,
      back.batch.sec,
    ].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), back])
  }
  if (groups.size === 0) return null
  let number = before
  const batches = [...groups.values()].map((group, index) => {
    const batch = returnBatch(group, { on, batchNumber: index + 1, after: number })
    number += group.length
    return batch
  })
  return {
    immediateDestination: state.routing,
    immediateDestinationName: 'OPERATOR',
    immediateOrigin: state.routing,
    immediateOriginName: 'OPERATING BANK',
    createdOn: on,
    createdAt: '2330',
    fileIdModifier: 'A',
    batches,
  }
}

/** Trace numbers are the answering bank's, so they rise with all that ever came back. */
function returnBatch(
  group: ComingBack[],
  { on, batchNumber, after }: { on: CalendarDate; batchNumber: number; after: number },
): AchBatch {
  const [first] = group
  if (first === undefined) throw new RangeError('nothing came back')
  const rdfi = first.entry.receivingRouting.slice(0, 8)
  const { odfi, ...batch } = first.batch
  return {
    ...batch,
    sec: first.addenda.kind === 'change' ? 'COR' : batch.sec,
    effectiveOn: on,
    odfi: rdfi,
    batchNumber,
    entries: group.map(({ entry, addenda }, index) => ({
      ...entry,
      transactionCode: returnedAs(entry.transactionCode),
      receivingRouting: odfi + routingCheckDigit(odfi),
      cents: addenda.kind === 'change' ? zero : entry.cents,
      traceNumber: `${rdfi}${String((after + index + 1) % 10_000_000).padStart(7, '0')}`,
      addenda,
    })),
  }
}
