import { claimsOfSession, eventsOf } from '../business/claims/index.ts'
import { postingsOf } from '../business/ledger/index.ts'
import type { PostedPosting } from '../business/ledger/posted-posting.ts'
import { practicesAll } from '../business/practices/index.ts'
import type { Db, World } from '../business/world.ts'
import { type CalendarDate, dateIn, dateInWords } from '../libraries/calendar/index.ts'
import { type Cents, formatCents, sum } from '../libraries/money/index.ts'
import type { Played, StoryOutcome } from './story-outcome.ts'

const titles: Record<string, string> = {
  pays_in_june: 'The insurer pays in June',
  pays_late: 'The insurer pays half a year late',
  pays_less: 'The insurer pays less than agreed',
  denies: 'The insurer denies the claim',
  never_answers: 'The insurer never answers',
  takes_back: 'The insurer pays, then takes it back out of other practices’ money',
  sends_twice: 'The insurer sends the same payment file twice',
}

type Line = { on: CalendarDate; words: string }

/** A variant as a timeline for people: what happened on which day, and what it meant for whom. */
export async function describeStory(db: Db, world: World, played: Played & { outcome: StoryOutcome }): Promise<string> {
  const lines: Line[] = []
  for (const { practiceId } of await practicesAll(db)) {
    const own = practiceId === played.practiceId
    const operator = practiceId === world.operator
    for (const posting of await postingsOf(db, practiceId, 'all')) {
      const words = operator ? operatorWords(posting) : own ? practiceWords(posting) : otherWords(posting)
      if (words !== null) lines.push({ on: posting.effectiveOn, words })
    }
  }
  for (const { partner, name, recordedAt } of await world.files.all(db)) {
    const words = fileWords(name)
    if (words !== null) lines.push({ on: dateIn(recordedAt, world.zone), words: `${words} (${partner}, ${name})` })
  }
  lines.push(...(await claimNews(db, played)))
  return [heading(played), ...withDates(lines.toSorted(byDay)), ending(played.outcome), ''].join('\n')
}

function fileWords(name: string): string | null {
  switch (name.slice(0, name.indexOf('-'))) {
    case '837P':
      return 'the claim goes to the insurer'
    case '999':
      return 'the insurer could read it'
    case '277CA':
      return 'the insurer took it for a decision'
    case 'ACH':
      return 'the pay goes to the bank'
    case '835':
      return 'a remittance comes in'
    case 'RET':
      return 'the bank sends something back'
    default:
      return null
  }
}

/** What the books do not show: a denial moves no money. */
async function claimNews(db: Db, { practiceId, sessionId }: Played): Promise<Line[]> {
  const [claim] = await claimsOfSession(db, practiceId, sessionId)
  const events = claim === undefined ? [] : await eventsOf(db, practiceId, claim.id)
  return events
    .filter(({ kind }) => kind === 'denied')
    .map(({ happenedOn }) => ({ on: happenedOn, words: 'the insurer denies the claim; the practice keeps its pay' }))
}

function byDay(a: Line, b: Line): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0
}

function heading({ name }: Played): string {
  const title = titles[name] ?? name
  return `${title}\n${'─'.repeat(title.length)}`
}

function withDates(lines: readonly Line[]): string[] {
  return lines.map(({ on, words }, index) => {
    const date = lines[index - 1]?.on === on ? '' : dateInWords(on)
    return `  ${date.padEnd(19)}${words}`
  })
}

function amountOf(posting: PostedPosting, kind: string): Cents {
  const found = posting.transfers.filter(({ debit, credit }) => debit.kind === kind || credit.kind === kind)
  return sum(found.map(({ cents }) => cents))
}

function practiceWords(posting: PostedPosting): string | null {
  switch (posting.kind) {
    case 'confirmed':
      return `session confirmed: ${formatCents(amountOf(posting, 'practice_payable'))} is owed to the practice, whatever the insurer does`
    case 'client_paid':
      return `the client pays ${formatCents(amountOf(posting, 'treasury'))}`
    case 'client_refunded':
      return `the client gets ${formatCents(amountOf(posting, 'treasury'))} back`
    case 'payday':
      return `PAYDAY: ${formatCents(amountOf(posting, 'practice_payable'))} to the practice`
    case 'payer_answer':
      return `the insurer answers and pays ${formatCents(amountOf(posting, 'treasury'))}`
    case 'payer_reversal':
      return `the insurer takes back ${formatCents(amountOf(posting, 'treasury'))}; the practice keeps its pay`
    case 'absorbed':
      return `the operator takes the loss: ${formatCents(absorbedIn(posting))}`
    default:
      return null
  }
}

function absorbedIn({ transfers }: PostedPosting): Cents {
  return sum(
    transfers
      .filter(({ debit }) => debit.kind.endsWith('_absorbed') || debit.kind === 'contract_variance')
      .map(({ cents }) => cents),
  )
}

function otherWords(posting: PostedPosting): string | null {
  if (posting.kind === 'payday')
    return `PAYDAY: ${formatCents(amountOf(posting, 'practice_payable'))} to the other practice`
  if (posting.kind === 'payer_answer') return 'the insurer pays the other practice’s claim out of what it took back'
  return null
}

function operatorWords(posting: PostedPosting): string | null {
  switch (posting.kind) {
    case 'own_money':
      return `the operator puts in ${formatCents(amountOf(posting, 'operator_funds'))} of its own`
    case 'deposit':
      return `the bank receives ${formatCents(amountOf(posting, 'bank'))} from the insurer`
    default:
      return null
  }
}

function ending({ payout, operatorResultCents, absorbedCents, clientPaidCents }: StoryOutcome): string {
  const paid =
    payout.paidOn === null
      ? 'nothing was owed'
      : `paid ${formatCents(payout.amountCents)} on ${dateInWords(payout.paidOn)}`
  const result = operatorResultCents < 0 ? 'lost' : 'kept'
  const amount = formatCents(Math.abs(operatorResultCents) as Cents)
  return `  → practice: ${paid}; client paid ${formatCents(clientPaidCents)}; operator ${result} ${amount} (absorbed ${formatCents(absorbedCents)})`
}
