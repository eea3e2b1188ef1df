import { Select, TextInput } from '@mantine/core'
import { addMinutes, type Instant, isCalendarDate, minutesBetween, shownOn } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { sayDay, sayTime, sayZone } from '../design/say-day.ts'
import { readTimes } from './read-times.ts'

/** A day, a time and how long, as they stand in the fields. */
export type Wanted = { day: string; start: string; minutes: number }

export type WantedRead = { startsAt: Instant; endsAt: Instant } | { field: 'day' | 'start'; trouble: string }

/** The two moments that are wanted, or what stands in the way; the end may lie on the next day. */
export function readWanted({ day, start, minutes }: Wanted, zone: string): WantedRead {
  const read = readTimes({ day, start, end: '23:59' }, zone, true)
  if ('trouble' in read) return { field: read.field === 'day' ? 'day' : 'start', trouble: read.trouble }
  return { startsAt: read.startsAt, endsAt: addMinutes(read.startsAt, minutes) }
}

const lengths = [15, 30, 45, 50, 55, 60, 75, 90, 120]

type Props = { wanted: Wanted; set: (change: Partial<Wanted>) => void; zone: string; trouble: WantedRead | null }

/** Day, start and length, on the practice's wall; the nights of the clock change are said in words. */
export function PlanTimes({ wanted, set, zone, trouble }: Props) {
  const errorOf = (field: 'day' | 'start') =>
    trouble !== null && 'trouble' in trouble && trouble.field === field ? trouble.trouble : undefined
  const offered = lengths.includes(wanted.minutes) ? lengths : [...lengths, wanted.minutes].sort((a, b) => a - b)
  return (
    <fieldset>
      <legend className={page.vh}>When</legend>
      <div className={page.two}>
        <TextInput
          type="date"
          label="Day"
          value={wanted.day}
          onChange={(event) => set({ day: event.currentTarget.value })}
          error={errorOf('day')}
        />
        <TextInput
          type="time"
          label="Start"
          value={wanted.start}
          onChange={(event) => set({ start: event.currentTarget.value })}
          error={errorOf('start')}
        />
        <Select
          label="How long"
          data={offered.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }))}
          value={String(wanted.minutes)}
          allowDeselect={false}
          onChange={(minutes) => set({ minutes: Number(minutes) })}
        />
      </div>
      <p className={page.hint}>{sayWanted(wanted, zone)}</p>
    </fieldset>
  )
}

function sayWanted(wanted: Wanted, zone: string): string {
  const read = readWanted(wanted, zone)
  if (!('startsAt' in read) || !isCalendarDate(wanted.day))
    return `Times as your practice’s clock shows them, ${sayZone(zone)}.`
  const shown = shownOn(wanted.day, wanted.start, zone)
  const [start, end] = [sayTime(read.startsAt, zone), sayTime(read.endsAt, zone)]
  const plain = `${sayDay(wanted.day)}, ${start} to ${end} ${sayZone(zone)}.`
  if (shown === 'skipped') return `The clocks go forward in this night and skip that time: ${plain}`
  if (shown === 'doubled')
    return `The clocks go back in this night and show that time twice; the first is meant. ${plain}`
  return plain
}

/** The fields of a session that is planned already. */
export function wantedOf(times: { startsAt: Instant; endsAt: Instant }, day: string, start: string): Wanted {
  return { day, start, minutes: minutesBetween(times.startsAt, times.endsAt) }
}
