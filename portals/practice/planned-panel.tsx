import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import page from '../design/page.module.css'
import { sayZone } from '../design/say-day.ts'
import styles from './calendar.module.css'
import {
  type Calendar,
  type CalendarSession,
  type CancellationTerms,
  cancellationTermsQuery,
} from './calendar-queries.ts'
import { changeRequestsQuery } from './change-request-queries.ts'
import { ForgiveFee } from './forgive-fee.tsx'
import { confirmsFor, type Place, seesMoneyOf } from './practice-place.ts'
import { sayRepeat, sayWhen } from './say-plan.ts'
import { sayPlaceOf, saySessionState } from './say-session.ts'

export type About = { session: CalendarSession; calendar: Calendar; place: Place; close: () => void }

/** One session of the calendar, and everything that can be done with it. */
export function PlannedPanel({ session, calendar, place }: About) {
  const isOpen = session.state === 'upcoming' || session.state === 'to_confirm'
  const params = { practiceId: place.practiceId, sessionId: session.id }
  const facts = [
    ['When', `${sayWhen(session, calendar.zone)}, ${sayZone(calendar.zone)}`],
    ['How', sayPlaceOf(session.modality)],
    ['Clinician', session.clinicianName],
    ...(session.series === null ? [] : [['Repeats', sayRepeat(session.series)]]),
    ...(session.cancellation === null ? [] : [['Reason', session.cancellation.reason]]),
  ]
  return (
    <div className={styles.about}>
      <div>
        <p className={styles.who}>{session.clientName}</p>
        <p className={styles.told}>{saySessionState(session, calendar.today as CalendarDate)}</p>
      </div>
      <dl className={page.facts}>
        {facts.map(([name, said]) => (
          <div key={name} className={page.fact}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {session.overlaps ? (
        <p className={styles.needs}>Another session stands at the same time. Move one of them.</p>
      ) : null}
      {session.cancellation === null ? null : <FeeSaid session={session} place={place} />}
      {session.state === 'upcoming' ? <Asks session={session} place={place} /> : null}
      <div className={page.buttons}>
        {session.state === 'to_confirm' && confirmsFor(place, session.memberId) ? (
          <ButtonLink to="/practice/$practiceId/sessions/$sessionId/confirm" params={params}>
            Confirm session
          </ButtonLink>
        ) : null}
        {isOpen && session.joinUrl !== null ? (
          <Button component="a" href={session.joinUrl} target="_blank" rel="noreferrer" variant="default">
            Join
          </Button>
        ) : null}
        {isOpen ? <Doings session={session} place={place} /> : null}
        <ButtonLink to="/practice/$practiceId/sessions/$sessionId" params={params} variant="default">
          Open
        </ButtonLink>
        <Button
          component="a"
          variant="subtle"
          href={`/api/practices/${params.practiceId}/sessions/${params.sessionId}/appointment.ics`}
          download
        >
          Calendar file
        </Button>
      </div>
    </div>
  )
}

/** In short: what the client asks is answered on the session's own page. */
function Asks({ session, place }: Pick<About, 'session' | 'place'>) {
  const requests = useQuery(changeRequestsQuery(place.practiceId, session.id))
  const open = requests.data?.find(({ standing }) => standing === 'open')
  if (open === undefined) return null
  const asks = open.kind === 'cancel' ? 'Your client asks to cancel it.' : 'Your client asks for another time.'
  return (
    <p className={styles.needs}>
      {asks}{' '}
      <Link
        to="/practice/$practiceId/sessions/$sessionId"
        params={{ practiceId: place.practiceId, sessionId: session.id }}
      >
        Answer
      </Link>
    </p>
  )
}

function Doings({ session, place }: Pick<About, 'session' | 'place'>) {
  const params = { practiceId: place.practiceId }
  return (
    <>
      <ButtonLink
        to="/practice/$practiceId/calendar"
        params={params}
        search={(before) => ({ ...before, session: session.id, do: 'move' })}
        variant="default"
        resetScroll={false}
      >
        Reschedule
      </ButtonLink>
      <ButtonLink
        to="/practice/$practiceId/calendar"
        params={params}
        search={(before) => ({ ...before, session: session.id, do: 'cancel' })}
        variant="default"
        resetScroll={false}
      >
        Cancel
      </ButtonLink>
    </>
  )
}

function FeeSaid({ session, place }: Pick<About, 'session' | 'place'>) {
  const terms = useQuery(cancellationTermsQuery(place.practiceId, session.id))
  const fee = terms.data?.fee
  if (!fee) return null
  const [owed, paid] = [fee.owedCents as Cents, fee.paidCents as Cents]
  const isOpen = fee.ended === null && (owed > zero || paid > zero)
  return (
    <>
      <p className={styles.told}>{sayFee(fee)}</p>
      {isOpen && seesMoneyOf(place, session.memberId) ? (
        <ForgiveFee session={{ practiceId: place.practiceId, sessionId: session.id }} fee={{ owed, paid }} />
      ) : null}
    </>
  )
}

function sayFee(fee: NonNullable<CancellationTerms['fee']>): string {
  const amount = formatCents(fee.cents as Cents)
  if (fee.cents === zero) return 'The fee of your policy was waived.'
  if (fee.ended === 'forgiven') return `The fee of ${amount} was forgiven.`
  if (fee.ended === 'given_up') return `The fee of ${amount} was given up: the client never paid it.`
  if (fee.owedCents > zero) return `The client was asked for ${amount}. You are paid it once their card has paid.`
  return `The client paid the fee of ${amount}; all of it comes with your next payout.`
}
