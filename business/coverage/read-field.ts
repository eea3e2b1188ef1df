import { type CalendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import type { Problem } from './answer.ts'

/** Ends the reading of a document at the first thing wrong; never leaves the room. */
export class Malformed extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.field}: expected ${problem.expected}`)
    this.problem = problem
  }
}

export function refuse(field: string, expected: string): never {
  throw new Malformed({ field, expected })
}

export function readObject(value: unknown, field: string, expected = 'an object'): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(field, expected)
  return value as Record<string, unknown>
}

/** The entries of a list, each read by its own path, as in `provider.credentials.0`. */
export function readList<T>(value: unknown, field: string, readEntry: (entry: unknown, field: string) => T): T[] {
  if (!Array.isArray(value)) refuse(field, 'a list')
  return value.map((entry, index) => readEntry(entry, `${field}.${index}`))
}

export function readText(value: unknown, field: string): string {
  if (typeof value !== 'string') refuse(field, 'a text')
  return value
}

export function readTextOrNull(value: unknown, field: string): string | null {
  if (value !== null && typeof value !== 'string') refuse(field, 'a text or null')
  return value
}

/** A text that names something: not empty, not white space only. */
export function readName(value: unknown, field: string): string {
  if (typeof value !== 'string' || value.trim() === '') refuse(field, 'a text that is not blank')
  return value
}

export function readBoolean(value: unknown, field: string): boolean {
  if (typeof value !== 'boolean') refuse(field, 'true or false')
  return value
}

export function readOneOf<T extends string>(value: unknown, field: string, allowed: readonly T[]): T {
  for (const one of allowed) if (value === one) return one
  return refuse(field, `one of ${allowed.join(', ')}`)
}

export function readDate(value: unknown, field: string): CalendarDate {
  if (typeof value !== 'string' || !isCalendarDate(value)) refuse(field, 'a calendar date, YYYY-MM-DD')
  return value
}

export function readDateOrNull(value: unknown, field: string): CalendarDate | null {
  if (value === null) return null
  if (typeof value !== 'string' || !isCalendarDate(value)) refuse(field, 'a calendar date, YYYY-MM-DD, or null')
  return value
}
