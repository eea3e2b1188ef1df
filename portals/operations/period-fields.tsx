import { TextInput } from '@mantine/core'
import { addDays, calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { lastDayOf } from './say-standing.ts'

/** A period as somebody types it: the first day, and the last day or nothing. */
export type TypedPeriod = { from: string; last: string }

export function typedFrom(held: { from: string | null; until: string | null } | null): TypedPeriod {
  return { from: held?.from ?? '', last: lastDayOf(held?.until ?? null) ?? '' }
}

/** The period as it is kept, whose end is the first day without; null while a day is missing or is none. */
export function periodOf({ from, last }: TypedPeriod): { from: string; until: string | null } | null {
  if (!isCalendarDate(from)) return null
  if (last === '') return { from, until: null }
  return isCalendarDate(last) ? { from, until: addDays(calendarDate(last), 1) } : null
}

/** The first day and the last, of anything that holds for a time. */
export function PeriodFields({
  typed,
  onChange,
  asked,
  isOptional = false,
}: {
  typed: TypedPeriod
  onChange: (typed: TypedPeriod) => void
  asked: boolean
  isOptional?: boolean
}) {
  return (
    <div className={page.two}>
      <TextInput
        type="date"
        label="From"
        value={typed.from}
        onChange={(event) => onChange({ ...typed, from: event.currentTarget.value })}
        error={asked && !isOptional && !isCalendarDate(typed.from) ? 'Choose a day.' : undefined}
      />
      <TextInput
        type="date"
        label="Last day, if it ends"
        value={typed.last}
        onChange={(event) => onChange({ ...typed, last: event.currentTarget.value })}
      />
    </div>
  )
}
