import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { Treasury } from '../../business/operations/treasury.ts'
import { type Cents, formatCents, negate, sum, zero } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import styles from './operations.module.css'
import { type PostingSearch, treasuryQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { StandingLine } from './queues-page.tsx'
import { sayNeed, sayNeedAdded } from './say-need.ts'
import { AgeingTable, MonthsTable } from './treasury-tables.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

// Charts are a heavy library: they come after the figures, which stand without them.
const AgeingChart = lazy(() => import('./treasury-charts.tsx').then((charts) => ({ default: charts.AgeingChart })))
const MonthsChart = lazy(() => import('./treasury-charts.tsx').then((charts) => ({ default: charts.MonthsChart })))

/** How the operator's money stands today; every figure opens its postings. */
export function TreasuryPage() {
  const found = useQuery(treasuryQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  const { ageing, months, resultCents } = found.data
  return (
    <>
      <PageHead
        name="Treasury"
        title="Treasury"
        actions={
          <ButtonLink to="/operations/owed-by-clients" variant="default">
            What clients owe
          </ButtonLink>
        }
      >
        {sayNeed(found.data.ahead)}
      </PageHead>
      <div className={page.stack}>
        <StandingLine />
        <Figures money={found.data} />
        <Section name="What payers owe, by age" remark={<p>days since the session was confirmed</p>}>
          {ageing.length === 0 ? (
            <p className={page.quiet}>No payer owes anything.</p>
          ) : (
            <>
              <Suspense fallback={<div className={styles.chart} />}>
                <AgeingChart ageing={ageing} />
              </Suspense>
              <AgeingTable ageing={ageing} />
            </>
          )}
        </Section>
        <Section
          name="Our result, month by month"
          remark={
            <p>
              in all <Postings search={{ kind: 'results' }} cents={resultCents} />
            </p>
          }
        >
          {months.length === 0 ? (
            <p className={page.quiet}>Nothing has been confirmed yet.</p>
          ) : (
            <>
              <Suspense fallback={<div className={styles.chart} />}>
                <MonthsChart months={months} />
              </Suspense>
              <MonthsTable months={months} />
            </>
          )}
        </Section>
        <Accounts accounts={found.data.accounts} />
      </div>
    </>
  )
}

/** A figure that opens the postings that it is made of. */
export function Postings({ search, cents }: { search: PostingSearch; cents: Cents }) {
  return (
    <Link to="/operations/postings" search={search}>
      {formatCents(cents)}
    </Link>
  )
}

function Figures({ money: { ahead, bank, accounts } }: { money: Treasury }) {
  const { today } = useOperatorClock()
  const by = ahead.payday === null ? 'by the next payday' : `by ${sayDayFrom(today, ahead.payday)}`
  const payable = accounts.filter(({ kind }) => kind === 'practice_payable').map(({ cents }) => cents)
  const promised = negate(sum(payable))
  const cards = [
    { name: 'Bank, by our books', cents: ahead.bank, search: { kind: 'bank' }, words: sayStatement(bank, today) },
    {
      name: 'Expected at the bank',
      cents: ahead.expected,
      search: { kind: 'remittance_clearing,card_clearing' },
      words: 'announced by payers or held by the card processor',
    },
    {
      name: 'Owed to practices',
      cents: ahead.payable,
      search: { kind: 'practice_payable' },
      words: `due ${by}, of ${formatCents(promised)} promised and in no payout yet`,
    },
    {
      name: 'Payouts on their way',
      cents: ahead.inTransit,
      search: { kind: 'payout_in_transit' },
      words: 'with the bank, not settled',
    },
  ]
  return (
    <Section name="The next payday">
      <div className={styles.cards}>
        {cards.map(({ name, cents, search, words }) => (
          <div key={name} className={[page.panel, styles.card].join(' ')}>
            <h3>{name}</h3>
            <Link to="/operations/postings" search={search} className={styles.figure}>
              {formatCents(cents)}
            </Link>
            <p>{words}</p>
          </div>
        ))}
        <div className={[page.panel, styles.card].join(' ')}>
          <h3>Own money needed</h3>
          <span className={[styles.figure, ahead.needed === zero ? '' : styles.need].join(' ')}>
            {formatCents(ahead.needed)}
          </span>
          <p>
            {by}: {sayNeedAdded(ahead)}
          </p>
        </div>
      </div>
    </Section>
  )
}

function sayStatement(bank: Treasury['bank'], today: Parameters<typeof sayDayFrom>[0]): string {
  const [account] = bank
  if (account === undefined) return 'no account'
  if (account.statement === null) return 'no statement has come yet'
  const day = sayDayFrom(today, account.statement.asOf)
  if (account.difference === zero) return `as the bank’s statement of ${day} says`
  return `the statement of ${day} says ${formatCents(account.statement.cents)}`
}

function Accounts({ accounts }: { accounts: Treasury['accounts'] }) {
  return (
    <Section name="Every account" remark={<p>debits less credits</p>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
      <section className={[page.panel, styles.scroll].join(' ')} aria-label="Accounts, table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Book</th>
              <th scope="col" className={styles.num}>
                Stands at
              </th>
            </tr>
          </thead>
          <tbody>
            {accounts.map(({ book, kind, name, words, cents }) => (
              <tr key={`${book} ${kind}`}>
                <th scope="row">
                  <b>{name}</b>
                  <span className={styles.under}>{words}</span>
                </th>
                <td>{book === 'operator' ? 'Ours' : 'Practices'}</td>
                <td className={styles.num}>
                  <Postings search={{ book, kind }} cents={cents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
