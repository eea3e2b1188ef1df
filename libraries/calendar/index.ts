export {
  bankingDayAfter,
  bankingDayBefore,
  bankingDayOnOrAfter,
  bankingDayOnOrBefore,
  isBankingDay,
} from './banking-day.ts'
export { birthday } from './birthday.ts'
export {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  dayOfMonth,
  daysBetween,
  isCalendarDate,
  lastDayOfMonth,
  weekday,
} from './calendar-date.ts'
export { dateInWords } from './date-in-words.ts'
export { federalReserveHolidays } from './federal-reserve-holidays.ts'
export {
  addHours,
  addMinutes,
  dateIn,
  type Instant,
  instant,
  instantAt,
  minutesBetween,
  type Shown,
  shownOn,
  timeIn,
} from './instant.ts'
export { earliest, holds, latest, type Period } from './period.ts'
export { timeInWords } from './time-in-words.ts'
export { usZones } from './us-zones.ts'
export { type ZoneChange, zoneChanges, zoned, zoneName, zoneOffset } from './zone-changes.ts'
export { zoneInWords } from './zone-in-words.ts'
