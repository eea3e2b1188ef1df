import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import styles from './operations.module.css'
import { contractsQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { PlansPart } from './plans-part.tsx'

/** What each payer has agreed to, by state and network; each contract opens its rates. */
export function ContractsPage() {
  const found = useQuery(contractsQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  return (
    <>
      <PageHead name="Contracts and rates" title="Contracts and rates">
        What payers have agreed to pay, and what practices are paid for it. Providers’ rates are set first; a lower one
        is told ahead.
      </PageHead>
      <div className={page.stack}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
        <section className={[page.panel, styles.scroll].join(' ')} aria-label="Contracts, table" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Payer</th>
                <th scope="col">State</th>
                <th scope="col">Plans</th>
                <th scope="col">Who bills</th>
                <th scope="col">In force</th>
                <th scope="col" className={styles.num}>
                  Notice
                </th>
              </tr>
            </thead>
            <tbody>
              {found.data.map((contract) => (
                <tr key={contract.id}>
                  <th scope="row">
                    <Link to="/operations/contracts/$contractId" params={{ contractId: contract.id }}>
                      {contract.payer}
                    </Link>
                    <span className={styles.under}>{contract.networkId}</span>
                  </th>
                  <td>{contract.state}</td>
                  <td>{contract.plans.map(({ name }) => name).join(', ') || '–'}</td>
                  <td>{contract.entity}</td>
                  <td className={styles.nowrap}>
                    {sayDay(contract.from)}
                    <span className={styles.under}>
                      {contract.until === null ? 'without an end' : `until ${sayDay(contract.until)}`}
                    </span>
                  </td>
                  <td className={styles.num}>{contract.noticeDays} days</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <PlansPart />
      </div>
    </>
  )
}
