import { type CalendarDate, calendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, parseDecimal } from '../../libraries/money/index.ts'
import type { ColumnMatch, ImportField } from './match-columns.ts'

/** A line of an import as it was understood: a client, and with them a plan, an appointment, both or neither. */
export type ImportRow = {
  line: number
  givenName: string
  familyName: string
  preferredName: string | null
  email: string | null
  phone: string | null
  dateOfBirth: CalendarDate | null
  sex: 'F' | 'M' | 'U'
  street: string | null
  city: string | null
  state: string | null
  zip: string | null
  clinician: string | null
  policy: { plan: string; memberId: string; groupNumber: string | null; copay: Cents | null } | null
  appointment: { on: CalendarDate; at: string; minutes: number; modality: 'telehealth' | 'in_person' } | null
}

export const importErrors = [
  'name_missing',
  'client_not_told_apart',
  'email_wrong',
  'date_of_birth_wrong',
  'phone_wrong',
  'state_wrong',
  'zip_wrong',
  'copay_wrong',
  'plan_missing',
  'date_wrong',
  'time_wrong',
  'length_wrong',
  'formula',
  'cells_beyond_columns',
] as const
export type ImportError = { line: number; code: (typeof importErrors)[number]; column: string | null; words: string }

export type ReadRow = { row: ImportRow; errors: [] } | { row: null; errors: ImportError[] }

/** Reads the cells of one line by the columns' meanings; everything that is wrong with it is named. */
export function readImportRow(line: number, cells: readonly string[], columns: readonly ColumnMatch[]): ReadRow {
  const errors: ImportError[] = []
  const say = (code: ImportError['code'], field: ImportField | null, words: string) => {
    const column = columns.find((each) => each.field === field)?.title ?? null
    errors.push({ line, code, column, words })
  }
  const told = (field: ImportField): string | null => {
    const at = columns.find((each) => each.field === field)?.column
    const text = at === undefined ? '' : (cells[at] ?? '').trim().replaceAll(/\s+/g, ' ')
    if (text === '') return null
    if (/^[=@]|^[+-](?![\d(])/.test(text)) {
      say('formula', field, `“${text.slice(0, 20)}” begins like a formula of a spreadsheet. Write the value itself.`)
      return null
    }
    return text
  }
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    say(
      'cells_beyond_columns',
      null,
      `The line has ${cells.length} cells and the first line has ${columns.length}: is a comma not in quotes?`,
    )
  }
  const named = nameOf(told)
  if (named === null) say('name_missing', 'familyName', 'A first and a last name are needed.')
  const email = told('email')?.toLowerCase() ?? null
  if (email !== null && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/.test(email))
    say('email_wrong', 'email', `“${email}” is no e-mail address.`)
  const dateOfBirth = dayOf(told('dateOfBirth'), (text) => say('date_of_birth_wrong', 'dateOfBirth', noDay(text)))
  if (email === null && dateOfBirth === null && errors.length === 0) {
    say(
      'client_not_told_apart',
      'email',
      'An e-mail address or a date of birth is needed, to tell people of one name apart.',
    )
  }
  const row: ImportRow = {
    line,
    givenName: named?.givenName ?? '',
    familyName: named?.familyName ?? '',
    preferredName: told('preferredName'),
    email,
    phone: phoneOf(told('phone'), say),
    dateOfBirth,
    sex: sexOf(told('sex')),
    ...addressOf(told, say),
    clinician: told('clinician'),
    policy: policyOf(told, say),
    appointment: appointmentOf(told, say),
  }
  return errors.length === 0 ? { row, errors: [] } : { row: null, errors }
}

type Told = (field: ImportField) => string | null
type Say = (code: ImportError['code'], field: ImportField | null, words: string) => void

function nameOf(told: Told): { givenName: string; familyName: string } | null {
  const [givenName, familyName] = [told('givenName'), told('familyName')]
  if (givenName !== null && familyName !== null) return { givenName, familyName }
  const whole = told('name')
  if (whole === null) return null
  const [family, given] = whole.split(',').map((part) => part.trim())
  if (given !== undefined && given !== '' && family !== undefined && family !== '')
    return { givenName: given, familyName: family }
  const parts = whole.split(' ')
  const last = parts.pop()
  return parts.length === 0 || last === undefined ? null : { givenName: parts.join(' '), familyName: last }
}

/** 2026-04-08, 4/8/2026 and 04/08/26; a year of two digits lies at most this far ahead of 2026. */
function dayOf(text: string | null, wrong: (text: string) => void): CalendarDate | null {
  if (text === null) return null
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const us = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[, ].*)?$/.exec(text)
  const [year, month, day] = iso !== null ? [iso[1], iso[2], iso[3]] : us !== null ? [us[3], us[1], us[2]] : []
  const whole = year?.length === 2 ? `${Number(year) > 40 ? '19' : '20'}${year}` : year
  const date = `${whole}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (isCalendarDate(date)) return calendarDate(date)
  wrong(text)
  return null
}

function noDay(text: string): string {
  return `${text} is no day. Write it as 2026-04-08 or 4/8/2026.`
}

function phoneOf(text: string | null, say: Say): string | null {
  if (text === null) return null
  if (/^\+?[\d\s().x-]+$/i.test(text) && text.replace(/\D/g, '').length >= 10) return text
  say('phone_wrong', 'phone', `“${text}” is no phone number of ten digits.`)
  return null
}

function sexOf(text: string | null): ImportRow['sex'] {
  const letter = text?.slice(0, 1).toUpperCase()
  return letter === 'F' || letter === 'W' ? 'F' : letter === 'M' ? 'M' : 'U'
}

function addressOf(told: Told, say: Say): Pick<ImportRow, 'street' | 'city' | 'state' | 'zip'> {
  const state = told('state')?.toUpperCase() ?? null
  if (state !== null && !/^[A-Z]{2}$/.test(state)) say('state_wrong', 'state', `“${state}” is no state in two letters.`)
  const zip = told('zip')?.replace('-', '') ?? null
  if (zip !== null && !/^\d{5}(\d{4})?$/.test(zip)) say('zip_wrong', 'zip', `“${zip}” is no ZIP code.`)
  return { street: told('street'), city: told('city'), state, zip }
}

function policyOf(told: Told, say: Say): ImportRow['policy'] {
  const memberId = told('memberId')
  if (memberId === null) return null
  const plan = told('plan')
  if (plan === null) say('plan_missing', 'plan', 'A member ID needs the name of its insurance.')
  const said = told('copay')?.replace(/[$,]/g, '') ?? null
  const copay = said === null ? null : parseDecimal(said)
  if (said !== null && (copay === null || copay < 0)) say('copay_wrong', 'copay', `“${said}” is no amount.`)
  return { plan: plan ?? '', memberId, groupNumber: told('groupNumber'), copay }
}

function appointmentOf(told: Told, say: Say): ImportRow['appointment'] {
  const [date, start] = [told('date'), told('startsAt')]
  // Some write day and time into one cell.
  const day = date ?? (start !== null && /\d[/-]\d/.test(start) ? start : null)
  if (day === null && start === null) return null
  const on = dayOf(day, (text) => say('date_wrong', 'date', noDay(text)))
  if (day === null) say('date_wrong', 'date', 'The day of the appointment is missing.')
  const at = timeOf(start ?? day ?? '')
  if (at === null)
    say('time_wrong', 'startsAt', `${start ?? 'Nothing'} is no time of day. Write it as 2:30 PM or 14:30.`)
  const end = told('endsAt')
  const until = end === null ? null : timeOf(end)
  const length = told('minutes')
  const minutes =
    length !== null
      ? Number.parseInt(length, 10)
      : at !== null && until !== null
        ? minutesOf(until) - minutesOf(at)
        : 55
  if (!(minutes >= 5 && minutes <= 480))
    say('length_wrong', length === null ? 'endsAt' : 'minutes', 'An appointment is between 5 and 480 minutes long.')
  if (on === null || at === null) return null
  const isThere = /office|person|clinic|^11$/i.test(told('place') ?? '')
  return { on, at, minutes, modality: isThere ? 'in_person' : 'telehealth' }
}

/** "2:30 PM", "14:30" and "14:30:00" as HH:MM, also at the end of a day with its time. */
function timeOf(text: string): string | null {
  const found = /(?:^|[T ])(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?m?\.?$/i.exec(text.trim())
  if (found === null) return null
  const half = found[3]?.toLowerCase()
  const hour = Number(found[1])
  const whole = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour
  const isTime = whole < 24 && Number(found[2]) < 60 && (half === undefined || (hour >= 1 && hour <= 12))
  return isTime ? `${String(whole).padStart(2, '0')}:${found[2]}` : null
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
