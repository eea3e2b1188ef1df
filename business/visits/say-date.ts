import { type CalendarDate, dateInWords, dayOfMonth, weekday } from '../../libraries/calendar/index.ts'

/** The languages that clients may choose. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

const days = ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom']
const shortMonths = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic']
const months = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
}

/** "Wed, Apr 8, 2026", "mié, 8 de abr de 2026". */
export function sayDate(language: Language, date: CalendarDate): string {
  if (language === 'en') return dateInWords(date)
  return `${sayShortDate('es', date)} de ${date.slice(0, 4)}`
}

/** The same without the year, for a day of the year that was named before. */
export function sayShortDate(language: Language, date: CalendarDate): string {
  if (language === 'en') return dateInWords(date).replace(/, \d+$/, '')
  return `${days[weekday(date) - 1]}, ${dayOfMonth(date)} de ${sayMonthName(date)}`
}

function sayMonthName(date: CalendarDate): string {
  return shortMonths[Number(date.slice(5, 7)) - 1] ?? ''
}

/** "Apr", "abr": the head of a leaf of the calendar. */
export function sayMonthShort(language: Language, date: CalendarDate): string {
  return language === 'en' ? (dateInWords(date).split(/[ ,]+/)[1] ?? '') : sayMonthName(date)
}

/** "April 2026", "abril de 2026", for '2026-04'. */
export function sayMonth(language: Language, month: string): string {
  const name = months[language][Number(month.slice(5, 7)) - 1] ?? month
  return language === 'en' ? `${name} ${month.slice(0, 4)}` : `${name} de ${month.slice(0, 4)}`
}
