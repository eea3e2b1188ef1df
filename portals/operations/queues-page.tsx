import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { queuesQuery } from '../queries.ts'
import { OperationsShell } from './operations-shell.tsx'
import { QueueTable } from './queue-table.tsx'
import { readQueues } from './read-queues.ts'

const route = getRouteApi('/operations')

/** What waits for the operator's people: every queue with its rows, the empty ones as one line. */
export function QueuesPage() {
  const { me } = route.useRouteContext()
  const queues = useQuery(queuesQuery)
  const read = readQueues(queues.data ?? {})
  const full = read.filter(({ count }) => count > 0)
  const empty = read.filter(({ count }) => count === 0)
  return (
    <OperationsShell me={me}>
      {queues.error ? (
        <TroubleNotice trouble={queues.error} onRetry={() => void queues.refetch()} />
      ) : queues.data === undefined ? (
        <PageShapes />
      ) : (
        <>
          <PageHead name="Queues" title="Queues">
            {full.length === 0
              ? 'Nothing waits. Every practice is paid as promised.'
              : 'Every practice is paid as promised; what is not won back here is our loss.'}
          </PageHead>
          <div className={page.stack}>
            {full.map((queue) => (
              <QueueTable key={queue.name} queue={queue} />
            ))}
            {empty.length > 0 ? (
              <p className={page.quiet}>Empty: {empty.map(({ name }) => name.toLowerCase()).join(', ')}.</p>
            ) : null}
          </div>
        </>
      )}
    </OperationsShell>
  )
}
