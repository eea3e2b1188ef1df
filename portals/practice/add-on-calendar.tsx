import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type CalendarDate, isCalendarDate, timeIn, weekday } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import type { Client, Modality } from '../contract.ts'
import page from '../design/page.module.css'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { clientsQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './calendar.module.css'
import { type Calendar, conflictsQuery } from './calendar-queries.ts'
import { MeetsNotice, PlanTrouble } from './conflict-notice.tsx'
import { PlanTimes, readWanted, type Wanted } from './plan-times.tsx'
import type { Place } from './practice-place.ts'
import { sayWeekday } from './say-plan.ts'

type Props = { calendar: Calendar; place: Place; at: string | undefined; close: () => void }

/** A session at the pressed time, once or weekly. */
export function AddOnCalendar(props: Props) {
  const clients = useQuery(clientsQuery(props.place.practiceId))
  if (clients.error) return <TroubleNotice trouble={clients.error} onRetry={() => void clients.refetch()} />
  if (clients.data === undefined) return <RowShapes rows={4} />
  if (clients.data.length === 0) return <p>No client is on your list yet. Add one under Clients first.</p>
  return <AddForm {...props} clients={clients.data} key={props.at ?? 'now'} />
}

type Every = '0' | '1' | '2' | '4'
type Ends = 'never' | 'on' | 'after'
type Repeating = { every: Every; ends: Ends; lastOn: string; times: string }

type Body = {
  personId: string
  memberId: string
  startsAt: string
  endsAt: string
  modality: Modality
  repeat: { everyWeeks: number; weekdays: number[]; lastOn: string | null; atMost: number | null } | null
  despite: string[]
  tellsClient: boolean
}

function AddForm({ calendar, place, at, close, clients }: Props & { clients: Client[] }) {
  const { zone } = calendar
  const [personId, setPersonId] = useState<string | null>(null)
  const [wanted, setWanted] = useState<Wanted>(() => firstWanted(calendar, at))
  const [modality, setModality] = useState<Modality>('telehealth')
  const [repeating, setRepeating] = useState<Repeating>({ every: '0', ends: 'never', lastOn: '', times: '10' })
  const [tells, setTells] = useState(true)
  const [accepted, setAccepted] = useState(false)
  const [tried, setTried] = useState(false)
  const add = useDeed<Body, { id: string; count: number }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/sessions', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const read = readWanted(wanted, zone)
  const { memberId } = calendar
  const asked = 'startsAt' in read ? { memberId, ...(personId === null ? {} : { personId }), ...read } : null
  const conflicts = useQuery(conflictsQuery(place.practiceId, asked)).data ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (personId === null || !('startsAt' in read)) return
    const despite = accepted ? conflicts.map(({ code }) => code) : []
    add.act({ personId, memberId, ...read, modality, repeat: repeatOf(repeating), despite, tellsClient: tells })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <Select
        label="Client"
        placeholder="Search by name"
        searchable
        data-autofocus
        openOnFocus={false}
        data={clients.map((each) => ({ value: each.personId, label: each.name }))}
        value={personId}
        onChange={setPersonId}
        nothingFoundMessage="No client of that name is on your list."
        error={tried && personId === null ? 'Say whom the session is with.' : undefined}
      />
      <PlanTimes
        wanted={wanted}
        set={(change) => setWanted((before) => ({ ...before, ...change }))}
        zone={zone}
        trouble={tried && 'trouble' in read ? read : null}
      />
      <SegmentedControl
        aria-label="How do you meet?"
        value={modality}
        onChange={(chosen) => setModality(chosen as Modality)}
        data={[
          { value: 'telehealth', label: 'Virtual' },
          { value: 'in_person', label: 'In person' },
        ]}
      />
      <RepeatFields
        repeating={repeating}
        set={(change) => setRepeating((before) => ({ ...before, ...change }))}
        wanted={wanted}
      />
      <Checkbox
        label="Write to the client"
        description="A letter with day and time; it says nothing of health."
        checked={tells}
        onChange={(event) => setTells(event.currentTarget.checked)}
      />
      <MeetsNotice conflicts={conflicts} accepted={accepted} accept={setAccepted} />
      {add.trouble ? <PlanTrouble trouble={add.trouble} deed="the session" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          Add session
        </Button>
        <Button variant="default" onClick={close}>
          Leave it
        </Button>
      </div>
    </form>
  )
}

function firstWanted({ today, now, zone }: Calendar, at: string | undefined): Wanted {
  const [day, start] = at?.split('T') ?? []
  return { day: day ?? today, start: start ?? `${timeIn(now, zone).slice(0, 2)}:00`, minutes: 55 }
}

function repeatOf({ every, ends, lastOn, times }: Repeating): Body['repeat'] {
  if (every === '0') return null
  return {
    everyWeeks: Number(every),
    weekdays: [],
    lastOn: ends === 'on' && isCalendarDate(lastOn) ? lastOn : null,
    atMost: ends === 'after' ? Math.max(Math.round(Number(times)) || 1, 1) : null,
  }
}

type RepeatProps = { repeating: Repeating; set: (change: Partial<Repeating>) => void; wanted: Wanted }

function RepeatFields({ repeating, set, wanted }: RepeatProps) {
  const { every, ends } = repeating
  return (
    <fieldset>
      <legend className={page.vh}>Repeat</legend>
      <div className={page.two}>
        <Select
          label="Repeats"
          data={[
            { value: '0', label: 'Does not repeat' },
            { value: '1', label: 'Every week' },
            { value: '2', label: 'Every second week' },
            { value: '4', label: 'Every fourth week' },
          ]}
          value={every}
          allowDeselect={false}
          onChange={(chosen) => set({ every: (chosen ?? '0') as Every })}
        />
        {every === '0' ? null : (
          <Select
            label="Until"
            data={[
              { value: 'never', label: 'Further notice' },
              { value: 'on', label: 'A day' },
              { value: 'after', label: 'A number of times' },
            ]}
            value={ends}
            allowDeselect={false}
            onChange={(chosen) => set({ ends: (chosen ?? 'never') as Ends })}
          />
        )}
        {every !== '0' && ends === 'on' ? (
          <TextInput
            type="date"
            label="Last day"
            value={repeating.lastOn}
            onChange={(event) => set({ lastOn: event.currentTarget.value })}
          />
        ) : null}
        {every !== '0' && ends === 'after' ? (
          <TextInput
            type="number"
            label="How often"
            min={1}
            max={500}
            value={repeating.times}
            onChange={(event) => set({ times: event.currentTarget.value })}
          />
        ) : null}
      </div>
      {every === '0' || !isCalendarDate(wanted.day) ? null : (
        <p className={styles.told}>
          On {sayWeekday(weekday(wanted.day as CalendarDate))}s at the same time on the wall, also after the clocks
          change. Dates far ahead come onto the calendar as they near.
        </p>
      )}
    </fieldset>
  )
}
