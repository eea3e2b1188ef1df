import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayMoment } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { applicationsQuery } from './joining-queries.ts'
import styles from './operations.module.css'
import { sayJoiningKind, sayJoiningState } from './say-joining.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** Every practice that asked to join, the latest first, with how it stands. */
export function JoiningPage() {
  const found = useQuery(applicationsQuery)
  const { zone } = useOperatorClock()
  if (found.error) return <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  return (
    <>
      <PageHead name="Joining" title="Joining">
        Practices that asked to join: who calls them and when, what they were told, and whether they are open.
      </PageHead>
      {found.data.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>Nobody has asked yet</h2>
          <p>Whoever sends the interest form on the page For practices stands here with the call that they booked.</p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
        <section className={[page.panel, styles.scroll].join(' ')} aria-label="Joining, table" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Practice</th>
                <th scope="col">Who asks</th>
                <th scope="col">Stands</th>
                <th scope="col">Call</th>
                <th scope="col">Sent</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map((each) => (
                <tr key={each.id}>
                  <th scope="row">
                    <Link to="/operations/joining/$applicationId" params={{ applicationId: each.id }}>
                      {each.practiceName}
                    </Link>
                    <span className={styles.under}>{sayJoiningKind(each)}</span>
                  </th>
                  <td>
                    {each.name}
                    <span className={styles.under}>{each.email}</span>
                  </td>
                  <td>{sayJoiningState(each.state)}</td>
                  <td className={styles.nowrap}>
                    {each.callAt === null ? 'None' : sayMoment(each.callAt, zone)}
                    <span className={styles.under}>{each.consultant ?? ''}</span>
                  </td>
                  <td className={styles.nowrap}>{sayDay(each.sentOn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
