import { Link } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayDayFrom, sayDaysLeft, sayTime, sayZone } from '../design/say-day.ts'
import type { ListedSession } from './practice-answers.ts'
import { confirmsFor, type Place } from './practice-place.ts'
import rows from './rows.module.css'
import { sayPlaceOf, saySessionState } from './say-session.ts'

/** A list of sessions: when, with whom, what happens next, and what it pays. `name` says which list it is. */
export function SessionRows({ name, sessions, place }: { name: string; sessions: ListedSession[]; place: Place }) {
  return (
    <ul className={page.panel} aria-label={name}>
      {sessions.map((session) => (
        <Row key={session.id} session={session} place={place} />
      ))}
    </ul>
  )
}

function Row({ session, place }: { session: ListedSession; place: Place }) {
  const params = { practiceId: place.practiceId, sessionId: session.id }
  const day = sayDayFrom(place.today, dateIn(session.startsAt, place.zone))
  const time = sayTime(session.startsAt, place.zone)
  const over = ['lapsed', 'voided', 'cancelled', 'no_show'].includes(session.state)
  return (
    <li className={[rows.row, rows.priced, over ? rows.grey : ''].join(' ')}>
      <div className={rows.when}>
        <b>{day}</b> {time}
      </div>
      <div>
        <p className={page.rowName}>
          <Link to="/practice/$practiceId/sessions/$sessionId" params={params}>
            {session.clientName}
          </Link>
        </p>
        <p className={rows.detail}>
          <Urgency session={session} place={place} />
          {sayPlaceOf(session.modality)}
          {session.memberId === place.membership.memberId ? '' : `, ${session.clinicianName}`}.{' '}
          {sayNext(session, place)}
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
          aria-label={`Confirm the session with ${session.clientName}, ${day}, ${time}`}
        >
          Confirm
        </ButtonLink>
      ) : (
        <ButtonLink
          to="/practice/$practiceId/sessions/$sessionId"
          params={params}
          variant="subtle"
          className={rows.open}
          aria-label={`View the session with ${session.clientName}, ${day}, ${time}`}
          rightSection={<Icon name="right" small />}
        >
          View
        </ButtonLink>
      )}
    </li>
  )
}

/** Coral only where the last day for confirming is near. */
function Urgency({ session: { confirmBy }, place }: { session: ListedSession; place: Place }) {
  const left = confirmBy === null ? null : sayDaysLeft(place.operatorToday, confirmBy)
  return left === null ? null : <b className={rows.need}>{left} </b>
}

function sayNext(session: ListedSession, place: Place): string {
  if (session.confirmBy === null) return saySessionState(session, place.operatorToday)
  return `Confirm by ${sayDayFrom(place.today, session.confirmBy)}, ${sayZone(place.operatorZone)}.`
}
