import type { DocumentKind, DocumentState } from '../../business/joining/document-standing.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { sayDay } from './say-day.ts'

const names: Record<DocumentKind, string> = {
  licence: 'Copy of the license',
  malpractice: 'Malpractice certificate',
  w9: 'Form W-9',
  bank_proof: 'Voided check or letter of the bank',
}

export function sayPaper(kind: DocumentKind): string {
  return names[kind]
}

/** How a paper stands, in words: "Accepted, in force until Wed, Dec 31, 2026". */
export function sayPaperState(state: DocumentState, endsOn: CalendarDate | null): string {
  const until = endsOn === null ? '' : sayDay(endsOn)
  switch (state) {
    case 'missing':
      return 'Not sent yet'
    case 'waits':
      return 'We have it, and look at it'
    case 'accepted':
      return until === '' ? 'Accepted' : `Accepted, in force until ${until}`
    case 'ends_soon':
      return `In force until ${until}; send the next one before that`
    case 'ended':
      return `Ended on ${until}; send the next one`
    case 'asked_again':
      return 'Please send it again'
  }
}
