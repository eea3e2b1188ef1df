import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { sayDay, sayTime, sayZone } from '../design/say-day.ts'
import styles from './for-practices.module.css'
import type { Choices } from './joining-queries.ts'

type Props = {
  choices: Choices
  chosen: string
  choose: (slot: string) => void
  error: string | undefined
  /** Asks for the times that are still open. */
  onOpen: () => void
  isTaken: boolean
}

/** When the consultant may call: a day, and one of its open times. */
export function CallTimes({ choices, chosen, choose, error, onOpen, isTaken }: Props) {
  const days = [...Map.groupBy(choices.slots, (slot) => dateIn(slot, choices.zone))]
  const [day, setDay] = useState<string>(days[0]?.[0] ?? '')
  const slots: Instant[] = days.find(([each]) => each === day)?.[1] ?? []
  useEffect(() => {
    if (isTaken) onOpen()
  }, [isTaken, onOpen])
  if (days.length === 0) {
    return <p role="status">No call can be booked in the next two weeks. Write to us, and we find a time.</p>
  }
  return (
    <fieldset className={styles.times}>
      <legend>When may we call?</legend>
      <Select
        label="Day of the call"
        allowDeselect={false}
        data={days.map(([each]) => ({ value: each, label: sayDay(each) }))}
        value={day}
        onChange={(each) => {
          setDay(each ?? '')
          choose('')
        }}
      />
      <div className={styles.slots}>
        {slots.map((slot) => (
          <label key={slot} className={styles.slot}>
            <input type="radio" name="slot" value={slot} checked={slot === chosen} onChange={() => choose(slot)} />
            <span>{sayTime(slot, choices.zone)}</span>
          </label>
        ))}
      </div>
      <p className={styles.zone}>Times in {sayZone(choices.zone)}; a call takes half an hour.</p>
      {error === undefined ? null : (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
