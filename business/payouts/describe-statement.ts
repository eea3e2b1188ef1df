import { type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, sum } from '../../libraries/money/index.ts'
import type { Paper, Table } from '../../libraries/paper/index.ts'
import type { PayoutState } from './pay-standing.ts'

/** One transaction of a payout; what is not known of it (a payout paid again has no session) is null. */
export type StatementLine = {
  serviceOn: CalendarDate | null
  clientName: string | null
  clinicianName: string | null
  planName: string | null
  state: string | null
  codes: readonly string[]
  words: string
  cents: Cents
}

export type Statement = {
  practiceName: string
  /** Whose lines these are when they are not the whole payout. */
  onlyOf: string | null
  writtenOn: CalendarDate
  settlesOn: CalendarDate
  payoutState: PayoutState
  accountEnds: string | null
  /** How the bank names the entry. */
  trace: string
  lines: readonly StatementLine[]
}

const columns: Table['columns'] = [
  { name: 'Date of service', align: 'left' },
  { name: 'Client', align: 'left' },
  { name: 'Clinician', align: 'left' },
  { name: 'Plan', align: 'left' },
  { name: 'State', align: 'left' },
  { name: 'Service', align: 'left' },
  { name: 'What', align: 'left' },
  { name: 'Amount', align: 'right' },
]

/** The statement of a payout as a document: one row for each transaction, and the sum is what the bank was told. */
export function describeStatement(statement: Statement): Paper {
  const { practiceName, onlyOf, settlesOn, lines, accountEnds, trace } = statement
  const total = formatCents(sum(lines.map(({ cents }) => cents)))
  const table = tableOf(lines, (line) => (line.serviceOn === null ? '' : dateInWords(line.serviceOn)), formatCents)
  return {
    title: `Payout of ${dateInWords(settlesOn)}`,
    language: 'en',
    writtenOn: statement.writtenOn,
    parts: [
      {
        kind: 'facts',
        rows: [
          { name: 'Paid to', value: practiceName },
          ...(onlyOf === null ? [] : [{ name: 'Sessions of', value: onlyOf }]),
          { name: onlyOf === null ? 'Amount' : 'Their part', value: total },
          { name: 'Stands', value: saySo(statement) },
          ...(accountEnds === null ? [] : [{ name: 'Account ending in', value: accountEnds }]),
          { name: 'Trace number', value: trace },
        ],
      },
      { kind: 'heading', text: 'What it pays' },
      { kind: 'table', ...table, totals: ['Total', '', '', '', '', '', '', total] },
      {
        kind: 'note',
        text: 'What was confirmed is paid on its payday. Whatever an insurer decides later changes nothing on this statement.',
      },
    ],
  }
}

/** The same rows for a spreadsheet: plain days and amounts, one row for each transaction. */
export function tableOfStatement({ lines }: Pick<Statement, 'lines'>): Table {
  return tableOf(lines, ({ serviceOn }) => serviceOn ?? '', plain)
}

/** "1180.00", "-5.00": what a spreadsheet adds up. */
function plain(amount: Cents): string {
  return formatCents(amount).replace(/[$,]/g, '').replace('−', '-')
}

function tableOf(
  lines: readonly StatementLine[],
  day: (line: StatementLine) => string,
  amount: (cents: Cents) => string,
): Table {
  const rows = lines.map((line) => [
    day(line),
    line.clientName ?? '',
    line.clinicianName ?? '',
    line.planName ?? '',
    line.state ?? '',
    line.codes.join(' '),
    line.words,
    amount(line.cents),
  ])
  return { columns, rows }
}

function saySo({ payoutState, settlesOn }: Statement): string {
  switch (payoutState) {
    case 'settled':
      return `Arrived on ${dateInWords(settlesOn)}`
    case 'sent':
      return `On its way, arrives on ${dateInWords(settlesOn)}`
    case 'returned':
      return 'Sent back by the bank; paid again with a later payout'
  }
}
