import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayDay, sayZone } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { membersQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './calendar.module.css'
import { CalendarFeeds } from './calendar-feeds.tsx'
import { type HoursBlock, type HoursSet, type MeetingPlace, workingHoursQuery } from './calendar-queries.ts'
import type { Place } from './practice-place.ts'
import { sayWeekday } from './say-plan.ts'

/** When a clinician works, by weekday; the calendar shades the rest, and warns when something is planned there. */
export function WorkingHours({ place }: { place: Place }) {
  const members = useQuery(membersQuery(place.practiceId))
  const clinicians = (members.data ?? []).filter(({ clinician }) => clinician)
  const own = place.membership.clinician ? place.membership.memberId : clinicians[0]?.memberId
  const memberId = place.clinician ?? own
  const name = clinicians.find((each) => each.memberId === memberId)?.name
  if (members.error) return <TroubleNotice trouble={members.error} onRetry={() => void members.refetch()} />
  if (members.data === undefined) return <RowShapes rows={5} />
  if (memberId === undefined) return <p>Nobody of this practice treats clients yet.</p>
  return (
    <div className={page.stack}>
      <Section name={name === undefined ? 'Working hours' : `Working hours of ${name}`}>
        <HoursOf place={place} memberId={memberId} key={memberId} />
      </Section>
      <CalendarFeeds place={place} memberId={memberId} />
    </div>
  )
}

function HoursOf({ place, memberId }: { place: Place; memberId: string }) {
  const found = useQuery(workingHoursQuery(place.practiceId, memberId))
  if (found.error) return <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <RowShapes rows={5} />
  return <HoursForm place={place} memberId={memberId} hours={found.data} key={found.data.weeks.at(-1)?.id ?? 'none'} />
}

type FormProps = { place: Place; memberId: string; hours: HoursSet }
type Body = { startsOn: string; blocks: HoursBlock[] }

const usual: HoursBlock[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  starts: '09:00',
  stops: '17:00',
  place: 'either',
}))
// As on the wall: a week begins on Sunday.
const weekdays = [7, 1, 2, 3, 4, 5, 6]

function HoursForm({ place, memberId, hours }: FormProps) {
  const latest = hours.weeks.at(-1)
  const [blocks, setBlocks] = useState<HoursBlock[]>(latest?.blocks ?? usual)
  const [startsOn, setStartsOn] = useState<string>(hours.today)
  const save = useDeed<Body, { id: string }>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/members/{memberId}/working-hours', {
        params: { path: { practiceId: place.practiceId, memberId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isCalendarDate(startsOn)) save.act({ startsOn, blocks })
  }
  const change = (index: number, to: Partial<HoursBlock>) =>
    setBlocks((before) => before.map((block, at) => (at === index ? { ...block, ...to } : block)))
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p className={styles.told}>
        {latest === undefined
          ? 'None are set: the calendar takes every hour. These are a suggestion until you save.'
          : `${latest.startsOn > hours.today ? 'They count from' : 'In force since'} ${sayDay(calendarDate(latest.startsOn))}.`}{' '}
        Times are those of your practice’s clock, {sayZone(hours.zone)}, in summer and winter.
      </p>
      <div>
        {weekdays.map((weekday) => {
          const next = nextBlock(blocks, weekday)
          return (
            <Weekday
              key={weekday}
              weekday={weekday}
              blocks={blocks.map((block, index) => ({ block, index })).filter(({ block }) => block.weekday === weekday)}
              change={change}
              add={next === null ? null : () => setBlocks((before) => [...before, next])}
              remove={(index) => setBlocks((before) => before.filter((_, at) => at !== index))}
            />
          )
        })}
      </div>
      <TextInput
        type="date"
        label="From which day"
        className={styles.mode}
        value={startsOn}
        onChange={(event) => setStartsOn(event.currentTarget.value)}
      />
      {save.trouble ? <TroubleNotice trouble={save.trouble} deed="the hours" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={save.busy}>
          Save working hours
        </Button>
      </div>
    </form>
  )
}

/** What is proposed when hours are added to a day: what follows its last ones, else what comes before its first. */
function nextBlock(blocks: readonly HoursBlock[], weekday: number): HoursBlock | null {
  const ofDay = blocks.filter((block) => block.weekday === weekday)
  const place = ofDay.at(-1)?.place ?? 'either'
  const begins = ofDay.map(({ starts }) => starts).sort()[0]
  const ends = ofDay
    .map(({ stops }) => stops)
    .sort()
    .at(-1)
  if (begins === undefined || ends === undefined) return { weekday, starts: '09:00', stops: '17:00', place }
  if (ends < '24:00') return { weekday, starts: ends, stops: ends < '20:00' ? '20:00' : '24:00', place }
  return begins > '00:00' ? { weekday, starts: '00:00', stops: begins, place } : null
}

type WeekdayProps = {
  weekday: number
  blocks: { block: HoursBlock; index: number }[]
  change: (index: number, to: Partial<HoursBlock>) => void
  /** Null for a day that is full from its first minute to its last. */
  add: (() => void) | null
  remove: (index: number) => void
}

const places: { value: MeetingPlace; label: string }[] = [
  { value: 'either', label: 'Virtual or in person' },
  { value: 'telehealth', label: 'Virtual' },
  { value: 'in_person', label: 'In person' },
]

function Weekday({ weekday, blocks, change, add, remove }: WeekdayProps) {
  const day = sayWeekday(weekday)
  return (
    <div className={styles.weekday}>
      <b>{day}</b>
      <div>
        {blocks.length === 0 ? <p className={styles.told}>Does not work</p> : null}
        {blocks.map(({ block, index }) => (
          <div key={index} className={styles.block}>
            <TextInput
              type="time"
              aria-label={`${day} from`}
              className={styles.time}
              value={block.starts}
              onChange={(event) => change(index, { starts: event.currentTarget.value })}
            />
            <span>to</span>
            <TextInput
              type="time"
              aria-label={`${day} until`}
              className={styles.time}
              value={block.stops === '24:00' ? '00:00' : block.stops}
              onChange={(event) =>
                change(index, { stops: event.currentTarget.value === '00:00' ? '24:00' : event.currentTarget.value })
              }
            />
            <Select
              aria-label={`${day}, how`}
              className={styles.mode}
              data={places}
              value={block.place}
              allowDeselect={false}
              onChange={(chosen) => change(index, { place: (chosen ?? 'either') as MeetingPlace })}
            />
            <Button variant="subtle" onClick={() => remove(index)} aria-label={`Remove these hours of ${day}`}>
              <Icon name="x" small />
            </Button>
          </div>
        ))}
        {add === null ? null : (
          <Button variant="subtle" onClick={add}>
            Add hours on {day}
          </Button>
        )}
      </div>
    </div>
  )
}
