import { expect, test } from 'vitest'
import type { CareGiven } from './care-given.ts'
import { hideFew } from './hide-few.ts'

const care: CareGiven = {
  sessions: 400,
  clients: 40,
  clinicians: 4,
  areas: 12,
  families: ['counselor'],
  special: 60,
  crisis: 0,
  newClients: 30,
  medianWaitDays: 4,
  thirtyDaysOver: 30,
  cameAgain: 15,
  confirmedInTime: 390,
  claimsSent: 380,
  claimsClean: 350,
}

// biome-ignore format: a table, one situation a line
test.each([
  ['ten clients in all',                     { clients: 10 },                           2, null],
  ['one practice in all',                    {},                                        1, null],
  ['three crises',                           { crisis: 3 },                             2, ['crisis']],
  ['eight new clients',                      { newClients: 8 },                         2, ['medianWaitDays', 'newClients']],
  ['two who did not come again',             { cameAgain: 28 },                         2, ['cameAgain', 'thirtyDaysOver']],
  ['many behind everything',                 {},                                        2, []],
] as const)('what %s stand behind is told to nobody outside', (_, over, practices, hidden) => {
  const told = hideFew({ ...care, ...over }, { practices })
  const missing = told === null ? null : Object.keys(care).filter((figure) => !(figure in told)).sort()
  expect(missing).toEqual(hidden)
})
