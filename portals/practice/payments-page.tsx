import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { formatCents } from '../../libraries/money/index.ts'
import type { Payments, Payout } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { capital, sayCount, sayDay, sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { paymentsQuery } from '../queries.ts'
import { PayMonths } from './pay-months.tsx'
import styles from './payments.module.css'
import { type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'

const route = getRouteApi('/practice/$practiceId/payments')

/** What is on its way, and what has come; a payout opens the sessions that it pays, and its address says which is open. */
export function PaymentsPage() {
  const place = usePlace()
  const payments = useQuery(paymentsQuery(place.practiceId))
  return (
    <>
      <PageHead name="Payments" title="Payments">
        One payout per payday, with everything you confirmed for it. Insurers’ answers never move it.
      </PageHead>
      {payments.error ? (
        <TroubleNotice trouble={payments.error} onRetry={() => void payments.refetch()} />
      ) : payments.data ? (
        <div className={page.stack}>
          <Upcoming upcoming={payments.data.upcoming} place={place} />
          <PayMonths past={payments.data.past} place={place} />
          <Past past={payments.data.past} place={place} />
        </div>
      ) : (
        <RowShapes />
      )}
    </>
  )
}

function Upcoming({ upcoming, place }: { upcoming: Payments['upcoming']; place: Place }) {
  if (upcoming.length === 0) {
    return (
      <Section name="Upcoming">
        <div className={[page.panel, page.empty].join(' ')}>
          <h3>Nothing is on its way</h3>
          <p>Confirm a session, and the payout that it goes into stands here with its day and amount.</p>
          <Link to="/practice/$practiceId/sessions" params={{ practiceId: place.practiceId }}>
            Sessions to confirm
          </Link>
        </div>
      </Section>
    )
  }
  return (
    <Section name="Upcoming">
      <ul className={page.panel}>
        {upcoming.map((payout) => (
          <li key={payout.payOn} className={[rows.row, styles.payout].join(' ')}>
            <div>
              <h3>{sayDay(payout.settlesOn)}</h3>
              <p className={rows.detail}>
                {capital(sayCount(payout.lines))} {payout.lines === 1 ? 'item' : 'items'}; the file goes to the bank on{' '}
                {sayDayFrom(place.today, payout.sendsOn)}.
              </p>
              {payout.hold ? (
                <p className={[page.hint, page.no].join(' ')}>
                  <Icon name="lack" small />
                  <span>
                    {payout.hold}{' '}
                    {place.membership.may.bank === 'none' ? null : (
                      <Link
                        to="/practice/$practiceId/settings"
                        params={{ practiceId: place.practiceId }}
                        search={{ part: 'bank' }}
                      >
                        Bank account
                      </Link>
                    )}
                  </span>
                </p>
              ) : null}
            </div>
            <div className={rows.amount}>
              <b>{formatCents(payout.cents)}</b>
              <span>to you</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Past({ past, place }: { past: Payout[]; place: Place }) {
  if (past.length === 0) {
    return (
      <Section name="Past">
        <p className={rows.sub}>No payout has been made yet. Each one stays here with its sessions.</p>
      </Section>
    )
  }
  return (
    <Section name="Past">
      <div className={page.panel}>
        {past.map((payout) => (
          <PastPayout key={payout.payoutId} payout={payout} place={place} />
        ))}
      </div>
    </Section>
  )
}

function PastPayout({ payout, place }: { payout: Payout; place: Place }) {
  const { payout: opened } = route.useSearch()
  const isOpen = opened === payout.payoutId
  const id = `payout-${payout.payoutId}`
  return (
    <div className={styles.past}>
      <div className={[rows.row, styles.payout].join(' ')}>
        <div>
          <h3>
            <Link
              to="/practice/$practiceId/payments"
              params={{ practiceId: place.practiceId }}
              search={isOpen ? {} : { payout: payout.payoutId }}
              resetScroll={false}
              aria-expanded={isOpen}
              aria-controls={id}
              className={styles.opens}
            >
              <Icon name="right" small className={isOpen ? styles.open : undefined} />
              {sayDay(payout.settlesOn)}
            </Link>
          </h3>
          <p className={rows.detail}>{sayPayoutState(payout)}</p>
        </div>
        <div className={rows.amount}>
          <b className={payout.state === 'settled' ? rows.got : undefined}>{formatCents(payout.cents)}</b>
          <span>{payout.lines.length === 1 ? 'one item' : `${payout.lines.length} items`}</span>
        </div>
      </div>
      <div id={id} hidden={!isOpen} className={styles.lines}>
        {isOpen ? (
          <>
            <Papers payout={payout} place={place} />
            <PayoutLines payout={payout} place={place} />
          </>
        ) : null}
      </div>
    </div>
  )
}

/** The payout's statement, to keep: one row for each item, and the rows add up to the deposit. */
function Papers({ payout, place }: { payout: Payout; place: Place }) {
  const path = `/api/practices/${place.practiceId}/payments/${payout.payoutId}/statement`
  const day = sayDay(payout.settlesOn)
  return (
    <p className={styles.papers}>
      <a href={`${path}.pdf`} download aria-label={`Statement as PDF, ${day}`}>
        Statement as PDF
      </a>
      <a href={`${path}.csv`} download aria-label={`As CSV, ${day}`}>
        As CSV
      </a>
      {place.membership.kind === 'group' && place.membership.may.money === 'all' ? (
        <Link
          to="/practice/$practiceId/payments/$payoutId"
          params={{ practiceId: place.practiceId, payoutId: payout.payoutId }}
          aria-label={`Payments report, ${day}`}
        >
          Payments report
        </Link>
      ) : null}
    </p>
  )
}

function sayPayoutState({ state }: Payout): string {
  switch (state) {
    case 'sent':
      return 'On its way: the bank has the file.'
    case 'settled':
      return 'Arrived in your account.'
    case 'returned':
      return 'Your bank sent it back. It is paid again once your account is verified.'
  }
}

function PayoutLines({ payout, place }: { payout: Payout; place: Place }) {
  return (
    <table className={page.table}>
      <caption className={page.vh}>What the payout of {sayDay(payout.settlesOn)} pays</caption>
      <thead>
        <tr>
          <th scope="col">Session</th>
          <th scope="col">What</th>
          <th scope="col" className={page.num}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {payout.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a payout's lines never change
          <tr key={index}>
            <th scope="row">
              {line.sessionId ? (
                <Link
                  to="/practice/$practiceId/sessions/$sessionId"
                  params={{ practiceId: place.practiceId, sessionId: line.sessionId }}
                >
                  {line.clientName ?? 'Session'}
                  {line.serviceOn ? `, ${sayDayFrom(place.today, line.serviceOn)}` : ''}
                </Link>
              ) : (
                (line.clientName ?? 'Other')
              )}
            </th>
            <td>{line.words}</td>
            <td className={page.num}>{formatCents(line.cents)}</td>
          </tr>
        ))}
        <tr className={page.sum}>
          <th scope="row">Payout</th>
          <td />
          <td className={page.num}>{formatCents(payout.cents)}</td>
        </tr>
      </tbody>
    </table>
  )
}
