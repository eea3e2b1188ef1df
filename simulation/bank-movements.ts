import {
  type AchBatch,
  type AchEntry,
  type AchFile,
  type Addenda,
  returnCodes,
  transactionMeaning,
} from '../libraries/ach/index.ts'
import { bankingDayAfter, bankingDayOnOrAfter, type CalendarDate, latest } from '../libraries/calendar/index.ts'
import { type Cents, sum } from '../libraries/money/index.ts'
import type { BankUser } from './bank-config.ts'

/** One line on the operator's statement, on the day it settles. */
export type Movement = {
  on: CalendarDate
  typeCode: keyof typeof statementCodes
  cents: Cents
  customerReference: string
  text: string
}

/** An entry of the operator that comes back, returned or with a correction, on a later banking day. */
export type ComingBack = {
  on: CalendarDate
  batch: Omit<AchBatch, 'entries'>
  entry: AchEntry
  addenda: Exclude<Addenda, { kind: 'payment' }>
}

/** What this bank's type codes mean (BAI "Cash Management Balance Reporting Specifications, Version 2", Appendix A). */
export const statementCodes = {
  '142': 'ACH credit received: a payout of the card processor',
  '165': 'preauthorized ACH credit: a payer’s transfer, with its TRN',
  '166': 'ACH settlement, credit: a batch of debits that the operator originated',
  '195': 'incoming money transfer: the operator’s own money',
  '257': 'individual ACH return item, credit: an entry that the operator sent came back',
  '451': 'ACH debit received: refunds that the card processor collects',
  '466': 'ACH settlement, debit: a batch of credits that the operator originated',
  '557': 'individual ACH return item, debit: a debit that the operator sent came back',
} as const

type Taken = {
  user: BankUser
  name: string
  file: AchFile
  firstOpenDay: CalendarDate
  /** Return codes ordered by account number. */
  ordered: ReadonlyMap<string, string>
}
type Effects = { movements: Movement[]; comingBack: ComingBack[] }

/** What a file does to the operator's account: what settles when, and what comes back two banking days after that. */
export function effectsOf(taken: Taken, operator: { routing: string; account: string }): Effects {
  const perBatch = taken.file.batches.map((batch) => {
    const on = settlesOn(taken, batch)
    if (taken.user === 'operator') return originated(taken, batch, on)
    const ours = batch.entries.filter(
      (entry) => entry.receivingRouting === operator.routing && entry.account === operator.account,
    )
    return {
      movements: ours.filter(({ cents }) => cents > 0).map((entry) => received(taken.user, batch, entry, on)),
      comingBack: [],
    }
  })
  return {
    movements: perBatch.flatMap(({ movements }) => movements),
    comingBack: perBatch.flatMap(({ comingBack }) => comingBack),
  }
}

/** Card money posts on any calendar day, all other on banking days; never on a day whose statement is out. */
function settlesOn({ user, firstOpenDay }: Taken, batch: AchBatch): CalendarDate {
  const on = latest(batch.effectiveOn, firstOpenDay)
  return user === 'cards' ? on : bankingDayOnOrAfter(on)
}

function originated({ name, file, ordered }: Taken, batch: AchBatch, on: CalendarDate): Effects {
  const settlement = (direction: 'credit' | 'debit'): Movement[] => {
    const entries = batch.entries.filter(
      ({ transactionCode }) => transactionMeaning(transactionCode).direction === direction,
    )
    const total = sum(entries.map(({ cents }) => cents))
    if (total === 0) return []
    return [
      {
        on,
        typeCode: direction === 'credit' ? '466' : '166',
        cents: total,
        customerReference: batchReference(file, batch),
        text: `FILE=${name} BATCH=${batch.batchNumber} DESC=${batch.entryDescription} ENTRIES=${entries.length}`,
      },
    ]
  }
  const backOn = bankingDayAfter(bankingDayAfter(on))
  const { entries, ...header } = batch
  const comingBack = entries.flatMap((entry): ComingBack[] => {
    const addenda = answerOf(entry, ordered)
    return addenda === null ? [] : [{ on: backOn, batch: header, entry, addenda }]
  })
  const returned = comingBack.flatMap(({ entry, addenda }): Movement[] => {
    if (addenda.kind !== 'return' || entry.cents === 0) return []
    const typeCode = transactionMeaning(entry.transactionCode).direction === 'credit' ? '257' : '557'
    const text = `${addenda.code} FILE=${name} BATCH=${batch.batchNumber} DESC=${batch.entryDescription} ID=${entry.individualId}`
    return [{ on: backOn, typeCode, cents: entry.cents, customerReference: entry.traceNumber, text }]
  })
  return { movements: [...settlement('credit'), ...settlement('debit'), ...returned], comingBack }
}

/** The day the file was made, its modifier and the batch's number: "260429A-0000001". */
function batchReference(file: AchFile, batch: AchBatch): string {
  const made = file.createdOn.slice(2).replaceAll('-', '')
  return `${made}${file.fileIdModifier}-${String(batch.batchNumber).padStart(7, '0')}`
}

function received(user: BankUser, batch: AchBatch, entry: AchEntry, on: CalendarDate): Movement {
  const isCredit = transactionMeaning(entry.transactionCode).direction === 'credit'
  const told = entry.addenda?.kind === 'payment' ? entry.addenda.text : ''
  const trace = /^TRN\*1\*([^*~,/]+)/.exec(told)?.[1]
  return {
    on,
    typeCode: isCredit ? (user === 'cards' ? '142' : '165') : '451',
    cents: entry.cents,
    customerReference: withoutMarks(trace ?? (entry.individualId || entry.traceNumber)),
    text: `${withoutMarks(batch.companyName)} ${batch.entryDescription} ${told || entry.individualId}`.trim(),
  }
}

function withoutMarks(text: string): string {
  return text.replace(/[,/]/g, ' ').trim()
}

/**
 * How the receiving bank answers, by order or chosen by the account number: 9002… comes back as R02 and so on for every
 * return code; 9801… is paid, with the notice that the right number begins with 1001, and by order of C01 that its last two
 * digits stand the other way round.
 */
function answerOf(entry: AchEntry, ordered: ReadonlyMap<string, string>): ComingBack['addenda'] | null {
  const common = { originalTrace: entry.traceNumber, originalRdfi: entry.receivingRouting.slice(0, 8) }
  const digits = /^90(\d\d)/.exec(entry.account)?.[1]
  const wanted = ordered.get(entry.account) ?? (digits === undefined ? undefined : `R${digits}`)
  if (wanted === 'C01') {
    const corrected = `${entry.account.slice(0, -2)}${entry.account.slice(-1)}${entry.account.slice(-2, -1)}`
    return { kind: 'change', code: 'C01', ...common, corrected }
  }
  if (wanted !== undefined) {
    const code = returnCodes.find((reason) => reason.code === wanted)?.code ?? 'R03'
    return { kind: 'return', code, ...common, information: '' }
  }
  if (entry.account.startsWith('9801'))
    return { kind: 'change', code: 'C01', ...common, corrected: `1001${entry.account.slice(4)}` }
  return null
}
