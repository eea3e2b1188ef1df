import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dateIn, timeIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { capital, sayCount, sayDay, sayDayFrom, sayDaysLeft, sayEndOf, sayTime, sayZone } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { homeQuery } from '../queries.ts'
import { HomeNeeds } from './home-needs.tsx'
import { NextPayout } from './next-payout.tsx'
import { payWindows } from './pay-windows.ts'
import type { Home, SessionToConfirm } from './practice-answers.ts'
import { confirmsFor, type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import { sayPlaceOf } from './say-session.ts'
import { SetUpCard } from './set-up-card.tsx'

/** What needs the clinician today, the next payout, and the day's sessions. */
export function HomePage() {
  const place = usePlace()
  const { data: home } = useSuspenseQuery(homeQuery(place.practiceId, place.clinician))
  const add = (
    <ButtonLink
      to="/practice/$practiceId/sessions/add"
      params={{ practiceId: place.practiceId }}
      variant={home.toConfirm.length === 0 ? 'filled' : 'default'}
      leftSection={<Icon name="plus" small />}
    >
      Add session
    </ButtonLink>
  )
  const { may } = place.membership
  // Nothing to confirm, nothing today, nothing on its way: perhaps it has not begun.
  const isQuiet = home.toConfirm.length === 0 && home.today.length === 0 && home.nextPayout === null
  const begins = isQuiet && may.settings === 'change' && home.thisWindow?.lines === 0
  return (
    <>
      <PageHead
        name={`${greeting(place)}, ${firstName(place.me.user.name)}`}
        title="Home"
        actions={may.planning === 'none' ? undefined : add}
      >
        {sayDay(place.today)}. {sayWhatWaits(home, place)}
      </PageHead>
      <div className={page.columns}>
        <div className={page.stack}>
          {begins ? <SetUpCard place={place} /> : null}
          <ToConfirm sessions={home.toConfirm} place={place} />
          {home.needsYou.length > 0 ? <HomeNeeds needs={home.needsYou} place={place} /> : null}
        </div>
        <aside className={page.stack} aria-label="Money and today">
          {may.money === 'none' ? null : <NextPayout home={home} place={place} />}
          <Today home={home} place={place} />
        </aside>
      </div>
    </>
  )
}

function ToConfirm({ sessions, place }: { sessions: SessionToConfirm[]; place: Place }) {
  const windows = payWindows(place.operatorToday)
  if (sessions.length === 0) {
    return (
      <Section name="To confirm">
        <div className={[page.panel, page.empty].join(' ')}>
          <h3>Nothing waits for you</h3>
          <p>
            A session stands here from its start until {place.mayConfirm ? 'you confirm' : 'its clinician confirms'} it.
            Add the sessions that were held or planned; each confirmed one is paid on a fixed day.
          </p>
        </div>
      </Section>
    )
  }
  return (
    <Section
      name="To confirm"
      remark={
        windows ? (
          <p>
            Confirm by {sayEndOf(place.today, windows.now.lastDay, place.operatorZone)}, to be paid on{' '}
            {sayDayFrom(place.today, windows.now.arrivesOn)}
          </p>
        ) : undefined
      }
    >
      <div className={page.panel}>
        {sessions.map((session, index) => (
          <ConfirmRow key={session.id} session={session} place={place} first={index === 0} />
        ))}
      </div>
    </Section>
  )
}

function ConfirmRow({ session, place, first }: { session: SessionToConfirm; place: Place; first: boolean }) {
  const left = sayDaysLeft(place.operatorToday, session.confirmBy)
  const params = { practiceId: place.practiceId, sessionId: session.id }
  const day = sayDayFrom(place.today, dateIn(session.startsAt, place.zone))
  const time = sayTime(session.startsAt, place.zone)
  return (
    <div className={[rows.row, rows.priced].join(' ')}>
      <div className={rows.when}>
        <b>{day}</b> {time}
      </div>
      <div>
        <h3>
          <Link to="/practice/$practiceId/sessions/$sessionId" params={params}>
            {session.clientName}
          </Link>
        </h3>
        <p className={rows.detail}>
          {left ? <b className={rows.need}>{left} </b> : null}
          {sayPlaceOf(session.modality)}
          {session.memberId === place.membership.memberId ? '' : `, ${session.clinicianName}`}. Confirm by{' '}
          {sayDayFrom(place.today, session.confirmBy)}, {sayZone(place.operatorZone)}.
        </p>
      </div>
      {session.lastPaidCents === null ? (
        <span />
      ) : (
        <div className={rows.amount}>
          <b>{formatCents(session.lastPaidCents)}</b>
          <span>like last time</span>
        </div>
      )}
      {confirmsFor(place, session.memberId) ? (
        <ButtonLink
          to="/practice/$practiceId/sessions/$sessionId/confirm"
          params={params}
          variant={first ? 'filled' : 'default'}
          aria-label={`Confirm the session with ${session.clientName}, ${day}, ${time}`}
        >
          Confirm
        </ButtonLink>
      ) : (
        <span />
      )}
    </div>
  )
}

function Today({ home, place }: { home: Home; place: Place }) {
  const planned = home.today.filter(({ state }) => state !== 'voided')
  return (
    <Section
      name="Today"
      remark={
        <Link to="/practice/$practiceId/calendar" params={{ practiceId: place.practiceId }}>
          Calendar
        </Link>
      }
    >
      {planned.length === 0 ? (
        <p className={rows.sub}>No session is planned today.</p>
      ) : (
        <ul className={rows.plain}>
          {planned.map((session) => (
            <li key={session.id}>
              <span className={rows.when}>{sayTime(session.startsAt, place.zone)}</span>
              <div>
                <b>
                  <Link
                    to="/practice/$practiceId/sessions/$sessionId"
                    params={{ practiceId: place.practiceId, sessionId: session.id }}
                  >
                    {session.clientName}
                  </Link>
                </b>
                <p className={rows.detail}>
                  {session.state === 'cancelled'
                    ? 'Cancelled'
                    : session.state === 'no_show'
                      ? 'Did not come'
                      : sayPlaceOf(session.modality)}
                  {session.memberId === place.membership.memberId ? '' : `, ${session.clinicianName}`}
                </p>
              </div>
              {session.joinUrl === null ? null : (
                <a
                  className={rows.join}
                  href={session.joinUrl}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`Join the session with ${session.clientName}`}
                >
                  Join
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function greeting(place: Place): string {
  const hour = Number(timeIn(place.now, place.zone).slice(0, 2))
  return hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}

function sayWhatWaits(home: Home, place: Place): string {
  const count = home.toConfirm.length + home.needsYou.length
  if (count === 0) return 'Nothing needs you today.'
  const things = count === 1 ? 'One thing needs you today' : `${capital(sayCount(count))} things need you today`
  const first = home.toConfirm.find(({ confirmBy }) => sayDaysLeft(place.operatorToday, confirmBy) !== null)
  if (first === undefined) return `${things}.`
  const whose = `${firstName(first.clientName)}’s session`
  return `${things}; ${whose} cannot wait past ${sayDayFrom(place.today, first.confirmBy)}.`
}
