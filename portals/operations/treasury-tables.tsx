import { Link } from '@tanstack/react-router'
import { ages } from '../../business/operations/age-of.ts'
import type { Treasury } from '../../business/operations/treasury.ts'
import { type Cents, formatCents, sum, zero } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import styles from './operations.module.css'

const losses = 'contract_variance,denials_absorbed,silence_absorbed,bad_debt_absorbed'

/** What each payer owes, by age; the last row adds every column up. */
export function AgeingTable({ ageing }: { ageing: Treasury['ageing'] }) {
  const shown = (cents: Cents) => (cents === zero ? '–' : formatCents(cents))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={[page.panel, styles.scroll].join(' ')} aria-label="What payers owe, table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Payer</th>
            {ages.map((age) => (
              <th key={age} scope="col" className={styles.num}>
                {age} days
              </th>
            ))}
            <th scope="col" className={styles.num}>
              Owes
            </th>
          </tr>
        </thead>
        <tbody>
          {ageing.map(({ payerId, payer, byAge, cents }) => (
            <tr key={payerId}>
              <th scope="row">{payer}</th>
              {ages.map((age) => (
                <td key={age} className={styles.num}>
                  {shown(byAge[age])}
                </td>
              ))}
              <td className={styles.num}>
                <Link to="/operations/postings" search={{ kind: 'payer_receivable', payer: payerId }}>
                  {formatCents(cents)}
                </Link>
              </td>
            </tr>
          ))}
          <tr className={styles.total}>
            <th scope="row">All payers</th>
            {ages.map((age) => (
              <td key={age} className={styles.num}>
                {shown(sum(ageing.map(({ byAge }) => byAge[age])))}
              </td>
            ))}
            <td className={styles.num}>{formatCents(sum(ageing.map(({ cents }) => cents)))}</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

const parts = [
  { key: 'kept', name: 'Kept', kind: 'operator_share' },
  { key: 'added', name: 'Added', kind: 'operator_subsidy' },
  { key: 'absorbed', name: 'Absorbed', kind: losses },
  { key: 'other', name: 'Costs and interest', kind: 'payer_interest,operating_costs' },
  { key: 'result', name: 'Result', kind: 'results' },
] as const

/** What each month earned: kept, added, absorbed; each figure opens its postings. */
export function MonthsTable({ months }: { months: Treasury['months'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={[page.panel, styles.scroll].join(' ')} aria-label="Result by month, table" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Month</th>
            {parts.map(({ key, name }) => (
              <th key={key} scope="col" className={styles.num}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => (
            <tr key={month.month}>
              <th scope="row">{sayMonth(month.month)}</th>
              {parts.map(({ key, kind }) => (
                <td key={key} className={styles.num}>
                  {month[key] === zero ? (
                    '–'
                  ) : (
                    <Link to="/operations/postings" search={{ kind, month: month.month }}>
                      {formatCents(month[key])}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** "April 2026". */
export function sayMonth(month: string): string {
  const [year = '', number = '1'] = month.split('-')
  const name = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, Number(number) - 1, 1)),
  )
  return `${name} ${year}`
}
