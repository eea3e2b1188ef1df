import { Link } from '@tanstack/react-router'
import { type Cents, formatCents, plus, sum } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { sayDay, sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import styles from './next-payout.module.css'
import type { Home } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'

/** The money that comes next, and how the payout after it fills: what is confirmed, and what still waits. */
export function NextPayout({ home, place }: { home: Home; place: Place }) {
  const payout = home.nextPayout
  const params = { practiceId: place.practiceId }
  const all = (
    <Link to="/practice/$practiceId/payments" params={params}>
      {payout ? sayItems(payout.lines) : 'All payments'}
    </Link>
  )
  return (
    <Section name="Next payout" remark={all}>
      <div className={[page.panel, page.pad].join(' ')}>
        {payout ? (
          <>
            <p className={rows.big}>{formatCents(payout.cents)}</p>
            <p className={rows.sub}>
              arrives on {sayDay(payout.settlesOn)}
              {home.accountEnds ? `, in the account ending ${home.accountEnds}` : ''}, whatever the insurers do.
            </p>
          </>
        ) : (
          <p className={rows.sub}>Nothing is on its way now. Once a session is confirmed, its payday stands here.</p>
        )}
        {home.thisWindow && home.toConfirm.length > 0 ? (
          <Filling home={home} window={home.thisWindow} place={place} />
        ) : null}
      </div>
    </Section>
  )
}

type Window = NonNullable<Home['thisWindow']>

function Filling({ home, window, place }: { home: Home; window: Window; place: Place }) {
  const known = home.toConfirm.flatMap(({ lastPaidCents }) => (lastPaidCents === null ? [] : [lastPaidCents]))
  const waiting = sum(known)
  const isSame = home.nextPayout?.settlesOn === window.settlesOn
  const complete = known.length === home.toConfirm.length
  return (
    <>
      <hr className={rows.rule} />
      <h3>
        {isSame ? 'Still open' : 'Then'}, on {sayDayFrom(place.today, window.settlesOn)}
      </h3>
      <Bar confirmed={window.cents} waiting={waiting} />
      <dl className={styles.key}>
        <div>
          <dt className={styles.solid}>{sayItems(window.lines)} confirmed so far</dt>
          <dd>{formatCents(window.cents)}</dd>
        </div>
        <div>
          <dt className={styles.striped}>{home.toConfirm.length} waiting for you</dt>
          <dd>{known.length === 0 ? 'not known yet' : `${complete ? '' : 'from '}${formatCents(waiting)}`}</dd>
        </div>
        {known.length > 0 ? (
          <div className={styles.sum}>
            <dt>If you confirm them</dt>
            <dd>
              {complete ? '' : 'from '}
              {formatCents(plus(window.cents, waiting))}
            </dd>
          </div>
        ) : null}
      </dl>
    </>
  )
}

function Bar({ confirmed, waiting }: { confirmed: Cents; waiting: Cents }) {
  if (confirmed + waiting <= 0) return null
  const widths = { gridTemplateColumns: `${Math.max(confirmed, 0)}fr ${waiting}fr` }
  return (
    <div className={styles.bar} style={widths} aria-hidden="true">
      <i />
      <i />
    </div>
  )
}

function sayItems(lines: number): string {
  return lines === 1 ? '1 session' : `${lines} sessions`
}
