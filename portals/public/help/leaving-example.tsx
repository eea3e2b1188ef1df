import { Checkbox, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { type CalendarDate, calendarDate, isCalendarDate } from '../../../libraries/calendar/index.ts'
import { Icon } from '../../design/icon.tsx'
import { sayDay } from '../../design/say-day.ts'
import styles from './help.module.css'
import { leavingOf, leavingWords } from './leaving-of.ts'

/** From when on somebody can be removed for good: the rule that decides it, on a day of the reader's own. */
export function LeavingExample() {
  const [day, setDay] = useState('2026-04-08')
  const [plans, setPlans] = useState(false)
  const [hasCase, setCase] = useState(false)
  const id = useId()
  return (
    <section className={styles.example} aria-labelledby={id}>
      <h3 id={id}>Try it: when can somebody be removed for good?</h3>
      <div className={styles.fields}>
        <TextInput
          type="date"
          label="Their last session is confirmed on"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <div className={styles.checks}>
          <Checkbox label="A session is still planned" checked={plans} onChange={() => setPlans(!plans)} />
          <Checkbox label="A claim is still followed up" checked={hasCase} onChange={() => setCase(!hasCase)} />
        </div>
      </div>
      <div className={styles.answer} aria-live="polite">
        {isCalendarDate(day) ? (
          <Left confirmedOn={calendarDate(day)} plans={plans} hasCase={hasCase} />
        ) : (
          <p>Choose a day.</p>
        )}
      </div>
    </section>
  )
}

function Left(asked: { confirmedOn: CalendarDate; plans: boolean; hasCase: boolean }) {
  const removal = leavingOf(asked)
  if (removal === null) return <p>We have set no paydays for that day yet.</p>
  if (removal.outcome === 'possible') return <p className={styles.lead}>At once.</p>
  return (
    <>
      <p className={styles.lead}>
        <Icon name="wait" />
        {removal.possibleOn === null ? 'Not yet, and no day is known.' : `From ${sayDay(removal.possibleOn)} on.`}
      </p>
      <p>Their last pay arrives on {sayDay(removal.paidOn)}. Until then they can be archived at any time.</p>
      <ul className={styles.list}>
        {removal.because.map(({ reason }) => (
          <li key={reason}>{leavingWords[reason]}</li>
        ))}
      </ul>
    </>
  )
}
