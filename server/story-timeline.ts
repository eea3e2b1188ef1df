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
  for (const file of await world.files.all(db)) {
    if (file.partner !== 'clearinghouse') continue
    const { recordedAt } = file
    const arrow = file.direction === 'out' ? 'sent' : 'came in'
    lines.push({ on: dateIn(recordedAt, world.zone), words: `file ${file.name} ${arrow}` })
  }
  return [heading(played), ...lines.toSorted(byDay).map(lineOf), ending(played.outcome), ''].join('\n')
}

function byDay(a: Line, b: Line): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0
}

function heading({ name }: Played): string {
  const title = titles[name] ?? name
  return `${title}\n${'─'.repeat(title.length)}`
}

function lineOf({ on, words }: Line): string {
  return `  ${dateInWords(on).padEnd(18)}${words}`
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
    case 'payer_denial':
      return 'the insurer denies'
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
