import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay } from '../design/say-day.ts'
import { ScrollingPanel } from '../design/scrolling-panel.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import styles from './team.module.css'
import { type PaymentsReport, paymentsReportQuery } from './team-queries.ts'

const route = getRouteApi('/practice/$practiceId/payments/$payoutId')

/** A group's report of one deposit: its rows add up to it, and so do the earnings of each clinician. */
export function PaymentsReportPage() {
  const place = usePlace()
  const { payoutId } = route.useParams()
  const report = useQuery(paymentsReportQuery(place.practiceId, payoutId))
  const path = `/api/practices/${place.practiceId}/payments/${payoutId}`
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/practice/$practiceId/payments" params={{ practiceId: place.practiceId }}>
          Payments
        </Link>
        <Icon name="right" small />
        <span>Payments report</span>
      </nav>
      {report.error ? (
        <TroubleNotice trouble={report.error} onRetry={() => void report.refetch()} />
      ) : report.data === undefined ? (
        <RowShapes rows={5} />
      ) : (
        <>
          <PageHead name={`Deposit of ${sayDay(report.data.settlesOn)}`} title="Payments report">
            {sayDeposit(report.data)}
          </PageHead>
          <div className={page.stack}>
            <Earnings report={report.data} path={path} />
            <Lines report={report.data} path={path} />
          </div>
        </>
      )}
    </>
  )
}

function sayDeposit({ state, cents, accountEnds, trace }: PaymentsReport): string {
  const account = accountEnds === null ? 'your account' : `the account ending ${accountEnds}`
  const verb = { sent: 'is on its way to', settled: 'arrived in', returned: 'was sent back by' }[state]
  return `${formatCents(cents)} ${verb} ${account}. Trace number ${trace}.`
}

function Earnings({ report, path }: { report: PaymentsReport; path: string }) {
  const most = Math.max(1, ...report.earnings.map(({ cents }) => cents))
  return (
    <Section
      name="Earnings by clinician"
      remark={
        <a href={`${path}/earnings.csv`} download>
          As CSV
        </a>
      }
    >
      <ul className={page.panel} aria-label="Earnings by clinician">
        {report.earnings.map(({ clinicianName, items, cents }) => (
          <li key={clinicianName ?? 'practice'} className={[rows.row, styles.member, styles.plain].join(' ')}>
            <div>
              <h3>{clinicianName ?? 'The practice itself'}</h3>
              <p className={rows.detail}>{items === 1 ? 'One item' : `${items} items`}</p>
              <div className={styles.bar} aria-hidden="true">
                <span style={{ width: `${Math.max(0, Math.round((cents / most) * 100))}%` }} />
              </div>
            </div>
            <div className={rows.amount}>
              <b className={report.state === 'settled' ? rows.got : undefined}>{formatCents(cents)}</b>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Lines({ report, path }: { report: PaymentsReport; path: string }) {
  return (
    <Section
      name="Every item"
      remark={
        <a href={`${path}/statement.csv`} download>
          Report as CSV
        </a>
      }
    >
      <ScrollingPanel name="Every item of the deposit">
        <table className={page.table}>
          <caption className={page.vh}>Every item of the deposit of {sayDay(report.settlesOn)}</caption>
          <thead>
            <tr>
              {['Session', 'Client', 'Clinician', 'Plan', 'What'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              <th scope="col" className={page.num}>
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {report.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a payout's lines never change
              <tr key={index}>
                <th scope="row">{line.serviceOn === null ? 'None' : sayDay(line.serviceOn)}</th>
                <td>{line.clientName ?? ''}</td>
                <td>{line.clinicianName ?? ''}</td>
                <td>{[line.planName, line.state].filter((each) => each !== null).join(', ')}</td>
                <td>{line.words}</td>
                <td className={page.num}>{formatCents(line.cents)}</td>
              </tr>
            ))}
            <Total cents={report.cents} />
          </tbody>
        </table>
      </ScrollingPanel>
    </Section>
  )
}

function Total({ cents }: { cents: Cents }) {
  return (
    <tr className={page.sum}>
      <th scope="row" colSpan={5}>
        The deposit
      </th>
      <td className={page.num}>{formatCents(cents)}</td>
    </tr>
  )
}
