import { queryOptions, useQuery } from '@tanstack/react-query'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import type { paths } from '../api-schema.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayMoment } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import styles from './operations.module.css'
import { PageTrouble } from './page-trouble.tsx'
import { RequestsTabs } from './requests-tabs.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

type Removal = paths['/api/operations/removals']['get']['responses'][200]['content']['application/json'][number]

const removalsQuery = queryOptions({
  queryKey: ['operations', 'removals'],
  queryFn: () => answerOf<Removal[]>(api.GET('/api/operations/removals')),
})

/** Removals of providers: asked for and refused for now, with why; possible; and done. */
export function RemovalsPage() {
  const found = useQuery(removalsQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  return (
    <>
      <PageHead name="Removals of providers" title="Removals of providers">
        A practice removes a provider itself, once nothing of theirs is open. What it asks for before stands here, with
        what stands in the way.
      </PageHead>
      <RequestsTabs />
      {found.data.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>No removal is asked for</h2>
          <p>A practice asks under Manage team, on the provider’s own page.</p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
        <section className={[page.panel, styles.scroll].join(' ')} aria-label="Removals, table" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Provider</th>
                <th scope="col">Stands</th>
                <th scope="col">Why they leave</th>
                <th scope="col">Asked or done</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map((each) => (
                <Row key={each.memberId} removal={each} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function Row({ removal }: { removal: Removal }) {
  const { zone } = useOperatorClock()
  const { name, practiceName, state, because, reason, by, askedAt, possibleOn } = removal
  return (
    <tr>
      <th scope="row">
        {name}
        <span className={styles.under}>{practiceName}</span>
      </th>
      <td>
        {state === 'removed' ? (
          'Removed'
        ) : state === 'possible' ? (
          'Possible now: the practice sends the form'
        ) : (
          <>
            {possibleOn === null ? 'Not possible yet' : `Possible from ${sayDay(possibleOn as CalendarDate)}`}
            {because.map((words) => (
              <span key={words} className={styles.under}>
                {words}
              </span>
            ))}
          </>
        )}
      </td>
      <td>{reason ?? '–'}</td>
      <td className={styles.nowrap}>
        {sayMoment(askedAt as Instant, zone)}
        {by === null ? null : <span className={styles.under}>{by}</span>}
      </td>
    </tr>
  )
}
