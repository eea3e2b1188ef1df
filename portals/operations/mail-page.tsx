import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayMoment } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { houseQuery } from '../queries.ts'
import styles from './operations.module.css'
import type { LetterState, Letters } from './operations-contract.ts'
import { mailQuery } from './operations-queries.ts'
import { Pager } from './pager.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/mail')

const states: Record<LetterState, { tab: string; said: string }> = {
  sent: { tab: 'Sent', said: 'Sent' },
  kept: { tab: 'Kept', said: 'Kept in the outbox: no mail server is set' },
  waits: { tab: 'Waiting', said: 'Goes out next' },
  failed: { tab: 'To be tried again', said: 'Tried, and will be tried again' },
  refused: { tab: 'Refused', said: 'Refused for good' },
}

// The demonstration writes letters and, unless somebody gives it a mail server, posts none: nothing is overdue there.
const waitsInDemonstration = {
  tab: 'In the outbox',
  said: 'Kept for the mailbox of the demonstration, which posts none',
}

function useStates(): typeof states {
  const { data: house } = useQuery(houseQuery)
  return house?.mode === 'demonstration' ? { ...states, waits: waitsInDemonstration } : states
}

/** Every letter that the house wrote, the latest first, with what became of it. */
export function MailPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const found = useQuery(mailQuery(search))
  const states = useStates()
  const all = Object.values(found.data?.byState ?? {}).reduce((total, count) => total + count, 0)
  const shown = Object.entries(states).filter(([state]) => state !== 'kept' || (found.data?.byState.kept ?? 0) > 0)
  return (
    <>
      <PageHead name="Mail" title="Mail">
        Every letter that we sent or keep. None says anything of anybody’s health.
      </PageHead>
      <nav className={page.tabs} aria-label="Which letters">
        <Link to="/operations/mail" search={{}} activeOptions={{ exact: true }}>
          All<span className={styles.tabCount}>{found.data ? all : ''}</span>
        </Link>
        {shown.map(([state, { tab }]) => (
          <Link key={state} to="/operations/mail" search={{ state }} activeOptions={{ exact: true }}>
            {tab}
            <span className={styles.tabCount}>{found.data?.byState[state] ?? ''}</span>
          </Link>
        ))}
      </nav>
      {found.error ? <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? (
        found.error ? null : (
          <RowShapes rows={5} />
        )
      ) : found.data.letters.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>No letter here</h2>
          <p>Invitations, verifications, reminders and notices stand here as they are written.</p>
        </div>
      ) : (
        <>
          <div className={page.panel}>
            {found.data.letters.map((letter) => (
              <OneLetter key={letter.id} letter={letter} />
            ))}
          </div>
          <Pager
            page={found.data.page}
            pages={found.data.pages}
            to={(to) => void navigate({ search: { ...search, page: to } })}
          />
        </>
      )}
    </>
  )
}

function OneLetter({ letter }: { letter: Letters['letters'][number] }) {
  const { zone } = useOperatorClock()
  const { tab, said } = useStates()[letter.state]
  return (
    <details className={styles.letter}>
      <summary>
        <span>
          <b>{letter.subject}</b>
          <span className={styles.under}>
            to {letter.to}, {letter.practiceName}
          </span>
        </span>
        <span className={styles.right}>
          <span className={letter.state === 'refused' ? styles.need : undefined}>{tab}</span>
          <span className={styles.under}>{sayMoment(letter.recordedAt, zone)}</span>
        </span>
      </summary>
      <pre>{letter.body}</pre>
      <p className={[page.quiet, page.pad].join(' ')}>
        {said}
        {letter.detail === null ? '' : `: ${letter.detail}`}.
      </p>
    </details>
  )
}
