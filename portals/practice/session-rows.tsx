import { Link } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { SessionRow } from '../contract.ts'
import { ButtonLink } from '../design/button-link.tsx'
import page from '../design/page.module.css'
import { sayDayFrom, sayTime } from '../design/say-day.ts'
import { confirmsFor, type Place } from './practice-place.ts'
import rows from './rows.module.css'
import { sayPlaceOf, saySessionState } from './say-session.ts'

/** A list of sessions: when, with whom, what happens next, and what it pays. `name` says which list it is. */
export function SessionRows({ name, sessions, place }: { name: string; sessions: SessionRow[]; place: Place }) {
  return (
    <ul className={page.panel} aria-label={name}>
      {sessions.map((session) => (
        <Row key={session.id} session={session} place={place} />
      ))}
    </ul>
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
        <p className={page.rowName}>
          <Link to="/practice/$practiceId/sessions/$sessionId" params={params}>
            {session.clientName}
          </Link>
        </p>
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
      {session.state === 'to_confirm' && confirmsFor(place, session.memberId) ? (
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
