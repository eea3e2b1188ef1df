import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatCents } from '../../libraries/money/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import styles from './operations.module.css'
import { postingsQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { Pager } from './pager.tsx'
import type { Postings } from './postings.ts'
import { sayPosting } from './say-posting.ts'
import { sayMonth } from './treasury-tables.tsx'

const route = getRouteApi('/operations/postings')

/** The transfers that a figure is made of, the latest first; together they come to the figure. */
export function PostingsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const found = useQuery(postingsQuery(search))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <RowShapes rows={8} />
  const { name, count, effect } = found.data
  const month = search.month === undefined ? '' : `, ${sayMonth(search.month)}`
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/treasury">Treasury</Link>
        <Icon name="right" small />
        <span>{name}</span>
      </nav>
      <PageHead name={`${name}${month}`} title="Postings">
        {count === 1 ? 'One transfer comes' : `${count.toLocaleString('en-US')} transfers come`} to{' '}
        {formatCents(effect)}, debits less credits.
      </PageHead>
      <Transfers transfers={found.data.transfers} />
      <Pager
        page={found.data.page}
        pages={found.data.pages}
        to={(to) => void navigate({ search: { ...search, page: to } })}
      />
    </>
  )
}

function Transfers({ transfers }: { transfers: Postings['transfers'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={[page.panel, styles.scroll].join(' ')} aria-label="Transfers, table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What happened</th>
            <th scope="col">Book</th>
            <th scope="col">From account</th>
            <th scope="col">To account</th>
            <th scope="col" className={styles.num}>
              Amount
            </th>
            <th scope="col" className={styles.num}>
              Counts
            </th>
          </tr>
        </thead>
        <tbody>
          {transfers.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever replaced as a whole
            <tr key={`${one.postingId} ${index}`}>
              <td className={styles.nowrap}>{sayDay(one.effectiveOn)}</td>
              <td>
                <Subject one={one} />
                <span className={styles.under}>caused by {one.cause.replace('_', ' ')}</span>
              </td>
              <td>{one.book}</td>
              <td>{one.debit.name}</td>
              <td>{one.credit.name}</td>
              <td className={styles.num}>{formatCents(one.cents)}</td>
              <td className={styles.num}>{formatCents(one.effect)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

// Postings about sessions lead to the session; those about remittances to the remittance.
function Subject({ one }: { one: Postings['transfers'][number] }) {
  const words = sayPosting(one.kind)
  const isRemittance = one.kind.startsWith('remittance_') || one.kind === 'provider_adjustments'
  if (isRemittance) {
    return (
      <Link to="/operations/remittances/$remittanceId" params={{ remittanceId: one.subject }}>
        {words}
      </Link>
    )
  }
  const ofSession = ['payer_receivable', 'client_receivable', 'session_value'].some((kind) =>
    [one.debit, one.credit].some((side) => side.kind === kind && side.subject.startsWith(one.subject)),
  )
  if (!ofSession) return <>{words}</>
  return (
    <Link
      to="/operations/practices/$practiceId/sessions/$sessionId"
      params={{ practiceId: one.practiceId, sessionId: one.subject }}
    >
      {words}
    </Link>
  )
}
