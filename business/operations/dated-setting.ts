import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { PaySchedule } from '../payouts/payment-window.ts'

/** A value that the operator sets: days or hours, how a declined card is tried again, or when practices are paid. */
export type SettingValue =
  | { kind: 'count'; value: number; unit: 'days' | 'hours' }
  | { kind: 'retry'; hoursBetween: number; attemptsAtMost: number }
  | { kind: 'schedule'; schedule: PaySchedule }

export type SettingPeriod = {
  from: CalendarDate
  until: CalendarDate | null
  value: SettingValue
  words: string
  source: string
}

/** One dated setting with every value it ever had and will have; `counts` says from which day a value holds. */
export type Setting = {
  id: string
  group: string
  name: string
  counts: string
  periods: SettingPeriod[]
}

/** What a new value would do, before it is set; `refusal` when it may not be. */
export type SettingPreview = { words: string[]; refusal: string | null }
