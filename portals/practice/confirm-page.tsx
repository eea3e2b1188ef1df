import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import type { SessionPage } from '../contract.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Crumbs } from '../design/crumbs.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayDeadline, sayTime } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import { officesQuery, serviceCodesQuery, sessionQuery } from '../queries.ts'
import { ConfirmForm } from './confirm-form.tsx'
import { NoSession } from './no-session.tsx'
import { confirmsFor, type Place, usePlace } from './practice-place.ts'
import { saySessionState } from './say-session.ts'

const route = getRouteApi('/practice/$practiceId/sessions/$sessionId/confirm')

/** Confirms a session, or corrects it within its 48 hours: the same fields, prefilled with what was planned or said. */
export function ConfirmPage() {
  const place = usePlace()
  const { sessionId } = route.useParams()
  const session = useQuery(sessionQuery(place.practiceId, sessionId))
  const on = session.data ? dateIn(session.data.startsAt, place.zone) : ''
  const codes = useQuery({ ...serviceCodesQuery(place.practiceId, on), enabled: on !== '' })
  const offices = useQuery({ ...officesQuery(place.practiceId, on), enabled: on !== '' })
  const trouble = session.error ?? codes.error ?? offices.error
  if (trouble) return <NoSession trouble={trouble} onRetry={() => void session.refetch()} />
  if (!session.data || !codes.data || !offices.data) return <PageShapes />
  if (!isConfirmable(session.data, place)) return <NotNow session={session.data} place={place} />
  return (
    <ConfirmForm key={sessionId} session={session.data} catalogue={codes.data} offices={offices.data} place={place} />
  )
}

function isConfirmable({ state, confirmation, memberId }: SessionPage, place: Place): boolean {
  if (!confirmsFor(place, memberId)) return false
  if (state === 'to_confirm') return true
  return state === 'confirmed' && confirmation !== null && place.now < confirmation.editableUntil
}

function NotNow({ session, place }: { session: SessionPage; place: Place }) {
  const day = dateIn(session.startsAt, place.zone)
  return (
    <>
      <Crumbs practiceId={place.practiceId} here="Confirm" />
      <PageHead name={`Session with ${session.clientName}`} title="Confirm session">
        {sayDay(day)}, {sayTime(session.startsAt, place.zone)}. {saySessionState(session, place.operatorToday)}
      </PageHead>
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>There is nothing to confirm here now</h2>
        <p>
          {!confirmsFor(place, session.memberId)
            ? 'A session is confirmed by its clinician or an owner of the practice.'
            : session.confirmation
              ? `Corrections closed on ${sayDeadline(session.confirmation.editableUntil, place.zone)}. A later change is asked of the operator.`
              : 'A session is confirmed from its start on, and within 30 days.'}
        </p>
        <ButtonLink
          to="/practice/$practiceId/sessions/$sessionId"
          params={{ practiceId: place.practiceId, sessionId: session.id }}
          variant="default"
        >
          Open the session
        </ButtonLink>
      </div>
    </>
  )
}
