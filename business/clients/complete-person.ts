import type { CalendarDate } from '../../libraries/calendar/index.ts'

type Details = {
  dateOfBirth: CalendarDate | null
  street: string | null
  city: string | null
  state: string | null
  zip: string | null
}

/** Somebody of whom all is known that a claim says of its subscriber: birth date and address. */
export type Complete<Person extends Details> = Person & { [Key in keyof Details]: NonNullable<Details[Key]> }

export function completePerson<Person extends Details>(person: Person): Complete<Person> | null {
  const { dateOfBirth, street, city, state, zip } = person
  if (dateOfBirth === null || street === null || city === null || state === null || zip === null) return null
  return { ...person, dateOfBirth, street, city, state, zip }
}
