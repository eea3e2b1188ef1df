import type { WrittenFacts } from '../../../business/coverage/facts-of.ts'

export type Topic = 'earning' | 'billing' | 'groups'

/** A billing example: who the client and the clinician are when the reader finds it; everything can be changed. */
export type BillingExample = {
  kind: 'billing'
  name: string
  story: string
  facts: Pick<WrittenFacts, 'client' | 'plan' | 'licensed' | 'credentialed'> & { crisis?: 'told' | 'untold' }
  /** What the reader should see before they change anything: a test asks the decision. */
  says: { outcome: 'billable' | 'billable_held' | 'needs_information' | 'not_billable'; because: string }
}

export type ArticlePart =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  /** What the product does not do yet, said before anybody looks for it. */
  | { kind: 'not_yet'; text: string }
  | { kind: 'payday' }
  | { kind: 'share' }
  | { kind: 'crisis' }
  | { kind: 'roles' }
  | { kind: 'leaving' }
  /** What the network shows plans over the years. */
  | { kind: 'years' }
  | BillingExample

/** One article of the help. `keeps` names the promises of docs/promises.md that it tells. */
export type Article = {
  slug: string
  topic: Topic
  title: string
  summary: string
  keeps: string[]
  parts: ArticlePart[]
}
