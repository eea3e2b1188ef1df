import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ButtonLink } from '../design/button-link.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayMoment } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import followUp from './follow-ups.module.css'
import { type Application, applicationsQuery } from './joining-queries.ts'
import styles from './operations.module.css'
import { PageTrouble } from './page-trouble.tsx'
import { sayDue, sayFollowUp, sayJoiningKind, sayJoiningState } from './say-joining.ts'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/joining')

/** Every practice that asked to join, the latest first, with how it stands. */
export function JoiningPage() {
  const found = useQuery(applicationsQuery)
  const { due } = route.useSearch()
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  const owed = found.data.filter(({ followUps }) => followUps.some(({ standing }) => standing !== 'ahead'))
  const shown = due === 'now' ? owed : found.data
  return (
    <>
      <PageHead
        name="Joining"
        title="Joining"
        actions={
          <>
            <ButtonLink to="/operations/joining/consultants" variant="default">
              Consultants’ hours
            </ButtonLink>
            <ButtonLink to="/operations/joining/papers" variant="default">
              Papers
            </ButtonLink>
          </>
        }
      >
        Practices that asked to join: who calls them and when, what they were told, and whether they are open.
      </PageHead>
      <nav className={page.tabs} aria-label="Which practices">
        <Link to="/operations/joining" search={{}} activeOptions={{ exact: true, includeSearch: true }}>
          All<span className={styles.tabCount}>{found.data.length}</span>
        </Link>
        <Link to="/operations/joining" search={{ due: 'now' }} activeOptions={{ exact: true, includeSearch: true }}>
          Follow-up due<span className={styles.tabCount}>{owed.length}</span>
        </Link>
      </nav>
      {due === 'now' && owed.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>No follow-up is due</h2>
          <p>
            What is due today or overdue stands here, and each consultant hears of it by mail at 8:00 in the morning.
          </p>
        </div>
      ) : found.data.length === 0 ? (
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
                <th scope="col">Follow-up</th>
                <th scope="col">Call</th>
                <th scope="col">Sent</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <ApplicationRow key={each.id} application={each} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

function ApplicationRow({ application }: { application: Application }) {
  const { zone, today } = useOperatorClock()
  const { followUps, callAt, consultant } = application
  const [owed] = followUps
  return (
    <tr>
      <th scope="row">
        <Link to="/operations/joining/$applicationId" params={{ applicationId: application.id }}>
          {application.practiceName}
        </Link>
        <span className={styles.under}>{sayJoiningKind(application)}</span>
      </th>
      <td>
        {application.name}
        <span className={styles.under}>{application.email}</span>
      </td>
      <td>{sayJoiningState(application.state)}</td>
      <td>
        {owed === undefined ? (
          'None'
        ) : (
          <>
            <span className={owed.standing === 'ahead' ? styles.nowrap : [styles.nowrap, followUp.need].join(' ')}>
              {sayDue(owed, today)}
            </span>
            <span className={styles.under}>{sayFollowUp(owed)}</span>
          </>
        )}
      </td>
      <td className={styles.nowrap}>
        {callAt === null ? 'None' : sayMoment(callAt, zone)}
        <span className={styles.under}>{consultant ?? ''}</span>
      </td>
      <td className={styles.nowrap}>{sayDay(application.sentOn)}</td>
    </tr>
  )
}
