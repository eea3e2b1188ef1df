import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { sayCity, sayDay, sayTime, sayZone } from '../design/say-day.ts'
import styles from './for-practices.module.css'
import type { Choices } from './joining-queries.ts'

type Props = {
  choices: Pick<Choices, 'slots'>
  /** On whose wall the times stand, and choosing another one. */
  zone: string
  setZone: ((zone: string) => void) | null
  legend?: string
  chosen: string
  choose: (slot: string) => void
  error: string | undefined
  /** Asks for the times that are still open. */
  onOpen: () => void
  isTaken: boolean
}

/** When the consultant may call: a day, and one of its open times. */
export function CallTimes({ choices, zone, setZone, legend, chosen, choose, error, onOpen, isTaken }: Props) {
  const days = [...Map.groupBy(choices.slots, (slot) => dateIn(slot, zone))]
  const [day, setDay] = useState<string>(days[0]?.[0] ?? '')
  // In another zone a slot may fall on another day: then the first day is shown.
  const shownDay = days.find(([each]) => each === day) ?? days[0]
  const slots: Instant[] = shownDay?.[1] ?? []
  useEffect(() => {
    if (isTaken) onOpen()
  }, [isTaken, onOpen])
  if (days.length === 0) {
    return <p role="status">No call can be booked in the next two weeks. Write to us, and we find a time.</p>
  }
  return (
    <fieldset className={styles.times}>
      <legend>{legend ?? 'When may we call?'}</legend>
      {setZone === null ? null : (
        <Select
          label="Your time zone"
          allowDeselect={false}
          data={zonesWith(zone).map((each) => ({ value: each, label: `${sayZone(each)}, ${sayCity(each)}` }))}
          value={zone}
          onChange={(each) => {
            setZone(each ?? zone)
            setDay('')
          }}
        />
      )}
      <Select
        label="Day of the call"
        allowDeselect={false}
        data={days.map(([each]) => ({ value: each, label: sayDay(each) }))}
        value={shownDay?.[0] ?? null}
        onChange={(each) => {
          setDay(each ?? '')
          choose('')
        }}
      />
      <div className={styles.slots}>
        {slots.map((slot) => (
          <label key={slot} className={styles.slot}>
            <input type="radio" name="slot" value={slot} checked={slot === chosen} onChange={() => choose(slot)} />
            <span>{sayTime(slot, zone)}</span>
          </label>
        ))}
      </div>
      <p className={styles.zone}>Times in {sayZone(zone)}; a call takes about half an hour.</p>
      {error === undefined ? null : (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

const usual = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
]

function zonesWith(zone: string): string[] {
  return usual.includes(zone) ? usual : [zone, ...usual]
}
