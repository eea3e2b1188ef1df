import type { Article, ArticlePart, Topic } from './article.ts'
import { articlesOnBilling } from './articles-on-billing.ts'
import { articlesOnEarning } from './articles-on-earning.ts'
import { articlesOnGroups } from './articles-on-groups.ts'

export const topics: readonly { topic: Topic; name: string; words: string }[] = [
  { topic: 'earning', name: 'How Evenkeel earns and pays', words: 'Rates, our share, paydays, denied claims.' },
  {
    topic: 'billing',
    name: 'Billing insurance',
    words: 'Which session may be billed, and what to do when it may not.',
  },
  { topic: 'groups', name: 'Group practices', words: 'Roles, people who come and go, clients who change hands.' },
]

export const articles: readonly Article[] = [...articlesOnEarning, ...articlesOnBilling, ...articlesOnGroups]

/** The articles that hold every word asked for, those that name it in their title first. */
export function searchArticles(asked: string): readonly Article[] {
  const words = plain(asked)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return articles
  return articles
    .filter((article) => words.every((word) => plain(textOf(article)).includes(word)))
    .toSorted((a, b) => hits(b, words) - hits(a, words))
}

function hits({ title, summary }: Article, words: readonly string[]): number {
  const inTitle = words.filter((word) => plain(title).includes(word)).length
  return 2 * inTitle + words.filter((word) => plain(summary).includes(word)).length
}

function textOf({ title, summary, parts }: Article): string {
  return [title, summary, ...parts.map(textOfPart)].join(' ')
}

function textOfPart(part: ArticlePart): string {
  switch (part.kind) {
    case 'heading':
    case 'text':
    case 'not_yet':
      return part.text
    case 'list':
      return part.items.join(' ')
    case 'billing':
      return `${part.name} ${part.story}`
    case 'payday':
    case 'share':
    case 'crisis':
    case 'roles':
    case 'leaving':
    case 'years':
      return ''
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^\p{Letter}\p{Number}' ]/gu, ' ')
}
