import { Icon } from '../../design/icon.tsx'
import type { Article, ArticlePart } from './article.ts'
import { BillingExample } from './billing-example.tsx'
import { CrisisExample } from './crisis-example.tsx'
import styles from './help.module.css'
import { LeavingExample } from './leaving-example.tsx'
import { PaydayExample } from './payday-example.tsx'
import { RolesExample } from './roles-example.tsx'
import { ShareExample } from './share-example.tsx'
import { YearsExample } from './years-example.tsx'

/** The parts of an article, one under the other. */
export function ArticleParts({ article }: { article: Article }) {
  return article.parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an article do not change places
    <OnePart key={`${article.slug} ${at}`} part={part} />
  ))
}

function OnePart({ part }: { part: ArticlePart }) {
  switch (part.kind) {
    case 'heading':
      return <h2>{part.text}</h2>
    case 'text':
      return <p>{part.text}</p>
    case 'list':
      return (
        <ul className={styles.list}>
          {part.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'not_yet':
      return (
        <p className={styles.notYet}>
          <Icon name="wait" small />
          <span>
            <b>Not yet. </b>
            {part.text}
          </span>
        </p>
      )
    case 'payday':
      return <PaydayExample />
    case 'share':
      return <ShareExample />
    case 'crisis':
      return <CrisisExample />
    case 'roles':
      return <RolesExample />
    case 'leaving':
      return <LeavingExample />
    case 'years':
      return <YearsExample />
    case 'billing':
      return <BillingExample example={part} />
  }
}
