import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dateIn, timeIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { Home, SessionToConfirm } from '../contract.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { capital, sayCount, sayDay, sayDayFrom, sayDaysLeft, sayEndOf, sayTime, sayZone } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { homeQuery } from '../queries.ts'
import { payWindows } from './pay-windows.ts'
import { type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import { sayPlaceOf } from './say-session.ts'

/** What needs the clinician today, and the next payout. */
export function HomePage() {
  const place = usePlace()
  const { data: home } = useSuspenseQuery(homeQuery(place.practiceId))
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
  return (
    <>
      <PageHead name={`${greeting(place)}, ${firstName(place.me.user.name)}`} title="Home" actions={add}>
        {sayDay(place.today)}. {sayWhatWaits(home)}
      </PageHead>
      <div className={page.columns}>
        <div className={page.stack}>
          <ToConfirm sessions={home.toConfirm} place={place} />
          {home.needsYou.length > 0 ? <NeedsYou home={home} place={place} /> : null}
        </div>
        <aside aria-label="Payouts">
          <NextPayout home={home} place={place} />
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
  return (
    <div className={[rows.row, rows.session].join(' ')}>
      <div className={rows.when}>
        <b>{sayDayFrom(place.today, dateIn(session.startsAt, place.zone))}</b> {sayTime(session.startsAt, place.zone)}
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
      {place.mayConfirm ? (
        <ButtonLink
          to="/practice/$practiceId/sessions/$sessionId/confirm"
          params={params}
          variant={first ? 'filled' : 'default'}
          aria-label={`Confirm the session with ${session.clientName}`}
        >
          Confirm
        </ButtonLink>
      ) : (
        <span />
      )}
    </div>
  )
}

function NeedsYou({ home, place }: { home: Home; place: Place }) {
  return (
    <Section name="Also waiting for you">
      <div className={page.panel}>
        {home.needsYou.map((need) => (
          <div key={`${need.kind}-${need.sessionId ?? need.words}`} className={[rows.row, rows.task].join(' ')}>
            <Icon name="lack" />
            <p>{need.words}</p>
            {need.sessionId ? (
              <ButtonLink
                to="/practice/$practiceId/sessions/$sessionId"
                params={{ practiceId: place.practiceId, sessionId: need.sessionId }}
                variant="default"
              >
                Open the session
              </ButtonLink>
            ) : null}
          </div>
        ))}
      </div>
    </Section>
  )
}

function NextPayout({ home, place }: { home: Home; place: Place }) {
  const payout = home.nextPayout
  const all = (
    <Link to="/practice/$practiceId/payments" params={{ practiceId: place.practiceId }}>
      All payments
    </Link>
  )
  const arrives = home.toConfirm[0] ? payWindows(place.operatorToday)?.now.arrivesOn : undefined
  return (
    <Section name="Next payout" remark={all}>
      <div className={[page.panel, page.pad].join(' ')}>
        {payout ? (
          <>
            <p className={rows.big}>{formatCents(payout.cents)}</p>
            <p className={rows.sub}>arrives on {sayDay(payout.settlesOn)}, whatever the insurers do.</p>
          </>
        ) : (
          <p className={rows.sub}>Nothing is on its way now. Once a session is confirmed, its payday stands here.</p>
        )}
        {arrives ? (
          <>
            <hr className={rows.rule} />
            <h3>Not in it yet</h3>
            <p className={rows.detail}>
              {capital(sayCount(home.toConfirm.length))}{' '}
              {home.toConfirm.length === 1 ? 'session waits' : 'sessions wait'} for you. Confirmed today,{' '}
              {home.toConfirm.length === 1 ? 'it is' : 'they are'} paid on {sayDayFrom(place.today, arrives)}.
            </p>
          </>
        ) : null}
      </div>
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

function sayWhatWaits(home: Home): string {
  const count = home.toConfirm.length + home.needsYou.length
  if (count === 0) return 'Nothing needs you today.'
  return count === 1 ? 'One thing needs you today.' : `${capital(sayCount(count))} things need you today.`
}
