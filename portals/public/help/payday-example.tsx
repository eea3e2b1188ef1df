import { Radio, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { payDate } from '../../../business/payouts/pay-date.ts'
import { paySchedules } from '../../../business/payouts/payment-window.ts'
import { scheduleOn } from '../../../business/payouts/schedule-on.ts'
import { settlesOn } from '../../../business/payouts/settles-on.ts'
import { addMonths, type CalendarDate, calendarDate, isCalendarDate } from '../../../libraries/calendar/index.ts'
import { sayDay } from '../../design/say-day.ts'
import { type Step, Timeline } from '../../design/timeline.tsx'
import styles from './help.module.css'

type Insurer = 'june' | 'july' | 'denies' | 'never'

const insurers: { value: Insurer; label: string }[] = [
  { value: 'june', label: 'pays two months later' },
  { value: 'july', label: 'pays three months later' },
  { value: 'denies', label: 'denies the claim' },
  { value: 'never', label: 'never answers' },
]

/** The promise with a day of the reader's own: the same functions set the paydays of real sessions. */
export function PaydayExample() {
  const [day, setDay] = useState('2026-04-08')
  const [insurer, setInsurer] = useState<Insurer>('june')
  const id = useId()
  const confirmedOn = isCalendarDate(day) ? calendarDate(day) : null
  return (
    <section className={styles.example} aria-labelledby={id}>
      <h3 id={id}>Try it: when is a session paid?</h3>
      <div className={styles.fields}>
        <TextInput
          type="date"
          label="You confirm the session on"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Radio.Group label="The insurer" value={insurer} onChange={(value) => setInsurer(value as Insurer)}>
          <div className={styles.checks}>
            {insurers.map((choice) => (
              <Radio key={choice.value} value={choice.value} label={choice.label} />
            ))}
          </div>
        </Radio.Group>
      </div>
      <div className={styles.answer} aria-live="polite">
        {confirmedOn === null ? <p>Choose a day.</p> : <Paid confirmedOn={confirmedOn} insurer={insurer} />}
      </div>
    </section>
  )
}

function Paid({ confirmedOn, insurer }: { confirmedOn: CalendarDate; insurer: Insurer }) {
  const dated = scheduleOn(paySchedules, confirmedOn)
  if (dated === null) return <p>We have set no paydays for that day yet.</p>
  const promised = payDate(confirmedOn, dated.schedule)
  const arrives = settlesOn(promised)
  const early = arrives === promised ? '' : ` Banks are closed on ${sayDay(promised)}, so it comes before.`
  return (
    <>
      <p className={styles.lead}>You are paid on {sayDay(arrives)}.</p>
      <Timeline steps={stepsOf(confirmedOn, arrives, insurer, early)} />
    </>
  )
}

function stepsOf(confirmedOn: CalendarDate, arrives: CalendarDate, insurer: Insurer, early: string): Step[] {
  const paid: Step = {
    id: 'paid',
    mark: 'paid',
    name: 'You are paid',
    when: sayDay(arrives),
    words: `Whatever the insurer does.${early}`,
  }
  return [
    { id: 'confirmed', mark: 'done', name: 'You confirm the session', when: sayDay(confirmedOn) },
    paid,
    answerOf(confirmedOn, insurer),
  ]
}

function answerOf(confirmedOn: CalendarDate, insurer: Insurer): Step {
  const words = 'You keep the money.'
  switch (insurer) {
    case 'june':
      return { id: 'answer', mark: 'wait', name: 'The insurer pays us', when: sayMonth(confirmedOn, 2), words }
    case 'july':
      return { id: 'answer', mark: 'wait', name: 'The insurer pays us', when: sayMonth(confirmedOn, 3), words }
    case 'denies':
      return {
        id: 'answer',
        mark: 'wait',
        name: 'The insurer denies the claim',
        when: 'some day',
        words: `${words} It is our loss.`,
      }
    case 'never':
      return {
        id: 'answer',
        mark: 'wait',
        name: 'The insurer never answers',
        when: 'never',
        words: `${words} It is our loss.`,
      }
  }
}

/** "June 2026": a month, some months later. */
function sayMonth(day: CalendarDate, months: number): string {
  const later = addMonths(calendarDate(`${day.slice(0, 8)}01`), months)
  const format = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${later}T00:00:00Z`))
}
