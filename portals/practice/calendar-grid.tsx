import { Link, useNavigate } from '@tanstack/react-router'
import { type CSSProperties, type MouseEvent, useEffect, useRef } from 'react'
import { addDays, type CalendarDate, dateIn, weekday } from '../../libraries/calendar/index.ts'
import { Icon } from '../design/icon.tsx'
import { sayDay } from '../design/say-day.ts'
import styles from './calendar.module.css'
import type { BlockedTime, Calendar, CalendarSession } from './calendar-queries.ts'
import type { CalendarSearch } from './calendar-search.ts'
import { type Laid, layOutDay, minutesOf, wallSpan } from './lay-out-day.ts'
import type { Place } from './practice-place.ts'
import { sayMark, sayTimes } from './say-plan.ts'

type Props = { calendar: Calendar; from: CalendarDate; days: number; place: Place; search: CalendarSearch }

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const shortDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
// The grid opens where most days begin.
const opensAt = 7

/** The days as columns, the hours as rows; a column is a list to a screen reader, and a place to press for a pointer. */
export function CalendarGrid({ calendar, from, days, place, search }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = scroller.current
    if (box !== null) box.scrollTop = (box.scrollHeight / 24) * (opensAt - 0.25)
  }, [])
  const shown = Array.from({ length: days }, (_, index) => addDays(from, index))
  return (
    <div className={styles.grid} style={{ '--days': days } as CSSProperties}>
      <div className={styles.heads} aria-hidden="true">
        <span />
        {shown.map((day) => (
          <span key={day} className={day === calendar.today ? styles.isToday : ''}>
            {shortDays[weekday(day) - 1]} <b>{Number(day.slice(8))}</b>
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard */}
      <section className={styles.scroller} ref={scroller} tabIndex={0} aria-label="Hours of the days shown">
        <div className={styles.body}>
          <div className={styles.hours} aria-hidden="true">
            {hours.map((hour) => (
              <span key={hour}>{hour === 0 ? '' : sayHour(hour)}</span>
            ))}
          </div>
          {shown.map((day) => (
            <DayColumn key={day} day={day} calendar={calendar} place={place} search={search} />
          ))}
        </div>
      </section>
    </div>
  )
}

function sayHour(hour: number): string {
  return `${hour % 12 === 0 ? 12 : hour % 12} ${hour < 12 ? 'AM' : 'PM'}`
}

type ColumnProps = { day: CalendarDate; calendar: Calendar; place: Place; search: CalendarSearch }

function DayColumn({ day, calendar, place, search }: ColumnProps) {
  const { zone } = calendar
  const sessions = layOutDay(calendar.sessions, day, zone)
  const blocked = layOutDay(calendar.unavailable, day, zone)
  const heading = `day-${day}`
  return (
    <section className={styles.day} aria-labelledby={heading}>
      <h2 id={heading} className={styles.vh}>
        {sayDay(day)}
        {day === calendar.today ? ', today' : ''}
      </h2>
      <WorkingHours day={day} calendar={calendar} />
      <AddHere day={day} place={place} />
      {blocked.map((laid) => (
        <Blocked key={laid.item.id} laid={laid} zone={zone} place={place} search={search} />
      ))}
      {sessions.length === 0 ? null : (
        <ul className={styles.sessions}>
          {sessions.map((laid) => (
            <SessionBlock key={laid.item.id} laid={laid} zone={zone} place={place} search={search} />
          ))}
        </ul>
      )}
      {day === calendar.today ? (
        <div className={styles.now} style={at(minutesOf(calendar.now, zone), minutesOf(calendar.now, zone))} />
      ) : null}
    </section>
  )
}

function at(from: number, to: number): CSSProperties {
  return { '--from': from, '--to': to } as CSSProperties
}

function WorkingHours({ day, calendar }: Pick<ColumnProps, 'day' | 'calendar'>) {
  if (calendar.workingHours === null) return <div className={styles.open} style={at(0, 1440)} />
  return calendar.workingHours
    .filter(({ startsAt }) => dateIn(startsAt, calendar.zone) === day)
    .map((hours) => {
      const span = wallSpan(hours, day, calendar.zone)
      return span === null ? null : <div key={hours.startsAt} className={styles.open} style={at(span.from, span.to)} />
    })
}

/** A pointer chooses the half hour that it presses; the keyboard opens the same form and says the time there. */
function AddHere({ day, place }: { day: CalendarDate; place: Place }) {
  const navigate = useNavigate()
  const add = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const part = event.detail === 0 ? 9 / 24 : (event.clientY - box.top) / box.height
    const half = Math.min(Math.max(Math.floor(part * 48), 0), 47)
    const time = `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`
    void navigate({
      to: '/practice/$practiceId/calendar',
      params: { practiceId: place.practiceId },
      search: (before) => ({ ...before, session: undefined, time: undefined, add: 'session', at: `${day}T${time}` }),
      resetScroll: false,
    })
  }
  return <button type="button" className={styles.add} onClick={add} aria-label={`Add a session on ${sayDay(day)}`} />
}

type BlockedProps = { laid: Laid<BlockedTime>; zone: string; place: Place; search: CalendarSearch }

function Blocked({ laid, zone, place }: BlockedProps) {
  const { item } = laid
  return (
    <Link
      to="/practice/$practiceId/calendar"
      params={{ practiceId: place.practiceId }}
      search={(before) => ({ ...before, session: undefined, add: undefined, time: item.id })}
      resetScroll={false}
      className={styles.blocked}
      style={at(laid.from, laid.to)}
    >
      <span>{item.words === '' ? 'Unavailable' : item.words}</span>
      <span className={styles.vh}>, unavailable {sayTimes(item, zone)}</span>
    </Link>
  )
}

type SessionProps = { laid: Laid<CalendarSession>; zone: string; place: Place; search: CalendarSearch }

function SessionBlock({ laid, zone, place, search }: SessionProps) {
  const { item: session, from, to, lane, lanes } = laid
  const style = { ...at(from, to), '--lane': lane, '--lanes': lanes } as CSSProperties
  return (
    <li className={styles.place} style={style}>
      <Link
        to="/practice/$practiceId/calendar"
        params={{ practiceId: place.practiceId }}
        search={(before) => ({ ...before, add: undefined, time: undefined, do: undefined, session: session.id })}
        resetScroll={false}
        className={styles.session}
        data-state={session.state}
        data-short={to - from < 50 ? '' : undefined}
        aria-current={search.session === session.id ? 'true' : undefined}
      >
        <b>{session.clientName}</b>
        <span className={styles.times}>{sayTimes(session, zone)}</span>
        <span className={session.state === 'to_confirm' ? styles.needs : styles.vh}>{sayMark(session)}</span>
        {session.overlaps ? (
          <span className={styles.overlap}>
            <Icon name="lack" small />
            <span className={styles.vh}>At the same time as another session</span>
          </span>
        ) : null}
      </Link>
    </li>
  )
}
