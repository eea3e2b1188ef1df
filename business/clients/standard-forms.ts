import { createHash } from 'node:crypto'
import { calendarDate, type Period } from '../../libraries/calendar/index.ts'
import data from './data/standard-forms.json' with { type: 'json' }

/** A standard form in one wording; `sha256` is what a signature names. */
export type Form = { id: string; version: number; title: string; body: string; sha256: string }

/** The wordings that come with the product. A new one is a further version with its own first day. */
export const standardForms: (Form & { during: Period; source: string })[] = data.forms.map(
  ({ id, version, from, title, paragraphs }) => {
    const body = paragraphs.join('\n\n')
    const during = { from: calendarDate(from), until: null }
    return { id, version, title, body, sha256: wordingHash(title, body), during, source: data.source }
  },
)

/** SHA-256 of title, a line feed and body in UTF-8. */
export function wordingHash(title: string, body: string): string {
  return createHash('sha256').update(`${title}\n${body}`).digest('hex')
}
