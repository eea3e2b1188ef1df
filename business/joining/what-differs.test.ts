import { expect, test } from 'vitest'
import { instant } from '../../libraries/calendar/index.ts'
import type { Application } from './application-store.ts'
import { whatDiffers } from './what-differs.ts'

const application: Application = {
  practiceId: 'operator',
  id: 'application',
  kind: 'solo',
  givenName: 'Wren',
  familyName: 'Adeyemi',
  email: 'wren@adeyemi.example',
  phone: '518 555 0100',
  practiceName: 'Adeyemi Counseling',
  clinicians: 1,
  licenceFamily: 'social_work',
  licenceState: 'NY',
  licenceNumber: null,
  npi: null,
  states: ['NY'],
  planIds: [],
  words: null,
  timeZone: null,
  at: instant('2026-04-08T22:00:00Z'),
}

test.each([
  ['the same form says nothing new', {}, null],
  [
    'a new name and a further state are told',
    { practiceName: 'Wren and Co', states: ['NY', 'NJ'] },
    'practice: Wren and Co; states: NY, NJ',
  ],
  [
    'what was told now for the first time',
    { licenceNumber: 'NY-1', words: 'Evenings' },
    'license number: NY-1; says: Evenings',
  ],
  ['what was left out takes nothing back', { phone: null }, null],
  ['a solo practice that is a group now', { kind: 'new_group', clinicians: 3 }, 'kind: new group; clinicians: 3'],
])('%s', (_, over, expected) => {
  expect(whatDiffers(application, { ...application, ...over })).toBe(expected)
})
