import type { CalendarDate } from '../../libraries/calendar/index.ts'

/** A weekly meeting as it was agreed. Its times are those of a wall clock in its zone. */
export type Series = {
  practiceId: string
  id: string
  memberId: string
  personId: string
  /** Weeks are counted in sevens of days from here; it lies in the first week. */
  countedFrom: CalendarDate
  /** The first day on which it may meet. */
  startsOn: CalendarDate
  /** 1 = Monday to 7 = Sunday. */
  weekdays: readonly number[]
  everyWeeks: number
  /** 'HH:MM' on the wall. */
  wallTime: string
  zone: string
  minutes: number
  modality: 'telehealth' | 'in_person'
  /** The last day on which it may meet, and how often it meets at most; null: without end. */
  lastOn: CalendarDate | null
  atMost: number | null
  /** The series of which this is the changed rest. */
  follows: string | null
  /** From this day on it has no more dates; null while nobody ended it. */
  endedFrom: CalendarDate | null
}
