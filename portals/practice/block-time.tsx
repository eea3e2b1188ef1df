import { Button, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { addDays, instantAt, isCalendarDate } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayZone } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './calendar.module.css'
import type { BlockedTime, Calendar } from './calendar-queries.ts'
import type { Place } from './practice-place.ts'
import { sayWhen } from './say-plan.ts'

type Body = { memberId: string; startsAt: string; endsAt: string; words: string }
type Fields = { from: string; until: string; start: string; end: string; wholeDays: boolean; words: string }

/** A time in which a clinician is not there: hours of a day, or whole days. */
export function BlockTime({ calendar, place, close }: { calendar: Calendar; place: Place; close: () => void }) {
  const { zone, memberId, today } = calendar
  const [fields, setFields] = useState<Fields>({
    from: today,
    until: today,
    start: '12:00',
    end: '13:00',
    wholeDays: false,
    words: '',
  })
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const block = useDeed<Body, { id: string }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/unavailable-times', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const times = readBlocked(fields, zone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (times !== null) block.act({ memberId, words: fields.words.trim(), ...times })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <Switch
        label="Whole days"
        checked={fields.wholeDays}
        onChange={(event) => set({ wholeDays: event.currentTarget.checked })}
      />
      <div className={page.two}>
        <TextInput
          type="date"
          label={fields.wholeDays ? 'First day' : 'Day'}
          value={fields.from}
          onChange={(event) => set({ from: event.currentTarget.value, until: event.currentTarget.value })}
        />
        {fields.wholeDays ? (
          <TextInput
            type="date"
            label="Last day"
            value={fields.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
          />
        ) : null}
        {fields.wholeDays ? null : (
          <>
            <TextInput
              type="time"
              label="From"
              value={fields.start}
              onChange={(event) => set({ start: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label="Until"
              value={fields.end}
              onChange={(event) => set({ end: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      <TextInput
        label="What for"
        description="For your practice’s eyes; clients only see that you are not there."
        maxLength={120}
        value={fields.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      {tried && times === null ? (
        <p className={styles.needs}>The time must end after it starts. Correct one of them.</p>
      ) : null}
      {block.trouble ? <TroubleNotice trouble={block.trouble} deed="the time" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={block.busy}>
          Block this time
        </Button>
        <Button variant="default" onClick={close}>
          Leave it
        </Button>
      </div>
      <p className={styles.told}>
        {sayZone(zone)}. Sessions that are planned already stay as they are; the calendar shows where they meet it.
      </p>
    </form>
  )
}

function readBlocked({ from, until, start, end, wholeDays }: Fields, zone: string) {
  if (!isCalendarDate(from) || !isCalendarDate(until)) return null
  if (!wholeDays && !(/^\d{2}:\d{2}$/.test(start) && /^\d{2}:\d{2}$/.test(end))) return null
  const startsAt = instantAt(from, wholeDays ? '00:00' : start, zone)
  const endsAt = wholeDays ? instantAt(addDays(until, 1), '00:00', zone) : instantAt(from, end, zone)
  return endsAt > startsAt ? { startsAt, endsAt } : null
}

type PanelProps = { time: BlockedTime; zone: string; place: Place; close: () => void }

/** A blocked time, with the way back. */
export function BlockedTimePanel({ time, zone, place, close }: PanelProps) {
  const remove = useDeed<Record<string, never>, unknown>(
    (_, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/unavailable-times/{timeId}/removals', {
          params: { path: { practiceId: place.practiceId, timeId: time.id } },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    close,
  )
  return (
    <div className={styles.about}>
      <div>
        <p className={styles.who}>{time.words === '' ? 'Unavailable' : time.words}</p>
        <p className={styles.told}>{sayWhen(time, zone)}</p>
      </div>
      {remove.trouble ? <TroubleNotice trouble={remove.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button variant="default" loading={remove.busy} onClick={() => remove.act({})}>
          Free this time
        </Button>
      </div>
    </div>
  )
}
