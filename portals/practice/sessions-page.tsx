import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { SessionRow } from '../contract.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom, sayTime } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { type Show, sessionsQuery } from '../queries.ts'
import { type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import { sayPlaceOf, saySessionState } from './say-session.ts'

const route = getRouteApi('/practice/$practiceId/sessions')

const tabs: { show: Show; name: string; empty: string }[] = [
  { show: 'to_confirm', name: 'To confirm', empty: 'No session waits for you to confirm it.' },
  { show: 'confirmed', name: 'Confirmed', empty: 'You have not confirmed a session yet.' },
  { show: 'all', name: 'All', empty: 'There is no session yet. Add the first one that you have held or planned.' },
]

/** Every session of the practice: those to confirm, those confirmed, all. Which of these stands in the address. */
export function SessionsPage() {
  const place = usePlace()
  const { show = 'to_confirm' } = route.useSearch()
  const sessions = useQuery(sessionsQuery(place.practiceId, show))
  const tab = tabs.find((each) => each.show === show) ?? tabs[0]
  const params = { practiceId: place.practiceId }
  const add = (
    <ButtonLink to="/practice/$practiceId/sessions/add" params={params} leftSection={<Icon name="plus" small />}>
      Add session
    </ButtonLink>
  )
  return (
    <>
      <PageHead name="Sessions" title="Sessions" actions={add}>
        Confirm a session within 30 days of it; from then on its payday is fixed.
      </PageHead>
      <nav className={page.tabs} aria-label="Which sessions">
        {tabs.map((each) => (
          <Link
            key={each.show}
            to="/practice/$practiceId/sessions"
            params={params}
            search={each.show === 'to_confirm' ? {} : { show: each.show }}
            activeOptions={{ exact: true }}
          >
            {each.name}
          </Link>
        ))}
      </nav>
      {sessions.error ? (
        <TroubleNotice trouble={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : sessions.data === undefined ? (
        <RowShapes rows={4} />
      ) : sessions.data.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>Nothing here</h2>
          <p>{tab?.empty}</p>
        </div>
      ) : (
        <ul className={page.panel} aria-label={tab?.name}>
          {sessions.data.map((session) => (
            <Row key={session.id} session={session} place={place} />
          ))}
        </ul>
      )}
    </>
  )
}

function Row({ session, place }: { session: SessionRow; place: Place }) {
  const params = { practiceId: place.practiceId, sessionId: session.id }
  const over = ['lapsed', 'voided', 'cancelled', 'no_show'].includes(session.state)
  return (
    <li className={[rows.row, rows.priced, over ? rows.grey : ''].join(' ')}>
      <div className={rows.when}>
        <b>{sayDayFrom(place.today, dateIn(session.startsAt, place.zone))}</b> {sayTime(session.startsAt, place.zone)}
      </div>
      <div>
        <h2 className={page.rowName}>
          <Link to="/practice/$practiceId/sessions/$sessionId" params={params}>
            {session.clientName}
          </Link>
        </h2>
        <p className={rows.detail}>
          {sayPlaceOf(session.modality)}, {session.clinicianName}. {saySessionState(session, place.operatorToday)}
        </p>
      </div>
      {session.providerCents ? (
        <div className={rows.amount}>
          <b>{formatCents(session.providerCents)}</b>
          <span>to you</span>
        </div>
      ) : (
        <span />
      )}
      {session.state === 'to_confirm' && place.mayConfirm ? (
        <ButtonLink
          to="/practice/$practiceId/sessions/$sessionId/confirm"
          params={params}
          variant="default"
          aria-label={`Confirm the session with ${session.clientName}`}
        >
          Confirm
        </ButtonLink>
      ) : (
        <ButtonLink
          to="/practice/$practiceId/sessions/$sessionId"
          params={params}
          variant="subtle"
          className={rows.open}
          aria-label={`Open the session with ${session.clientName}`}
        >
          Open
        </ButtonLink>
      )}
    </li>
  )
}
