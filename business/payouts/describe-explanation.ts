import { dateInWords, isCalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import type { Paper, Part, Table } from '../../libraries/paper/index.ts'
import type { Decision, ExplainedPosting, Explanation } from './explain-session.ts'

/** An explanation as a document: its page, its PDF and its text all come from this. */
export function describeExplanation(explanation: Explanation): Paper {
  return {
    title: 'A session explained',
    language: 'en',
    writtenOn: explanation.writtenOn,
    parts: [
      {
        kind: 'note',
        text: 'This says of every cent of one session where it is and why, as the books stand. Notes and diagnoses do not stand here.',
      },
      { kind: 'facts', rows: explanation.session.map(({ name, value }) => ({ name, value: inWords(value) })) },
      ...decisionParts(explanation.decision),
      ...moneyParts(explanation),
      ...paymentParts(explanation),
      ...postingParts(explanation),
      ...payoutParts(explanation),
      ...fileParts(explanation),
      ...expectedParts(explanation),
    ],
  }
}

function decisionParts(decision: Decision | null): Part[] {
  const heading: Part = { kind: 'heading', text: 'Why it was billable' }
  if (decision === null)
    return [
      { ...heading, text: 'Whether it may be billed' },
      { kind: 'text', text: 'This is decided when the session is confirmed.' },
    ]
  const { billing, facts, today, version } = decision
  return [
    heading,
    { kind: 'text', text: billing.words },
    { kind: 'text', text: today.words },
    { kind: 'facts', rows: facts.map(({ name, value }) => ({ name, value: inWords(value) })) },
    table(
      ['What was asked', 'What was found', 'On whose word'],
      billing.trace.map(({ asked, found, source }) => [asked, found, source]),
    ),
    ...(version > 1
      ? [{ kind: 'text' as const, text: `This is the confirmation as corrected, version ${version}.` }]
      : []),
  ]
}

function moneyParts({ money, postings }: Explanation): Part[] {
  if (postings.length === 0) return []
  return [
    { kind: 'heading', text: 'Where the money is' },
    {
      kind: 'facts',
      rows: [
        { name: 'Paid by the insurer', value: formatCents(money.payerPaidCents) },
        { name: 'Paid by the client', value: formatCents(money.clientPaidCents) },
        { name: 'Still owed', value: formatCents(money.owedCents) },
        { name: 'Arrived at the practice', value: formatCents(money.paidToYouCents) },
        money.operatorKeptCents < 0
          ? { name: 'Added by the operator', value: formatCents(-money.operatorKeptCents as Cents) }
          : { name: 'Kept by the operator', value: formatCents(money.operatorKeptCents) },
        { name: 'Absorbed by the operator', value: formatCents(money.absorbedCents) },
      ],
    },
  ]
}

function paymentParts({ payments }: Explanation): Part[] {
  if (payments.length === 0) return []
  return [
    { kind: 'heading', text: 'Who paid whom, and when' },
    table(
      ['Day', 'From', 'To', '>Amount'],
      payments.map(({ on, from, to, cents }) => [dateInWords(on), from, to, formatCents(cents)]),
    ),
  ]
}

const postingColumns = ['Day', 'What and who caused it', 'Debit', 'Credit', '>Amount']

function postingParts({ postings, balances }: Explanation): Part[] {
  if (postings.length === 0) return []
  return [
    { kind: 'heading', text: 'Every posting' },
    {
      kind: 'text',
      text: 'A posting moves an amount from the account it credits to the account it debits, so nothing can appear or vanish.',
    },
    table(postingColumns, postings.flatMap(postingRows)),
    { kind: 'heading', text: 'What the postings add up to' },
    table(
      ['Account', '>Balance'],
      balances.map(({ account, cents }) => [account, formatCents(cents)]),
      ['Debits minus credits', formatCents(balances.reduce((so, { cents }) => so + cents, 0) as Cents)],
    ),
  ]
}

function postingRows({ on, what, causedBy, lines }: ExplainedPosting): string[][] {
  return lines.map(({ debit, credit, cents }, at) => [
    at === 0 ? dateInWords(on) : '',
    at === 0 ? `${what} (${causedBy})` : '',
    debit,
    credit,
    formatCents(cents),
  ])
}

function payoutParts({ payouts }: Explanation): Part[] {
  return payouts.flatMap(({ payout, postings }) => [
    { kind: 'heading' as const, text: 'The payout that carries it' },
    { kind: 'facts' as const, rows: payout.map(({ name, value }) => ({ name, value: inWords(value) })) },
    { kind: 'text' as const, text: 'These postings are of the whole payout, with the pay of other sessions.' },
    table(postingColumns, postings.flatMap(postingRows)),
  ])
}

function fileParts({ files, acknowledgements }: Explanation): Part[] {
  return [
    ...(files.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: 'The files, with their SHA-256' },
          table(
            ['Day', 'What', 'File', 'SHA-256'],
            files.map(({ on, what, name, sha256 }) => [dateInWords(on), what, name, sha256]),
          ),
        ]),
    ...(acknowledgements.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: 'What the insurer and the clearinghouse said' },
          table(
            ['Day', 'What'],
            acknowledgements.map(({ on, words }) => [dateInWords(on), words]),
          ),
        ]),
  ]
}

function expectedParts({ expected }: Explanation): Part[] {
  const heading: Part = { kind: 'heading', text: 'What is still expected' }
  if (expected.length === 0) return [heading, { kind: 'text', text: 'Nothing: this session is settled.' }]
  return [
    heading,
    table(
      ['Day', 'What'],
      expected.map(({ on, words, isLate }) => [
        on === null ? 'open' : dateInWords(on),
        isLate ? `Late: ${words}` : words,
      ]),
    ),
  ]
}

/** A column whose name begins with > is for amounts. */
function table(names: string[], rows: string[][], totals?: string[]): { kind: 'table' } & Table {
  const columns = names.map((name) =>
    name.startsWith('>') ? { name: name.slice(1), align: 'right' as const } : { name, align: 'left' as const },
  )
  return { kind: 'table', columns, rows, ...(totals === undefined ? {} : { totals }) }
}

/** Days within a value read as people write them. */
function inWords(value: string): string {
  return value.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isCalendarDate(day) ? dateInWords(day) : day))
}
