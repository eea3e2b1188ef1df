import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Setting, SettingPreview, SettingValue } from '../../business/operations/dated-setting.ts'
import { addDays, calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { Preview } from './preview.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

type NewSetting = { id: string; value: SettingValue; from: string; source: string }

/** A further value from a day on; what it changes is said before it is set. */
export function NewSettingForm({ setting, close }: { setting: Setting; close: () => void }) {
  const { today } = useOperatorClock()
  const last = setting.periods.at(-1)
  const [value, setValue] = useState<SettingValue | null>(last?.value ?? null)
  const [from, setFrom] = useState('')
  const [source, setSource] = useState('')
  const [asked, setAsked] = useState(false)
  const set = useDeed<NewSetting, unknown>((body, key) => ask('/api/operations/settings', { body, key }), close)
  const body =
    value !== null && isCalendarDate(from) ? { id: setting.id, value, from, source: source.trim() || '–' } : null
  const preview = useQuery({
    queryKey: ['operations', 'settings-preview', body],
    queryFn: () => ask<SettingPreview>('/api/operations/settings-preview', { body }),
    enabled: body !== null,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (body !== null && source.trim() !== '' && preview.data?.refusal === null)
      set.act({ ...body, source: source.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      {value === null ? null : <ValueFields value={value} onChange={setValue} />}
      <TextInput
        type="date"
        label="From"
        description={`Counts for ${setting.counts}.`}
        min={addDays(today, 1)}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={asked && body === null ? 'Choose a day.' : undefined}
      />
      <TextInput
        label="Who decided it, or where it is written"
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={asked && source.trim() === '' ? 'Say where it comes from.' : undefined}
      />
      <Preview preview={preview.data} />
      {set.trouble ? <TroubleNotice trouble={set.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={set.busy}>
          Set it
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const whole = (typed: string | number) =>
  typeof typed === 'number' ? Math.trunc(typed) : Number.parseInt(typed, 10) || 0

function ValueFields({ value, onChange }: { value: SettingValue; onChange: (value: SettingValue) => void }) {
  switch (value.kind) {
    case 'count':
      return (
        <NumberInput
          label={value.unit === 'days' ? 'Days' : 'Hours'}
          min={1}
          allowDecimal={false}
          value={value.value}
          onChange={(typed) => onChange({ ...value, value: whole(typed) })}
        />
      )
    case 'retry':
      return (
        <div className={page.two}>
          <NumberInput
            label="Tries at most"
            min={1}
            allowDecimal={false}
            value={value.attemptsAtMost}
            onChange={(typed) => onChange({ ...value, attemptsAtMost: whole(typed) })}
          />
          <NumberInput
            label="Hours between them"
            min={1}
            allowDecimal={false}
            value={value.hoursBetween}
            onChange={(typed) => onChange({ ...value, hoursBetween: whole(typed) })}
          />
        </div>
      )
    case 'schedule':
      return <ScheduleFields value={value} onChange={onChange} />
  }
}

type ScheduleValue = Extract<SettingValue, { kind: 'schedule' }>
type Schedule = ScheduleValue['schedule']

const halves: Schedule = {
  kind: 'semi_monthly',
  cutOffDay: 15,
  firstHalfPaidOn: 'last_day_of_month',
  secondHalfPaidOnDay: 15,
}

function ScheduleFields({ value, onChange }: { value: ScheduleValue; onChange: (value: SettingValue) => void }) {
  const { schedule } = value
  const put = (changed: Schedule) => onChange({ kind: 'schedule', schedule: changed })
  const kinds = [
    { value: 'semi_monthly', label: 'Twice a month' },
    { value: 'every_second_friday', label: 'Every second Friday' },
  ]
  return (
    <>
      <Select
        label="How often"
        data={kinds}
        allowDeselect={false}
        value={schedule.kind}
        onChange={(kind) => put(kind === 'semi_monthly' ? halves : fridays)}
      />
      {schedule.kind === 'semi_monthly' ? (
        <div className={page.two}>
          <NumberInput
            label="Cut-off day"
            min={1}
            max={27}
            value={schedule.cutOffDay}
            onChange={(typed) => put({ ...schedule, cutOffDay: whole(typed) })}
          />
          <NumberInput
            label="Later ones are paid on day"
            min={1}
            max={28}
            value={schedule.secondHalfPaidOnDay}
            onChange={(typed) => put({ ...schedule, secondHalfPaidOnDay: whole(typed) })}
          />
        </div>
      ) : (
        <div className={page.two}>
          <TextInput
            type="date"
            label="First payday, a Friday"
            value={schedule.anchor}
            onChange={(event) => {
              const day = event.currentTarget.value
              if (isCalendarDate(day)) put({ ...schedule, anchor: day })
            }}
          />
          <NumberInput
            label="Days after the cut-off"
            min={0}
            value={schedule.cutOffDaysBefore}
            onChange={(typed) => put({ ...schedule, cutOffDaysBefore: whole(typed) })}
          />
        </div>
      )}
    </>
  )
}

const fridays: Schedule = { kind: 'every_second_friday', anchor: calendarDate('2026-01-09'), cutOffDaysBefore: 6 }
