import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  addDays,
  calendarDate,
  dateIn,
  type Instant,
  instantAt,
  isCalendarDate,
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

/** Demonstration only: the story's day, and the buttons that move everything on, the outside world too. */
export function ClockBar() {
  const advance = useDeed<{ until: Until | Instant }, StoryClock>((body, key) =>
    ask('/api/demonstration/clock', { body, key }),
  )
  const clock = useQuery({ ...storyClockQuery, refetchInterval: advance.busy ? 700 : false })
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
            aria-disabled={advance.busy}
            onClick={() => (advance.busy ? undefined : advance.act({ until: move.until }))}
          >
            {move.name}
          </button>
        ))}
      </div>
      {clock.data ? <GoToDay clock={clock.data} busy={advance.busy} go={(until) => advance.act({ until })} /> : null}
      <p role="status" className={shell.progress}>
        {advance.busy ? (clock.data?.progress ?? 'Time is moving on; banks and payers do their part.') : ''}
      </p>
      {advance.busy ? (
        <div className={shell.going} aria-hidden="true">
          <i />
        </div>
      ) : null}
      {advance.trouble ? (
        <p className={shell.clockTrouble} role="alert">
          {advance.trouble.problem.detail ?? advance.trouble.problem.title} The clock stands where it says; try again.
        </p>
      ) : null}
    </section>
  )
}

/** Far ahead at once: everything in between happens on its day, up to the bank's statement of that evening. */
function GoToDay({ clock, busy, go }: { clock: StoryClock; busy: boolean; go: (until: Instant) => void }) {
  const [day, setDay] = useState('')
  const tomorrow = addDays(dateIn(clock.now, clock.zone), 1)
  const can = isCalendarDate(day) && day >= tomorrow && !busy
  return (
    <form
      className={shell.goTo}
      onSubmit={(event) => {
        event.preventDefault()
        if (can) go(instantAt(calendarDate(day), '23:45', clock.zone))
      }}
    >
      <input
        type="date"
        aria-label="Move the clock to the evening of"
        min={tomorrow}
        max={addDays(tomorrow, 730)}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <button type="submit" aria-disabled={!can}>
        Go
      </button>
    </form>
  )
}
