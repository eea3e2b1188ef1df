import { type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { Paper } from '../../libraries/paper/index.ts'
import type { QuoteLine } from './quote-rates.ts'

type Known = {
  practiceName: string
  name: string
  licence: string
  validOn: CalendarDate
  consultant: string
  lines: readonly QuoteLine[]
}

/** A quote as a paper: what was said of each service, on which day, and by whom. */
export function describeQuote({ practiceName, name, licence, validOn, consultant, lines }: Known): Paper {
  return {
    title: `Rates for ${practiceName}`,
    language: 'en',
    writtenOn: validOn,
    parts: [
      {
        kind: 'facts',
        rows: [
          { name: 'For', value: name },
          { name: 'License', value: licence },
          { name: 'As the contracts stand on', value: dateInWords(validOn) },
          { name: 'Told by', value: consultant },
        ],
      },
      { kind: 'heading', text: 'What you are paid for a session' },
      {
        kind: 'table',
        columns: [
          { name: 'Plan', align: 'left' },
          { name: 'State', align: 'left' },
          { name: 'Service', align: 'left' },
          { name: 'Until', align: 'left' },
          { name: 'Your pay', align: 'right' },
        ],
        rows: lines.map((line) => [
          line.planName,
          line.state,
          [line.code, ...line.modifiers].join(' '),
          line.until === null ? '' : dateInWords(line.until),
          formatCents(line.cents),
        ]),
      },
      {
        kind: 'note',
        text: 'Your rate is set first, and it is paid on its payday whether or when the insurer pays. Joining and staying cost nothing. A rate that changes is told to you before its day.',
      },
    ],
  }
}
