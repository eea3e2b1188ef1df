import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchColumns } from './match-columns.ts'
import { readImportRow } from './read-import-row.ts'

const read = (head: string[], cells: string[]) => readImportRow(7, cells, matchColumns(head))
const named = ['First Name', 'Last Name', 'Email']
const ada = ['Ada', 'Fenwick', 'ada@example.com']

test.each([
  [
    ['First Name', 'Last Name', 'Preferred Name', 'E-mail Address'],
    ['givenName', 'familyName', 'preferredName', 'email'],
  ],
  [
    ['Patient Name', 'DOB', 'Cell Phone', 'Primary Clinician'],
    ['name', 'dateOfBirth', 'phone', 'clinician'],
  ],
  [
    ['Client', 'Insurance Company', 'Subscriber ID', 'Group #'],
    ['name', 'plan', 'memberId', 'groupNumber'],
  ],
  [
    ['Client', 'Appointment Date', 'Start Time', 'End Time', 'Location'],
    ['name', 'date', 'startsAt', 'endsAt', 'place'],
  ],
  [
    ['Email', 'Client Email', 'Balance'],
    ['email', null, null],
  ],
])('columns are known by their titles: %j', (head, fields) => {
  expect(matchColumns(head).map(({ field }) => field)).toEqual(fields)
})

test.each([
  // titles                                   cells                                         what is understood
  [
    ['Client', 'DOB'],
    ['Fenwick, Ada Jane', '2/3/1980'],
    { givenName: 'Ada Jane', familyName: 'Fenwick', dateOfBirth: '1980-02-03' },
  ],
  [['Name', 'DOB'], ['Ada Jane Fenwick', '1980-02-03'], { givenName: 'Ada Jane', familyName: 'Fenwick' }],
  [[...named, 'Sex'], [...ada, 'Female'], { sex: 'F', email: 'ada@example.com' }],
  [
    [...named, 'Insurance', 'Member ID', 'Copay'],
    [...ada, 'Cedar Mutual PPO', 'PAYS1', '$25.00'],
    { policy: { plan: 'Cedar Mutual PPO', memberId: 'PAYS1', groupNumber: null, copay: 2500 } },
  ],
  [
    [...named, 'Date', 'Time'],
    [...ada, '04/20/2026', '2:30 PM'],
    { appointment: { on: '2026-04-20', at: '14:30', minutes: 55, modality: 'telehealth' } },
  ],
  [
    [...named, 'Start', 'End', 'Location'],
    [...ada, '2026-04-20 12:15 AM', '1:00 AM', 'Office'],
    { appointment: { on: '2026-04-20', at: '00:15', minutes: 45, modality: 'in_person' } },
  ],
])('a line with %j is understood', (head, cells, row) => {
  expect(read(head, cells)).toMatchObject({ errors: [], row: { line: 7, ...row } })
})

test.each([
  // titles                         cells                                    the error            its column
  [named, ['Ada', '', 'ada@example.com'], 'name_missing', 'Last Name'],
  [named, ['Ada', 'Fenwick', ''], 'client_not_told_apart', 'Email'],
  [named, ['Ada', 'Fenwick', 'ada at example'], 'email_wrong', 'Email'],
  [[...named, 'DOB'], [...ada, '2/30/1980'], 'date_of_birth_wrong', 'DOB'],
  [[...named, 'Phone'], [...ada, '12'], 'phone_wrong', 'Phone'],
  [[...named, 'State'], [...ada, 'New York'], 'state_wrong', 'State'],
  [[...named, 'Zip'], [...ada, '1137'], 'zip_wrong', 'Zip'],
  [[...named, 'Member ID'], [...ada, 'X1'], 'plan_missing', null],
  [[...named, 'Plan', 'Member ID', 'Copay'], [...ada, 'A', 'X1', 'some'], 'copay_wrong', 'Copay'],
  [[...named, 'Date', 'Time'], [...ada, 'soon', '9:00'], 'date_wrong', 'Date'],
  [[...named, 'Date', 'Time'], [...ada, '2026-04-20', '25:00'], 'time_wrong', 'Time'],
  [[...named, 'Date', 'Time', 'Duration'], [...ada, '2026-04-20', '9:00', '0'], 'length_wrong', 'Duration'],
  [named, ['=cmd|calc', 'Fenwick', 'ada@example.com'], 'formula', 'First Name'],
  [named, [...ada, 'one too many'], 'cells_beyond_columns', null],
])('a line that is wrong says where: %j %j', (head, cells, code, column) => {
  const { row, errors } = read(head, cells)
  expect(row).toBeNull()
  expect(errors[0]).toMatchObject({ line: 7, code, column })
  expect(errors[0]?.words.length).toBeGreaterThan(10)
})

test('whatever the cells hold, the answer is a row or errors with words, never a throw', () => {
  const head = [
    ...named,
    'DOB',
    'Phone',
    'State',
    'Zip',
    'Plan',
    'Member ID',
    'Copay',
    'Date',
    'Time',
    'End',
    'Minutes',
  ]
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 15 }), (cells) => {
      const { row, errors } = read(head, cells)
      expect(row === null).toBe(errors.length > 0)
    }),
    { numRuns: 300 },
  )
})
