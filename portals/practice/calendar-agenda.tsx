import { Link } from '@tanstack/react-router'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import styles from './calendar.module.css'
import type { BlockedTime, Calendar, CalendarSession } from './calendar-queries.ts'
import type { CalendarSearch } from './calendar-search.ts'
import { wallSpan } from './lay-out-day.ts'
import type { Place } from './practice-place.ts'
import { sayMark, sayTimes } from './say-plan.ts'

type Props = { calendar: Calendar; day: CalendarDate; place: Place; search: CalendarSearch }

/** One day as a list, for a phone. */
export function CalendarAgenda({ calendar, day, place }: Props) {
  const { zone } = calendar
  const isOnDay = (times: BlockedTime | CalendarSession) => wallSpan(times, day, zone) !== null
  const entries = [
    ...calendar.sessions.filter(isOnDay).map((session) => ({ startsAt: session.startsAt, session, blocked: null })),
    ...calendar.unavailable.filter(isOnDay).map((time) => ({ startsAt: time.startsAt, session: null, blocked: time })),
  ].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const params = { practiceId: place.practiceId }
  if (entries.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>Nothing on {sayDay(day)}</h2>
        <p>Add a session, or look at another day.</p>
      </div>
    )
  }
  return (
    <ul className={styles.agenda} aria-label={sayDay(day)}>
      {entries.map(({ session, blocked }) => (
        <li key={session?.id ?? blocked?.id}>
          {session ? (
            <Link
              to="/practice/$practiceId/calendar"
              params={params}
              search={(before) => ({ ...before, add: undefined, time: undefined, do: undefined, session: session.id })}
              resetScroll={false}
              className={styles.entry}
              data-state={session.state}
            >
              <span className={styles.times}>{sayTimes(session, zone)}</span>
              <b>{session.clientName}</b>
              <span className={session.state === 'to_confirm' ? styles.needs : styles.mark}>{sayMark(session)}</span>
            </Link>
          ) : blocked ? (
            <Link
              to="/practice/$practiceId/calendar"
              params={params}
              search={(before) => ({ ...before, session: undefined, add: undefined, time: blocked.id })}
              resetScroll={false}
              className={styles.entry}
              data-state="blocked"
            >
              <span className={styles.times}>{sayTimes(blocked, zone)}</span>
              <b>{blocked.words === '' ? 'Unavailable' : blocked.words}</b>
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
