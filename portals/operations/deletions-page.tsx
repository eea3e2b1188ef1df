import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { DeletionListed } from '../deletion-contract.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayMoment } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import { deletionStates, deletionsQuery } from './deletion-queries.ts'
import styles from './operations.module.css'
import { PageTrouble } from './page-trouble.tsx'
import { RequestsTabs } from './requests-tabs.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

/** Every request for deletion, the latest first, with how it stands and by when it is answered. */
export function DeletionsPage() {
  const found = useQuery(deletionsQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  return (
    <>
      <PageHead name="Requests for deletion" title="Requests for deletion">
        Clients and colleagues who ask us to delete what we keep of them. One person says yes, another carries it out;
        what the law has kept stays until its day.
      </PageHead>
      <RequestsTabs />
      {found.data.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>Nobody asks for deletion</h2>
          <p>Clients ask under Account, Your data; whoever works in a practice under Settings, Your data.</p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
        <section className={[page.panel, styles.scroll].join(' ')} aria-label="Requests, table" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Who asks</th>
                <th scope="col">Stands</th>
                <th scope="col">Answer by</th>
                <th scope="col">Asked</th>
                <th scope="col">Kept until</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map((each) => (
                <Row key={each.id} listed={each} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function Row({ listed }: { listed: DeletionListed }) {
  const { zone, today } = useOperatorClock()
  const isOpen = listed.state === 'asked' || listed.state === 'approved'
  return (
    <tr>
      <th scope="row">
        <Link to="/operations/deletions/$requestId" params={{ requestId: listed.id }}>
          {listed.name}
        </Link>
        <span className={styles.under}>
          {listed.subject === 'client' ? 'Client' : `Works at ${listed.practiceName ?? 'a practice'}`}
        </span>
      </th>
      <td>{deletionStates[listed.state]}</td>
      <td className={[styles.nowrap, isOpen && listed.answerBy < today ? styles.need : ''].join(' ')}>
        {isOpen ? sayDay(listed.answerBy as CalendarDate) : '–'}
      </td>
      <td className={styles.nowrap}>{sayMoment(listed.askedAt as Instant, zone)}</td>
      <td className={styles.nowrap}>{listed.keptUntil === null ? '–' : sayDay(listed.keptUntil as CalendarDate)}</td>
    </tr>
  )
}
