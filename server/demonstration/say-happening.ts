import { explainPosting } from '../../business/ledger/explain-posting.ts'
import { dateInWords } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import type { Happening, latestHappenings } from './demonstration-report-store.ts'

type Happened = Awaited<ReturnType<typeof latestHappenings>>[number]

/** What happened, in one line for people. */
export function sayHappening(happened: Happened): Happening {
  const { id, at, kind } = happened
  switch (happened.kind) {
    case 'file':
      return { id, at, kind, words: sayFile(happened) }
    case 'claim':
      return { id, at, kind, words: `${happened.name}, ${dateInWords(happened.serviceOn)}: ${happened.words}` }
    case 'card':
      return { id, at, kind, words: sayCard(happened) }
    case 'posting': {
      const { what } = explainPosting({ kind: happened.posted, cause: happened.cause as 'payer' })
      return {
        id,
        at,
        kind,
        words: `${happened.name}: ${what}${happened.count > 1 ? `, ${happened.count} times` : ''}`,
      }
    }
    case 'trouble':
      return { id, at, kind, words: sayTrouble(happened) }
  }
}

/** A partner outside that does not answer is called so; whatever else it was speaks for itself. */
function sayTrouble({ name, words, count }: { name: string; words: string; count: number }): string {
  const away = /^(clearinghouse|bank|cards)\b/.exec(words)?.[1]
  const often = count === 1 ? '' : `, ${count} times that day`
  if (away === undefined) return `Could not be done and is tried again (${name}${often}): ${words}`
  const whom = away === 'cards' ? 'card processor' : away
  return `The ${whom} did not answer (${name}${often}). Nothing is lost: it is tried again until it does.`
}

function sayCard({ name, outcome, cents }: { name: string; outcome: string; cents: Cents }): string {
  const what = outcome === 'declined' ? 'The card was declined' : 'There is no card to charge'
  return `${name}: ${what} for ${formatCents(cents)}. The practice is paid all the same.`
}

const files: readonly (readonly [start: string, words: string])[] = [
  ['837P-', 'claims went out'],
  ['999-', 'the insurer could read our claims'],
  ['277CA-', 'the insurer took, or rejected, our claims'],
  ['835-', 'an insurer’s remittance came'],
  ['STMT-', 'the bank’s statement of the day'],
  ['RET-', 'the bank returned an entry'],
  ['ACH-', 'payouts went to the bank'],
]

function sayFile({ direction, partner, name }: { direction: 'in' | 'out'; partner: string; name: string }): string {
  const known = files.find(([start]) => name.startsWith(start))?.[1]
  const generic = direction === 'out' ? `a file went to the ${partner}` : `a file came from the ${partner}`
  return `${name}: ${known ?? generic}`
}
