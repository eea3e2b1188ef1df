import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OwedList, OwedRow } from '../../business/operations/client-money.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayDayFrom } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import { owedByClientsQuery } from './client-money-queries.ts'
import styles from './operations.module.css'
import { PageTrouble } from './page-trouble.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

/** What clients owe today, session by session, with the reason; each opens where it can be forgiven. */
export function OwedByClientsPage() {
  const found = useQuery(owedByClientsQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown list={found.data} />
}

function Shown({ list }: { list: OwedList }) {
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/treasury">Treasury</Link>
        <Icon name="right" small />
        <span>What clients owe</span>
      </nav>
      <PageHead name="What clients owe" title="What clients owe">
        {sayAll(list)} What clients do not pay never lowers what a practice is paid.
      </PageHead>
      {list.rows.length === 0 ? <p className={page.quiet}>No client owes anything.</p> : <Rows rows={list.rows} />}
    </>
  )
}

function sayAll({ count, owedCents, comesBackCents }: OwedList): string {
  const owed =
    count === 0
      ? 'Nothing is open.'
      : `${formatCents(owedCents)} ${count === 1 ? 'of one session' : `of ${count} sessions`} is open.`
  return comesBackCents > zero ? `${owed} ${formatCents(comesBackCents)} is on its way back to clients.` : owed
}

function Rows({ rows }: { rows: readonly OwedRow[] }) {
  const { today } = useOperatorClock()
  return (
    <section
      className={[page.panel, styles.scroll].join(' ')}
      aria-label="What clients owe, table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Client</th>
            <th scope="col">Why it is open</th>
            <th scope="col">Since</th>
            <th scope="col" className={styles.num}>
              Owed
            </th>
            <th scope="col" className={styles.right}>
              Session
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sessionId}>
              <th scope="row">
                <b>{row.client}</b>
                <span className={styles.under}>{row.practice}</span>
              </th>
              <td>
                {row.because}
                <span className={styles.under}>{row.kind === 'fee' ? 'A cancellation fee' : 'Their share'}</span>
              </td>
              <td className={styles.nowrap}>
                {sayDayFrom(today, row.since)}
                <span className={styles.under}>
                  {row.ageDays === 0 ? 'today' : row.ageDays === 1 ? '1 day' : `${row.ageDays} days`}
                </span>
              </td>
              <td className={styles.num}>{formatCents(row.owed)}</td>
              <td className={styles.right}>
                <Link
                  className={styles.nextAction}
                  to="/operations/practices/$practiceId/sessions/$sessionId"
                  params={{ practiceId: row.practiceId, sessionId: row.sessionId }}
                  aria-label={`Session of ${sayDay(row.serviceOn)}, ${row.client}`}
                >
                  {sayDayFrom(today, row.serviceOn)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
