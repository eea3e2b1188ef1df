import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { QueuePage as Page, QueueSort } from '../../business/operations/page-queue.ts'
import type { QueueName } from '../../business/operations/queue-names.ts'
import { formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { capital, sayCount } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { Filter } from './filter.tsx'
import styles from './operations.module.css'
import { type QueueSearch, queueQuery, queueSummariesQuery } from './operations-queries.ts'
import { Pager } from './pager.tsx'
import { QueueTable } from './queue-table.tsx'
import { familyOf, isQueueName, queueWords } from './queue-words.ts'
import { SharedCause } from './shared-cause.tsx'

const route = getRouteApi('/operations/queues/$queue')

/** One queue; which of its rows are shown, and in which order, stands in the address. */
export function QueuePage() {
  const { queue } = route.useParams()
  return isQueueName(queue) ? <Queue key={queue} queue={queue} /> : <NoSuchQueue />
}

function NoSuchQueue() {
  return (
    <>
      <PageHead name="There is no such queue" title="No such queue">
        The address may be old or mistyped. Nothing is lost.
      </PageHead>
      <p>
        <Link to="/operations">Go to the queues</Link>
      </p>
    </>
  )
}

const orders: { value: QueueSort; label: string }[] = [
  { value: 'deadline', label: 'Nearest deadline first' },
  { value: 'age', label: 'Oldest first' },
  { value: 'amount', label: 'Most money first' },
]

function Queue({ queue }: { queue: QueueName }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const shown = useQuery(queueQuery(queue, search))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const words = queueWords[queue]
  const family = familyOf(queue)
  const look = (more: QueueSearch) => {
    setChosen(new Set())
    void navigate({ search: { ...search, page: undefined, ...more } })
  }
  const rows = shown.data?.rows ?? []
  const picked = rows.filter(({ item }) => chosen.has(item))
  return (
    <>
      <PageHead name={family.name} title={words.title}>
        {shown.data === undefined ? ' ' : sayWhatWaits(queue, shown.data)}
      </PageHead>
      {family.queues.length > 1 ? <Tabs queues={family.queues} name={family.name} /> : null}
      {shown.error ? <TroubleNotice trouble={shown.error} onRetry={() => void shown.refetch()} /> : null}
      {shown.data === undefined ? (
        shown.error ? null : (
          <RowShapes rows={6} />
        )
      ) : shown.data.total === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>Nothing waits here</h2>
          <p>{words.empty}</p>
        </div>
      ) : (
        <>
          <SharedCause queue={queue} search={search} data={shown.data} />
          <Tools data={shown.data} search={search} look={look} />
          <div className={page.panel}>
            <BulkBar queue={queue} rows={picked} done={() => setChosen(new Set())} />
            <QueueTable queue={queue} rows={rows} chosen={chosen} choose={setChosen} about={words.about} />
          </div>
          <Pager page={shown.data.page} pages={shown.data.pages} to={(to) => look({ page: to })} />
        </>
      )}
    </>
  )
}

function sayWhatWaits(queue: QueueName, { total, count, cents }: Page): string {
  if (total === 0) return queueWords[queue].empty
  const { one, many } = queueWords[queue]
  const said = capital(count === 1 ? one(formatCents(cents)) : many(sayCount(count), formatCents(cents)))
  return count === total ? said : `${said} ${total} wait in all.`
}

function Tabs({ queues, name }: { queues: readonly QueueName[]; name: string }) {
  const summaries = useQuery(queueSummariesQuery)
  return (
    <nav className={page.tabs} aria-label={`${name}, queues`}>
      {queues.map((queue) => (
        <Link key={queue} to="/operations/queues/$queue" params={{ queue }} activeOptions={{ includeSearch: false }}>
          {queueWords[queue].tab}
          <span className={styles.tabCount}>{summaries.data?.find((each) => each.name === queue)?.count ?? ''}</span>
        </Link>
      ))}
    </nav>
  )
}

function Tools({ data, search, look }: { data: Page; search: QueueSearch; look: (more: QueueSearch) => void }) {
  const named = (all: readonly string[]) => all.map((one) => ({ value: one, label: one }))
  const owners = [
    { value: 'nobody', label: 'Nobody' },
    ...data.owners.map(({ memberId, name }) => ({ value: memberId, label: name })),
  ]
  return (
    <div className={styles.tools}>
      {data.payers.length > 0 ? (
        <Filter name="Payer" value={search.payer} choices={named(data.payers)} onChoose={(payer) => look({ payer })} />
      ) : null}
      <Filter
        name="Reason"
        value={search.reason}
        choices={named(data.reasons)}
        onChoose={(reason) => look({ reason })}
      />
      <Filter name="Owner" value={search.owner} choices={owners} onChoose={(owner) => look({ owner })} />
      <Filter
        name="Order"
        value={search.sort ?? 'deadline'}
        choices={orders}
        onChoose={(sort) => look({ sort: sort as QueueSort | undefined })}
      />
    </div>
  )
}
