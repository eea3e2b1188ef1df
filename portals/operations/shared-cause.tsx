import type { QueuePage } from '../../business/operations/page-queue.ts'
import type { QueueName, QueueRow } from '../../business/operations/queue-names.ts'
import { formatCents, sum } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import { capital, sayCount } from '../design/say-day.ts'
import styles from './operations.module.css'
import type { QueueSearch } from './operations-queries.ts'

/** Where several rows wait for one reason of one payer, one correction may free them all: they are offered together. */
export function SharedCause({ queue, search, data }: { queue: QueueName; search: QueueSearch; data: QueuePage }) {
  const shared = search.reason === undefined ? findShared(data.rows) : null
  if (shared === null) return null
  const { payer, reason, rows } = shared
  const money = sum(rows.flatMap(({ cents }) => (cents === null ? [] : [cents])))
  return (
    <div className={styles.hint}>
      <Icon name="link" />
      <p>
        <b>{capital(sayCount(rows.length))} share one cause.</b> {payer}: {reason.toLowerCase()}.{' '}
        {queue === 'silentClaims' ? 'One call may settle' : 'One correction may free'} {formatCents(money)}.
      </p>
      <ButtonLink
        to="/operations/queues/$queue"
        params={{ queue }}
        search={{ ...search, payer, reason, page: undefined }}
        variant="default"
      >
        Review the {sayCount(rows.length)}
      </ButtonLink>
    </div>
  )
}

function findShared(rows: readonly QueueRow[]): { payer: string; reason: string; rows: QueueRow[] } | null {
  const groups = Map.groupBy(
    rows.filter(({ payer, page }) => payer !== null && page?.kind === 'claim'),
    ({ payer, reason }) => `${payer}\n${reason}`,
  )
  const largest = [...groups.values()].toSorted((a, b) => b.length - a.length)[0]
  const [first] = largest ?? []
  if (largest === undefined || largest.length < 3 || largest.length === rows.length || !first?.payer) return null
  return { payer: first.payer, reason: first.reason, rows: largest }
}
