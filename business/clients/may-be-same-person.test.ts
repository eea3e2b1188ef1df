import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { mayBeSamePerson } from './may-be-same-person.ts'

const born = calendarDate('1991-07-02')
const vale = { familyName: 'Vale', dateOfBirth: born }
const unborn = (familyName: string) => ({ familyName, dateOfBirth: null })

test('a birth date that the practice knew decides alone', () => {
  expect(mayBeSamePerson({ familyName: 'Other', dateOfBirth: born }, vale)).toBe(true)
  expect(mayBeSamePerson({ familyName: 'Vale', dateOfBirth: calendarDate('1950-01-01') }, vale)).toBe(false)
})

test('without one the family name does, however it is written', () => {
  for (const written of ['VALE', ' vale ', 'Vále', 'Vale-Ortiz', 'Ortiz Vale']) {
    expect([written, mayBeSamePerson(unborn(written), vale)]).toEqual([written, true])
  }
  for (const written of ['Valen', 'Ortiz', '']) {
    expect([written, mayBeSamePerson(unborn(written), vale)]).toEqual([written, false])
  }
})
