import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents, formatCents, sum } from '../../libraries/money/index.ts'
import type { ClaimEvent } from '../claims/index.ts'
import type { Facts } from '../coverage/facts.ts'
import { networkName, stateName } from '../coverage/service-areas.ts'
import { explainAccount } from '../ledger/explain-account.ts'
import { explainPosting } from '../ledger/explain-posting.ts'
import type { PostedTransfer } from '../ledger/index.ts'
import { explainCode } from '../remittances/explain-adjustment.ts'
import { type BillingDecision, describeDecision } from '../sessions/describe-decision.ts'
import type { Confirmation } from '../sessions/index.ts'
import type { SessionState } from '../sessions/session-state.ts'
import { type AreasAround, askAgain } from './ask-again.ts'
import { explainStanding } from './explain-standing.ts'
import type { PayoutState } from './pay-standing.ts'
import type { Payout } from './payout-store.ts'
import type { TimelineStep } from './session-timeline.ts'
import { type SessionMoney, whereTheMoneyGoes } from './where-the-money-goes.ts'

/** What is known of a session, gathered from the rooms before. */
export type SessionKnown = {
  sessionId: string
  /** The day on the operator's wall. */
  writtenOn: CalendarDate
  zone: string
  practiceZone: string
  startsAt: Instant
  endsAt: Instant
  modality: 'telehealth' | 'in_person'
  state: SessionState
  clientName: string
  clinicianName: string
  practiceName: string
  payerName: string | null
  planName: string | null
  confirmations: readonly Confirmation[]
  areas: AreasAround
  transfers: readonly PostedTransfer[]
  claimEvents: readonly ClaimEvent[]
  /** Files with claims of this session that went out. */
  submissions: readonly { fileName: string; fileSha256: string; recordedAt: Instant; attempt: number }[]
  payouts: readonly CarriedBy[]
  timeline: readonly TimelineStep[]
}

/** A payout that has this session's pay in it, with what was posted about it as a whole. */
export type CarriedBy = { payout: Payout; state: PayoutState; cents: Cents; transfers: readonly PostedTransfer[] }

export type Named = { name: string; value: string }
export type Line = { debit: string; credit: string; cents: Cents }
export type ExplainedPosting = {
  id: string
  on: CalendarDate
  recordedAt: Instant
  kind: string
  what: string
  causedBy: string
  lines: Line[]
}
export type Payment = { on: CalendarDate; from: string; to: string; cents: Cents }
export type FileSeen = { on: CalendarDate; what: string; name: string; sha256: string }

/** Everything that explains one session: the same facts stand in its text, its PDF and on its page. */
export type Explanation = {
  sessionId: string
  writtenOn: CalendarDate
  session: Named[]
  /** Null while nothing has been confirmed. */
  decision: Decision | null
  money: SessionMoney
  payments: Payment[]
  postings: ExplainedPosting[]
  /** What the postings add up to, account by account: debits minus credits. */
  balances: { account: string; cents: Cents }[]
  payouts: { payout: Named[]; postings: ExplainedPosting[] }[]
  files: FileSeen[]
  acknowledgements: { on: CalendarDate; words: string }[]
  expected: { on: CalendarDate | null; words: string; isLate: boolean }[]
}

export type Decision = {
  confirmedAt: Instant
  version: number
  facts: Named[]
  /** As it is told: its codes are words here, of which a page needs none. */
  billing: Omit<BillingDecision, 'because' | 'missing' | 'remedies'> & {
    because: readonly string[]
    missing: readonly string[]
    remedies: readonly { kind: string }[]
  }
  /** Whether rules and service areas as they are now give the same answer to the facts as they were then. */
  today: { isSame: boolean; words: string }
}

/** Says of one session why it was billable, who paid what and when, every posting, every file, and what is still to come. */
export function explainSession(known: SessionKnown): Explanation {
  const confirmation = known.confirmations.at(-1) ?? null
  const arrived = sum(known.payouts.filter(({ state }) => state === 'settled').map((one) => one.cents))
  return {
    sessionId: known.sessionId,
    writtenOn: known.writtenOn,
    session: sessionFacts(known, confirmation),
    decision: confirmation === null ? null : decisionOf(confirmation, known.areas),
    money: whereTheMoneyGoes(known.transfers, arrived),
    payments: paymentsOf(known),
    postings: postingsIn(known.transfers),
    balances: balancesOf(known.transfers),
    payouts: known.payouts.map(payoutOf),
    files: filesOf(known),
    acknowledgements: known.claimEvents
      .filter(({ kind }) => kind !== 'sent')
      .map(({ happenedOn, detail: { words, codes = [] } }) => ({
        on: happenedOn,
        words: [words, codes.map(explainCode).join('; ')].filter((part) => part !== '').join(' '),
      })),
    expected: known.timeline
      .filter(({ state }) => state !== 'done')
      .map(({ on, words, state }) => ({ on, words, isLate: state === 'late' })),
  }
}

function sessionFacts(known: SessionKnown, confirmation: Confirmation | null): Named[] {
  const at = confirmation?.startedAt ?? known.startsAt
  const until = confirmation?.stoppedAt ?? known.endsAt
  return [
    { name: 'Practice', value: known.practiceName },
    { name: 'Clinician', value: known.clinicianName },
    { name: 'Client', value: known.clientName },
    { name: 'Session', value: `${dateIn(at, known.practiceZone)}, ${clock(at, known)} to ${clock(until, known)}` },
    { name: 'How', value: known.modality === 'telehealth' ? 'by telehealth' : 'in person' },
    { name: 'Standing', value: explainStanding(known.state) },
    ...(confirmation === null
      ? known.transfers.length === 0
        ? [{ name: 'Booked', value: 'nothing: nobody owes anything for it' }]
        : []
      : [
          { name: 'Plan', value: [known.planName, known.payerName].filter((name) => name !== null).join(', ') },
          { name: 'Services', value: confirmation.codes.map(serviceInWords).join('; ') },
          { name: 'Client’s share expected', value: formatCents(confirmation.client) },
          { name: 'Pay date promised', value: confirmation.payOn },
        ]),
    { name: 'Session id', value: known.sessionId },
  ]
}

function serviceInWords({ code, modifiers, units, payer, provider }: Confirmation['codes'][number]): string {
  const name = [code, ...modifiers].join('-')
  return `${units} × ${name}, contract ${formatCents(payer)}, to the practice ${formatCents(provider)}`
}

function clock(at: Instant, { practiceZone }: SessionKnown): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: practiceZone, hour: 'numeric', minute: '2-digit' })
  return format.format(new Date(at)).replace(/\s/u, ' ')
}

function decisionOf({ confirmedAt, version, facts, answer }: Confirmation, areas: AreasAround): Decision {
  return {
    confirmedAt,
    version,
    facts: factsInWords(facts),
    billing: describeDecision(answer),
    today: askAgain(facts, answer, areas),
  }
}

// Of a crisis that is told there is none here: what a note says is nobody's who only asks about money.
function factsInWords({ on, asOf, session, provider, plan, coverage }: Facts): Named[] {
  const place = session.clientLocation
  const state = place?.state ?? null
  const there = state === null ? [] : provider.authorities.filter((authority) => authority.state === state)
  // A plan that is not Blue asks for its own network alone; away from home a Blue may ask for others.
  const credentials = provider.credentials.filter(
    (one) => one.state === state && (one.network === plan.network || plan.isBlue),
  )
  return [
    { name: 'Day of the session', value: on },
    { name: 'Asked on', value: asOf },
    {
      name: 'Client was in',
      value: state === null ? 'unknown' : state === 'outside_us' ? 'another country' : stateName(state),
    },
    { name: 'Plan belongs to', value: networkName(plan.network) },
    { name: 'Insurance', value: coverage },
    {
      name: 'Licenses there',
      value:
        there.map(({ kind, from, until }) => `${kind.replaceAll('_', ' ')} ${span(from, until)}`).join('; ') || 'none',
    },
    {
      name: 'Credentials there',
      value:
        credentials
          .map((one) => `${networkName(one.network)}, ${one.status}, ${span(one.from, one.until)}`)
          .join('; ') || 'none',
    },
  ]
}

function span(from: CalendarDate | null, until: CalendarDate | null): string {
  return `${from === null ? 'not yet in force' : `from ${from}`}${until === null ? '' : ` until ${until}`}`
}

/** Money that moved: into what is held for the practice, out of it, and to the practice's bank. */
function paymentsOf(known: SessionKnown): Payment[] {
  const moved = known.transfers.flatMap(({ debit, credit, cents: amount, effectiveOn }): Payment[] => {
    if (debit.kind === 'treasury')
      return [{ on: effectiveOn, from: payerOf(credit.kind, known), to: 'the operator', cents: amount }]
    if (credit.kind === 'treasury')
      return [{ on: effectiveOn, from: 'the operator', to: payerOf(debit.kind, known), cents: amount }]
    return []
  })
  const paid = known.payouts
    .filter(({ state }) => state === 'settled')
    .map(({ payout, cents: amount }) => ({
      on: payout.settlesOn,
      from: 'the operator',
      to: known.practiceName,
      cents: amount,
    }))
  return [...moved, ...paid].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function payerOf(kind: string, { payerName, clientName }: SessionKnown): string {
  return kind.startsWith('client_') ? clientName : (payerName ?? 'the insurer')
}

function postingsIn(transfers: readonly PostedTransfer[]): ExplainedPosting[] {
  return [...Map.groupBy(transfers, ({ postingId }) => postingId)].map(([id, lines]) => {
    const [first] = lines as [PostedTransfer, ...PostedTransfer[]]
    return {
      id,
      on: first.effectiveOn,
      recordedAt: first.recordedAt,
      kind: first.kind,
      ...explainPosting(first),
      lines: lines.map(({ debit, credit, cents: amount }) => ({
        debit: explainAccount(debit),
        credit: explainAccount(credit),
        cents: amount,
      })),
    }
  })
}

function balancesOf(transfers: readonly PostedTransfer[]): Explanation['balances'] {
  const sides = transfers.flatMap(({ debit, credit, cents: amount }) => [
    { account: explainAccount(debit), cents: amount as number },
    { account: explainAccount(credit), cents: -amount },
  ])
  return [...Map.groupBy(sides, ({ account }) => account)].map(([account, all]) => ({
    account,
    cents: cents(all.reduce((total, side) => total + side.cents, 0)),
  }))
}

const states: Record<PayoutState, string> = {
  sent: 'on its way to the practice’s bank',
  settled: 'arrived',
  returned: 'came back from the practice’s bank',
}

function payoutOf({ payout, state, cents: amount, transfers }: CarriedBy): Explanation['payouts'][number] {
  return {
    payout: [
      { name: 'Pay date', value: payout.payOn },
      { name: 'Arrives', value: payout.settlesOn },
      { name: 'How it stands', value: states[state] },
      { name: 'Of this session', value: formatCents(amount) },
      { name: 'The whole payout', value: formatCents(payout.cents) },
      { name: 'Trace number', value: payout.traceNumber },
    ],
    postings: postingsIn(transfers),
  }
}

function filesOf({ submissions, claimEvents, payouts, zone }: SessionKnown): FileSeen[] {
  const sent = submissions.map(({ fileName, fileSha256, recordedAt, attempt }) => ({
    on: dateIn(recordedAt, zone),
    what: attempt === 1 ? 'The claim to the insurer' : `The claim to the insurer, attempt ${attempt}`,
    name: fileName,
    sha256: fileSha256,
  }))
  const told = claimEvents.flatMap(({ kind, happenedOn, detail: { file, words } }) =>
    file === undefined || kind === 'sent'
      ? []
      : [{ on: happenedOn, what: words, name: file.name, sha256: file.sha256 }],
  )
  const paid = payouts.map(({ payout }) => ({
    on: payout.sendsOn,
    what: 'The payout to the bank',
    name: payout.fileName,
    sha256: payout.fileSha256,
  }))
  return [...sent, ...told, ...paid].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
