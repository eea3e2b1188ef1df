import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { formatCents, sum } from '../../libraries/money/index.ts'
import type { Payout } from '../contract.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { payByMonth } from './pay-by-month.ts'
import styles from './payments.module.css'
import type { Place } from './practice-place.ts'
import { sayMonth } from './say-month.ts'

const PayChart = lazy(async () => ({ default: (await import('./pay-chart.tsx')).PayChart }))

/** What arrived month by month, as bars and as a table. */
export function PayMonths({ past, place }: { past: Payout[]; place: Place }) {
  const months = payByMonth(past, place.operatorToday)
  if (months.length < 2) return null
  const total = sum(months.map(({ cents }) => cents))
  return (
    <Section name="Your pay by month" remark={<p>{formatCents(total)} in all.</p>}>
      <div className={[page.panel, page.pad].join(' ')}>
        <Suspense fallback={<Skeleton height={220} radius="md" />}>
          <PayChart months={months} />
        </Suspense>
        <details className={styles.behind}>
          <summary>Show as a table</summary>
          <table className={page.table}>
            <caption className={page.vh}>Your pay by month</caption>
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col" className={page.num}>
                  Payouts
                </th>
                <th scope="col" className={page.num}>
                  Amount
                </th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, cents, payouts }) => (
                <tr key={month}>
                  <th scope="row">{sayMonth(month)}</th>
                  <td className={page.num}>{payouts}</td>
                  <td className={page.num}>{formatCents(cents)}</td>
                </tr>
              ))}
              <tr className={page.sum}>
                <th scope="row">Together</th>
                <td />
                <td className={page.num}>{formatCents(total)}</td>
              </tr>
            </tbody>
          </table>
        </details>
      </div>
    </Section>
  )
}
