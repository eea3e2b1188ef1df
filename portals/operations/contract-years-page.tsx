import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ContractYearFigures, ContractYears } from '../../business/operations/contract-year-page.ts'
import { addDays } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { careFigures } from '../design/care-figures.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay } from '../design/say-day.ts'
import { sayFamily } from '../design/say-family.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import styles from './operations.module.css'
import { contractYearsQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/contracts/$contractId/years')

/** What a contract shows over its years: what it is argued with, what the plan asks for, what it brought, its rates. */
export function ContractYearsPage() {
  const { contractId } = route.useParams()
  const found = useQuery(contractYearsQuery(contractId))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown contract={found.data} />
}

function Shown({ contract }: { contract: ContractYears }) {
  const { payer, state, years } = contract
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/contracts">Contracts and rates</Link>
        <Icon name="right" small />
        <Link to="/operations/contracts/$contractId" params={{ contractId: contract.id }}>
          {payer}, {state}
        </Link>
        <Icon name="right" small />
        <span>Year by year</span>
      </nav>
      <PageHead name={`${payer}, ${state}, year by year`} title="Contract, year by year">
        From confirmed sessions, their claims and the books, by the contract’s own years. In force since{' '}
        {sayDay(contract.from)}
        {contract.until === null ? '' : `, until ${sayDay(contract.until)}`}.
      </PageHead>
      {years.length === 0 ? (
        <p className={page.quiet}>The contract has not begun. Its first year stands here on its first day.</p>
      ) : (
        <div className={page.stack}>
          {careFigures.map(({ name, figures }) => (
            <Section key={name} name={name}>
              <Table name={name} years={years}>
                {figures.map((figure) => (
                  <Row key={figure.name} name={figure.name} how={figure.how}>
                    {years.map(({ year, care }) => (
                      <td key={year} className={styles.right}>
                        {care.sessions === 0 ? '–' : (figure.say(care) ?? '–')}
                      </td>
                    ))}
                  </Row>
                ))}
              </Table>
            </Section>
          ))}
          <Section name="What it brought" remark={<p>by the books</p>}>
            <Money years={years} />
          </Section>
          {years.map((year) => (
            <Section key={year.year} name={`Rates of ${sayYear(year)}`}>
              <Rates year={year} />
            </Section>
          ))}
        </div>
      )}
    </>
  )
}

/** "Year 7, 2026", or both calendar years that it lies in. */
function sayYear({ year, from, until }: ContractYearFigures): string {
  const [first, last] = [from.slice(0, 4), addDays(until, -1).slice(0, 4)]
  return `year ${year}, ${first === last ? first : `${first} to ${last}`}`
}

function Table({
  name,
  years,
  children,
}: {
  name: string
  years: readonly ContractYearFigures[]
  children: React.ReactNode
}) {
  const { today } = useOperatorClock()
  return (
    <section
      className={[page.panel, styles.scroll].join(' ')}
      aria-label={`${name}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className={[styles.table, styles.wraps].join(' ')}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            {years.map((year) => (
              <th key={year.year} scope="col" className={styles.num}>
                {capital(sayYear(year))}
                {year.until > today ? ', so far' : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

function Row({ name, how, children }: { name: string; how: string; children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row">
        <b>{name}</b>
        <span className={styles.under}>{how}</span>
      </th>
      {children}
    </tr>
  )
}

const moneyRows: readonly { name: string; how: string; of: (money: ContractYearFigures['money']) => Cents }[] = [
  { name: 'The payer paid', how: 'for sessions of the year, whenever it did', of: ({ payerPaid }) => payerPaid },
  { name: 'Clients paid', how: 'less what went back', of: ({ clientsPaid }) => clientsPaid },
  { name: 'Still owed', how: 'by payer and clients', of: ({ owed }) => owed },
  { name: 'Practices’ pay', how: 'whether or not the payer has paid', of: ({ practices }) => practices },
  { name: 'We keep', how: 'after what we absorbed; below zero we add', of: ({ kept }) => kept },
  { name: 'Absorbed', how: 'denied, underpaid, silent or forgiven', of: ({ absorbed }) => absorbed },
]

function Money({ years }: { years: readonly ContractYearFigures[] }) {
  return (
    <Table name="What it brought" years={years}>
      {moneyRows.map(({ name, how, of }) => (
        <Row key={name} name={name} how={how}>
          {years.map(({ year, money }) => (
            <td key={year} className={styles.num}>
              {formatCents(of(money))}
            </td>
          ))}
        </Row>
      ))}
    </Table>
  )
}

function Rates({ year: { year, rates } }: { year: ContractYearFigures }) {
  if (rates.length === 0) return <p className={page.quiet}>Nothing was given under it in this year.</p>
  return (
    <section
      className={[page.panel, styles.scroll].join(' ')}
      aria-label={`Rates of year ${year}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" className={styles.num}>
              Given
            </th>
            <th scope="col" className={styles.num}>
              Payer, at first
            </th>
            <th scope="col" className={styles.num}>
              Payer, at last
            </th>
            <th scope="col" className={styles.num}>
              Practice, at last
            </th>
            <th scope="col" className={styles.num}>
              We keep
            </th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ licenceFamily, code, modifiers, count, payer, provider, payerBefore }) => (
            <tr key={[licenceFamily, code, ...modifiers].join(' ')}>
              <th scope="row">
                <b>{[code, ...modifiers].join(' ')}</b>
                <span className={styles.under}>{sayFamily(licenceFamily)}</span>
              </th>
              <td className={styles.num}>{count.toLocaleString('en-US')}</td>
              <td className={styles.num}>{amount(payerBefore)}</td>
              <td className={styles.num}>{amount(payer)}</td>
              <td className={styles.num}>{amount(provider)}</td>
              <td className={styles.num}>
                {payer === null || provider === null ? '–' : formatCents((payer - provider) as Cents)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function amount(cents: Cents | null): string {
  return cents === null ? '–' : formatCents(cents)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
