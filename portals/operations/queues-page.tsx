import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { QueueSummary } from '../../business/operations/queue-names.ts'
import { daysBetween } from '../../libraries/calendar/index.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import styles from './operations.module.css'
import { queueSummariesQuery, standingQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { families, queueWords } from './queue-words.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** What waits for the operator's people, family by family, and whether the whole stands. */
export function QueuesPage() {
  const queues = useQuery(queueSummariesQuery)
  if (queues.error) return <PageTrouble trouble={queues.error} onRetry={() => void queues.refetch()} />
  if (queues.data === undefined) return <PageShapes />
  const waiting = queues.data.filter(({ count }) => count > 0)
  return (
    <>
      <PageHead name="Queues" title="Queues">
        {waiting.length === 0
          ? 'Nothing waits. Every practice is paid as promised.'
          : 'Every practice is paid as promised; what is not won back here is our loss.'}
      </PageHead>
      <div className={styles.overview}>
        <StandingLine />
        <section
          className={[page.panel, styles.scroll].join(' ')}
          aria-label="Queues, table"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
          tabIndex={0}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Queue</th>
                <th scope="col" className={styles.num}>
                  Waiting
                </th>
                <th scope="col" className={styles.num}>
                  At stake
                </th>
                <th scope="col">Nearest deadline</th>
                <th scope="col" className={styles.num}>
                  Nobody has
                </th>
              </tr>
            </thead>
            {families.map(({ name, queues: of }) => (
              <Family key={name} name={name} queues={queues.data.filter((queue) => of.includes(queue.name))} />
            ))}
          </table>
        </section>
      </div>
    </>
  )
}

function Family({ name, queues }: { name: string; queues: readonly QueueSummary[] }) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5} className={styles.group}>
          {name}
        </th>
      </tr>
      {queues.map((queue) => (
        <Row key={queue.name} queue={queue} />
      ))}
    </tbody>
  )
}

function Row({ queue }: { queue: QueueSummary }) {
  const { today } = useOperatorClock()
  const isNear = queue.nearestOn !== null && daysBetween(today, queue.nearestOn) <= 7
  return (
    <tr>
      <th scope="row">
        <Link to="/operations/queues/$queue" params={{ queue: queue.name }}>
          {queueWords[queue.name].tab}
        </Link>
      </th>
      <td className={styles.num}>{queue.count}</td>
      <td className={styles.num}>{queue.cents === zero ? '–' : formatCents(queue.cents)}</td>
      <td className={styles.nowrap}>
        {queue.nearestOn === null ? (
          '–'
        ) : (
          <span className={isNear ? styles.need : undefined}>{sayDayFrom(today, queue.nearestOn)}</span>
        )}
      </td>
      <td className={styles.num}>{queue.unowned === 0 ? '–' : queue.unowned}</td>
    </tr>
  )
}

const promises = [
  { key: 'booksBalance', holds: 'The books balance', broken: 'The books do not balance' },
  { key: 'nobodyUnpaid', holds: 'Nobody is unpaid', broken: 'Somebody is unpaid' },
  { key: 'nothingLost', holds: 'Nothing is lost', broken: 'Money is unaccounted for' },
] as const

/** The three promises, recomputed from the rows of the books. */
export function StandingLine() {
  const standing = useQuery(standingQuery)
  if (standing.data === undefined) return null
  const stands = standing.data
  return (
    <ul className={styles.stand} aria-label="Recomputed from the books">
      {promises.map(({ key, holds, broken }) => (
        <li key={key} className={stands[key] ? undefined : styles.broken}>
          <Icon name={stands[key] ? 'done' : 'lack'} small />
          {stands[key] ? holds : broken}
        </li>
      ))}
      <li>{stands.postings.toLocaleString('en-US')} postings</li>
    </ul>
  )
}
