import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import {
  addDays,
  calendarDate,
  dateIn,
  type Instant,
  instantAt,
  isCalendarDate,
  minutesBetween,
} from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import type { StoryClock } from '../contract.ts'
import { storyClockQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { sayDay, sayTime, sayZone } from './say-day.ts'
import shell from './shell.module.css'

type Until = 'next_day' | 'next_event' | 'payday'

const moves: { until: Until; name: string }[] = [
  { until: 'next_day', name: 'Next day' },
  { until: 'next_event', name: 'Next event' },
  { until: 'payday', name: 'To payday' },
]

/**
 * Demonstration only: the story's day, and the buttons that move everything on, the outside world too; below them the ways
 * back to what there is to try, where the page itself has none.
 */
export function ClockBar({ leadsBack = true }: { leadsBack?: boolean }) {
  const advance = useDeed<{ until: Until | Instant }, StoryClock>((body, key) =>
    ask('/api/demonstration/clock', { body, key }),
  )
  // A move that began on another page goes on here, and every page may be read meanwhile.
  const clock = useQuery({
    ...storyClockQuery,
    refetchInterval: ({ state }) => (advance.busy || state.data?.moving ? 600 : false),
  })
  const moving = clock.data?.moving ?? null
  const busy = advance.busy || moving !== null
  useFreshAfter(moving !== null && !advance.busy)
  return (
    <section className={shell.clock} aria-label="Demonstration clock">
      <p>
        Demonstration
        <b>{clock.data ? sayDay(dateIn(clock.data.now, clock.data.zone)) : ' '}</b>
        {clock.data ? `${sayTime(clock.data.now, clock.data.zone)}, ${sayZone(clock.data.zone)}` : ' '}
      </p>
      <div className={shell.moves}>
        {moves.map((move) => (
          <button
            key={move.until}
            type="button"
            aria-disabled={busy}
            onClick={() => (busy ? undefined : advance.act({ until: move.until }))}
          >
            {move.name}
          </button>
        ))}
      </div>
      {clock.data ? <GoToDay clock={clock.data} busy={busy} go={(until) => advance.act({ until })} /> : null}
      <p role="status" className={shell.progress}>
        {busy ? sayOnTheWay(clock.data) : (advance.answer?.progress ?? '')}
      </p>
      {busy ? <Going moving={moving} /> : null}
      {advance.trouble ? (
        <p className={shell.clockTrouble} role="alert">
          {advance.trouble.problem.detail ?? advance.trouble.problem.title} The clock stands where it says; try again.
        </p>
      ) : null}
      {leadsBack ? (
        <p className={shell.back}>
          <Link to="/sign-in">Things to try</Link>
          <Link to="/mailbox">Mailbox</Link>
          <Link to="/switchboard">Switchboard</Link>
        </p>
      ) : null}
    </section>
  )
}

/** What the pages know is old once the clock has stopped, whoever moved it. */
function useFreshAfter(isMoving: boolean): void {
  const queries = useQueryClient()
  const moved = useRef(false)
  useEffect(() => {
    if (isMoving) moved.current = true
    else if (moved.current) {
      moved.current = false
      void queries.invalidateQueries()
    }
  }, [isMoving, queries])
}

function sayOnTheWay(clock: StoryClock | undefined): string {
  if (clock === undefined || clock.moving === null) return 'The clock sets out. You can go on reading.'
  const { until, did } = clock.moving
  const goal = until === null ? 'On the way to the next event' : `On the way to ${sayDay(dateIn(until, clock.zone))}`
  return `${goal}: ${did === 1 ? 'one thing' : `${did} things`} done so far. You can go on reading.`
}

/** How far the clock has come, where its goal is known. */
function Going({ moving }: { moving: StoryClock['moving'] }) {
  const part =
    moving?.until == null ? null : minutesBetween(moving.from, moving.at) / minutesBetween(moving.from, moving.until)
  return (
    <div className={shell.going} aria-hidden="true">
      {part === null ? <i /> : <progress max={1} value={part} />}
    </div>
  )
}

/**
 * Far ahead at once: everything in between happens on its day, up to the bank's statement of that evening. A week ahead is
 * filled in, so that the arrow keys and single digits already make another day of it.
 */
function GoToDay({ clock, busy, go }: { clock: StoryClock; busy: boolean; go: (until: Instant) => void }) {
  const [written, setWritten] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const tomorrow = addDays(dateIn(clock.now, clock.zone), 1)
  const last = addDays(tomorrow, 730)
  const day = written ?? addDays(tomorrow, 6)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const can = isCalendarDate(day) && day >= tomorrow && day <= last
    setRefused(!can)
    if (!can) return
    go(instantAt(calendarDate(day), '23:45', clock.zone))
    setWritten(null)
  }
  return (
    <form className={shell.goTo} onSubmit={submit} noValidate>
      <input
        type="date"
        aria-label="Move the clock to the evening of"
        aria-invalid={refused}
        value={day}
        onChange={(event) => {
          setWritten(event.currentTarget.value)
          setRefused(false)
        }}
      />
      <button type="submit" aria-disabled={busy}>
        Go
      </button>
      {refused ? (
        <p role="alert">
          The clock only goes forward: choose a day from {sayDay(tomorrow)} to {sayDay(last)}.
        </p>
      ) : null}
    </form>
  )
}
